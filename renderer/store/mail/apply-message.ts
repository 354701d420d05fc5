// One message of a batch: known already, the server's copy of a reply of ours, or new.
import type { Moderation } from '../../../shared/model/conversation-facts.ts';
import type { ConversationId, MessageId } from '../../../shared/model/ids.ts';
import type { IncomingMessage } from '../../../shared/model/message.ts';
import type { MessageRow } from '../../database/rows.ts';
import type { BatchWork } from './batch-work.ts';
import { emptyConversation, tidied, withMessage, withModeration, withSeen } from './conversations.ts';
import { folderAfter } from './folder-rules.ts';
import { mergeConversations, mergeTarget } from './merge-conversations.ts';
import { messageIdOf, messageRow } from './message-row.ts';
import { placeKey, withPlace, withoutPlaces } from './places.ts';
import { ownReplyOf, takeCopy } from './sent-copy.ts';
import { connected, connectedBySubject, rememberKeys } from './threading.ts';
import { threadKeys, type ThreadKeys } from './thread-keys.ts';

/** Puts a message in its place. Rows it may touch have been loaded; safe to do twice. */
export async function applyMessage(batch: BatchWork, message: IncomingMessage): Promise<void> {
  const { work, accountId } = batch;
  const id = messageIdOf(accountId, message.key);
  const place = message.placement && placeKey(accountId, message.placement);
  if (place !== undefined) freePlace(batch, place, id);
  const present = work.messages.get(id);
  if (present) applyFlags(batch, present, message);
  else if (!(await takeCopy(batch, id, message))) await addMessage(batch, id, message);
  applyModeration(batch, id, message, present?.moderation?.state);
  batch.met.add(id);
  const row = work.messages.get(id);
  if (row && place !== undefined && !row.places.includes(place)) work.messages.put(withPlace(row, place));
}

/** A number that held another message before (a server that breaks its promises) is taken from it. */
function freePlace({ work, unplaced }: BatchWork, place: string, id: MessageId): void {
  const before = work.messages.at(place);
  if (!before || before.id === id) return;
  work.messages.put(withoutPlaces(before, (key) => key === place));
  unplaced.add(before.id);
}

/** What the server says of a known message's flags; a change made here that the server has not heard of yet is newer. */
export function applyFlags(batch: BatchWork, row: MessageRow, flags: { isSeen: boolean; isAnswered: boolean }): void {
  const { work } = batch;
  // Not looked up: a message that is new in this very batch.
  const isPending = work.serverChanges.has(row.id) && work.serverChanges.get(row.id) !== undefined;
  const isSeen = isPending || row.direction === 'out' ? row.isSeen : flags.isSeen;
  const isAnswered = flags.isAnswered || row.isAnswered;
  if (isSeen === row.isSeen && isAnswered === row.isAnswered) return;
  const after = { ...row, isSeen, isAnswered };
  work.messages.put(after);
  const conversation = work.conversations.get(row.conversationId);
  if (conversation) work.conversations.put(withSeen(conversation, row, after));
}

/** What the marketplace decided on an answer of ours; a refusal is told once the whole batch is here. */
function applyModeration(
  batch: BatchWork,
  id: MessageId,
  { moderation }: IncomingMessage,
  before?: Moderation['state'],
): void {
  const { work } = batch;
  const row = work.messages.get(id);
  if (!row || moderation === undefined || moderation.state === before) return;
  const after = { ...row, moderation };
  work.messages.put(after);
  const conversation = work.conversations.get(row.conversationId);
  if (conversation) work.conversations.put(withModeration(conversation, after));
  if (moderation.state === 'rejected' && batch.phase === 'live') batch.refused.add(id);
}

/**
 * Answers refused since the shop last looked are news for a person: their conversations are open again, whether or not the answer was ever
 * shown. Those that a later answer followed in the same batch are not.
 */
export function tellRefusals({ work, refused, arrivals, moved }: BatchWork): void {
  for (const id of refused) {
    const row = work.messages.get(id);
    const conversation = row && work.conversations.get(row.conversationId);
    if (conversation?.isAnswerRefused !== true || row === undefined || row.receivedAt !== conversation.lastOutboundAt)
      continue;
    if (conversation.folder !== 'open' && conversation.decidedBy === 'shop') moved.add(conversation.id);
    work.conversations.put(tidied({ ...conversation, folder: 'open' }));
    const { subject } = conversation;
    const snippet = row.moderation?.reason ?? row.snippet;
    arrivals.push({ conversationId: conversation.id, messageId: id, subject, snippet, at: work.store.deps.now() });
  }
}

async function addMessage(batch: BatchWork, id: MessageId, message: IncomingMessage): Promise<void> {
  const { work, accountId } = batch;
  const { store } = work;
  const channel = message.channel ?? batch.channel;
  const keys = batch.keys.get(message) ?? threadKeys(accountId, channel, message);
  const conversationId = await conversationFor(batch, keys, message.receivedAt);
  // One that was not looked up cannot be there: every conversation but the keyless ones is known by its keys.
  const present = work.conversations.has(conversationId) ? work.conversations.get(conversationId) : undefined;
  const before = present
    ? { ...present, ...(message.direction === 'in' && message.channel !== undefined ? { channel } : {}) }
    : emptyConversation(conversationId, accountId, channel, message.receivedAt);
  const { row, body } = messageRow(accountId, conversationId, store.nextN++, message);
  work.messages.add(row, body);
  batch.added.add(id);
  const isNews = batch.phase === 'live' && !batch.awaited.has(id);
  const reply = ownReplyOf(batch, message);
  const folder = folderAfter(
    before,
    {
      direction: message.direction,
      receivedAt: message.receivedAt,
      isAnswered: message.isAnswered,
      isNews,
      isOurReply: reply !== undefined,
      isNewest: before.messageCount === 0 || message.receivedAt >= before.lastAt,
    },
    store.deps.now(),
  );
  const { threadKey, orderNumber } = message;
  const grown = withMessage(work, before, row, {
    ...(threadKey === undefined ? {} : { threadKey }),
    ...(orderNumber === undefined ? {} : { orderNumber }),
  });
  work.conversations.add(tidied({ ...grown, folder }));
  if (isNews && before.decidedBy === 'shop' && folder !== before.folder) batch.moved.add(conversationId);
  const isOldest = before.messageCount === 0 || message.receivedAt < before.firstAt;
  rememberKeys(work, keys, conversationId, { isOldest, receivedAt: message.receivedAt });
  if (reply) work.outbox.put({ ...reply, copyId: id });
  if (isNews && message.direction === 'in' && !message.isSeen) {
    const { subject, snippet, receivedAt: at } = row;
    batch.arrivals.push({ conversationId, messageId: id, subject, snippet, at });
  }
}

async function conversationFor(batch: BatchWork, keys: ThreadKeys, receivedAt: number): Promise<ConversationId> {
  const { work } = batch;
  const ids = connected(work, keys, receivedAt);
  if (ids.length === 0) return connectedBySubject(work, keys, receivedAt) ?? keys.newConversationId;
  const rows = ids.map((id) => work.conversations.get(id)).filter((row) => row !== undefined);
  const target = mergeTarget(rows)?.id ?? keys.newConversationId;
  for (const id of ids) {
    if (id === target) continue;
    await mergeConversations(work, target, id);
    for (const arrival of batch.arrivals) if (arrival.conversationId === id) arrival.conversationId = target;
    if (batch.stale.delete(id)) batch.stale.add(target);
    if (batch.moved.delete(id)) batch.moved.add(target);
  }
  return target;
}
