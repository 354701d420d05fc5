// Outbox records: a reply's state, its frozen bytes, and the message that shows it in its conversation.
import type { ConversationId, MessageId, OutboxId } from '../../../shared/model/ids.ts';
import type { OutboxEntry } from '../../../shared/model/outbox.ts';
import type { ConversationRow, OutboxRow } from '../../database/rows.ts';
import { emptyConversation, summariseAnew, tidied, withMessage } from '../mail/conversations.ts';
import { customersOf } from '../mail/conversations.ts';
import { messageIdOf } from '../mail/message-row.ts';
import { withHomes } from '../mail/customers.ts';
import { localReply, localReplyBody } from '../mail/local-reply.ts';
import { conversationIdOf } from '../../../shared/mail/conversation-id.ts';
import { idKey, threadKeyOf } from '../mail/thread-keys.ts';
import { isSettled, mostPressing, needsFrozen } from '../outbox/outbox-states.ts';
import { moveUses, usedBy } from '../outbox/reply-uses.ts';
import { rowsOf } from '../work/raw-store.ts';
import { noteKeyless, type WorkSet } from '../work/work-set.ts';
import { presentConversation } from './anchored.ts';
import type { RecordOf } from './record-of.ts';
import { keepWaiting } from './waiting-records.ts';

/** Frozen bytes that were replayed before their entry wait under this name. */
const frozenAnchor = (id: string): MessageId => `outbox:${id}` as MessageId;

/**
 * Applies a reply's whole state. One that is still to be sent needs no anchor: where its conversation is not here (yet) it makes one, which the
 * mail joins by its ids.
 */
export async function applyOutboxEntry(work: WorkSet, record: RecordOf<'outbox'>): Promise<void> {
  await work.outbox.load([record.key]);
  const before = work.outbox.get(record.key);
  if (record.data === null) {
    if (before) await removeReply(work, before);
    return;
  }
  const entry = record.data;
  const conversation = (await presentConversation(work, entry)) ?? (await conversationFor(work, entry));
  if (!conversation && entry.state === 'filed' && entry.anchor !== null) await keepWaiting(work, entry.anchor, record);
  const frozen = needsFrozen(entry.state) ? (before?.frozen ?? (await takeWaitingFrozen(work, entry.id))) : undefined;
  const used = usedBy(entry);
  work.outbox.put({
    ...entry,
    conversationId: conversation?.id ?? entry.conversationId,
    ...(frozen === undefined ? {} : { frozen }),
    ...(before?.copyId === undefined ? {} : { copyId: before.copyId }),
    ...(used.length === 0 ? {} : { usedReplies: used }),
  });
  await moveUses(work, before?.usedReplies ?? [], used, entry.queuedAt);
  // Of its own tries sync knows without being told.
  if (entry.state !== 'inflight' && entry.state !== 'failed') work.outboxChanged.add(entry.accountId);
  if (!conversation) return;
  await rememberReply(work, entry, conversation.id);
  await showReply(work, entry, conversation.id);
  await showOutboxState(work, conversation.id);
}

/** `null` data: the bytes are not needed any more. */
export async function applyFrozen(work: WorkSet, record: RecordOf<'outbox-frozen'>): Promise<void> {
  await work.outbox.load([record.key]);
  const row = work.outbox.get(record.key);
  if (record.data === null) {
    if (row?.frozen) work.outbox.put(withoutFrozen(row));
    return;
  }
  if (!row) return keepWaiting(work, frozenAnchor(record.key), record);
  if (needsFrozen(row.state)) work.outbox.put({ ...row, frozen: record.data });
}

function withoutFrozen({ frozen: _frozen, ...row }: OutboxRow): OutboxRow {
  return row;
}

async function takeWaitingFrozen(work: WorkSet, id: string) {
  const key = `outbox-frozen|${id}`;
  if (!work.store.hasWaiting && !work.waiting.has(key)) return undefined;
  await work.waiting.load([key]);
  const row = work.waiting.get(key);
  if (row?.record.kind !== 'outbox-frozen') return undefined;
  work.waiting.delete(key);
  return row.record.data ?? undefined;
}

/** A conversation for a reply that is on its way and whose mail is not here. */
async function conversationFor(work: WorkSet, entry: OutboxEntry): Promise<ConversationRow | undefined> {
  if (isSettled(entry.state)) return undefined;
  const { accountId, content } = entry;
  const root = content.references[0] ?? content.inReplyTo ?? entry.rfcMessageId;
  const id =
    content.threadKey !== undefined
      ? conversationIdOf(accountId, `t:${content.threadKey}`)
      : root !== undefined
        ? conversationIdOf(accountId, `i:${root}`)
        : entry.conversationId;
  await work.conversations.load([id]);
  const present = work.conversations.get(id);
  if (present) return present;
  const row = emptyConversation(id, accountId, entry.channel ?? 'email', content.writtenAt);
  work.conversations.put(row);
  noteKeyless(work, id);
  return row;
}

/** The ids by which the mail of this conversation, and the copy in Sent, find their way here. */
async function rememberReply(work: WorkSet, entry: OutboxEntry, conversationId: ConversationId): Promise<void> {
  const { accountId, content, rfcMessageId } = entry;
  const named = [...content.references, ...(content.inReplyTo === undefined ? [] : [content.inReplyTo])];
  const keys = named.map((id) => idKey(accountId, id));
  if (content.threadKey !== undefined) keys.push(threadKeyOf(accountId, content.threadKey));
  const own = rfcMessageId === undefined ? undefined : idKey(accountId, rfcMessageId);
  await work.threadIds.load([...keys, ...(own === undefined ? [] : [own])]);
  for (const key of keys) if (!work.threadIds.get(key)) work.threadIds.put({ key, conversationId });
  if (own !== undefined && work.threadIds.get(own)?.outboxId === undefined) {
    work.threadIds.put({ key: own, conversationId, outboxId: entry.id });
  }
}

/** The reply stands in its conversation as a message from the moment it is queued; taken back it is gone. */
async function showReply(work: WorkSet, entry: OutboxEntry, conversationId: ConversationId): Promise<void> {
  const id = messageIdOf(entry.accountId, `out:${entry.id}`);
  await work.messages.load([id]);
  const present = work.messages.get(id);
  if (entry.state === 'cancelled') {
    if (!present) return;
    work.messages.remove(present);
    const row = work.conversations.get(conversationId);
    if (row) work.conversations.put(await summariseAnew(work, row));
    return;
  }
  if (present || work.outbox.get(entry.id)?.copyId !== undefined) return;
  const conversation = work.conversations.get(conversationId);
  if (!conversation) return;
  if (entry.anchor !== null) await work.messages.load([entry.anchor]);
  const answered = entry.anchor === null ? undefined : work.messages.get(entry.anchor);
  const row = localReply(entry, conversationId, work.store.nextN++, answered);
  work.messages.add(row, localReplyBody(row.n, entry));
  await work.customers.load(withHomes(work.store, customersOf(conversation.channel, [row])));
  work.conversations.put(withMessage(work, conversation, row));
}

/** Makes the conversation show the most pressing state of its replies. */
export async function showOutboxState(work: WorkSet, conversationId: ConversationId): Promise<void> {
  work.outbox.adopt(await rowsOf(work.store.database.outbox, 'conversationId', [conversationId]));
  const states = [...work.outbox.present()]
    .filter((row) => row.conversationId === conversationId)
    .map((row) => row.state);
  const row = work.conversations.get(conversationId);
  if (!row) return;
  const { outboxState: before, ...rest } = row;
  const outboxState = mostPressing(states);
  if (outboxState !== before)
    work.conversations.put(tidied({ ...rest, ...(outboxState === undefined ? {} : { outboxState }) }));
}

/** Forgets a reply altogether: with its account. */
async function removeReply(work: WorkSet, row: OutboxRow): Promise<void> {
  const id = messageIdOf(row.accountId, `out:${row.id satisfies OutboxId}`);
  await work.messages.load([id]);
  const message = work.messages.get(id);
  work.outbox.delete(row.id);
  await moveUses(work, row.usedReplies ?? [], [], row.queuedAt);
  if (!message) return;
  work.messages.remove(message);
  await work.conversations.load([message.conversationId]);
  const conversation = work.conversations.get(message.conversationId);
  if (conversation) work.conversations.put(await summariseAnew(work, conversation));
}
