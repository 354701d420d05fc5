// The shop's facts, live.
import type { FactRow } from '../../database/rows.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

/** All of them, by label; undefined until they were read. */
export function useFacts(): readonly FactRow[] | undefined {
  return useLive('facts', async () =>
    (await database().facts.toArray()).sort((a, b) => a.label.localeCompare(b.label)),
  );
}
