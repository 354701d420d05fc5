// Touchpoint records: contacts logged by hand, and the conversation that stands for one in the inbox.
import { guessLanguage } from '../../../shared/language/guess-language.ts';
import { snippetOf } from '../../../shared/mail/quoting.ts';
import type { Touchpoint } from '../../../shared/model/customer-data.ts';
import type { AccountId, ConversationId, MessageId } from '../../../shared/model/ids.ts';
import { handAccount, touchpointConversationId } from '../../../shared/service/hand-channels.ts';
import type { Body } from '../../database/bodies.ts';
import type { ConversationRow, MessageRow, TouchpointRow } from '../../database/rows.ts';
import { emptyConversation, tidied } from '../mail/conversations.ts';
import { customerIdOf, customerNameOf } from '../mail/customers.ts';
import { snippetLength } from '../mail/message-row.ts';
import type { WorkSet } from '../work/work-set.ts';
import { homeOfHandle } from './customer-data.ts';
import type { RecordOf } from './record-of.ts';

/** The message that stands for it has the conversation's id. */
export const touchpointMessageId = (id: string): MessageId => `${handAccount}:${id}` as MessageId;

export async function applyTouchpoint(work: WorkSet, record: RecordOf<'touchpoint'>): Promise<void> {
  const { key, data } = record;
  await work.touchpoints.load([key]);
  if (data === null) {
    if (work.touchpoints.get(key)) work.touchpoints.delete(key);
    return removeFromInbox(work, key);
  }
  const customerId = data.handle === null ? null : await homeOfHandle(work, data.handle, data.name);
  const row: TouchpointRow = { ...data, customerId };
  work.touchpoints.put(row);
  if (data.isInInbox) await showInInbox(work, row);
  else await removeFromInbox(work, key);
}

async function showInInbox(work: WorkSet, touchpoint: TouchpointRow): Promise<void> {
  const id = touchpointConversationId(touchpoint.id);
  const messageId = touchpointMessageId(touchpoint.id);
  await work.conversations.load([id]);
  await work.messages.load([messageId]);
  const present = work.conversations.get(id);
  const known = work.messages.get(messageId);
  const { row, body } = messageOf(touchpoint, id, known?.n ?? work.store.nextN++);
  if (known) {
    work.messages.put(row);
    work.messages.putBody(body);
  } else work.messages.add(row, body);
  work.conversations.put(
    summary(work, present ?? emptyConversation(id, handAccount, touchpoint.channel, touchpoint.at), row, touchpoint),
  );
}

function summary(
  work: WorkSet,
  before: ConversationRow,
  message: MessageRow,
  touchpoint: TouchpointRow,
): ConversationRow {
  const { customerId, handle, channel, at, orderNumber } = touchpoint;
  const { customerHandle: _handle, orderNumber: _order, ...rest } = before;
  const customer = customerId === null ? undefined : work.customers.get(customerId);
  const own = handle === null ? null : customerIdOf(handle);
  return tidied({
    ...rest,
    channel,
    subject: message.subject,
    snippet: message.snippet,
    customerId,
    customerName: customer ? customerNameOf(customer) : (touchpoint.name ?? ''),
    ...(own === null || own === customerId ? {} : { customerHandle: own }),
    ...(orderNumber === undefined ? {} : { orderNumber }),
    lastAt: at,
    firstAt: at,
    lastDirection: message.direction,
    messageCount: 1,
    isAutomatic: false,
    language: message.language,
    anchor: message.id,
    anchorAt: at,
  });
}

function messageOf(touchpoint: Touchpoint, conversationId: ConversationId, n: number): { row: MessageRow; body: Body } {
  const { at, text, direction, name = '', handle } = touchpoint;
  const person = { name, address: handle === null ? '' : handle.slice(handle.indexOf(':') + 1) };
  const shop = { name: touchpoint.author, address: '' };
  const [subject = ''] = text.split('\n');
  const row: MessageRow = {
    n,
    id: touchpointMessageId(touchpoint.id),
    accountId: handAccount satisfies AccountId,
    conversationId,
    direction,
    inReplyTo: [],
    references: [],
    from: direction === 'in' ? person : shop,
    to: [direction === 'in' ? shop : person],
    cc: [],
    replyTo: [],
    subject: snippetOf(subject, 120),
    places: [],
    sentAt: at,
    receivedAt: at,
    isSeen: true,
    isAnswered: false,
    isAutomatic: false,
    isTruncated: false,
    snippet: snippetOf(text, snippetLength),
    attachments: [],
    hasHtml: false,
    sizeBytes: text.length,
    language: guessLanguage(text),
  };
  return { row, body: { n, text } };
}

/** Notes and drafts that were written on it stay in a conversation without messages. */
async function removeFromInbox(work: WorkSet, key: string): Promise<void> {
  const id = touchpointConversationId(key);
  await work.conversations.load([id]);
  await work.messages.load([touchpointMessageId(key)]);
  const message = work.messages.get(touchpointMessageId(key));
  if (message) work.messages.remove(message);
  const row = work.conversations.get(id);
  if (!row) return;
  if (row.noteCount === 0 && !row.hasDraft) work.conversations.delete(id);
  else work.conversations.put(tidied({ ...row, messageCount: 0, snippet: '', anchor: null }));
}
