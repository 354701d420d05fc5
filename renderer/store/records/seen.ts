// Seen records: messages marked read or unread here, until the server has been told.
import type { MessageId } from '../../../shared/model/ids.ts';
import { withSeen } from '../mail/conversations.ts';
import type { WorkSet } from '../work/work-set.ts';
import type { RecordOf } from './record-of.ts';
import { keepWaiting } from './waiting-records.ts';

/** `null` data: the server knows now. */
export async function applySeen(work: WorkSet, record: RecordOf<'seen'>): Promise<void> {
  const { data } = record;
  if (data === null) {
    await work.serverChanges.load([record.key]);
    if (work.serverChanges.get(record.key)) work.serverChanges.delete(record.key);
    return;
  }
  const { accountId, messageId, isSeen, changedAt } = data;
  await work.messages.load([messageId]);
  const row = work.messages.get(messageId);
  if (!row) return keepWaiting(work, messageId, record);
  if (row.isSeen !== isSeen) {
    const after = { ...row, isSeen };
    work.messages.put(after);
    await work.conversations.load([row.conversationId]);
    const conversation = work.conversations.get(row.conversationId);
    if (conversation) work.conversations.put(withSeen(conversation, row, after));
  }
  await work.serverChanges.load([messageId]);
  work.serverChanges.put({ id: messageId satisfies MessageId, accountId, messageId, isSeen, changedAt });
  work.changesWaiting.add(accountId);
}
