// What a conversation row says of its messages: grown message by message, or made anew from all of them.
import type { AccountId, Channel, ConversationId, CustomerId } from '../../../shared/model/ids.ts';
import { correspondentOf, handleOf } from '../../../shared/mail/correspondent.ts';
import { mostTurnTimes, type ConversationRow, type MessageRow } from '../../database/rows.ts';
import { customerIdOf, customerNameOf, noteCustomer, withHomes } from './customers.ts';
import { baseSubject } from '../../../shared/mail/subject.ts';
import type { WorkSet } from '../work/work-set.ts';

/** A conversation without messages. */
export function emptyConversation(
  id: ConversationId,
  accountId: AccountId,
  channel: Channel,
  at: number,
): ConversationRow {
  return {
    id,
    accountId,
    channel,
    subject: '',
    customerId: null,
    customerName: '',
    folder: 'open',
    lastAt: at,
    lastDirection: 'in',
    snippet: '',
    messageCount: 0,
    unreadCount: 0,
    hasAttachments: false,
    noteCount: 0,
    hasDraft: false,
    tags: [],
    language: null,
    isAutomatic: true,
    firstAt: at,
    anchor: null,
  };
}

const isUnread = (message: MessageRow): boolean => message.direction === 'in' && !message.isSeen;

/** A person wrote, and nothing has gone back since, not even a word that it was received. */
const isUnanswered = (row: ConversationRow): row is ConversationRow & { firstInboundAt: number } =>
  row.folder !== 'closed' &&
  !row.isAutomatic &&
  row.firstInboundAt !== undefined &&
  (row.lastOutboundAt ?? -Infinity) < row.firstInboundAt;

/** Keeps `unreadAt`, `unansweredAt`, `reviewedAt` and `snoozedUntil` there only while they mean something: their indexes are sparse. */
export function tidied(row: ConversationRow): ConversationRow {
  const { unreadAt: _unreadAt, unansweredAt: _unansweredAt, reviewedAt: _reviewedAt, snoozedUntil, ...rest } = row;
  return {
    ...rest,
    ...(isUnanswered(row) ? { unansweredAt: row.firstInboundAt } : {}),
    ...(row.unreadCount > 0 ? { unreadAt: row.lastAt } : {}),
    ...(row.facts?.kind === 'review' ? { reviewedAt: row.lastAt } : {}),
    ...(row.folder === 'snoozed' && snoozedUntil !== undefined ? { snoozedUntil } : {}),
  };
}

/** The row with one more message. The customers of both sides have been loaded; the folder is not touched. */
export function withMessage(
  work: WorkSet,
  row: ConversationRow,
  message: MessageRow,
  extra: { threadKey?: string; orderNumber?: string } = {},
): ConversationRow {
  const isFirst = row.messageCount === 0;
  const isIn = message.direction === 'in';
  const isNewest = isFirst || message.receivedAt >= row.lastAt;
  const isOldest = isFirst || message.receivedAt < row.firstAt;
  const isOldestIn = isIn && message.receivedAt < (row.firstInboundAt ?? Infinity);
  const isNewestIn = isIn && message.receivedAt >= (row.inboundAt?.[0] ?? -Infinity);
  const namesCustomer = isIn ? isOldestIn : row.firstInboundAt === undefined && isOldest;
  const isNewestOut = !isIn && message.receivedAt >= (row.lastOutboundAt ?? -Infinity);
  const isNewestAnswer = !isIn && !message.isAutomatic && message.receivedAt >= (row.lastAnswerAt ?? -Infinity);
  const isAnchor = message.outboxId === undefined && message.receivedAt >= (row.anchorAt ?? -Infinity);
  const threadKey = row.threadKey ?? extra.threadKey;
  const orderNumber = row.orderNumber ?? extra.orderNumber;
  const { customerHandle, isAnswerRefused: wasRefused, ...rest } = row;
  const isRefused = !isIn && isNewestOf(row, message) ? isRefusal(message) : wasRefused;
  return tidied({
    ...rest,
    ...(customerHandle === undefined || namesCustomer ? {} : { customerHandle }),
    ...(isRefused === true ? { isAnswerRefused: true as const } : {}),
    ...(isOldest ? { firstAt: message.receivedAt, subject: baseSubject(message.subject) } : {}),
    ...(isNewest ? { lastAt: message.receivedAt, lastDirection: message.direction, snippet: message.snippet } : {}),
    ...(namesCustomer ? customerOf(work, row.channel, message) : {}),
    ...(isOldestIn ? { firstInboundAt: message.receivedAt } : {}),
    ...(isIn ? { inboundAt: withTime(row.inboundAt ?? [], message.receivedAt) } : {}),
    ...(isNewestOut ? { lastOutboundAt: message.receivedAt } : {}),
    ...(isNewestAnswer ? { lastAnswerAt: message.receivedAt } : {}),
    ...(isAnchor ? { anchor: message.id, anchorAt: message.receivedAt } : {}),
    language: (isNewestIn ? message.language : null) ?? row.language ?? message.language,
    messageCount: row.messageCount + 1,
    unreadCount: row.unreadCount + (isUnread(message) ? 1 : 0),
    hasAttachments: row.hasAttachments || message.attachments.some((attachment) => !attachment.isInline),
    isAutomatic: row.isAutomatic && message.isAutomatic,
    ...(threadKey === undefined ? {} : { threadKey }),
    ...(orderNumber === undefined ? {} : { orderNumber }),
  });
}

const withTime = (times: readonly number[], at: number): number[] =>
  [...times, at].sort((a, b) => b - a).slice(0, mostTurnTimes);

const isRefusal = (message: MessageRow): boolean => message.moderation?.state === 'rejected';

/** No message of ours is newer. */
const isNewestOf = (row: ConversationRow, message: MessageRow): boolean =>
  message.receivedAt >= (row.lastOutboundAt ?? -Infinity);

/** The row after the marketplace has decided on an answer of ours. */
export function withModeration(row: ConversationRow, message: MessageRow): ConversationRow {
  const { isAnswerRefused: _before, ...rest } = row;
  if (!isNewestOf(row, message)) return row;
  return isRefusal(message) ? { ...rest, isAnswerRefused: true } : rest;
}

function customerOf(
  work: WorkSet,
  channel: Channel,
  message: MessageRow,
): Pick<ConversationRow, 'customerId' | 'customerName' | 'customerHandle'> {
  const address = correspondentOf(message);
  const handle = handleOf(channel, address);
  if (handle === null) return { customerId: null, customerName: address.name };
  const language = message.direction === 'in' ? message.language : null;
  const customer = noteCustomer(work, handle, { name: address.name, language });
  const named = customerIdOf(handle);
  return {
    customerId: customer.id,
    customerName: customerNameOf(customer),
    ...(named === customer.id ? {} : { customerHandle: named }),
  };
}

/** The customers that messages may name, for loading. */
export function customersOf(
  channel: Channel,
  messages: Iterable<Pick<MessageRow, 'direction' | 'from' | 'to' | 'cc'>>,
): CustomerId[] {
  const ids: CustomerId[] = [];
  for (const message of messages) {
    const handle = handleOf(channel, correspondentOf(message));
    if (handle !== null) ids.push(customerIdOf(handle));
  }
  return ids;
}

/** The row as its messages make it now; folder, tags, notes and the like stay. Without messages it keeps name and times. */
export async function summariseAnew(work: WorkSet, row: ConversationRow): Promise<ConversationRow> {
  const messages = await work.messages.ofConversation(row.id);
  if (messages.length === 0) {
    return tidied({ ...row, messageCount: 0, unreadCount: 0, hasAttachments: false, snippet: '', anchor: null });
  }
  await work.customers.load(withHomes(work.store, customersOf(row.channel, messages)));
  const {
    firstInboundAt: _first,
    inboundAt: _inbound,
    lastOutboundAt: _lastOut,
    lastAnswerAt: _lastAnswer,
    anchorAt: _anchorAt,
    customerHandle: _handle,
    isAnswerRefused: _refused,
    ...rest
  } = row;
  const bare: ConversationRow = {
    ...rest,
    anchor: null,
    customerId: null,
    customerName: '',
    messageCount: 0,
    unreadCount: 0,
    hasAttachments: false,
    isAutomatic: true,
    language: null,
  };
  return messages.reduce((sum, message) => withMessage(work, sum, message), bare);
}

/** The row after one message was read or unread. */
export function withSeen(row: ConversationRow, before: MessageRow, after: MessageRow): ConversationRow {
  const change = Number(isUnread(after)) - Number(isUnread(before));
  return change === 0 ? row : tidied({ ...row, unreadCount: row.unreadCount + change });
}
