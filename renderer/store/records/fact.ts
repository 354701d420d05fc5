// Fact records: what the shop says of itself, with the day it was last checked.
import type { WorkSet } from '../work/work-set.ts';
import type { RecordOf } from './record-of.ts';

export async function applyFact(work: WorkSet, record: RecordOf<'fact'>): Promise<void> {
  await work.facts.load([record.key]);
  if (record.data !== null) work.facts.put(record.data);
  else if (work.facts.get(record.key)) work.facts.delete(record.key);
}
