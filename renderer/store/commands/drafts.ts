// Drafts: on disk whenever the command is answered.
import { AppError } from '../../../shared/errors.ts';
import type { CannedReplyId, ConversationId } from '../../../shared/model/ids.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type { ConversationRow, DraftRow } from '../../database/rows.ts';
import { keysOf } from '../records/draft.ts';
import { commit } from '../records/journal.ts';
import type { Store } from '../store.ts';

interface DraftInput {
  conversationId: ConversationId;
  html: string;
  text: string;
  cannedReplyIds?: CannedReplyId[] | undefined;
}

/** Keeps what was written so far; an empty text discards. `gone` when the conversation is not there. */
export function saveDraft(store: Store, input: DraftInput): Promise<void> {
  return store.queue.run('person', async () => {
    const { database, deps } = store;
    const conversation = await database.conversations.get(input.conversationId);
    if (!conversation) throw new AppError('gone', 'The conversation is not there any more');
    const before = await database.drafts.get(input.conversationId);
    const at = deps.now();
    const hasText = input.text.trim() !== '';
    if (hasText || before) await commit(store, draftRecords(conversation, before, hasText ? input : null, at));
  });
}

/**
 * The records that put `draft` in the place of the one before (`null`: of none), under every key that the journal knows parts of it by.
 */
export function draftRecords(
  row: ConversationRow,
  before: DraftRow | undefined,
  draft: { html: string; text: string; cannedReplyIds?: CannedReplyId[] | undefined } | null,
  at: number,
): JournalRecord[] {
  const replaces = (before ? keysOf(before) : []).filter((key) => key !== row.id);
  const gone = replaces.map((key): JournalRecord => ({ kind: 'draft', key, at, data: null }));
  if (draft === null) return [...gone, { kind: 'draft', key: row.id, at, data: null }];
  const { html, text, cannedReplyIds } = draft;
  const data = {
    conversationId: row.id,
    anchor: row.anchor,
    html,
    text,
    savedAt: at,
    ...(cannedReplyIds?.length ? { cannedReplyIds } : {}),
    ...(replaces.length > 0 ? { replaces } : {}),
  };
  return [...gone, { kind: 'draft', key: row.id, at, data }];
}
