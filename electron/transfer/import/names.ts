// What things of an export are called in the archive that it becomes.
import { createHash } from 'node:crypto';
import { conversationIdOf } from '../../../shared/mail/conversation-id.ts';
import type { AccountId, ConversationId, MessageId } from '../../../shared/model/ids.ts';
import { handAccount } from '../../../shared/service/hand-channels.ts';

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40);
const isByHand = (id: string): boolean => id.startsWith(`${handAccount}:`);

/** Each exported conversation is a thread of its own, whatever its mails name. */
export const threadKeyOf = (conversationId: string): string => `export:${hashed(conversationId)}`;
/** Key of a message inside the archive's account. */
export const keyOf = (messageId: string): string => hashed(messageId);

/** What was logged by hand keeps its name: it belongs to no account. */
export function messageIdIn(accountId: AccountId, id: MessageId): MessageId {
  return isByHand(id) ? id : (`${accountId}:${keyOf(id)}` as MessageId);
}

/** As the store will name the thread. */
export function conversationIdIn(accountId: AccountId, id: ConversationId): ConversationId {
  return isByHand(id) ? id : conversationIdOf(accountId, `t:${threadKeyOf(id)}`);
}
