// Trendyol beside the conformance suite: answers that are checked after they were taken.
import { afterEach, expect, test } from 'vitest';
import { trendyolConnector } from '../../electron/sync/connectors/trendyol/index.ts';
import { messagesOf, openBench, pullAll, replyTo, send, type Bench } from '../harness/marketplaces/bench.ts';
import type { TestClock } from '../harness/marketplaces/test-clock.ts';
import { startTrendyol, trendyolHarness, type TrendyolMarketplace } from '../harness/marketplaces/trendyol.ts';

const minuteMs = 60_000;
let bench: Bench<TrendyolMarketplace>;

async function open(): Promise<void> {
  const start = (clock: TestClock) => startTrendyol(clock, { moderationMs: 60 * minuteMs });
  bench = await openBench(trendyolConnector, { ...trendyolHarness, start });
}
afterEach(() => bench.close());

/** What the next look says of the shop's answers and of the question. */
async function look(cursor: string) {
  bench.clock.advance(minuteMs);
  const batches = await pullAll(bench, cursor);
  const answers = messagesOf(batches).filter(({ direction }) => direction === 'out');
  const facts = batches.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'facts' ? [item.facts] : [])));
  return { answers: answers.map(({ text, moderation }) => [text, moderation?.state]), isOpen: facts.at(-1)?.isOpen };
}

test('an answer refused before it was ever shown comes back as refused, with the words', async () => {
  await open();
  const threadKey = bench.market.ask('Stokta var mı?');
  const item = await replyTo(bench, threadKey, 'reply-1', 'Instagram hesabımızdan yazın.');
  const cursor = (await pullAll(bench)).at(-1)!.cursor;
  expect((await send(bench, item)).outcome.kind).toBe('accepted');
  expect((await look(cursor)).answers).toEqual([]); // being checked, it is not shown
  bench.market.moderate();
  const { answers, isOpen } = await look(cursor);
  expect([answers.at(-1), isOpen]).toEqual([['Instagram hesabımızdan yazın.', 'rejected'], true]);
});

test('a second answer is looked after until it is decided on, whatever became of the first', async () => {
  await open();
  const threadKey = bench.market.ask('Stokta var mı?');
  const first = await replyTo(bench, threadKey, 'reply-1', 'Instagram hesabımızdan yazın.');
  const second = await replyTo(bench, threadKey, 'reply-2', 'Evet, stokta var efendim.');
  const cursor = (await pullAll(bench)).at(-1)!.cursor;
  await send(bench, first);
  bench.market.moderate();
  await look(cursor);
  bench.clock.advance(60 * minuteMs);
  await send(bench, { ...second, queuedAt: bench.clock.now() });
  const { cursor: now } = (await pullAll(bench, cursor)).at(-1)!; // the ten minutes' sweep is done
  expect((await look(now)).answers.at(-1)).toEqual(['Instagram hesabımızdan yazın.', 'rejected']);
  bench.market.moderate();
  expect((await look(now)).answers.at(-1)).toEqual(['Evet, stokta var efendim.', 'accepted']);
});
