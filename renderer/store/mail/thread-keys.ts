// The keys by which a message finds its conversation, and the name of a conversation that nothing is known of yet.
import type { AccountId, Channel, ConversationId, RfcMessageId } from '../../../shared/model/ids.ts';
import type { IncomingMessage } from '../../../shared/model/message.ts';
import { conversationIdOf } from '../../../shared/mail/conversation-id.ts';
import { stableHash } from '../../../shared/mail/stable-hash.ts';
import { hasReplyPrefix } from '../../../shared/mail/subject.ts';
import { subjectKey, threadIdsOf } from '../../../shared/mail/threading.ts';
import { correspondentOf, handleOf } from '../../../shared/mail/correspondent.ts';

export interface ThreadKeys {
  /** The message's own key, when it has a Message-ID. */
  own: string | null;
  /** Every key that binds, the own one and the marketplace's included. */
  binding: string[];
  /** Where a reply that names no other mail looks for what it answers; null where joining by subject is not allowed. */
  subject: string | null;
  /** Says in its subject that it is a reply, and names nothing that it answers. */
  isReply: boolean;
  /** The id of its conversation, should it be the first one of it. */
  newConversationId: ConversationId;
}

/** Key of a Message-ID, own or referenced. */
export const idKey = (accountId: AccountId, id: RfcMessageId): string => `${accountId}|i:${id}`;
/** Key of a marketplace's own thread. */
export const threadKeyOf = (accountId: AccountId, threadKey: string): string => `${accountId}|t:${threadKey}`;

/**
 * A marketplace's thread joins by its own key, never by ids it names; mail by the ids it names. Only mail that names no other goes by its
 * subject: what names one may come before it (history comes newest first), and a guess in the meantime would tie two threads together.
 */
export function threadKeys(accountId: AccountId, channel: Channel, message: IncomingMessage): ThreadKeys {
  const { rfcMessageId, threadKey, subject, isAutomatic } = message;
  const own = rfcMessageId === undefined ? null : idKey(accountId, rfcMessageId);
  if (threadKey !== undefined) {
    // what answers it from another program names it by its own id
    const binding = [threadKeyOf(accountId, threadKey), ...(own === null ? [] : [own])];
    const newConversationId = conversationIdOf(accountId, `t:${threadKey}`);
    return { own, binding, subject: null, isReply: false, newConversationId };
  }
  const ids = threadIdsOf(message);
  const clues = { subject, correspondent: handleOf(channel, correspondentOf(message)) ?? '', isAutomatic };
  const namesOthers = ids.some((id) => id !== rfcMessageId);
  const bySubject = namesOthers ? null : subjectKey(clues);
  return {
    own,
    binding: ids.map((id) => idKey(accountId, id)),
    subject: bySubject === null ? null : `${accountId}|s:${stableHash(bySubject)}`,
    isReply: bySubject !== null && hasReplyPrefix(subject),
    newConversationId: conversationIdOf(accountId, ids[0] === undefined ? `k:${message.key}` : `i:${ids[0]}`),
  };
}
