// eBay beside the conformance suite: signing in by a pasted address, tokens that run out or are taken back, reading, attachments.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ConnectorDeps, Session } from '../../electron/sync/connectors/connector.ts';
import { codeIn } from '../../electron/sync/connectors/ebay/api.ts';
import { ebayConnector } from '../../electron/sync/connectors/ebay/index.ts';
import type { Item } from '../../shared/model/item.ts';
import { startEbay, type EbayMarketplace } from '../harness/marketplaces/ebay.ts';
import { makeTestClock, type TestClock } from '../harness/marketplaces/test-clock.ts';

const idle = new AbortController().signal;
let clock: TestClock;
let market: EbayMarketplace;
let deps: ConnectorDeps;
let session: Session;
let kept: Record<string, string>;

beforeEach(async () => {
  clock = makeTestClock();
  market = await startEbay(clock);
  kept = {};
  deps = {
    credential: () => Promise.resolve({ ...market.secrets, ...kept }),
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
  session = ebayConnector.open(market.account, deps);
});
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
const tokenCalls = (): number => market.requests.filter(({ path }) => path === '/identity/v1/oauth2/token').length;

test('the pasted address is traded once, then the token is renewed when it runs out', async () => {
  const threadKey = market.ask('Can you ship to Greece?');
  const first = await pull();
  expect(messagesOf(first.items)).toMatchObject([
    {
      threadKey,
      direction: 'in',
      from: { address: 'buyer_0' },
      subject: 'Olive-wood board',
      text: 'Can you ship to Greece?',
    },
  ]);
  await pull(first.cursor);
  expect(tokenCalls()).toBe(1);
  clock.advance(3 * 3_600_000);
  await pull(first.cursor);
  expect(tokenCalls()).toBe(2);
  expect(kept).toMatchObject({ refreshToken: 'v^1.1#refresh-91aa' });
});

test('both sessions wait for one token', async () => {
  market.ask('Hello');
  const other = ebayConnector.open(market.account, deps);
  const drain = async (each: Session) => {
    for await (const _pulled of each.pull(null, idle)) continue;
  };
  await Promise.all([drain(session), drain(other)]);
  expect(tokenCalls()).toBe(1);
  await other.close();
});

test('a permission that was taken back asks the person', async () => {
  market.ask('Hello');
  await pull();
  market.revoke();
  await expect(pull()).rejects.toMatchObject({ code: 'auth-failed' });
});

test('a buyer’s new words open the conversation, ours close it; names are compared without case', async () => {
  const threadKey = market.ask('First');
  const { cursor } = await pull();
  clock.advance(60_000);
  market.writeAgain(threadKey, 'Second');
  const { items } = await pull(cursor);
  expect(messagesOf(items).map(({ text }) => text)).toEqual(['First', 'Second']);
  expect(items).toContainEqual(
    expect.objectContaining({
      kind: 'facts',
      facts: expect.objectContaining({ isOpen: true, product: expect.objectContaining({ sku: '110000000001' }) }),
    }),
  );
});

test('reading here is told to eBay', async () => {
  const threadKey = market.ask('Unread');
  const { items } = await pull();
  const key = messagesOf(items)[0]?.key ?? '';
  const messageId = `${market.account.id}:${key}` as never;
  await session.tellSeen([{ id: '1', messageId, placements: [], isSeen: true }], idle);
  expect(market.isRead(threadKey)).toBe(true);
});

test('an attachment is fetched without the token', async () => {
  market.ask('See the photo');
  const [message] = messagesOf((await pull()).items);
  const attachment = message?.attachments[0];
  expect(attachment).toMatchObject({ name: 'photo.jpg', mimeType: 'image/jpeg' });
  const chunks: Uint8Array[] = [];
  await session.fetchAttachment(
    '',
    [],
    attachment!,
    { write: (chunk) => Promise.resolve(void chunks.push(chunk)) },
    idle,
  );
  expect(Buffer.concat(chunks).toString()).toBe('JPEG');
});

test('the code is found in the address, or taken as it is', () => {
  expect(codeIn('https://shop.example/ok?state=1&code=v%5E1.1%23a&expires_in=299')).toBe('v^1.1#a');
  expect(codeIn('  v^1.1#a ')).toBe('v^1.1#a');
});
