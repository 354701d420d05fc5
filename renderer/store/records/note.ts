// Note records: what the shop wrote beside a conversation.
import type { ConversationId } from '../../../shared/model/ids.ts';
import type { WorkSet } from '../work/work-set.ts';
import { anchoredConversation } from './anchored.ts';
import type { RecordOf } from './record-of.ts';

export async function applyNote(work: WorkSet, record: RecordOf<'note'>): Promise<void> {
  await work.notes.load([record.key]);
  const before = work.notes.get(record.key);
  if (before) {
    await work.conversations.load([before.conversationId]);
    work.notes.delete(record.key);
    countNote(work, before.conversationId, -1);
  }
  if (record.data === null) return;
  const conversation = await anchoredConversation(work, record.data, record);
  if (!conversation) return;
  work.notes.put({ ...record.data, conversationId: conversation.id });
  countNote(work, conversation.id, 1);
}

/** Keeps the conversation's number of notes; it has been loaded. */
export function countNote(work: WorkSet, id: ConversationId, change: 1 | -1): void {
  const row = work.conversations.get(id);
  if (row) work.conversations.put({ ...row, noteCount: row.noteCount + change });
}
