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
  // A reply that found nothing when it came in joins now, as this message would have joined it in the other order.
  const hasOrphan = keys.subject !== null && work.threadIds.get(keys.subject)?.wantsParent === true;
  const orphan = found.size > 0 && hasOrphan ? connectedBySubject(work, keys, receivedAt) : null;
  if (orphan !== null) found.add(orphan);
  return [...found];
}

/**
 * Joining by subject, where no id connects: a reply finds the conversation with the same correspondent and bare subject, and a first
 * message finds the reply that came in before it.
 */
export function connectedBySubject(work: WorkSet, keys: ThreadKeys, receivedAt: number): ConversationId | null {
  if (keys.subject === null) return null;
  const row = work.threadIds.get(keys.subject);
  const conversation = row && work.conversations.get(row.conversationId);
  if (!conversation || (!keys.isReply && row.wantsParent !== true)) return null;
  const isAfterReply = !keys.isReply && receivedAt > conversation.firstAt;
  const isNear =
    isWithinSubjectWindow(receivedAt, conversation.lastAt) || isWithinSubjectWindow(receivedAt, conversation.firstAt);
  return isNear && !isAfterReply ? conversation.id : null;
}

/** Notes down every key of a message that is in `conversationId` now. */
export function rememberKeys(
  work: WorkSet,
  keys: ThreadKeys,
  conversationId: ConversationId,
  how: { isConnectedById: boolean; receivedAt: number },
): void {
  for (const key of keys.binding) {
    const row = work.threadIds.get(key);
    if (row?.conversationId !== conversationId) work.threadIds.put({ ...row, key, conversationId });
  }
  if (keys.subject === null) return;
  const row = work.threadIds.get(keys.subject);
  const wantsParent = keys.isReply && !how.isConnectedById;
  if (row?.conversationId === conversationId) {
    // What the reply answers has come: a later one with this subject is another matter.
    if (row.wantsParent === true && !wantsParent) work.threadIds.put({ key: row.key, conversationId });
    return;
  }
  const holder = row && work.conversations.get(row.conversationId);
  if (holder && holder.lastAt > how.receivedAt) return;
  work.threadIds.put({ key: keys.subject, conversationId, ...(wantsParent ? { wantsParent } : {}) });
}
