// Drafts: on disk whenever the command is answered.
import { AppError } from '../../../shared/errors.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';
import type { DraftContent, JournalRecord } from '../../../shared/model/journal.ts';
import { isNewMailId } from '../../../shared/model/new-mail.ts';
import type { ConversationRow, DraftRow } from '../../database/rows.ts';
import { keysOf } from '../records/draft.ts';
import { commit } from '../records/journal.ts';
import type { Store } from '../store.ts';

interface Which {
  conversationId: ConversationId;
}

/**
 * Keeps what was written so far; a reply that is empty again is discarded, a new mail is not. `gone` when the conversation is not
 * there and cannot be made by a new mail.
 */
export function saveDraft(store: Store, { conversationId: id, ...content }: Which & DraftContent): Promise<void> {
  return store.queue.run('person', async () => {
    const { database, deps } = store;
    const row = (await database.conversations.get(id)) ?? newPlace(id, content);
    const before = await database.drafts.get(id);
    const hasContent = isWorthKeeping(content);
    if (hasContent || before) await commit(store, draftRecords(row, before, hasContent ? content : null, deps.now()));
  });
}

/** Takes a draft away. Nothing happens where there is none. */
export function discardDraft(store: Store, { conversationId: id }: Which): Promise<void> {
  return store.queue.run('person', async () => {
    const { database, deps } = store;
    const before = await database.drafts.get(id);
    const row = await database.conversations.get(id);
    if (before && row) await commit(store, draftRecords(row, before, null, deps.now()));
  });
}

/** A new mail's conversation is made when its draft is applied. */
function newPlace(id: ConversationId, { mode }: DraftContent): DraftPlace {
  if (mode !== 'new' || !isNewMailId(id)) throw new AppError('gone', 'The conversation is not there any more');
  return { id, anchor: null, messageCount: 0 };
}

const isWorthKeeping = ({ text, attachments, mode }: DraftContent): boolean =>
  text.trim() !== '' || (attachments?.length ?? 0) > 0 || mode === 'new';

/** Where a draft lies. */
type DraftPlace = Pick<ConversationRow, 'id' | 'anchor' | 'messageCount' | 'decidedBy'>;

/**
 * The records that put `draft` in the place of the one before (`null`: of none), under every key that the journal knows parts of it by.
 * A conversation that held nothing but the draft goes with it, and so does what was decided on it.
 */
export function draftRecords(
  row: DraftPlace,
  before: DraftRow | undefined,
  draft: DraftContent | null,
  at: number,
): JournalRecord[] {
  const replaces = (before ? keysOf(before) : []).filter((key) => key !== row.id);
  const gone = replaces.map((key): JournalRecord => ({ kind: 'draft', key, at, data: null }));
  if (draft === null) {
    const isDecided = row.messageCount === 0 && row.decidedBy === 'shop';
    if (isDecided) gone.push({ kind: 'conversation', key: row.id, at, data: null });
    return [...gone, { kind: 'draft', key: row.id, at, data: null }];
  }
  const data = {
    conversationId: row.id,
    anchor: row.anchor,
    ...draft,
    savedAt: at,
    ...(replaces.length > 0 ? { replaces } : {}),
  };
  return [...gone, { kind: 'draft', key: row.id, at, data }];
}
