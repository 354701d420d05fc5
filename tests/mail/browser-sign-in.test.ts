// Signing in through the browser: only the browser that was sent out is believed, once, on this machine only, and not for long (SEC-10).
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import type { RequestOptions } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import { listenOnLoopback } from '../../electron/sync/connectors/loopback-listener.ts';
import type { MailSignIn } from '../../shared/model/account.ts';
import type { Secrets } from '../../shared/model/secrets.ts';
import {
  arrive,
  ask,
  publicClient,
  secretClient,
  startSignInServer,
  unwilling,
  type SignInServer,
} from '../harness/sign-in-server.ts';
import { depsFor, shop } from './mail-account.ts';

let provider: SignInServer;
beforeAll(async () => {
  provider = await startSignInServer();
});
afterAll(() => provider.stop());
afterEach(() => {
  vi.useRealTimers();
});

const own = (signIn: Partial<MailSignIn> = {}): MailSignIn => ({
  provider: 'google',
  clientId: publicClient,
  address: provider.url,
  ...signIn,
});

interface SignInRun {
  done: Promise<Secrets>;
  /** The page that the browser was sent to. */
  page: Promise<URL>;
  lines: string[];
  stop(): void;
}

function signIn(given: MailSignIn = own(), address = shop, secrets: Secrets = {}): SignInRun {
  const stopping = new AbortController();
  const deps = depsFor({ ca: '', users: {} }, shop, { fetch });
  let opened: (url: URL) => void;
  const page = new Promise<URL>((resolve) => (opened = resolve));
  const server = { host: 'mail.test', port: 993, security: 'tls' as const };
  const servers = { userName: address, imap: server, smtp: server, signIn: given };
  const openBrowser = async (url: string): Promise<void> => opened(new URL(url));
  const done = emailConnector.signIn!(
    { address, servers, fields: {}, secrets },
    { ...deps, openBrowser, returnWords: 'Back to Defter & <on>' },
    stopping.signal,
  );
  done.catch(() => undefined);
  return { done, page, lines: deps.lines, stop: () => stopping.abort() };
}

/** Where the browser is to come back to, and the state that it must bring. */
async function wayBack(run: SignInRun): Promise<{ back: URL; state: string }> {
  const { searchParams } = await run.page;
  return { back: new URL(searchParams.get('redirect_uri') ?? ''), state: searchParams.get('state') ?? '' };
}

const withQuery = (url: URL, query: Record<string, string>): URL => {
  const next = new URL(url);
  for (const [name, value] of Object.entries(query)) next.searchParams.append(name, value);
  return next;
};

/** Addresses of this machine on which the port is being listened at, from the kernel's own table. */
async function listeners(port: string): Promise<string[]> {
  const hex = Number(port).toString(16).toUpperCase().padStart(4, '0');
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8')));
  return tables
    .flatMap((table) => table.split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${hex}`) === true)
    .map(([, local = '']) => local);
}

/** Resolves once nothing answers there any more; how long that took. */
async function closed(port: string): Promise<number> {
  const startedAt = performance.now();
  while ((await listeners(port)).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  return performance.now() - startedAt;
}

test.each([
  ['a public client', () => own(), {}],
  ['a client with a secret', () => own({ clientId: secretClient.id }), { clientSecret: secretClient.secret }],
  ['a provider that knows only localhost', () => own({ provider: 'microsoft' }), {}],
])('signs in as %s: PKCE S256, state, loopback; tokens come back', async (_name, given, secrets) => {
  const run = signIn(given(), shop, secrets);
  const page = await run.page;
  expect(Object.fromEntries(page.searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
    login_hint: shop,
  });
  const answer = await provider.browse(page.href);
  expect(answer.hostname).toBe(given().provider === 'google' ? '127.0.0.1' : 'localhost');
  expect(await listeners(answer.port)).toEqual([expect.stringMatching(/^0100007F:/)]);
  const { status, body, headers } = await arrive(answer);
  expect(status).toBe(200);
  expect(body).toContain('Back to Defter &amp; &lt;on>');
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  const tokens = await run.done;
  expect(tokens).toMatchObject({ accessToken: expect.any(String), refreshToken: expect.any(String) });
  expect(Number(tokens['accessUntil']) - Date.now()).toBeGreaterThan(3_500_000);
  expect(await provider.isTokenGood(shop, tokens['accessToken']!)).toBe(true);
  expect(await closed(answer.port)).toBeLessThan(1_000);
  await expect(arrive(answer)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  for (const secret of Object.values(tokens)) expect(run.lines.join('\n')).not.toContain(secret);
});

test('believes nobody but the browser that was sent out, and still takes its answer', async () => {
  const run = signIn();
  const { back, state } = await wayBack(run);
  const forged = withQuery(back, { code: 'forged', state });
  const navigation = { host: back.host, 'sec-fetch-mode': 'navigate' };
  const attempts: [string, URL, RequestOptions, number][] = [
    ['no state', withQuery(back, { code: 'x' }), { headers: navigation }, 400],
    ['empty state', withQuery(back, { code: 'x', state: '' }), { headers: navigation }, 400],
    ['another state', withQuery(back, { code: 'x', state: `${state}x` }), { headers: navigation }, 400],
    ['state in other case', withQuery(back, { code: 'x', state: state.toUpperCase() }), { headers: navigation }, 400],
    ['two states', withQuery(back, { code: 'x', state: 'y', State: state }), { headers: navigation }, 400],
    ['state given twice', new URL(`${forged.href}&state=${state}`), { headers: navigation }, 400],
    ['two codes', new URL(`${forged.href}&code=other`), { headers: navigation }, 400],
    ['code and error', withQuery(forged, { error: 'access_denied' }), { headers: navigation }, 400],
    ['state alone', withQuery(back, { state }), { headers: navigation }, 400],
    ['error without state', withQuery(back, { error: 'access_denied' }), { headers: navigation }, 400],
    ['another path', new URL(`/other${forged.search}`, back), { headers: navigation }, 404],
    ['favicon', new URL('/favicon.ico', back), { headers: navigation }, 404],
    ['a host of its own', forged, { headers: { ...navigation, host: 'evil.example' } }, 421],
    ['a host that points here', forged, { headers: { ...navigation, host: `rebound.example:${back.port}` } }, 421],
    ['localhost for 127.0.0.1', forged, { headers: { ...navigation, host: `localhost:${back.port}` } }, 421],
    ['no port in the host', forged, { headers: { ...navigation, host: '127.0.0.1' } }, 421],
    ['a foreign page', forged, { headers: { ...navigation, origin: 'https://evil.example' } }, 403],
    ['a page of no origin', forged, { headers: { ...navigation, origin: 'null' } }, 403],
    ['a script', forged, { headers: { ...navigation, 'sec-fetch-mode': 'cors' } }, 403],
    ['a picture', forged, { headers: { ...navigation, 'sec-fetch-mode': 'no-cors' } }, 403],
    ['POST', forged, { headers: navigation, method: 'POST' }, 405],
    ['HEAD', forged, { headers: navigation, method: 'HEAD' }, 405],
    ['OPTIONS', forged, { headers: navigation, method: 'OPTIONS' }, 405],
    ['PUT', forged, { headers: navigation, method: 'PUT' }, 405],
  ];
  const told = [];
  for (const [name, url, options] of attempts) told.push([name, (await ask(url, options)).status]);
  expect(told).toEqual(attempts.map(([name, , , status]) => [name, status]));
  const answer = await provider.browse((await run.page).href);
  expect((await arrive(answer)).status).toBe(200);
  expect(await provider.isTokenGood(shop, (await run.done)['accessToken']!)).toBe(true);
});

test('takes one answer; the second is refused, and a state that was used opens no other sign-in', async () => {
  const first = signIn();
  const answer = await provider.browse((await first.page).href);
  const both = await Promise.allSettled([arrive(answer), arrive(answer)]);
  const statuses = both.map((each) => (each.status === 'fulfilled' ? each.value.status : 0));
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  await first.done;
  const second = signIn();
  const { back } = await wayBack(second);
  const reused = new URL(answer.search, back);
  expect((await arrive(reused)).status).toBe(400);
  second.stop();
  await expect(second.done).rejects.toMatchObject({ code: 'cancelled' });
});

test('a stolen code is worth nothing: it is bound to the sign-in that asked for it', async () => {
  const victim = signIn();
  const stolen = (await provider.browse((await victim.page).href)).searchParams.get('code') ?? '';
  const thief = signIn();
  const { back, state } = await wayBack(thief);
  const forged = withQuery(back, { code: stolen, state, iss: provider.url });
  await arrive(forged);
  await expect(thief.done).rejects.toMatchObject({ code: 'refused', detail: { reason: 'invalid_grant' } });
  victim.stop();
});

test('an answer of another issuer is not taken (RFC 9207)', async () => {
  const run = signIn();
  const answer = await provider.browse((await run.page).href);
  answer.searchParams.set('iss', 'https://evil.example');
  await arrive(answer);
  await expect(run.done).rejects.toMatchObject({ code: 'bad-data' });
});

test('says what the provider says when the person says no, and when the client is not known', async () => {
  const run = signIn(own(), unwilling);
  const answer = await provider.browse((await run.page).href);
  await arrive(answer);
  await expect(run.done).rejects.toMatchObject({
    code: 'refused',
    message: 'The person said no',
    detail: { reason: 'access_denied' },
  });
  const unknown = signIn(own({ clientId: secretClient.id }), shop, { clientSecret: 'not this one' });
  const back = await provider.browse((await unknown.page).href);
  await arrive(back);
  await expect(unknown.done).rejects.toMatchObject({ code: 'refused', detail: { reason: 'invalid_client' } });
});

test('without a client id of its own or of the shop, nothing is opened', async () => {
  const run = signIn({ provider: 'microsoft' });
  await expect(run.done).rejects.toMatchObject({ code: 'unsupported' });
});

test('a developer address is taken on this machine or over https only', async () => {
  for (const address of ['http://evil.example', 'ftp://127.0.0.1', 'http://user:word@127.0.0.1']) {
    await expect(signIn(own({ address })).done).rejects.toMatchObject({ code: 'bad-data' });
  }
});

test('stopping it closes the listener, also before anybody came', async () => {
  const run = signIn();
  const { back } = await wayBack(run);
  run.stop();
  await expect(run.done).rejects.toMatchObject({ code: 'cancelled' });
  expect(await closed(back.port)).toBeLessThan(1_000);
});

test('lives for two minutes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { redirectUri, answer } = await listenOnLoopback(
    { hostName: '127.0.0.1', state: 's', returnWords: '' },
    new AbortController().signal,
  );
  let ended: unknown;
  answer.catch((thrown: unknown) => (ended = thrown));
  await vi.advanceTimersByTimeAsync(119_900);
  expect(ended).toBeUndefined();
  await vi.advanceTimersByTimeAsync(200);
  expect(ended).toMatchObject({ code: 'cancelled', detail: { reason: 'late' } });
  await vi.advanceTimersByTimeAsync(1_000);
  vi.useRealTimers();
  expect(await closed(new URL(redirectUri).port)).toBeLessThan(1_000);
});

test('somebody who holds a line and says nothing delays neither the answer nor the end', async () => {
  const run = signIn();
  const { back } = await wayBack(run);
  const slow = connect(Number(back.port), '127.0.0.1');
  const slowEnded = new Promise((resolve) => slow.once('close', resolve));
  slow.on('error', () => undefined);
  slow.write('GET / HTTP/1.1\r\nHost: ');
  const answer = await provider.browse((await run.page).href);
  expect((await arrive(answer)).status).toBe(200);
  await run.done;
  expect(await closed(back.port)).toBeLessThan(1_000);
  await slowEnded;
});

test('every sign-in has a port of its own, whatever is taken', async () => {
  const runs = Array.from({ length: 8 }, () => signIn());
  const ports = await Promise.all(runs.map(async (run) => (await wayBack(run)).back.port));
  expect(new Set(ports).size).toBe(8);
  for (const run of runs) run.stop();
});
