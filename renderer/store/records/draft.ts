// Draft records: the unsent text of a conversation.
import type { ConversationId } from '../../../shared/model/ids.ts';
import type { DraftRow } from '../../database/rows.ts';
import type { WorkSet } from '../work/work-set.ts';
import { anchoredConversation } from './anchored.ts';
import type { RecordOf } from './record-of.ts';

/** Puts the draft in its conversation. One written under another key meanwhile is not overwritten: both texts are kept in one draft. */
export async function applyDraft(work: WorkSet, record: RecordOf<'draft'>): Promise<void> {
  const { data } = record;
  if (data === null) {
    const id = record.key as ConversationId;
    await work.drafts.load([id]);
    await work.conversations.load([id]);
    if (work.drafts.get(id)) work.drafts.delete(id);
    markDraft(work, id, false);
    return;
  }
  const conversation = await anchoredConversation(work, data, record);
  if (!conversation) return;
  await work.drafts.load([conversation.id]);
  const present = work.drafts.get(conversation.id);
  const { replaces, ...draft } = data;
  const incoming = withKeys({ ...draft, conversationId: conversation.id }, [record.key]);
  const mayReplace = new Set([record.key, ...(replaces ?? [])]);
  if (!present || keysOf(present).every((key) => mayReplace.has(key))) {
    if (!present || present.savedAt <= data.savedAt) work.drafts.put(incoming);
  } else if (!keysOf(present).includes(record.key)) {
    work.drafts.put(combinedDraft(conversation.id, present, incoming));
  }
  markDraft(work, conversation.id, true);
}

/** The journal keys of a draft's parts. */
export const keysOf = (row: DraftRow): string[] => row.keys ?? [row.conversationId];

function withKeys({ keys: _keys, ...row }: DraftRow, keys: string[]): DraftRow {
  return keys.length === 1 && keys[0] === row.conversationId ? row : { ...row, keys };
}

/** Two drafts of conversations that became one: the newer text above, the older below it. */
export function combinedDraft(conversationId: ConversationId, one: DraftRow | undefined, other: DraftRow): DraftRow {
  const keys = [...new Set([...(one ? keysOf(one) : []), ...keysOf(other)])];
  if (!one) return withKeys({ ...other, conversationId }, keys);
  const [newer, older] = one.savedAt >= other.savedAt ? [one, other] : [other, one];
  const text = [newer.text, older.text].filter((part) => part !== '').join('\n\n');
  const cannedReplyIds = [...new Set([...(newer.cannedReplyIds ?? []), ...(older.cannedReplyIds ?? [])])];
  const used = cannedReplyIds.length === 0 ? {} : { cannedReplyIds };
  return withKeys({ ...newer, ...used, conversationId, html: newer.html + older.html, text }, keys);
}

function markDraft(work: WorkSet, id: ConversationId, hasDraft: boolean): void {
  const row = work.conversations.get(id);
  if (row && row.hasDraft !== hasDraft) work.conversations.put({ ...row, hasDraft });
}
