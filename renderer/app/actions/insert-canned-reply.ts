// Puts a reply of the library into the composer, in the customer's language.
import type { ConversationRow } from '../../database/rows.ts';
import { readCannedReply } from '../reads/read-canned-reply.ts';
import { readCustomerCard } from '../reads/use-customer.ts';
import type { Desk } from '../state/desk.ts';

/** Nothing happens where the library has no such reply in any language. */
export async function insertCannedReply(desk: Desk, conversation: ConversationRow, scenario: string): Promise<void> {
  const card = await readCustomerCard(conversation.customerId);
  const language = card?.customer.profile?.language ?? conversation.language ?? 'en';
  const reply = await readCannedReply(scenario, language);
  if (reply) desk.insertIntoReply.send({ conversationId: conversation.id, reply });
}
