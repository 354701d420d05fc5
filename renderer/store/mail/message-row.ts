// Rows of a message as a connector delivers it.
import { guessLanguage } from '../../../shared/language/guess-language.ts';
import { cutToLength } from '../../../shared/language/highlight.ts';
import { snippetOf } from '../../../shared/mail/quoting.ts';
import type { AccountId, ConversationId, MessageId } from '../../../shared/model/ids.ts';
import type { IncomingMessage, Placement } from '../../../shared/model/message.ts';
import type { BodyRow, MessageRow, PlacementRow } from '../../database/rows.ts';

/** Two lines of the list at its widest. */
export const snippetLength = 200;
/** Of what was newly written, enough to tell the language. */
const languageUnits = 400;

export const messageIdOf = (accountId: AccountId, key: string): MessageId => `${accountId}:${key}` as MessageId;

export const placementKey = (accountId: AccountId, { mailbox, uidValidity, uid }: Placement): string =>
  `${accountId}|${mailbox}|${uidValidity}|${uid}`;

export function placementRow(accountId: AccountId, placement: Placement, messageId: MessageId): PlacementRow {
  return { ...placement, key: placementKey(accountId, placement), messageId };
}

/** The row of a new message; `n` is its local number. */
export function messageRow(
  accountId: AccountId,
  conversationId: ConversationId,
  n: number,
  message: IncomingMessage,
): { row: MessageRow; body: BodyRow } {
  const fresh = snippetOf(message.text, languageUnits);
  const row: MessageRow = {
    n,
    id: messageIdOf(accountId, message.key),
    accountId,
    conversationId,
    direction: message.direction,
    ...(message.rfcMessageId === undefined ? {} : { rfcMessageId: message.rfcMessageId }),
    inReplyTo: message.inReplyTo,
    references: message.references,
    from: message.from,
    to: message.to,
    cc: message.cc,
    replyTo: message.replyTo,
    subject: message.subject,
    sentAt: message.sentAt,
    receivedAt: message.receivedAt,
    isSeen: message.isSeen || message.direction === 'out',
    isAnswered: message.isAnswered,
    isAutomatic: message.isAutomatic,
    isTruncated: message.isTruncated,
    snippet: cutToLength(fresh, snippetLength),
    attachments: message.attachments,
    hasHtml: message.unsafeHtml !== undefined,
    sizeBytes: message.sizeBytes,
    language: guessLanguage(fresh),
  };
  const body: BodyRow = {
    n,
    text: message.text,
    ...(message.unsafeHtml === undefined ? {} : { unsafeHtml: message.unsafeHtml }),
  };
  return { row, body };
}
