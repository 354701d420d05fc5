// WooCommerce beside the conformance suite: orders by e-mail address, reviews and their public answers, shops that are set up badly.
import { afterEach, expect, test } from 'vitest';
import type { Session } from '../../electron/sync/connectors/connector.ts';
import { woocommerceConnector } from '../../electron/sync/connectors/woocommerce/index.ts';
import type { Item } from '../../shared/model/item.ts';
import { outboxItemSchema, replyContentSchema } from '../../shared/model/outbox.ts';
import { makeTestClock, type TestClock } from '../harness/marketplaces/test-clock.ts';
import { startWoo, type WooMarketplace, type WooOptions } from '../harness/marketplaces/woocommerce.ts';

const idle = new AbortController().signal;
let clock: TestClock;
let market: WooMarketplace;
let session: Session;
let lines: string[];

async function open(options: WooOptions = {}): Promise<void> {
  clock = makeTestClock();
  market = await startWoo(clock, options);
  lines = [];
  session = woocommerceConnector.open(market.account, {
    credential: () => Promise.resolve(market.secrets),
    keepSecrets: () => Promise.resolve(),
    now: clock.now,
    sleep: clock.sleep,
    fetch: clock.fetch,
    log: (_level, message) => lines.push(message),
    allowsPlaintextOnLoopback: true,
  });
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

const factsOf = (items: readonly Item[], threadKey: string) =>
  items.flatMap((item) => (item.kind === 'facts' && item.threadKey === threadKey ? [item.facts] : []))[0];

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
  const frozen = await woocommerceConnector.freeze(market.account, content, () =>
    Promise.reject(new Error('no files')),
  );
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

test('an order stands beside the mail of its customer; without words it is no conversation', async () => {
  await open();
  const threadKey = market.ask('');
  const { items } = await pull();
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
  const threadKey = market.ask('Hediye paketi olur mu?');
  const first = await pull();
  expect(first.items).toContainEqual(
    expect.objectContaining({
      kind: 'message',
      message: expect.objectContaining({ threadKey, direction: 'in', text: 'Hediye paketi olur mu?' }),
    }),
  );
  expect(await answer(threadKey, 'Elbette, not kartı da ekledik.')).toEqual({ kind: 'accepted' });
  clock.advance(60_000);
  market.complete(threadKey);
  const after = await pull(first.cursor);
  expect(factsOf(after.items, threadKey)).toMatchObject({ kind: 'order', isOpen: false });
  expect(after.items).toContainEqual(
    expect.objectContaining({ kind: 'order', order: expect.objectContaining({ status: 'delivered' }) }),
  );
});

test('a review has stars, product and a public answer', async () => {
  await open();
  const threadKey = market.review(
    '<p>Güzel ama <strong>kutusu</strong> ezikti.<br>Yine de teşekkürler &amp; sevgiler</p>',
    3,
  );
  const { items } = await pull();
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
  expect(await answer(threadKey, 'Teşekkür ederiz.\nKutumuzu değiştirdik.')).toEqual({ kind: 'accepted' });
  const after = (await pull()).items;
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
  const stars = market.review('', 5);
  const spam = market.review('Buy now', 1, 'spam');
  const { items } = await pull();
  expect(factsOf(items, stars)).toMatchObject({ isOpen: false, review: { stars: 5 } });
  expect(factsOf(items, spam)).toBeUndefined();
});

test('without an application password reviews are answered on the shop’s page', async () => {
  await open({ hasNoWordpressUser: true });
  const threadKey = market.review('Harika', 5);
  const { items } = await pull();
  const facts = factsOf(items, threadKey);
  expect(facts?.noReply).toBe('elsewhere');
  expect(facts?.pageUrl).toMatch(/\/wp-admin\/comment\.php\?action=editcomment&c=\d+$/);
  await expect(answer(threadKey, 'Teşekkürler')).rejects.toMatchObject({ code: 'refused' });
});

test('a server that drops the header gets the keys in the query, and no log gets them', async () => {
  await open({ dropsHeader: true });
  const threadKey = market.ask('Merhaba');
  await pull();
  expect(await answer(threadKey, 'Merhaba, buyurun.')).toEqual({ kind: 'accepted' });
  for (const secret of Object.values(market.secrets)) expect(lines.join('\n')).not.toContain(secret);
});

test('plain permalinks are told apart from wrong keys', async () => {
  await open({ hasNoPermalinks: true });
  const report = await woocommerceConnector.test?.(
    { address: '', fields: market.account.fields ?? {}, secrets: market.secrets },
    { now: clock.now, sleep: clock.sleep, fetch: clock.fetch, log: () => undefined, allowsPlaintextOnLoopback: true },
    () => undefined,
    idle,
  );
  expect(report).toMatchObject({ isOk: false });
  expect(report?.steps.at(-1)).toMatchObject({ result: 'failed', error: { code: 'gone' } });
});
