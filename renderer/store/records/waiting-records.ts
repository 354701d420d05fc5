// Journal records whose message is not here (yet, or any more): kept until it comes, then applied.
import type { MessageId } from '../../../shared/model/ids.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type { ConversationRow } from '../../database/rows.ts';
import { rowsOf } from '../work/raw-store.ts';
import type { WorkSet } from '../work/work-set.ts';

const waitingId = (record: Pick<JournalRecord, 'kind' | 'key'>): string => `${record.kind}|${record.key}`;

/** Keeps a record for later; a newer one of the same kind and key takes its place. */
export async function keepWaiting(work: WorkSet, anchor: MessageId, record: JournalRecord): Promise<void> {
  const id = waitingId(record);
  await work.waiting.load([id]);
  work.waiting.put({ id, anchor, record });
}

/** A newer record of the same kind and key makes a waiting one void. */
export async function dropWaiting(
  work: WorkSet,
  records: Iterable<Pick<JournalRecord, 'kind' | 'key'>>,
): Promise<void> {
  if (!work.store.hasWaiting) return;
  const ids = [...records].map(waitingId);
  await work.waiting.load(ids);
  for (const id of ids) if (work.waiting.get(id)) work.waiting.delete(id);
}

/** Reads the records that wait for these messages; answers which messages are waited for. */
export async function loadAwaited(work: WorkSet, ids: readonly MessageId[]): Promise<MessageId[]> {
  if (!work.store.hasWaiting) return [];
  work.waiting.adopt(await rowsOf(work.store.database.waitingRecords, 'anchor', ids));
  return [...work.waiting.present()].map((row) => row.anchor);
}

/** The shop's decision on a conversation whose last message went away: it holds again when the message comes back. */
export function keepStateFor(work: WorkSet, row: ConversationRow): void {
  if (row.decidedBy !== 'shop' || row.decidedAt === undefined || row.anchor === null) return;
  const { id: conversationId, anchor, folder, snoozedUntil, tags, decidedAt: changedAt } = row;
  const data = {
    conversationId,
    anchor,
    folder,
    tags,
    changedAt,
    ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
  };
  const record: JournalRecord = { kind: 'conversation', key: conversationId, at: changedAt, data };
  const id = waitingId(record);
  work.waiting.add({ id, anchor, record });
}
