// Shop data on its way to the journal and from there into the database: on disk first, then visible.
import { AppError } from '../../../shared/errors.ts';
import type { JournaledRecord, JournalRecord } from '../../../shared/model/journal.ts';
import { applyRecords } from './apply-record.ts';
import { rejournal } from './rejournal.ts';
import type { Store } from '../store.ts';
import { finishWork, startWork, type WorkSet } from '../work/work-set.ts';

/** Records per page of a replay. */
const pageSize = 1000;
/** The most that one append takes. */
const appendLimit = 10_000;

/**
 * Writes records to the journal (on disk when this resolves) and then applies them. Callers are inside the mutation queue. When the journal
 * refuses, nothing has changed and its error goes on.
 */
export async function commit(store: Store, records: JournalRecord[]): Promise<void> {
  for (let from = 0; from < records.length; from += appendLimit) {
    const part = records.slice(from, from + appendLimit);
    const { lastSeq, met } = await append(store, part);
    if (met === 'ahead') continue; // ours were applied with the rest
    const work = startWork(store);
    await applyRecords(work, part);
    work.meta.push({ key: 'lastSeq', value: lastSeq });
    await finishWork(work);
  }
}

/**
 * Puts the records that a work itself gives rise to on disk, before the work is written with them already in it. `conflict` when journal and
 * database had to be brought together first: the work has to be done anew.
 */
export async function appendRecords(work: WorkSet): Promise<void> {
  const { store, records } = work;
  if (records.length === 0) return;
  const { lastSeq, met } = await append(store, records);
  if (met === 'ahead') throw new AppError('conflict', 'The journal was ahead of the database');
  work.meta.push({ key: 'lastSeq', value: lastSeq });
}

/**
 * Appends, and sees by the numbers whether journal and database agree. `ahead`: the journal held records that the database did not; all of
 * them, the new ones too, are applied now. A journal that is behind gets everything from the database first.
 */
async function append(store: Store, records: JournalRecord[]): Promise<{ lastSeq: number; met: 'even' | 'ahead' }> {
  const { lastSeq } = await store.journal.append({ records });
  const before = lastSeq - records.length;
  if (before === store.appliedSeq) return { lastSeq, met: 'even' };
  if (before > store.appliedSeq) {
    await catchUp(store);
    return { lastSeq, met: 'ahead' };
  }
  await rejournal(store);
  const again = await store.journal.append({ records }); // after the older state of the same things
  return { lastSeq: again.lastSeq, met: 'even' };
}

/** Applies every journal record that the database does not hold yet; answers how many there were. Safe to be cut off and done again. */
export async function catchUp(store: Store): Promise<number> {
  let count = 0;
  for (;;) {
    const page = await store.journal.readAfter({ seq: store.appliedSeq, limit: pageSize });
    count += page.records.length;
    if (page.lastSeq > store.appliedSeq) {
      const work = startWork(store);
      await applyRecords(work, latestOfEach(page.records));
      work.meta.push({ key: 'lastSeq', value: page.lastSeq });
      await finishWork(work);
      store.progress.step();
    }
    if (page.isEnd) return count;
  }
}

/** Only the last record of each kind and key counts. */
function latestOfEach(records: JournaledRecord[]): JournalRecord[] {
  const latest = new Map<string, JournalRecord>();
  for (const { record } of records) {
    const id = `${record.kind}|${record.key}`;
    latest.delete(id);
    latest.set(id, record);
  }
  return [...latest.values()];
}
