// The bench "search": different queries over a mailbox that was synced just before, typed into the search field of the real app.
import { say } from '../../electron/launch/say.mjs';
import { plainFigure, quantile, rounded, type Outcome } from './figures.ts';
import { processorTimeOf } from './process-tree.ts';
import { searches } from './queries.ts';
import { searchFor, watchSearches, type SearchTimes } from './search-watch.ts';
import { syncMailbox } from './synced-app.ts';

export async function search({ messages = 5000, queries = 90 }: Readonly<Record<string, number>>): Promise<Outcome> {
  const { app, page, end } = await syncMailbox(messages);
  const times: SearchTimes[] = [];
  let processorMs: Record<string, number> = {};
  try {
    say(`Searching ${queries} times ...`);
    await watchSearches(page);
    await searchFor(page, 'merhaba');
    const { pid } = app.electron.process();
    if (pid === undefined) throw new Error('The app has no process');
    const before = processorTimeOf(pid);
    for (const query of searches(queries)) times.push(await searchFor(page, query));
    processorMs = Object.fromEntries(
      Object.entries(processorTimeOf(pid)).map(([role, seconds]) => [
        role,
        rounded(((seconds - (before[role] ?? 0)) * 1000) / queries, 1),
      ]),
    );
  } finally {
    await end();
  }
  const percentiles = (values: readonly number[]) => ({
    p50: quantile(values, 0.5, 1),
    p95: quantile(values, 0.95, 1),
    max: quantile(values, 1, 1),
  });
  const roundTripMs = percentiles(times.map((one) => one.roundTripMs));
  const typedToDrawnMs = percentiles(times.map((one) => one.typedToDrawnMs));
  const withHits = times.filter(({ hits }) => hits > 0).length;
  return {
    report: {
      bench: 'search',
      messages,
      queries: times.length,
      queriesWithHits: withHits,
      roundTripMs,
      typedToDrawnMs,
      processorMsPerQuery: processorMs,
    },
    figures: [
      plainFigure('Round trip to the store, p50', roundTripMs.p50, 'ms'),
      plainFigure('Round trip to the store, p95', roundTripMs.p95, 'ms', { atMost: 50 }),
      plainFigure('Round trip to the store, max', roundTripMs.max, 'ms'),
      plainFigure('Last key to drawn, p50', typedToDrawnMs.p50, 'ms'),
      plainFigure('Last key to drawn, p95', typedToDrawnMs.p95, 'ms'),
      plainFigure('Last key to drawn, max', typedToDrawnMs.max, 'ms'),
      ...['renderer', 'main'].map((role) =>
        plainFigure(`Processor time a query, ${role}`, processorMs[role] ?? 0, 'ms'),
      ),
      plainFigure('Queries with hits', withHits, `of ${times.length}`),
    ],
    notes: [
      `${messages} mails; queries of one to three words and beginnings of words, in capitals and without accents too.`,
      'Round trip: from the question that the page posts to the store worker to its answer, the newest 50 hits with their snippets; further ones come when somebody scrolls to them.',
      'Last key to drawn holds the pause of 130 ms in which the field waits for further keys, and two frames of drawing.',
    ],
  };
}
