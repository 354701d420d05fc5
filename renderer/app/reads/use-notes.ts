// Internal notes of a conversation, oldest first, live.
import type { NoteRow } from '../../database/rows.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

export function useNotes(conversationId: ConversationId): readonly NoteRow[] | undefined {
  return useLive(`notes/${conversationId}`, async () => {
    const notes = await database().notes.where('conversationId').equals(conversationId).toArray();
    return notes.sort((a, b) => a.createdAt - b.createdAt);
  });
}
