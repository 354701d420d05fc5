// What a person decides on conversations: folder, snooze and tags; each answers with what was before, for undo.
import { AppError } from '../../../shared/errors.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';
import type { ConversationState, Folder } from '../../../shared/model/journal.ts';
import type { ConversationRow } from '../../database/rows.ts';
import { decisionRecord } from '../records/decision-record.ts';
import { commit } from '../records/journal.ts';
import type { Store } from '../store.ts';

/** Moves conversations. `bad-data` for a snooze without a time to come, `gone` when none of them is there any more. */
export function moveConversations(
  store: Store,
  input: { conversationIds: ConversationId[]; folder: Folder; snoozedUntil?: number | undefined },
): Promise<ConversationState[]> {
  const { folder, snoozedUntil } = input;
  if (folder === 'snoozed' && !(snoozedUntil !== undefined && snoozedUntil > store.deps.now())) {
    throw new AppError('bad-data', 'A snooze needs a time that is still to come');
  }
  return decide(store, input.conversationIds, () => ({
    folder,
    ...(folder === 'snoozed' && snoozedUntil !== undefined ? { snoozedUntil } : {}),
  }));
}

/** Gives conversations exactly these tags. */
export function setTags(
  store: Store,
  input: { conversationIds: ConversationId[]; tags: string[] },
): Promise<ConversationState[]> {
  const tags = [...new Set(input.tags)];
  return decide(store, input.conversationIds, ({ folder, snoozedUntil }) => ({
    folder,
    tags,
    ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
  }));
}

/** Puts states back as they were. */
export async function restoreStates(store: Store, input: { states: ConversationState[] }): Promise<void> {
  const states = new Map(input.states.map((state) => [state.conversationId, state]));
  await decide(store, [...states.keys()], (row) => {
    const { folder, snoozedUntil, tags } = states.get(row.id) ?? row;
    return { folder, tags, ...(snoozedUntil === undefined ? {} : { snoozedUntil }) };
  });
}

type Decision = Pick<ConversationState, 'folder'> & Partial<Pick<ConversationState, 'snoozedUntil' | 'tags'>>;

function decide(
  store: Store,
  ids: readonly ConversationId[],
  decisionOn: (row: ConversationRow) => Decision,
): Promise<ConversationState[]> {
  return store.queue.run('person', async () => {
    const found = await store.database.conversations.bulkGet([...new Set(ids)]);
    const rows = found.filter((row) => row !== undefined);
    if (rows.length === 0) throw new AppError('gone', 'The conversation is not there any more');
    const now = store.deps.now();
    const records = rows.map((row) => decisionRecord(row, { tags: row.tags, ...decisionOn(row) }, now));
    await commit(store, records);
    return rows.map((row) => stateOf(row));
  });
}

function stateOf(row: ConversationRow): ConversationState {
  const { id: conversationId, anchor, folder, snoozedUntil, tags } = row;
  return {
    conversationId,
    anchor,
    folder,
    tags,
    changedAt: row.decidedAt ?? row.lastAt,
    ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
  };
}
