// Finds the conversation of a message: the connected set of the ids it names, else the subject of what it answers.
import { isWithinSubjectWindow } from '../../../shared/mail/threading.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';
import type { WorkSet } from '../work/work-set.ts';
import type { ThreadKeys } from './thread-keys.ts';

/** The conversations that a message connects, by the ids it names; more than one: they are one from now on. */
export function connected(work: WorkSet, keys: ThreadKeys, receivedAt: number): ConversationId[] {
  const found = new Set<ConversationId>();
  for (const key of keys.binding) {
    const id = work.threadIds.get(key)?.conversationId;
    if (id !== undefined && work.conversations.get(id)) found.add(id);
  }
  // An answer to this message may have come before it: that says nothing of what this one itself answers, or is answered by.
  const bySubject = found.size > 0 ? connectedBySubject(work, keys, receivedAt) : null;
  if (bySubject !== null) found.add(bySubject);
  return [...found];
}

/**
 * Joining by subject, for mail that names no other: a reply finds the conversation with the same correspondent and bare subject, and a first
 * message finds the reply that came in before it. Neither finds what is younger than the reply.
 */
export function connectedBySubject(work: WorkSet, keys: ThreadKeys, receivedAt: number): ConversationId | null {
  if (keys.subject === null) return null;
  const row = work.threadIds.get(keys.subject);
  const conversation = row && work.conversations.get(row.conversationId);
  if (!conversation || (!keys.isReply && row.wantsParent !== true)) return null;
  const isAfterReply = !keys.isReply && receivedAt > conversation.firstAt;
  const isBeforeAll = row.wantsParent !== true && receivedAt < conversation.firstAt;
  const isNear =
    isWithinSubjectWindow(receivedAt, conversation.lastAt) || isWithinSubjectWindow(receivedAt, conversation.firstAt);
  return isNear && !isAfterReply && !isBeforeAll ? conversation.id : null;
}

/** Notes down every key of a message that is in `conversationId` now; `isOldest`: it is older than every other message there. */
export function rememberKeys(
  work: WorkSet,
  keys: ThreadKeys,
  conversationId: ConversationId,
  how: { isOldest: boolean; receivedAt: number },
): void {
  for (const key of keys.binding) {
    const row = work.threadIds.get(key);
    if (row?.conversationId !== conversationId) work.threadIds.put({ ...row, key, conversationId });
  }
  if (keys.subject === null) return;
  const row = work.threadIds.get(keys.subject);
  const wantsParent = keys.isReply && how.isOldest;
  if (row?.conversationId === conversationId) {
    // Once what the reply answers has come, a further one with this subject is another matter.
    if (how.isOldest) work.threadIds.put({ key: row.key, conversationId, ...(wantsParent ? { wantsParent } : {}) });
    return;
  }
  const holder = row && work.conversations.get(row.conversationId);
  if (holder && holder.lastAt > how.receivedAt) return;
  work.threadIds.put({ key: keys.subject, conversationId, ...(wantsParent ? { wantsParent } : {}) });
}
