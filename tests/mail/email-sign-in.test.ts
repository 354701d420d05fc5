// Mail with a sign-in in place of a password: tokens at a real Dovecot and an SMTP server, renewed in time, and asked of a person when they end.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import { discoverServers } from '../../electron/sync/connectors/email/discovery/discover-servers.ts';
import { networkDiscoveryDeps } from '../../electron/sync/connectors/email/discovery/network-deps.ts';
import type { ConnectorDeps } from '../../electron/sync/connectors/connector.ts';
import type { Account, EmailServers } from '../../shared/model/account.ts';
import { outboxItemSchema, replyContentSchema, type OutboxItem } from '../../shared/model/outbox.ts';
import type { Secrets } from '../../shared/model/secrets.ts';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { arrive, publicClient, startSignInServer, type SignInServer } from '../harness/sign-in-server.ts';
import { startSmtpSink, type SmtpSink } from '../harness/smtp-sink.ts';
import { accountOn, depsFor, Mirror, noFiles, plainMail, pullInto, shop, type TestDeps } from './mail-account.ts';

let provider: SignInServer;
let server: DovecotServer;
let sink: SmtpSink;
let servers: EmailServers;
let account: Account;
const idle = new AbortController().signal;

beforeAll(async () => {
  provider = await startSignInServer();
  server = await startDovecot({
    authMechanisms: 'xoauth2 oauthbearer',
    oauthIntrospectionUrl: provider.introspectionUrl,
  });
  sink = await startSmtpSink({
    certificates: server.certificates,
    authMethods: ['XOAUTH2'],
    isTokenGood: (user, token) => provider.isTokenGood(user, token),
  });
  const plain = accountOn(server, sink);
  servers = { ...plain.email!, signIn: { provider: 'google', clientId: publicClient, address: provider.url } };
  account = { ...plain, email: servers };
  await server.deliver(shop, plainMail({ subject: 'Where is my order?' }));
});
afterAll(async () => {
  await Promise.all([server.stop(), sink.stop(), provider.stop()]);
});
beforeEach(() => {
  provider.setTokenLife(3600);
  sink.clear();
});

interface SignedIn {
  deps: TestDeps;
  secrets: Secrets;
}

/** As main keeps them: what is renewed goes beside what was there. */
function keeping(secrets: Secrets): SignedIn {
  const kept = { ...secrets };
  const extra: Partial<ConnectorDeps> = {
    fetch,
    credential: async () => ({ ...kept }),
    keepSecrets: async (renewed) => {
      Object.assign(kept, renewed);
    },
  };
  return { deps: depsFor(server, shop, extra), secrets: kept };
}

async function signIn(): Promise<SignedIn> {
  const openBrowser = async (url: string): Promise<void> => {
    await arrive(await provider.browse(url));
  };
  const { deps } = keeping({});
  const question = { address: shop, servers, fields: {}, secrets: {} };
  return keeping(await emailConnector.signIn!(question, { ...deps, openBrowser, returnWords: 'Back' }, idle));
}

async function pulledSubjects(deps: ConnectorDeps): Promise<string[]> {
  const session = emailConnector.open(account, deps);
  const mirror = new Mirror();
  try {
    await pullInto(mirror, session);
  } finally {
    await session.close();
  }
  return mirror.summary();
}

async function reply(): Promise<OutboxItem> {
  const content = replyContentSchema.parse({
    outboxId: crypto.randomUUID(),
    to: [{ name: 'Ada', address: 'ada@customer.example' }],
    cc: [],
    subject: 'Re: Where is my order?',
    text: 'It left today.',
    html: '<p>It left today.</p>',
    references: [],
    writtenAt: Date.UTC(2026, 1, 3),
  });
  const frozen = await emailConnector.freeze(account, content, noFiles);
  return outboxItemSchema.parse({
    id: content.outboxId,
    accountId: account.id,
    state: 'claimed',
    frozen,
    attempts: 0,
    queuedAt: 0,
  });
}

const send = async (deps: ConnectorDeps) =>
  emailConnector.open(account, deps).send(await reply(), () => Promise.resolve(), idle);

test('receives and sends with the token of a sign-in; no password is there', async () => {
  const { deps, secrets } = await signIn();
  expect(secrets['password']).toBeUndefined();
  expect(await pulledSubjects(deps)).toEqual(['Where is my order?']);
  expect(await send(deps)).toMatchObject({ kind: 'accepted' });
  expect(sink.messages()).toMatchObject([{ user: shop }]);
  expect(sink.commands().filter((command) => command.startsWith('AUTH'))).toEqual(['AUTH XOAUTH2']);
  for (const secret of Object.values(secrets)) expect(deps.lines.join('\n')).not.toContain(secret);
});

test('renews the token before it runs out, once for both sessions at the same time', async () => {
  const { deps, secrets } = await signIn();
  const first = secrets['accessToken'];
  const before = provider.grants().length;
  deps.advance(3600_000 - 60_000);
  const [subjects, outcome] = await Promise.all([pulledSubjects(deps), send(deps)]);
  expect([subjects.length, outcome.kind]).toEqual([1, 'accepted']);
  expect(provider.grants().slice(before)).toEqual(['refresh_token']);
  expect(secrets['accessToken']).not.toBe(first);
});

test.each(['pull', 'send'] as const)('a token that the server takes no more is renewed at once (%s)', async (what) => {
  provider.setTokenLife(1);
  const { deps, secrets } = await signIn();
  // the program's clock believes in it for an hour
  secrets['accessUntil'] = String(Date.now() + 3600_000);
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  provider.setTokenLife(3600);
  const before = provider.grants().length;
  if (what === 'pull') expect(await pulledSubjects(deps)).toEqual(['Where is my order?']);
  else expect(await send(deps)).toMatchObject({ kind: 'accepted' });
  expect(provider.grants().slice(before)).toEqual(['refresh_token']);
});

test('a permission that was taken back asks for a sign-in; a new one goes on where the old one ended', async () => {
  const { deps, secrets } = await signIn();
  await provider.revokeAll();
  const before = sink.commands().length;
  await expect(pulledSubjects(deps)).rejects.toMatchObject({ code: 'auth-expired' });
  await expect(send(deps)).rejects.toMatchObject({ code: 'auth-expired' });
  expect(sink.messages()).toEqual([]);
  expect(
    sink
      .commands()
      .slice(before)
      .some((command) => command.startsWith('MAIL')),
  ).toBe(false);
  Object.assign(secrets, (await signIn()).secrets);
  expect(await pulledSubjects(deps)).toEqual(['Where is my order?']);
  expect(await send(deps)).toMatchObject({ kind: 'accepted' });
});

test('a provider that is down is no reason to ask a person', async () => {
  const { deps } = await signIn();
  deps.advance(3600_000);
  const unreachable = { ...deps, fetch: () => Promise.reject(new TypeError('fetch failed')) };
  await expect(pulledSubjects(unreachable)).rejects.toMatchObject({ code: 'offline' });
});

test('nobody has signed in yet: a person is asked, no server is', async () => {
  const { deps } = keeping({});
  const before = sink.connections().opened;
  await expect(pulledSubjects(deps)).rejects.toMatchObject({ code: 'auth-expired' });
  await expect(send(deps)).rejects.toMatchObject({ code: 'auth-expired' });
  expect(sink.connections().opened).toBe(before);
});

test('the connection test takes the token, step by step, and says when a server takes none', async () => {
  const { deps, secrets } = await signIn();
  const run = async (tried: EmailServers, given: Secrets) =>
    emailConnector.test!({ address: shop, servers: tried, fields: {}, secrets: given }, deps, () => undefined, idle);
  const good = await run(servers, secrets);
  expect(good.steps.filter(({ result }) => result !== 'ok')).toEqual([]);
  expect(good.isOk).toBe(true);

  const foreign = await run({ ...servers, userName: 'bob@test.local' }, secrets);
  const refused = foreign.steps.filter(({ result }) => result === 'failed');
  expect(refused.map(({ server: at, step, error }) => `${at} ${step} ${String(error?.code)}`).sort()).toEqual([
    'imap login auth-failed',
    'smtp login auth-failed',
  ]);
  expect(JSON.stringify(foreign)).not.toContain(secrets['accessToken']);

  const old = await startDovecot();
  try {
    const imap = { ...servers.imap, port: old.imapsPort };
    const without = await emailConnector.test!(
      { address: shop, servers: { ...servers, imap }, fields: {}, secrets },
      { ...deps, extraCa: server.ca + old.ca },
      () => undefined,
      idle,
    );
    expect(without.steps.find(({ result }) => result === 'failed')?.error).toMatchObject({
      code: 'unsupported',
      detail: { reason: 'no-token-login' },
    });
  } finally {
    await old.stop();
  }
});

test.each([
  ['shop@gmail.com', 'google'],
  ['shop@outlook.com', 'microsoft'],
  ['shop@hotmail.gr', 'microsoft'],
])('%s has a page to sign in on (%s)', async (address, kind) => {
  const found = await discoverServers(address, networkDiscoveryDeps(), idle);
  expect(found?.signIn).toBe(kind);
});
