// The steps of adding or changing an account: look for servers, sign in where that is the way, test, choose how passwords are kept, save.
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import type { Account, EmailServers } from '../../../../shared/model/account.ts';
import type { ConnectionQuestionData, ConnectionStep, DiscoveryResult } from '../../../../shared/model/discovery.ts';
import type { Secrets } from '../../../../shared/model/secrets.ts';
import type { ErrorData } from '../../../../shared/errors.ts';
import { outcomeOf, type Desk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { emptyServers, foundServers, withTrust } from './server-defaults.ts';
import { useBrowserSignIn } from './use-browser-sign-in.ts';

/** writing: the person is at it · signing-in: in the browser · the others say what is waited for; keeping: the person chooses how passwords are kept. */
export type Phase = 'writing' | 'looking' | 'signing-in' | 'testing' | 'keeping' | 'saving';

interface Values {
  address: string;
  password: string;
  /** Of a client id of the shop's own. */
  clientSecret: string;
  senderName: string;
  servers: EmailServers | null;
  found: DiscoveryResult | null;
}

/** The 2 minutes of main-api and a little more: main's answer is better than our own impatience. */
const testTimeoutMs = 130_000;

export function useAccountForm(desk: Desk, account: Account | null, onDone: () => void) {
  const text = useText();
  const [values, setValues] = useState<Values>(() => ({
    address: account?.address ?? '',
    password: '',
    clientSecret: '',
    senderName: account?.senderName ?? desk.app.get().settings.shop.name,
    servers: account?.email ?? null,
    found: null,
  }));
  const [phase, setPhase] = useState<Phase>('writing');
  const [areServersOpen, setServersOpen] = useState(account !== null);
  const [isNotFound, setNotFound] = useState(false);
  const [steps, setSteps] = useState<readonly ConnectionStep[]>([]);
  const [error, setError] = useState<ErrorData | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const testId = useRef<string | null>(null);
  const lookup = useRef<AbortController | null>(null);
  const browser = useBrowserSignIn(desk);
  /** Of the last sign-in that worked, for these servers. */
  const signInId = useRef<string | undefined>(undefined);

  const stopTest = (): void => {
    lookup.current?.abort();
    lookup.current = null;
    browser.stop();
    if (testId.current === null) return;
    const stopped = testId.current;
    testId.current = null;
    void outcomeOf(desk.main.cancelTest({ testId: stopped }));
  };
  useEffect(
    () => () => {
      lookup.current?.abort();
      if (testId.current !== null) void outcomeOf(desk.main.cancelTest({ testId: testId.current }));
    },
    [desk],
  );

  const change = (part: Partial<Values>): void => {
    setValues((now) => ({ ...now, ...part }));
    setError(null);
    setFailed(false);
  };

  const look = async (): Promise<void> => {
    setPhase('looking');
    setNotFound(false);
    const stop = new AbortController();
    lookup.current = stop;
    const outcome = await outcomeOf(desk.main.discoverServers({ address: values.address }, { signal: stop.signal }));
    if (stop.signal.aborted) return;
    setPhase('writing');
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
    setPhase('signing-in');
    setSteps([]);
    setError(null);
    setFailed(false);
    const outcome = await browser.signIn(question(servers));
    setPhase('writing');
    if (outcome.isOk) {
      signInId.current = outcome.value;
      await test(servers);
    } else if (outcome.error.code !== 'cancelled' || outcome.error.detail) setError(outcome.error);
  };

  const test = async (servers: EmailServers): Promise<void> => {
    const id = crypto.randomUUID();
    testId.current = id;
    setPhase('testing');
    setSteps([]);
    setError(null);
    setFailed(false);
    const unlisten = desk.bridge.onEvent((event) => {
      if (event.kind === 'test-step' && event.testId === id) setSteps((before) => [...before, event.step]);
    });
    const outcome = await outcomeOf(
      desk.main.testConnection(
        { testId: id, question: question(servers) },
        { timeoutMs: testTimeoutMs },
      ),
    );
    unlisten();
    if (testId.current !== id) return; // stopped by hand
    testId.current = null;
    setPhase('writing');
    if (!outcome.isOk) {
      setError(outcome.error);
      setFailed(true);
      return;
    }
    setSteps(outcome.value.steps);
    setFailed(!outcome.value.isOk);
    if (outcome.value.isOk) await save(servers);
  };

  const save = async (servers: EmailServers): Promise<void> => {
    const hasSecret = signInId.current !== undefined || Object.keys(secretsOf(values)).length > 0;
    if (desk.app.get().secrets.keeping === 'undecided' && hasSecret) {
      setPhase('keeping');
      return;
    }
    setPhase('saving');
    const given = {
      secrets: secretsOf(values),
      ...(signInId.current === undefined ? {} : { signInId: signInId.current }),
    };
    const outcome = await outcomeOf(
      account
        ? desk.main.updateAccount({
            account: { ...account, senderName: values.senderName, email: servers },
            ...given,
          })
        : desk.main.addAccount({
            account: {
              channel: 'email',
              label: values.address.trim(),
              address: values.address.trim(),
              senderName: values.senderName,
              email: servers,
            },
            ...given,
          }),
    );
    if (!outcome.isOk) {
      setPhase('writing');
      setError(outcome.error);
      return;
    }
    const saved = outcome.value;
    desk.app.update((app) => ({
      ...app,
      accounts: [...app.accounts.filter((each) => each.id !== saved.id), saved],
    }));
    notifications.show({ message: text(account ? 'account.saved' : 'account.added'), color: 'teal' });
    onDone();
  };

  const servers = values.servers;
  return {
    values,
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
      setSteps([]);
      setNotFound(false);
    },
    toggleServers: () => {
      if (!servers) change({ servers: emptyServers(values.address) });
      setServersOpen((isOpen) => !isOpen);
    },
    submit: () => {
      if (phase !== 'writing') return;
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
    stop: () => {
      stopTest();
      setPhase('writing');
    },
  };
}

export type AccountFormState = ReturnType<typeof useAccountForm>;

/** An empty field leaves what is kept as it is. */
const secretsOf = ({ servers, password, clientSecret }: Values): Secrets =>
  servers?.signIn ? (clientSecret === '' ? {} : { clientSecret }) : password === '' ? {} : { password };

function isTrustable(step: ConnectionStep): boolean {
  return step.error?.code === 'tls-untrusted' && typeof step.error.detail?.['fingerprint'] === 'string';
}
