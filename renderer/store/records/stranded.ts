// Shop data whose mail is not on the server any more: shown in a conversation of its own rather than kept out of sight.
import type { AccountId } from '../../../shared/model/ids.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type { Store } from '../store.ts';
import { finishWork, startWork } from '../work/work-set.ts';
import { applyRecord } from './apply-record.ts';

/** Once an account is up to date: notes and drafts whose message did not come get a conversation without messages. */
export function settleStranded(store: Store, accountId: AccountId): Promise<void> {
  if (!store.hasWaiting) return Promise.resolve();
  return store.queue.run('sync', async () => {
    const prefix = `${accountId}:`;
    const rows = await store.database.waitingRecords.where('anchor').startsWith(prefix).toArray();
    const stranded = rows.filter(({ record }) => record.kind === 'note' || record.kind === 'draft');
    if (stranded.length === 0) return;
    const work = startWork(store);
    work.waiting.adopt(stranded);
    for (const row of stranded.toSorted((a, b) => a.record.at - b.record.at)) {
      work.waiting.delete(row.id);
      await applyRecord(work, withoutAnchor(row.record));
    }
    await finishWork(work);
  });
}

function withoutAnchor(record: JournalRecord): JournalRecord {
  if (record.kind === 'note' && record.data) return { ...record, data: { ...record.data, anchor: null } };
  if (record.kind === 'draft' && record.data) return { ...record, data: { ...record.data, anchor: null } };
  return record;
}
