// eBay beside the conformance suite: signing in by a pasted address, tokens that run out or are taken back, reading, attachments, orders.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Item } from '../../shared/model/item.ts';
import { codeIn } from '../../electron/sync/connectors/ebay/api.ts';
import { ebayConnector } from '../../electron/sync/connectors/ebay/index.ts';
import { fetched, idle, openBench, pullItems, type Bench } from '../harness/marketplaces/bench.ts';
import { ebayHarness, startEbay, type EbayMarketplace, type EbayOrderState } from '../harness/marketplaces/ebay.ts';

let bench: Bench<EbayMarketplace>;
beforeEach(async () => {
  bench = await openBench(ebayConnector, ebayHarness);
});
afterEach(() => bench.close());

const dayMs = 86_400_000;
const ordersIn = (items: readonly Item[]) => items.flatMap((item) => (item.kind === 'order' ? [item.order] : []));

const tokenCalls = (): number =>
  bench.market.requests.filter(({ path }) => path === '/identity/v1/oauth2/token').length;

test('the pasted address is traded once, then the token is renewed when it runs out', async () => {
  const threadKey = bench.market.ask('Can you ship to Greece?');
  const first = await pullItems(bench);
  expect(first.messages).toMatchObject([
    {
      threadKey,
      direction: 'in',
      from: { address: 'buyer_0' },
      subject: 'Olive-wood board',
      text: 'Can you ship to Greece?',
    },
  ]);
  await pullItems(bench, first.cursor);
  expect(tokenCalls()).toBe(1);
  bench.clock.advance(3 * 3_600_000);
  await pullItems(bench, first.cursor);
  expect(tokenCalls()).toBe(2);
  expect(bench.kept).toMatchObject({ refreshToken: 'v^1.1#refresh-91aa' });
});

test('both sessions wait for one token', async () => {
  bench.market.ask('Hello');
  const other = ebayConnector.open(bench.market.account, bench.deps);
  await Promise.all([bench.session, other].map((session) => pullItems({ ...bench, session })));
  expect(tokenCalls()).toBe(1);
  await other.close();
});

test('a permission that was taken back asks the person', async () => {
  bench.market.ask('Hello');
  await pullItems(bench);
  bench.market.revoke();
  await expect(pullItems(bench)).rejects.toMatchObject({ code: 'auth-failed' });
});

test('a buyer’s new words open the conversation, ours close it; names are compared without case', async () => {
  const threadKey = bench.market.ask('First');
  const { cursor } = await pullItems(bench);
  bench.clock.advance(60_000);
  bench.market.writeAgain(threadKey, 'Second');
  const { items, messages } = await pullItems(bench, cursor);
  expect(messages.map(({ text }) => text)).toEqual(['First', 'Second']);
  expect(items).toContainEqual(
    expect.objectContaining({
      kind: 'facts',
      facts: expect.objectContaining({ isOpen: true, product: expect.objectContaining({ sku: '110000000001' }) }),
    }),
  );
});

test('reading here is told to eBay', async () => {
  const threadKey = bench.market.ask('Unread');
  const { messages } = await pullItems(bench);
  const key = messages[0]?.key ?? '';
  const messageId = `${bench.market.account.id}:${key}` as never;
  await bench.session.tellSeen([{ id: '1', messageId, placements: [], isSeen: true }], idle);
  expect(bench.market.isRead(threadKey)).toBe(true);
});

test('an attachment is fetched without the token', async () => {
  bench.market.ask('See the photo');
  const [message] = (await pullItems(bench)).messages;
  const attachment = message?.attachments[0];
  expect(attachment).toMatchObject({ name: 'photo.jpg', mimeType: 'image/jpeg' });
  expect((await fetched(bench, attachment!)).toString()).toBe('JPEG');
});

test('orders stand beside the buyer of the same user name, whatever its case', async () => {
  bench.market.ask('Where is my parcel?');
  bench.market.order('buyer_0', { fulfillment: 'FULFILLED', trackingNumber: 'HL77001', ageMs: 2 * dayMs });
  const { items, messages } = await pullItems(bench);
  expect(messages[0]?.from.address).toBe('buyer_0');
  expect(items.slice(-2)).toEqual([
    { kind: 'customer', customer: { handle: 'ebay:buyer_0', name: 'Nora Field', city: 'Leeds' } },
    {
      kind: 'order',
      order: {
        number: '12-00000-34567',
        channel: 'ebay',
        handle: 'ebay:buyer_0',
        placedAt: bench.clock.now() - 2 * dayMs,
        status: 'shipped',
        totalMinor: 6430,
        currency: 'GBP',
        items: [{ title: 'Olive-wood board', quantity: 2, priceMinor: 2990 }],
        carrier: 'Hellenic',
        trackingNumber: 'HL77001',
      },
    },
  ]);
});

test.for<{ state: EbayOrderState; status: string }>([
  { state: { payment: 'PENDING' }, status: 'placed' },
  { state: { payment: 'PAID' }, status: 'paid' },
  { state: { payment: 'PARTIALLY_REFUNDED', fulfillment: 'IN_PROGRESS' }, status: 'paid' },
  { state: { payment: 'FULLY_REFUNDED', fulfillment: 'FULFILLED' }, status: 'returned' },
  { state: { payment: 'FULLY_REFUNDED', cancel: 'CANCELED' }, status: 'cancelled' },
  { state: { payment: 'SOMETHING_NEW', fulfillment: 'SOMETHING_NEW' }, status: 'placed' },
])('an order with $state is $status', async ({ state, status }) => {
  bench.market.order('buyer_0', state);
  expect(ordersIn((await pullItems(bench)).items)).toMatchObject([{ status }]);
});

test('of the past the orders of 90 days, page by page; then every ten minutes what changed', async () => {
  for (let index = 0; index < 230; index += 1)
    bench.market.order(`buyer_${index}`, { ageMs: (1 + (index % 80)) * dayMs });
  bench.market.order('late', { ageMs: 95 * dayMs });
  const first = await pullItems(bench);
  expect(new Set(ordersIn(first.items).map(({ number }) => number)).size).toBe(230);
  bench.clock.advance(3 * 60_000);
  bench.market.order('buyer_7', { fulfillment: 'FULFILLED' }, '12-00007-34567');
  const soon = await pullItems(bench, first.cursor);
  expect(ordersIn(soon.items)).toEqual([]);
  bench.clock.advance(8 * 60_000);
  const later = await pullItems(bench, soon.cursor);
  expect(ordersIn(later.items)).toMatchObject([{ number: '12-00007-34567', status: 'shipped' }]);
});

test.for([401, 403, 429, 500])(
  'orders refused with %i: conversations come all the same, and the orders once they are given',
  async (status) => {
    bench.market.ask('Hello');
    bench.market.order('buyer_0', { ageMs: 40 * dayMs });
    bench.market.refuseOrders(status);
    const first = await pullItems(bench);
    expect(first.messages).toHaveLength(1);
    expect(ordersIn(first.items)).toEqual([]);
    expect(bench.said.join('\n')).toContain('No orders are given');
    bench.market.refuseOrders(undefined);
    bench.clock.advance(11 * 60_000);
    expect(ordersIn((await pullItems(bench, first.cursor)).items)).toHaveLength(1);
  },
);

test('who agreed to messages only goes on reading and answering, without orders', async () => {
  await bench.close();
  const agreed = ['https://api.ebay.com/oauth/api_scope/commerce.message'];
  bench = await openBench(ebayConnector, { ...ebayHarness, start: (clock) => startEbay(clock, agreed) });
  bench.market.ask('Hello');
  bench.market.order('buyer_0');
  const first = await pullItems(bench);
  bench.clock.advance(3 * 3_600_000);
  bench.market.ask('Hello again');
  const second = await pullItems(bench, first.cursor);
  expect(second.messages.map(({ text }) => text)).toContain('Hello again');
  expect(ordersIn([...first.items, ...second.items])).toEqual([]);
});

test('the code is found in the address, or taken as it is', () => {
  expect(codeIn('https://shop.example/ok?state=1&code=v%5E1.1%23a&expires_in=299')).toBe('v^1.1#a');
  expect(codeIn('  v^1.1#a ')).toBe('v^1.1#a');
});
