// One conversation's row, live.
import type { ConversationRow } from '../../database/rows.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

/** Undefined while it is read, null when there is no such conversation (any more). */
export function useConversation(id: ConversationId | null): ConversationRow | null | undefined {
  return useLive(`conversation/${id ?? ''}`, async () =>
    id === null ? null : ((await database().conversations.get(id)) ?? null),
  );
}

/** The row as it is now, for commands; undefined when there is none. */
export function readConversation(id: ConversationId): Promise<ConversationRow | undefined> {
  return database().conversations.get(id);
}

export async function readConversations(ids: readonly ConversationId[]): Promise<ConversationRow[]> {
  const rows = await database().conversations.bulkGet([...ids]);
  return rows.filter((row) => row !== undefined);
}
