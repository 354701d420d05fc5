// Writes everything the shop ever wrote into a journal that has lost its past: the database then is the only copy.
import { readRecords, type RecordPlace } from './every-record.ts';
import type { Store } from '../store.ts';

/** Rows per append: replies carry their bytes. */
const chunk = 200;

/**
 * Puts the database's shop data on disk again, and takes over the journal's numbering. For a journal whose numbers are behind what the
 * database has applied: its folder was lost, or put back from an older copy.
 */
export async function rejournal(store: Store): Promise<void> {
  const { database, deps, journal } = store;
  const at = deps.now();
  let lastSeq = 0;
  let count = 0;
  let place: RecordPlace | null = { table: 0, after: null };
  while (place !== null) {
    const { records, next }: Awaited<ReturnType<typeof readRecords>> = await readRecords(database, place, chunk, at);
    if (records.length > 0) ({ lastSeq } = await journal.append({ records }));
    count += records.length;
    place = next;
  }
  deps.log('error', `The journal had lost its past: ${count} records of the database were written into it`);
  await database.meta.put({ key: 'lastSeq', value: lastSeq });
  store.appliedSeq = lastSeq;
}
