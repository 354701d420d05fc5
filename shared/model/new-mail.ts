// The name of a conversation that so far holds only a new mail in the making.
import { conversationIdSchema, type AccountId, type ConversationId } from './ids.ts';

const mark = ':new-';

/** Conversations are named after their account; once the mail is sent, it and its conversation are named after its Message-ID. */
export function newMailId(accountId: AccountId, random: string): ConversationId {
  return conversationIdSchema.parse(`${accountId}${mark}${random}`);
}

export function isNewMailId(id: ConversationId): boolean {
  return id.includes(mark);
}
