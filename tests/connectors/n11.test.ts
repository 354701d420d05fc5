// n11 beside the conformance suite: orders of the buyers who ask, what became of them, and doing without.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { n11Connector } from '../../electron/sync/connectors/n11/index.ts';
import type { Item } from '../../shared/model/item.ts';
import { openBench, pullItems, type Bench } from '../harness/marketplaces/bench.ts';
import { n11Harness, type N11Line, type N11Marketplace } from '../harness/marketplaces/n11.ts';

const dayMs = 86_400_000;

let bench: Bench<N11Marketplace>;
beforeEach(async () => {
  bench = await openBench(n11Connector, n11Harness);
});
afterEach(() => bench.close());

const ordersIn = (items: readonly Item[]) => items.flatMap((item) => (item.kind === 'order' ? [item.order] : []));

test('an order stands beside the buyer whose address a question gives', async () => {
  const email = bench.market.emailOf(bench.market.ask('Kargom nerede?'));
  bench.market.order(email, [{ status: 6, quantity: 2, price: '219.75', trackingNumber: 'TK88001' }], 2 * dayMs);
  const { items, messages } = await pullItems(bench);
  expect(messages[0]?.from.address).toBe(email);
  expect(items.slice(-2)).toEqual([
    { kind: 'customer', customer: { handle: `n11:${email}`, name: 'Deniz Ak', city: 'İzmir' } },
    {
      kind: 'order',
      order: {
        number: '200000000000',
        channel: 'n11',
        handle: `n11:${email}`,
        // n11 tells minutes
        placedAt: Math.floor((bench.clock.now() - 2 * dayMs) / 60_000) * 60_000,
        status: 'shipped',
        totalMinor: 43_953,
        currency: 'TRY',
        items: [{ title: 'Örgü Kazak', quantity: 2, priceMinor: 21_975 }],
        carrier: 'Test Kargo',
        trackingNumber: 'TK88001',
      },
    },
  ]);
});

test.for<{ lines: N11Line[]; status: string }>([
  { lines: [{ status: 1 }], status: 'placed' },
  { lines: [{ status: 2 }, { status: 7 }], status: 'paid' },
  { lines: [{ status: 4 }, { status: 10 }], status: 'delivered' },
  { lines: [{ status: 4 }, { status: 8 }], status: 'cancelled' },
  { lines: [{ status: 13 }], status: 'returned' },
  { lines: [{ status: 14 }], status: 'paid' },
  { lines: [{ status: 99 }], status: 'placed' },
])('lines in the states $lines: $status', async ({ lines, status }) => {
  bench.market.order('deniz@n11.test', lines);
  expect(ordersIn((await pullItems(bench)).items)).toMatchObject([{ status }]);
});

test('a buyer without an address stays unknown', async () => {
  bench.market.order('', [{ status: 2 }]);
  expect(ordersIn((await pullItems(bench)).items)).toEqual([]);
});

test('of the past twelve weeks, page by page; then every ten minutes the last four, in their newest state', async () => {
  for (let index = 0; index < 130; index += 1)
    bench.market.order(`d${index}@n11.test`, [{ status: 5 }], 3 * dayMs + index);
  const old = bench.market.order('old@n11.test', [{ status: 10 }], 80 * dayMs);
  bench.market.order('older@n11.test', [{ status: 10 }], 100 * dayMs);
  const first = await pullItems(bench);
  const numbers = new Set(ordersIn(first.items).map(({ number }) => number));
  expect(numbers.size).toBe(131);
  expect(numbers).toContain(old);
  const asked = bench.market.orderLists.length;
  bench.clock.advance(2 * 60_000);
  const soon = await pullItems(bench, first.cursor);
  expect(bench.market.orderLists).toHaveLength(asked);
  bench.market.order('d7@n11.test', [{ status: 7 }], 0, '200000000007');
  bench.clock.advance(9 * 60_000);
  const later = ordersIn((await pullItems(bench, soon.cursor)).items);
  expect(later.find(({ number }) => number === '200000000007')).toMatchObject({ status: 'delivered' });
  expect(later.some(({ number }) => number === old)).toBe(false);
});

test('orders that n11 refuses: questions come all the same, and the orders once they are given', async () => {
  bench.market.ask('Merhaba?');
  bench.market.order('deniz@n11.test', [{ status: 2 }], 60 * dayMs);
  bench.market.refuseOrders('SELLER_API.notAuthorized');
  const first = await pullItems(bench);
  expect(first.messages).toHaveLength(1);
  expect(ordersIn(first.items)).toEqual([]);
  expect(bench.said.join('\n')).toContain('No orders are given');
  bench.market.refuseOrders(undefined);
  bench.clock.advance(11 * 60_000);
  expect(ordersIn((await pullItems(bench, first.cursor)).items)).toHaveLength(1);
});
