// Erasure records: the log that names nobody, and what keeps erased mail away.
import type { WorkSet } from '../work/work-set.ts';
import type { RecordOf } from './record-of.ts';

/** Never removed: `null` data does not occur. */
export async function applyErasure(work: WorkSet, { data }: RecordOf<'erasure'>): Promise<void> {
  if (data === null) return;
  await work.erasures.load([data.id]);
  work.erasures.put(data);
  work.store.erased.add(data);
}
