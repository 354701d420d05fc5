// How fast mail goes into the store and is found again; prints figures, judges only results.
import { expect, it } from 'vitest';
import { recount } from '../../renderer/store/work/counters.ts';
import { generateMail } from './mail-generator.ts';
import { openTestStore } from './test-store.ts';

const count = Number(import.meta.env['VITE_MAIL_COUNT'] ?? 5000);
/** Of the text of each; 4 kB is a long mail. */
const textUnits = Number(import.meta.env['VITE_MAIL_UNITS'] ?? 4000);
const batchSize = 500;

it(`takes ${count} messages in and finds them`, { timeout: 1_800_000 }, async () => {
  const store = await openTestStore();
  const { search } = await store.running.opened();
  await search.warmUp();
  const mail = generateMail(count, 1, textUnits);
  const began = performance.now();
  const batchTimes: number[] = [];
  for (let from = 0; from < mail.length; from += batchSize) {
    const batchBegan = performance.now();
    await store.batch(mail.slice(from, from + batchSize));
    batchTimes.push(performance.now() - batchBegan);
  }
  const tookMs = performance.now() - began;
  console.log(
    `ingest: ${Math.round((count / tookMs) * 1000)} mails/s (${Math.round(tookMs)} ms; batches ${batchTimes.map(Math.round).join(' ')})`,
  );
  expect(await store.rows.messages.count()).toBe(count);
  expect((await store.rows.counters.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    await recount(store.rows),
  );

  const queries = [
    'sipar',
    'kargo takip',
    'vazo',
    'παραγγελια',
    'ayse yilmaz',
    'musteri12',
    'invoice payment',
    'fotograf kirik',
    'cok guzel',
    'large vase',
    '123',
    'ευχαριστω τελεια',
  ];
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    for (const query of queries) {
      const searchBegan = performance.now();
      await store.page.search({ query, limit: 50 });
      times.push(performance.now() - searchBegan);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  console.log(`search over ${count}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(0.999)} ms`);
  expect((await store.page.search({ query: 'ΠΑΡΑΓΓΕΛΙΑ', limit: 50 })).hits).toHaveLength(50);
  await store.close();
});
