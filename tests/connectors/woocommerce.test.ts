// WooCommerce beside the conformance suite: orders by e-mail address, reviews and their public answers, shops that are set up badly.
import { afterEach, expect, test } from 'vitest';
import { woocommerceConnector } from '../../electron/sync/connectors/woocommerce/index.ts';
import { answerIn, factsOf, idle, openBench, pullItems, type Bench } from '../harness/marketplaces/bench.ts';
import {
  startWoo,
  woocommerceHarness,
  type WooMarketplace,
  type WooOptions,
} from '../harness/marketplaces/woocommerce.ts';

let bench: Bench<WooMarketplace>;

async function open(options: WooOptions = {}): Promise<void> {
  bench = await openBench(woocommerceConnector, { ...woocommerceHarness, start: (clock) => startWoo(clock, options) });
}
afterEach(() => bench.close());

test('an order stands beside the mail of its customer; without words it is no conversation', async () => {
  await open();
  const threadKey = bench.market.ask('');
  const { items } = await pullItems(bench);
  expect(items.filter(({ kind }) => kind === 'message')).toEqual([]);
  expect(items).toContainEqual(
    expect.objectContaining({
      kind: 'order',
      order: expect.objectContaining({
        number: `MC-${threadKey.slice(6)}`,
        handle: `email:alici${threadKey.slice(6)}@posta.example`,
        totalMinor: 34_990,
        currency: 'TRY',
        status: 'paid',
      }),
    }),
  );
});

test('words given with an order are answered by a note that WooCommerce mails', async () => {
  await open();
  const threadKey = bench.market.ask('Hediye paketi olur mu?');
  const first = await pullItems(bench);
  expect(first.items).toContainEqual(
    expect.objectContaining({
      kind: 'message',
      message: expect.objectContaining({ threadKey, direction: 'in', text: 'Hediye paketi olur mu?' }),
    }),
  );
  expect(await answerIn(bench, threadKey, 'Elbette, not kartı da ekledik.')).toEqual({ kind: 'accepted' });
  bench.clock.advance(60_000);
  bench.market.complete(threadKey);
  const after = await pullItems(bench, first.cursor);
  expect(factsOf(after.items, threadKey)).toMatchObject({ kind: 'order', isOpen: false });
  expect(after.items).toContainEqual(
    expect.objectContaining({ kind: 'order', order: expect.objectContaining({ status: 'delivered' }) }),
  );
});

test('a review has stars, product and a public answer', async () => {
  await open();
  const threadKey = bench.market.review(
    '<p>Güzel ama <strong>kutusu</strong> ezikti.<br>Yine de teşekkürler &amp; sevgiler</p>',
    3,
  );
  const { items } = await pullItems(bench);
  expect(items).toContainEqual(
    expect.objectContaining({
      kind: 'message',
      message: expect.objectContaining({
        text: 'Güzel ama kutusu ezikti.\nYine de teşekkürler & sevgiler',
        subject: 'Lale vazo',
      }),
    }),
  );
  expect(factsOf(items, threadKey)).toMatchObject({
    kind: 'review',
    isOpen: true,
    isPublic: true,
    product: { title: 'Lale vazo', url: 'https://dukkan.example/lale-vazo' },
    review: { stars: 3, isVerified: true },
  });
  expect(await answerIn(bench, threadKey, 'Teşekkür ederiz.\nKutumuzu değiştirdik.')).toEqual({ kind: 'accepted' });
  const after = (await pullItems(bench)).items;
  expect(factsOf(after, threadKey)?.isOpen).toBe(false);
  expect(after).toContainEqual(
    expect.objectContaining({
      kind: 'message',
      message: expect.objectContaining({ direction: 'out', text: 'Teşekkür ederiz.\nKutumuzu değiştirdik.' }),
    }),
  );
});

test('stars alone go to Closed, spam nowhere', async () => {
  await open();
  const stars = bench.market.review('', 5);
  const spam = bench.market.review('Buy now', 1, 'spam');
  const { items } = await pullItems(bench);
  expect(factsOf(items, stars)).toMatchObject({ isOpen: false, review: { stars: 5 } });
  expect(factsOf(items, spam)).toBeUndefined();
});

test('without an application password reviews are answered on the shop’s page', async () => {
  await open({ hasNoWordpressUser: true });
  const threadKey = bench.market.review('Harika', 5);
  const { items } = await pullItems(bench);
  const facts = factsOf(items, threadKey);
  expect(facts?.noReply).toBe('elsewhere');
  expect(facts?.pageUrl).toMatch(/\/wp-admin\/comment\.php\?action=editcomment&c=\d+$/);
  await expect(answerIn(bench, threadKey, 'Teşekkürler')).rejects.toMatchObject({ code: 'refused' });
});

test('a server that drops the header gets the keys in the query, and no log gets them', async () => {
  await open({ dropsHeader: true });
  const threadKey = bench.market.ask('Merhaba');
  await pullItems(bench);
  expect(await answerIn(bench, threadKey, 'Merhaba, buyurun.')).toEqual({ kind: 'accepted' });
  for (const secret of Object.values(bench.market.secrets)) expect(bench.said.join('\n')).not.toContain(secret);
});

test('plain permalinks are told apart from wrong keys', async () => {
  await open({ hasNoPermalinks: true });
  const report = await woocommerceConnector.test?.(
    { address: '', fields: bench.market.account.fields ?? {}, secrets: bench.market.secrets },
    bench.deps,
    () => undefined,
    idle,
  );
  expect(report).toMatchObject({ isOk: false });
  expect(report?.steps.at(-1)).toMatchObject({ result: 'failed', error: { code: 'gone' } });
});
