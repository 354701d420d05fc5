// Allegro beside the conformance suite: the device flow, answers refused later, users that are gone, attachments, reading.
import { afterEach, expect, test } from 'vitest';
import { allegroConnector } from '../../electron/sync/connectors/allegro/index.ts';
import type { ConnectorDeps, Session } from '../../electron/sync/connectors/connector.ts';
import { AppError } from '../../shared/errors.ts';
import type { Item } from '../../shared/model/item.ts';
import { outboxItemSchema, replyContentSchema } from '../../shared/model/outbox.ts';
import { startAllegro, type AllegroMarketplace } from '../harness/marketplaces/allegro.ts';
import { makeTestClock, type TestClock } from '../harness/marketplaces/test-clock.ts';

const idle = new AbortController().signal;
let clock: TestClock;
let market: AllegroMarketplace;
let session: Session;

async function open(isSignedIn = true): Promise<void> {
  clock = makeTestClock();
  market = await startAllegro(clock, isSignedIn);
  const kept: Record<string, string> = {};
  const deps: ConnectorDeps = {
    credential() {
      const all = { ...market.secrets, ...kept };
      return Object.keys(all).length > 0
        ? Promise.resolve(all)
        : Promise.reject(new AppError('auth-failed', 'No keys'));
    },
    keepSecrets: (renewed) => {
      Object.assign(kept, renewed);
      return Promise.resolve();
    },
    now: clock.now,
    sleep: clock.sleep,
    fetch: clock.fetch,
    log: () => undefined,
    allowsPlaintextOnLoopback: true,
  };
  session = allegroConnector.open(market.account, deps);
}
afterEach(async () => {
  await session.close();
  await market.close();
});

async function pull(cursor: string | null = null): Promise<{ items: Item[]; cursor: string }> {
  const items: Item[] = [];
  let last = '';
  for await (const pulled of session.pull(cursor, idle)) {
    items.push(...pulled.items);
    last = pulled.cursor;
  }
  return { items, cursor: last };
}
const messagesOf = (items: readonly Item[]) => items.flatMap((item) => (item.kind === 'message' ? [item.message] : []));

async function answer(threadKey: string, text: string) {
  const content = replyContentSchema.parse({
    outboxId: 'reply-1',
    to: [],
    cc: [],
    subject: '',
    text,
    html: '',
    references: [],
    threadKey,
    writtenAt: clock.now(),
  });
  const frozen = await allegroConnector.freeze(market.account, content, () => Promise.reject(new Error('no files')));
  const item = outboxItemSchema.parse({
    id: 'reply-1',
    accountId: market.account.id,
    state: 'claimed',
    frozen,
    attempts: 0,
    queuedAt: clock.now(),
  });
  return session.send(item, () => Promise.resolve(), idle);
}

const waitingForPerson = {
  code: 'server-busy',
  detail: { userCode: 'AB12-CD34', signInUrl: 'https://allegro.example/skojarz-aplikacje?code=AB12CD34' },
};

test('signing in: a code is shown, asked for again without haste, and everything comes once it is confirmed', async () => {
  await open(false);
  market.ask('Czy wysyłacie do Grecji?');
  await expect(pull()).rejects.toMatchObject(waitingForPerson);
  clock.advance(6000);
  await expect(pull()).rejects.toMatchObject({ ...waitingForPerson, retryAfterMs: expect.any(Number) });
  market.confirm();
  clock.advance(11_000);
  expect(messagesOf((await pull()).items)).toMatchObject([
    { direction: 'in', from: { address: 'kupujacy_0' }, orderNumber: 'e1f2-order', text: 'Czy wysyłacie do Grecji?' },
  ]);
  expect(market.requests.filter(({ path }) => path === '/auth/oauth/device')).toHaveLength(1);
});

test('a code that ran out, or a permission that was taken back, begins a new sign-in', async () => {
  await open(false);
  await expect(pull()).rejects.toMatchObject(waitingForPerson);
  clock.advance(2 * 3_600_000);
  await expect(pull()).rejects.toMatchObject(waitingForPerson);
  market.confirm();
  clock.advance(11_000);
  await pull();
  market.revoke();
  await expect(pull()).rejects.toMatchObject(waitingForPerson);
});

test('an answer that is refused later comes back as refused', async () => {
  await open();
  const threadKey = market.ask('Numer telefonu?');
  const first = await pull();
  clock.advance(60_000);
  expect(await answer(threadKey, 'Proszę dzwonić 500600700')).toEqual({ kind: 'accepted' });
  const pending = await pull(first.cursor);
  expect(messagesOf(pending.items).at(-1)).toMatchObject({ direction: 'out', moderation: { state: 'pending' } });
  expect(pending.items.at(-1)).toMatchObject({ kind: 'facts', facts: { isOpen: false } });
  market.moderate();
  clock.advance(60_000);
  const refused = await pull(pending.cursor);
  expect(messagesOf(refused.items).at(-1)).toMatchObject({ direction: 'out', moderation: { state: 'rejected' } });
  expect(refused.items.at(-1)).toMatchObject({ kind: 'facts', facts: { isOpen: true } });
});

test('a user who is gone takes no answer', async () => {
  await open();
  const threadKey = market.ask('Do widzenia');
  market.forgetUser(threadKey);
  expect((await pull()).items).toContainEqual(
    expect.objectContaining({ kind: 'facts', facts: expect.objectContaining({ noReply: 'closed' }) }),
  );
});

test('only safe attachments, only from Allegro; what was read is told', async () => {
  await open();
  const threadKey = market.ask('Faktura');
  const [message] = messagesOf((await pull()).items);
  expect(message?.attachments.map(({ name }) => name)).toEqual(['f.pdf']);
  const chunks: Uint8Array[] = [];
  const sink = { write: (chunk: Uint8Array) => Promise.resolve(void chunks.push(chunk)) };
  await session.fetchAttachment('', [], message!.attachments[0]!, sink, idle);
  expect(Buffer.concat(chunks).toString()).toBe('%PDF allegro');
  const elsewhere = { ...message!.attachments[0]!, ref: 'https://evil.example/f' };
  await expect(session.fetchAttachment('', [], elsewhere, sink, idle)).rejects.toMatchObject({ code: 'refused' });
  const messageId = `${market.account.id}:${message?.key ?? ''}` as never;
  await session.tellSeen([{ id: '1', messageId, placements: [], isSeen: true }], idle);
  expect(market.isRead(threadKey)).toBe(true);
});
