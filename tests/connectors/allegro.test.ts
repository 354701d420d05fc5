// Allegro beside the conformance suite: the device flow, answers refused later, users that are gone, attachments, reading.
import { afterEach, expect, test } from 'vitest';
import { allegroConnector } from '../../electron/sync/connectors/allegro/index.ts';
import { allegroHarness, startAllegro, type AllegroMarketplace } from '../harness/marketplaces/allegro.ts';
import { answerIn, factsOf, fetched, idle, openBench, pullItems, type Bench } from '../harness/marketplaces/bench.ts';

let bench: Bench<AllegroMarketplace>;

async function open(isSignedIn = true): Promise<void> {
  bench = await openBench(allegroConnector, { ...allegroHarness, start: (clock) => startAllegro(clock, isSignedIn) });
}
afterEach(() => bench.close());

const waitingForPerson = {
  code: 'server-busy',
  detail: { userCode: 'AB12-CD34', signInUrl: 'https://allegro.example/skojarz-aplikacje?code=AB12CD34' },
};

test('signing in: a code is shown, asked for again without haste, and everything comes once it is confirmed', async () => {
  await open(false);
  bench.market.ask('Czy wysyłacie do Grecji?');
  await expect(pullItems(bench)).rejects.toMatchObject(waitingForPerson);
  bench.clock.advance(6000);
  await expect(pullItems(bench)).rejects.toMatchObject({ ...waitingForPerson, retryAfterMs: expect.any(Number) });
  bench.market.confirm();
  bench.clock.advance(11_000);
  expect((await pullItems(bench)).messages).toMatchObject([
    {
      direction: 'in',
      from: { address: 'kupujacy_0' },
      orderNumber: 'e1f20000-0000-4000-8000-000000000000',
      text: 'Czy wysyłacie do Grecji?',
    },
  ]);
  expect(bench.market.requests.filter(({ path }) => path === '/auth/oauth/device')).toHaveLength(1);
});

test('a code that ran out, or a permission that was taken back, begins a new sign-in', async () => {
  await open(false);
  await expect(pullItems(bench)).rejects.toMatchObject(waitingForPerson);
  bench.clock.advance(2 * 3_600_000);
  await expect(pullItems(bench)).rejects.toMatchObject(waitingForPerson);
  bench.market.confirm();
  bench.clock.advance(11_000);
  await pullItems(bench);
  bench.market.revoke();
  await expect(pullItems(bench)).rejects.toMatchObject(waitingForPerson);
});

test('an answer that is refused later comes back as refused', async () => {
  await open();
  const threadKey = bench.market.ask('Numer telefonu?');
  const first = await pullItems(bench);
  bench.clock.advance(60_000);
  expect(await answerIn(bench, threadKey, 'Proszę dzwonić 500600700')).toEqual({ kind: 'accepted' });
  const pending = await pullItems(bench, first.cursor);
  expect(pending.messages.at(-1)).toMatchObject({ direction: 'out', moderation: { state: 'pending' } });
  expect(factsOf(pending.items, threadKey)?.isOpen).toBe(false);
  bench.market.moderate();
  bench.clock.advance(60_000);
  const refused = await pullItems(bench, pending.cursor);
  expect(refused.messages.at(-1)).toMatchObject({ direction: 'out', moderation: { state: 'rejected' } });
  expect(factsOf(refused.items, threadKey)?.isOpen).toBe(true);
});

test('the order that a message names stands beside its buyer, whose name it tells; without the permission messages come all the same', async () => {
  await open();
  bench.market.ask('Gdzie jest paczka?');
  const { items } = await pullItems(bench);
  expect(items.slice(-2)).toEqual([
    { kind: 'customer', customer: { handle: 'allegro:kupujacy_0', name: 'Zofia Lis', city: 'Gdynia' } },
    {
      kind: 'order',
      order: {
        number: 'e1f20000-0000-4000-8000-000000000000',
        channel: 'allegro',
        handle: 'allegro:kupujacy_0',
        placedAt: bench.clock.now() - 2 * 86_400_000,
        status: 'shipped',
        totalMinor: 12_979,
        currency: 'PLN',
        items: [{ title: 'Lale vazo', quantity: 2, priceMinor: 5990 }],
        carrier: 'Allegro One Box',
      },
    },
  ]);
  bench.market.hideOrders();
  const without = await pullItems(bench);
  expect(without.messages).toHaveLength(1);
  expect(without.items.some(({ kind }) => kind === 'order')).toBe(false);
  expect(bench.said.join('\n')).toContain('No orders are given: auth-failed');
});

test('a user who is gone takes no answer', async () => {
  await open();
  const threadKey = bench.market.ask('Do widzenia');
  bench.market.forgetUser(threadKey);
  expect((await pullItems(bench)).items).toContainEqual(
    expect.objectContaining({ kind: 'facts', facts: expect.objectContaining({ noReply: 'closed' }) }),
  );
});

test('only safe attachments, only from Allegro; what was read is told', async () => {
  await open();
  const threadKey = bench.market.ask('Faktura');
  const [message] = (await pullItems(bench)).messages;
  expect(message?.attachments.map(({ name }) => name)).toEqual(['f.pdf']);
  expect((await fetched(bench, message!.attachments[0]!)).toString()).toBe('%PDF allegro');
  const elsewhere = { ...message!.attachments[0]!, ref: 'https://evil.example/f' };
  await expect(fetched(bench, elsewhere)).rejects.toMatchObject({ code: 'refused' });
  const messageId = `${bench.market.account.id}:${message?.key ?? ''}` as never;
  await bench.session.tellSeen([{ id: '1', messageId, placements: [], isSeen: true }], idle);
  expect(bench.market.isRead(threadKey)).toBe(true);
});
