// Draft records: the unsent text of a conversation.
import { guessLanguage } from '../../../shared/language/guess-language.ts';
import { snippetOf } from '../../../shared/mail/quoting.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';
import type { OutgoingFile } from '../../../shared/model/message.ts';
import type { ConversationRow, DraftRow } from '../../database/rows.ts';
import { handleOf } from '../../../shared/mail/correspondent.ts';
import { customerIdOf, customerNameOf } from '../mail/customers.ts';
import { snippetLength } from '../mail/message-row.ts';
import { forgetThreadIds } from '../mail/removals.ts';
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
    await dropBare(work, id);
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
  await showUnsent(work, conversation.id);
}

/** A conversation that held nothing but the draft goes with it. */
async function dropBare(work: WorkSet, id: ConversationId): Promise<void> {
  const row = work.conversations.get(id);
  if (!row || row.messageCount > 0 || row.noteCount > 0 || row.outboxState !== undefined) return;
  await forgetThreadIds(work, [row.id]);
  work.conversations.delete(id);
}

/** A conversation without messages is shown by its draft: a new mail, or an answer to mail that is not on the server any more. */
async function showUnsent(work: WorkSet, id: ConversationId): Promise<void> {
  const row = work.conversations.get(id);
  const draft = work.drafts.get(id);
  if (!row || !draft || row.messageCount > 0) return;
  const { to = [], subject = '', text, savedAt } = draft;
  const [first] = to;
  const handle = first && handleOf(row.channel, first);
  const customerId = handle ? customerIdOf(handle) : null;
  if (customerId !== null) await work.customers.load([customerId]);
  const customer = customerId === null ? undefined : work.customers.get(customerId);
  const names = to.map(({ name, address }) => (name === '' ? address : name)).join(', ');
  work.conversations.put({
    ...row,
    subject,
    customerId: customer?.id ?? null,
    customerName: customer && to.length === 1 ? customerNameOf(customer) : names,
    snippet: snippetOf(text, snippetLength),
    language: guessLanguage(text) ?? customer?.language ?? null,
    lastAt: savedAt,
    lastDirection: 'out',
    isAutomatic: false,
    hasAttachments: (draft.attachments ?? []).length > 0,
  } satisfies ConversationRow);
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
  const attachments = distinctFiles([...(newer.attachments ?? []), ...(older.attachments ?? [])]);
  const files = attachments.length === 0 ? {} : { attachments };
  const cannedReplyIds = [...new Set([...(newer.cannedReplyIds ?? []), ...(older.cannedReplyIds ?? [])])];
  const used = cannedReplyIds.length === 0 ? {} : { cannedReplyIds };
  return withKeys({ ...newer, ...used, ...files, conversationId, html: newer.html + older.html, text }, keys);
}

/** Each file once under each of its names. */
export function distinctFiles(files: readonly OutgoingFile[]): OutgoingFile[] {
  return [...new Map(files.map((file) => [`${file.fileId}/${file.name}`, file])).values()];
}

function markDraft(work: WorkSet, id: ConversationId, hasDraft: boolean): void {
  const row = work.conversations.get(id);
  if (row && row.hasDraft !== hasDraft) work.conversations.put({ ...row, hasDraft });
}
