// Send: freezes a reply and queues it behind the undo window; the draft goes in the same step.
import { AppError } from '../../../shared/errors.ts';
import { replyHeaders } from '../../../shared/mail/reply-headers.ts';
import type { ReplyActions } from '../../../shared/model/canned-reply.ts';
import type { Promised } from '../../../shared/model/customer-data.ts';
import type { CannedReplyId, ConversationId, OutboxId } from '../../../shared/model/ids.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type { Address, OutgoingFile } from '../../../shared/model/message.ts';
import type { DraftMode, FrozenReply, OutboxEntry, ReplyContent } from '../../../shared/model/outbox.ts';
import { allowsMarketing } from '../../../shared/service/consent.ts';
import type { ConversationRow, MessageRow, OutboxRow } from '../../database/rows.ts';
import { conversationIdOf } from '../../../shared/mail/conversation-id.ts';
import { refuseByRules } from './answer-rules.ts';
import { decisionRecord } from '../records/decision-record.ts';
import { draftRecords } from '../commands/drafts.ts';
import { commit } from '../records/journal.ts';
import { promiseRecords } from './reply-promises.ts';
import type { Store } from '../store.ts';
import { askSync } from '../sync-link.ts';
import { MessageCache } from '../work/message-cache.ts';

export interface ReplyInput {
  outboxId: OutboxId;
  conversationId: ConversationId;
  to: Address[];
  cc: Address[];
  subject: string;
  html: string;
  text: string;
  mode?: DraftMode | undefined;
  attachments?: OutgoingFile[] | undefined;
  closeAfter: boolean;
  cannedReplyIds?: CannedReplyId[] | undefined;
  after?: ReplyActions | undefined;
  undoWindowMs: number;
  agentId?: string | undefined;
  promises?: Pick<Promised, 'text' | 'dueAt' | 'author'>[] | undefined;
  /** Sent by a rule and not by a person: says so in its headers, keeps no promise and leaves the conversation where it is. */
  isAutomatic?: boolean | undefined;
}

/** A field of a canned reply that nobody filled. */
const openField = /\{\{[^{}]{0,300}\}\}/;

/** A forwarded mail of 25 MB is read, packed and written. */
const freezeTimeoutMs = 60_000;

/**
 * Queues a reply; answers when it may leave (epoch ms) and in which conversation it stands. Until it is on disk nothing has changed, the
 * draft included. `bad-data`: empty, or with open fields. `conflict`: this reply is there already, or the marketplace takes one
 * answer only. `refused`: it takes none, or the reply is marketing and the customer has not agreed to any. `gone`: the conversation or one of the files is not. `server-busy`: sync is not running.
 */
export async function queueReply(
  store: Store,
  input: ReplyInput,
): Promise<{ sendsAt: number; conversationId: ConversationId }> {
  if (input.text.trim() === '' && !input.attachments?.length) throw new AppError('bad-data', 'The reply is empty');
  if (openField.test(input.text) || openField.test(input.html)) {
    throw new AppError('bad-data', 'The reply has fields that are not filled in');
  }
  await refuseTwice(store, input.outboxId);
  const conversation = await conversationOf(store, input.conversationId);
  refuseByRules(conversation, await repliesOf(store, conversation.id), input.text);
  await refuseMarketing(store, conversation, input.cannedReplyIds);
  const answered = await answeredMessage(store, conversation);
  if (answered?.relay?.answer === 'page') {
    throw new AppError('unsupported', `${answered.relay.label} takes answers on its own page only`);
  }
  const content = contentOf(input, conversation, answered, store.deps.now());
  const { accountId } = conversation;
  const frozen = await askSync(store, (sync) =>
    sync.freezeReply({ accountId, content }, { timeoutMs: freezeTimeoutMs }),
  );
  return store.queue.run('person', async () => {
    await refuseTwice(store, input.outboxId);
    // It may have become one with another while the reply was frozen.
    const present = await conversationNow(store, conversation, answered);
    const place = placeOf(present, frozen);
    refuseByRules(present, await repliesOf(store, present.id), input.text);
    await refuseMarketing(store, present, input.cannedReplyIds);
    const now = store.deps.now();
    const entry = entryFor(input, { conversation: place, answered, content, frozen, now });
    const draft = await store.database.drafts.get(present.id);
    const records: JournalRecord[] = [
      { kind: 'outbox', key: entry.id, at: now, data: entry },
      { kind: 'outbox-frozen', key: entry.id, at: now, data: frozen },
      ...(draft && input.isAutomatic !== true ? draftRecords(present, draft, null, now) : []),
      ...(await replyRecords(store, place, input, now)),
    ];
    await commit(store, records);
    return { sendsAt: entry.notBeforeAt, conversationId: entry.conversationId };
  });
}

/** What a reply changes beside itself: where the conversation stands, and its promises. */
async function replyRecords(
  store: Store,
  conversation: ConversationRow,
  input: ReplyInput,
  now: number,
): Promise<JournalRecord[]> {
  const { outboxId, promises = [] } = input;
  // what was passed on to somebody else is still to be answered
  const isForwarded = input.mode === 'forward' && !input.closeAfter && input.after === undefined;
  const isLeftAlone = isForwarded || input.isAutomatic === true;
  return [
    ...(isLeftAlone ? [] : [decisionRecord(conversation, decisionAfter(input, conversation, now), now)]),
    ...(await promiseRecords(store.database, conversation, { outboxId, promises, isKeeping: !isLeftAlone }, now)),
  ];
}

/**
 * A new mail's conversation takes the name that its mail will give it, so that a rebuilt store, which meets the copy in Sent first,
 * names it the same.
 */
function placeOf(row: ConversationRow, { rfcMessageId }: FrozenReply): ConversationRow {
  if (row.messageCount > 0 || row.noteCount > 0 || rfcMessageId === undefined) return row;
  const { decidedAt: _at, decidedBy: _by, ...rest } = row;
  return { ...rest, id: conversationIdOf(row.accountId, `i:${rfcMessageId}`), anchor: null };
}

const repliesOf = (store: Store, id: ConversationId): Promise<OutboxRow[]> =>
  store.database.outbox.where('conversationId').equals(id).toArray();

async function refuseTwice(store: Store, id: OutboxId): Promise<void> {
  if (await store.database.outbox.get(id)) throw new AppError('conflict', 'This reply has been queued already');
}

async function refuseMarketing(
  { database }: Store,
  { customerId }: ConversationRow,
  cannedReplyIds: readonly CannedReplyId[] = [],
): Promise<void> {
  const used = await database.cannedReplies.bulkGet([...cannedReplyIds]);
  if (!used.some((reply) => reply?.purpose === 'marketing')) return;
  const customer = customerId === null ? undefined : await database.customers.get(customerId);
  if (!allowsMarketing(customer?.profile)) {
    throw new AppError('refused', 'The customer has not agreed to marketing', { detail: { reason: 'no-consent' } });
  }
}

async function conversationOf(store: Store, id: ConversationId): Promise<ConversationRow> {
  const row = await store.database.conversations.get(id);
  if (!row) throw new AppError('gone', 'The conversation is not there any more');
  return row;
}

async function conversationNow(
  store: Store,
  before: ConversationRow,
  answered: MessageRow | undefined,
): Promise<ConversationRow> {
  const message = answered && (await store.database.messages.get(answered.n));
  return conversationOf(store, message?.conversationId ?? before.id);
}

/** The newest incoming message, else the newest that the server knows, else none. */
async function answeredMessage(store: Store, conversation: ConversationRow): Promise<MessageRow | undefined> {
  const messages = await new MessageCache(store.database).ofConversation(conversation.id);
  return (
    messages.findLast((message) => message.direction === 'in') ??
    messages.findLast((message) => message.outboxId === undefined) ??
    messages.at(-1)
  );
}

function contentOf(
  input: ReplyInput,
  conversation: ConversationRow,
  answered: MessageRow | undefined,
  writtenAt: number,
): ReplyContent {
  const { outboxId, to, cc, subject, text, html, attachments = [] } = input;
  const inReplyTo = answered?.rfcMessageId;
  const { threadKey } = conversation;
  return {
    outboxId,
    to,
    cc,
    subject,
    text,
    html,
    references: answered ? replyHeaders(answered, []).references : [],
    writtenAt,
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(threadKey === undefined ? {} : { threadKey }),
    ...(input.isAutomatic === true ? { isAutomatic: true as const } : {}),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
}

function entryFor(
  input: ReplyInput,
  made: {
    conversation: ConversationRow;
    answered: MessageRow | undefined;
    content: ReplyContent;
    frozen: FrozenReply;
    now: number;
  },
): OutboxEntry {
  const { conversation, answered, content, frozen, now } = made;
  const addedTags = newTags(input, conversation);
  const isAnchor = answered && answered.outboxId === undefined;
  return {
    id: input.outboxId,
    accountId: conversation.accountId,
    conversationId: conversation.id,
    anchor: isAnchor ? answered.id : conversation.anchor,
    state: 'queued',
    content,
    notBeforeAt: now + input.undoWindowMs,
    queuedAt: now,
    attempts: 0,
    closeAfter: input.closeAfter,
    ...(input.cannedReplyIds?.length ? { cannedReplyIds: input.cannedReplyIds } : {}),
    ...(addedTags.length === 0 ? {} : { addedTags }),
    ...(input.mode === undefined ? {} : { mode: input.mode }),
    sha256: frozen.sha256,
    ...(frozen.rfcMessageId === undefined ? {} : { rfcMessageId: frozen.rfcMessageId }),
    from: frozen.envelope.from,
    channel: conversation.channel,
    ...(input.agentId === undefined ? {} : { agentId: input.agentId }),
  };
}

const dayMs = 24 * 60 * 60 * 1000;
/** As many as a conversation holds. */
const maxTags = 30;

/** Tags that the conversation does not have yet. */
function newTags({ after }: ReplyInput, conversation: ConversationRow): string[] {
  const added = [...new Set(after?.addTags ?? [])].filter((tag) => !conversation.tags.includes(tag));
  return added.slice(0, Math.max(0, maxTags - conversation.tags.length));
}

/** Where the conversation goes when the reply is queued: what the person pressed goes before what a canned reply asks for. */
function decisionAfter(input: ReplyInput, conversation: ConversationRow, now: number) {
  const tags = [...conversation.tags, ...newTags(input, conversation)];
  const { then, snoozeDays } = input.after ?? {};
  if (then === 'open' && !input.closeAfter) return { folder: 'open' as const, tags };
  if (input.closeAfter || then === 'close') return { folder: 'closed' as const, tags };
  if (then === 'snooze') return { folder: 'snoozed' as const, snoozedUntil: now + (snoozeDays ?? 1) * dayMs, tags };
  return { folder: 'waiting' as const, tags };
}
