// The steps of adding or changing an account: look for servers, sign in where that is the way, test, choose how passwords are kept, save.
import { useEffect, useRef, useState } from 'react';
import { isNoReply } from '../../../../shared/mail/addresses.ts';
import type { Account, EmailServers } from '../../../../shared/model/account.ts';
import type { ConnectionQuestionData, ConnectionStep, DiscoveryResult } from '../../../../shared/model/discovery.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import { outcomeOf, type Desk } from '../../state/desk.ts';
import { emptyServers, foundServers, withTrust } from './server-defaults.ts';
import { useBrowserSignIn } from './use-browser-sign-in.ts';
import { useTestAndSave } from './use-test-and-save.ts';

interface Values {
  address: string;
  password: string;
  /** Of a client id of the shop's own. */
  clientSecret: string;
  senderName: string;
  servers: EmailServers | null;
  found: DiscoveryResult | null;
}

export function useAccountForm(desk: Desk, account: Account | null, onDone: () => void) {
  const [values, setValues] = useState<Values>(() => ({
    address: account?.address ?? '',
    password: '',
    clientSecret: '',
    senderName: account?.senderName ?? desk.app.get().settings.shop.name,
    servers: account?.email ?? null,
    found: null,
  }));
  const { phase, steps, error, hasFailed, ...trial } = useTestAndSave(desk, account, onDone);
  const [areServersOpen, setServersOpen] = useState(account !== null);
  const [isNotFound, setNotFound] = useState(false);
  const lookup = useRef<AbortController | null>(null);
  const browser = useBrowserSignIn(desk);
  /** Of the last sign-in that worked, for these servers. */
  const signInId = useRef<string | undefined>(undefined);

  const stop = (): void => {
    lookup.current?.abort();
    lookup.current = null;
    browser.stop();
    trial.stopTest();
    trial.setPhase('writing');
  };
  useEffect(() => () => lookup.current?.abort(), []);

  const change = (part: Partial<Values>): void => {
    setValues((now) => ({ ...now, ...part }));
    trial.clearError();
  };

  const look = async (): Promise<void> => {
    trial.setPhase('looking');
    setNotFound(false);
    const stopped = new AbortController();
    lookup.current = stopped;
    const outcome = await outcomeOf(desk.main.discoverServers({ address: values.address }, { signal: stopped.signal }));
    if (stopped.signal.aborted) return;
    trial.setPhase('writing');
    const found = outcome.isOk ? outcome.value : null;
    const servers = found ? foundServers(found) : emptyServers(values.address);
    setValues((now) => ({ ...now, found, servers }));
    setNotFound(found === null);
    setServersOpen(found === null || found.source === 'guess');
    // A hint wants to be read first: the password in the field is probably not the right one.
    const isClear = found?.hint === undefined && found?.source !== 'guess' && !servers.signIn;
    if (found && isClear && values.password !== '') await test(servers);
  };

  const question = (servers: EmailServers): ConnectionQuestionData => ({
    channel: 'email',
    ...(account ? { accountId: account.id } : {}),
    address: values.address,
    servers,
    fields: {},
    secrets: secretsOf(values),
    ...(signInId.current === undefined ? {} : { signInId: signInId.current }),
  });

  const signIn = async (servers: EmailServers): Promise<void> => {
    signInId.current = undefined;
    trial.begin('signing-in');
    const outcome = await browser.signIn(question(servers));
    trial.setPhase('writing');
    if (outcome.isOk) {
      signInId.current = outcome.value;
      await test(servers);
    } else if (outcome.error.code !== 'cancelled' || outcome.error.detail) trial.setError(outcome.error);
  };

  const test = async (servers: EmailServers): Promise<void> => {
    if (await trial.test(question(servers))) await save(servers);
  };

  const save = (servers: EmailServers): Promise<void> => {
    const secrets = secretsOf(values);
    const given = { secrets, ...(signInId.current === undefined ? {} : { signInId: signInId.current }) };
    const { senderName } = values;
    const address = values.address.trim();
    return trial.save(signInId.current !== undefined || Object.keys(secrets).length > 0, () =>
      account
        ? desk.main.updateAccount({ account: { ...account, senderName, email: servers }, ...given })
        : desk.main.addAccount({
            account: { channel: 'email', label: address, address, senderName, email: servers },
            ...given,
          }),
    );
  };

  const servers = values.servers;
  const isNoReplySender = account === null && isNoReply(values.address);
  return {
    values,
    /** A shop that cannot be answered is not added. */
    isNoReplySender,
    phase,
    areServersOpen,
    isNotFound,
    steps,
    error,
    hasFailed,
    /** The step that failed because the certificate is not trusted, if it can be trusted by choice. */
    untrusted: phase === 'testing' ? undefined : steps.find((step) => isTrustable(step)),
    change,
    setAddress: (address: string) => {
      signInId.current = undefined;
      change({ address, found: null, ...(account ? {} : { servers: null }) });
      trial.clearSteps();
      setNotFound(false);
    },
    toggleServers: () => {
      if (!servers) change({ servers: emptyServers(values.address) });
      setServersOpen((isOpen) => !isOpen);
    },
    submit: () => {
      if (phase !== 'writing' || isNoReplySender) return;
      if (!servers) void look();
      else if (servers.signIn && servers.signIn.provider !== account?.email?.signIn?.provider) void signIn(servers);
      else if (account && (servers.signIn || values.password === '')) void save(servers);
      else void test(servers);
    },
    signInAgain: () => {
      if (servers) void signIn(servers);
    },
    save: () => {
      if (servers) void save(servers);
    },
    trust: (server: 'imap' | 'smtp', fingerprint: string) => {
      if (!servers) return;
      const trusted = withTrust(servers, server, fingerprint);
      change({ servers: trusted });
      void test(trusted);
    },
    stop,
  };
}

export type AccountFormState = ReturnType<typeof useAccountForm>;

/** An empty field leaves what is kept as it is. */
const secretsOf = ({ servers, password, clientSecret }: Values): Secrets =>
  servers?.signIn ? (clientSecret === '' ? {} : { clientSecret }) : password === '' ? {} : { password };

function isTrustable(step: ConnectionStep): boolean {
  return step.error?.code === 'tls-untrusted' && typeof step.error.detail?.['fingerprint'] === 'string';
}
