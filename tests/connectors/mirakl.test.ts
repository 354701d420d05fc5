// Mirakl beside the conformance suite: recipients, the operator's threads, orders, attachments, tokens that are forgotten.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkedAddress } from '../../electron/sync/connectors/http.ts';
import { miraklConnector } from '../../electron/sync/connectors/mirakl/index.ts';
import type { Item } from '../../shared/model/item.ts';
import { answerIn, fetched, openBench, pullItems, type Bench } from '../harness/marketplaces/bench.ts';
import { miraklHarness, type MiraklMarketplace } from '../harness/marketplaces/mirakl.ts';

let bench: Bench<MiraklMarketplace>;
beforeEach(async () => {
  bench = await openBench(miraklConnector, miraklHarness);
});
afterEach(() => bench.close());

test('a customer’s thread: order, words without HTML, open until it is answered', async () => {
  const threadKey = bench.market.ask('Merhaba<br>nerede?');
  const { items } = await pullItems(bench);
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
  expect(await answerIn(bench, threadKey, 'Yolda.')).toEqual({ kind: 'accepted' });
  expect(bench.market.lastRecipients(threadKey)).toEqual([{ type: 'CUSTOMER', id: '500001' }]);
  const after = (await pullItems(bench)).items;
  expect(after).toContainEqual(
    expect.objectContaining({ kind: 'facts', facts: expect.objectContaining({ isOpen: false }) }),
  );
});

test('the operator is written to without an id', async () => {
  const threadKey = bench.market.operatorWrites('Belgenizi bekliyoruz');
  expect(await answerIn(bench, threadKey, 'Yarın gönderiyoruz.')).toEqual({ kind: 'accepted' });
  expect(bench.market.lastRecipients(threadKey)).toEqual([{ type: 'OPERATOR' }]);
});

test('the same words may be sent twice when they are two replies', async () => {
  const threadKey = bench.market.ask('Teşekkürler');
  expect(await answerIn(bench, threadKey, 'Rica ederiz')).toEqual({ kind: 'accepted' });
  expect(await answerIn(bench, threadKey, 'Rica ederiz')).toEqual({ kind: 'accepted' });
  expect(bench.market.delivered(threadKey)).toHaveLength(2);
});

test('a walk whose token was forgotten begins anew and misses nothing', async () => {
  bench.market.askMany(120);
  const { cursors, items } = await pullItems(bench);
  bench.market.forgetTokens();
  const rest = await pullItems(bench, cursors[0]);
  const keys = (all: Item[]) => new Set(all.flatMap((item) => (item.kind === 'message' ? [item.message.key] : [])));
  expect(keys(rest.items)).toEqual(keys(items));
});

test('attachments come as they are', async () => {
  bench.market.ask('Fatura ekte');
  const attachment = { ref: 'file-1', name: 'fatura.pdf', mimeType: 'application/pdf', sizeBytes: 14, isInline: false };
  expect((await fetched(bench, attachment)).toString()).toBe('%PDF-1.4 test');
});

test.each([
  'http://koctas.mirakl.example',
  'ftp://koctas.mirakl.example',
  'https://a:b@koctas.mirakl.example',
  'ne adresi',
])('the address %s is not taken', (address) => {
  expect(() => checkedAddress(address, { allowsPlaintextOnLoopback: false })).toThrow();
});
