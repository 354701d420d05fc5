// Replies of a conversation on their way out, live; filed ones are left out.
import type { OutboxRow } from '../../database/rows.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

/** By outbox id. */
export function useOutbox(conversationId: ConversationId): ReadonlyMap<string, OutboxRow> | undefined {
  return useLive(`outbox/${conversationId}`, async () => {
    const rows = await database().outbox.where('conversationId').equals(conversationId).toArray();
    return new Map(rows.map((row) => [row.id as string, row]));
  });
}
