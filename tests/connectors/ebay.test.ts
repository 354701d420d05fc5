// eBay beside the conformance suite: signing in by a pasted address, tokens that run out or are taken back, reading, attachments.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeIn } from '../../electron/sync/connectors/ebay/api.ts';
import { ebayConnector } from '../../electron/sync/connectors/ebay/index.ts';
import { fetched, idle, openBench, pullItems, type Bench } from '../harness/marketplaces/bench.ts';
import { ebayHarness, type EbayMarketplace } from '../harness/marketplaces/ebay.ts';

let bench: Bench<EbayMarketplace>;
beforeEach(async () => {
  bench = await openBench(ebayConnector, ebayHarness);
});
afterEach(() => bench.close());

const tokenCalls = (): number => bench.market.requests.filter(({ path }) => path === '/identity/v1/oauth2/token').length;

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

test('the code is found in the address, or taken as it is', () => {
  expect(codeIn('https://shop.example/ok?state=1&code=v%5E1.1%23a&expires_in=299')).toBe('v^1.1#a');
  expect(codeIn('  v^1.1#a ')).toBe('v^1.1#a');
});
