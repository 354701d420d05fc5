// Hepsiburada beside the conformance suite: the orders that questions name, what became of them, and doing without.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hepsiburadaConnector } from '../../electron/sync/connectors/hepsiburada/index.ts';
import { openBench, pullItems, type Bench } from '../harness/marketplaces/bench.ts';
import {
  hepsiburadaHarness,
  type HepsiburadaLine,
  type HepsiburadaMarketplace,
} from '../harness/marketplaces/hepsiburada.ts';

let bench: Bench<HepsiburadaMarketplace>;
beforeEach(async () => {
  bench = await openBench(hepsiburadaConnector, hepsiburadaHarness);
});
afterEach(() => bench.close());

const orderIn = async () => (await pullItems(bench)).items.find(({ kind }) => kind === 'order');
const line = (status: string, more: Partial<HepsiburadaLine> = {}): HepsiburadaLine => ({
  status,
  quantity: 1,
  unitPrice: 100,
  ...more,
});

test('the order that a question names stands beside its customer, whose name it tells', async () => {
  const threadKey = bench.market.ask('Paketim nerede?');
  const { items, messages } = await pullItems(bench);
  const [message] = messages;
  const handle = `hepsiburada:${message?.from.address ?? ''}`;
  expect(message?.orderNumber).toBe(`4${threadKey}`);
  expect(items.slice(-2)).toEqual([
    { kind: 'customer', customer: { handle, name: 'Elif Kaya', city: 'İzmir' } },
    {
      kind: 'order',
      order: {
        number: `4${threadKey}`,
        channel: 'hepsiburada',
        handle,
        placedAt: Math.floor((bench.clock.now() - 86_400_000) / 1000) * 1000,
        status: 'shipped',
        totalMinor: 49_990,
        currency: 'TRY',
        items: [{ title: 'Örgü Kazak', quantity: 2, priceMinor: 24_995 }],
        carrier: 'Test Kargo',
        trackingNumber: `TK5${threadKey}`,
      },
    },
  ]);
});

test.for<{ lines: HepsiburadaLine[]; status: string; totalMinor: number }>([
  { lines: [line('Delivered'), line('InTransit'), line('Packaged')], status: 'paid', totalMinor: 30_000 },
  { lines: [line('Delivered'), line('CancelledByMerchant')], status: 'delivered', totalMinor: 10_000 },
  { lines: [line('CancelledByCustomer'), line('CancelledBySap')], status: 'cancelled', totalMinor: 20_000 },
  { lines: [line('ClaimCreated', { quantity: 3 })], status: 'delivered', totalMinor: 30_000 },
  { lines: [line('UnDelivered')], status: 'returned', totalMinor: 10_000 },
  { lines: [line('Open')], status: 'paid', totalMinor: 10_000 },
  { lines: [line('SomethingNew')], status: 'placed', totalMinor: 10_000 },
])('$lines.0.status first: $status', async ({ lines, status, totalMinor }) => {
  bench.market.setOrder(bench.market.ask('Ne oldu?'), lines);
  expect(await orderIn()).toMatchObject({ order: { status, totalMinor } });
});

test('a package is followed only while there is one; an order that is gone is left out', async () => {
  const threadKey = bench.market.ask('Takip numarası?');
  bench.market.setOrder(threadKey, [line('Packaged')]);
  expect(await orderIn()).not.toHaveProperty('order.trackingNumber');
  bench.market.setOrder(threadKey, []);
  expect(await orderIn()).toBeUndefined();
  expect(bench.said.join('\n')).not.toContain('No orders are given');
});

test.for([401, 403, 429, 500])('orders refused with %i: the questions come all the same', async (status) => {
  bench.market.ask('Merhaba?');
  bench.market.refuseOrders(status);
  const { items, messages } = await pullItems(bench);
  expect(messages).toHaveLength(1);
  expect(items.some(({ kind }) => kind === 'order')).toBe(false);
  expect(bench.said.join('\n')).toContain('No orders are given');
});
