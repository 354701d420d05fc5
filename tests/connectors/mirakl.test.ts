// Mirakl beside the conformance suite: recipients, the operator's threads, orders, attachments, tokens that are forgotten.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { miraklConnector } from '../../electron/sync/connectors/mirakl/index.ts';
import { checkedAddress } from '../../electron/sync/connectors/http.ts';
import type { Session } from '../../electron/sync/connectors/connector.ts';
import type { Item } from '../../shared/model/item.ts';
import { outboxItemSchema, replyContentSchema } from '../../shared/model/outbox.ts';
import { startMirakl, type MiraklMarketplace } from '../harness/marketplaces/mirakl.ts';
import { makeTestClock, type TestClock } from '../harness/marketplaces/test-clock.ts';

const idle = new AbortController().signal;
let clock: TestClock;
let market: MiraklMarketplace;
let session: Session;

beforeEach(async () => {
  clock = makeTestClock();
  market = await startMirakl(clock);
  session = miraklConnector.open(market.account, {
    credential: () => Promise.resolve(market.secrets),
    keepSecrets: () => Promise.resolve(),
    now: clock.now,
    sleep: clock.sleep,
    fetch: clock.fetch,
    log: () => undefined,
    allowsPlaintextOnLoopback: true,
  });
});
afterEach(async () => {
  await session.close();
  await market.close();
});

async function pull(cursor: string | null = null): Promise<{ items: Item[]; cursors: string[] }> {
  const items: Item[] = [];
  const cursors: string[] = [];
  for await (const pulled of session.pull(cursor, idle)) {
    items.push(...pulled.items);
    cursors.push(pulled.cursor);
  }
  return { items, cursors };
}

async function answer(threadKey: string, text: string): Promise<string> {
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
  const frozen = await miraklConnector.freeze(market.account, content, () => Promise.reject(new Error('no files')));
  const item = outboxItemSchema.parse({
    id: 'reply-1',
    accountId: market.account.id,
    state: 'claimed',
    frozen,
    attempts: 0,
    queuedAt: clock.now(),
  });
  return (await session.send(item, () => Promise.resolve(), idle)).kind;
}

test('a customer’s thread: order, words without HTML, open until it is answered', async () => {
  const threadKey = market.ask('Merhaba<br>nerede?');
  const { items } = await pull();
  expect(items).toContainEqual(
    expect.objectContaining({
      kind: 'message',
      message: expect.objectContaining({
        threadKey,
        text: 'Merhaba\nnerede?',
        orderNumber: 'ORD-500001',
        isSeen: false,
      }),
    }),
  );
  expect(items).toContainEqual(
    expect.objectContaining({ kind: 'facts', facts: expect.objectContaining({ isOpen: true }) }),
  );
  expect(items).toContainEqual(
    expect.objectContaining({
      kind: 'order',
      order: expect.objectContaining({
        number: 'ORD-500001',
        handle: 'mirakl:500001',
        status: 'shipped',
        totalMinor: 12_050,
      }),
    }),
  );
  expect(await answer(threadKey, 'Yolda.')).toBe('accepted');
  expect(market.lastRecipients(threadKey)).toEqual([{ type: 'CUSTOMER', id: '500001' }]);
  const after = (await pull()).items;
  expect(after).toContainEqual(
    expect.objectContaining({ kind: 'facts', facts: expect.objectContaining({ isOpen: false }) }),
  );
});

test('the operator is written to without an id', async () => {
  const threadKey = market.operatorWrites('Belgenizi bekliyoruz');
  expect(await answer(threadKey, 'Yarın gönderiyoruz.')).toBe('accepted');
  expect(market.lastRecipients(threadKey)).toEqual([{ type: 'OPERATOR' }]);
});

test('the same words may be sent twice when they are two replies', async () => {
  const threadKey = market.ask('Teşekkürler');
  expect(await answer(threadKey, 'Rica ederiz')).toBe('accepted');
  expect(await answer(threadKey, 'Rica ederiz')).toBe('accepted');
  expect(market.delivered(threadKey)).toHaveLength(2);
});

test('a walk whose token was forgotten begins anew and misses nothing', async () => {
  market.askMany(120);
  const { cursors, items } = await pull();
  market.forgetTokens();
  const rest = await pull(cursors[0]);
  const keys = (all: Item[]) => new Set(all.flatMap((item) => (item.kind === 'message' ? [item.message.key] : [])));
  expect(keys(rest.items)).toEqual(keys(items));
});

test('attachments come as they are', async () => {
  market.ask('Fatura ekte');
  const chunks: Uint8Array[] = [];
  const attachment = { ref: 'file-1', name: 'fatura.pdf', mimeType: 'application/pdf', sizeBytes: 14, isInline: false };
  await session.fetchAttachment(
    '',
    [],
    attachment,
    { write: (chunk) => Promise.resolve(void chunks.push(chunk)) },
    idle,
  );
  expect(Buffer.concat(chunks).toString()).toBe('%PDF-1.4 test');
});

test.each([
  'http://koctas.mirakl.example',
  'ftp://koctas.mirakl.example',
  'https://a:b@koctas.mirakl.example',
  'ne adresi',
])('the address %s is not taken', (address) => {
  expect(() => checkedAddress(address, { allowsPlaintextOnLoopback: false })).toThrow();
});
