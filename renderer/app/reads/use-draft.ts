// The saved draft of a conversation: read once when the composer opens, and again when the store put one there.
import type { DraftRow } from '../../database/rows.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

/** Undefined while it is read, null when there is none. */
export function useDraft(conversationId: ConversationId): DraftRow | null | undefined {
  return useLive(`draft/${conversationId}`, async () => (await database().drafts.get(conversationId)) ?? null);
}
