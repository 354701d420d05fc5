// How often each canned reply was sent: counted on the outbox rows that used it, once the server took them.
import { largest } from '../../../shared/extremes.ts';
import type { CannedReplyId } from '../../../shared/model/ids.ts';
import type { OutboxEntry } from '../../../shared/model/outbox.ts';
import type { CannedReplyRow, OutboxRow } from '../../database/rows.ts';
import type { WorkSet } from '../work/work-set.ts';

/** The replies that count as used by this entry: none before it has left. */
export function usedBy({ state, cannedReplyIds = [] }: Pick<OutboxEntry, 'state' | 'cannedReplyIds'>): CannedReplyId[] {
  return state === 'accepted' || state === 'filed' ? [...new Set(cannedReplyIds)] : [];
}

/** Moves the counts from what a row used before to what it uses now. Replies that are not in the library are passed over. */
export async function moveUses(
  work: WorkSet,
  before: readonly CannedReplyId[],
  after: readonly CannedReplyId[],
  usedAt: number,
): Promise<void> {
  const gone = before.filter((id) => !after.includes(id));
  const added = after.filter((id) => !before.includes(id));
  await work.cannedReplies.load([...gone, ...added]);
  for (const id of gone) add(work, id, -1, null);
  for (const id of added) add(work, id, 1, usedAt);
}

function add(work: WorkSet, id: CannedReplyId, change: 1 | -1, usedAt: number | null): void {
  const row = work.cannedReplies.get(id);
  if (!row) return;
  const lastUsedAt = usedAt === null ? row.lastUsedAt : Math.max(usedAt, row.lastUsedAt ?? 0);
  const useCount = Math.max(0, row.useCount + change);
  work.cannedReplies.put({ ...row, useCount, ...(lastUsedAt === undefined ? {} : { lastUsedAt }) });
}

/** The uses of a reply that comes into the library only now (a rebuild, a deletion taken back): read from the outbox and from this work. */
export async function countUses(
  work: WorkSet,
  id: CannedReplyId,
): Promise<Pick<CannedReplyRow, 'useCount' | 'lastUsedAt'>> {
  const rows = new Map<string, OutboxRow>();
  await work.store.database.outbox
    .where('usedReplies')
    .equals(id)
    .each((row) => rows.set(row.id, row));
  for (const { before, after } of work.outbox.changes()) {
    if (before) rows.delete(before.id);
    if (after?.usedReplies?.includes(id)) rows.set(after.id, after);
  }
  const times = [...rows.values()].map((row) => row.queuedAt);
  return { useCount: times.length, ...(times.length === 0 ? {} : { lastUsedAt: largest(times) }) };
}
