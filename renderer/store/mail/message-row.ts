// Rows of a message as a connector delivers it.
import { guessLanguage } from '../../../shared/language/guess-language.ts';
import { cutToLength, onOneLine } from '../../../shared/language/highlight.ts';
import { snippetOf, splitQuoted } from '../../../shared/mail/quoting.ts';
import type { AccountId, ConversationId, MessageId } from '../../../shared/model/ids.ts';
import type { IncomingMessage } from '../../../shared/model/message.ts';
import type { Body } from '../../database/bodies.ts';
import type { MessageRow } from '../../database/rows.ts';
import { placeKey } from './places.ts';

/** Two lines of the list at its widest. */
export const snippetLength = 200;
/** As much of a text as is looked at for what was newly written in it. */
const freshUnits = 32_000;

export const messageIdOf = (accountId: AccountId, key: string): MessageId => `${accountId}:${key}` as MessageId;

/** Thousands of mails a minute come through here: only as much text is folded onto one line as is shown. */
function snippetOfNew(text: string): string {
  const { fresh } = splitQuoted(text.slice(0, freshUnits));
  return fresh === ''
    ? snippetOf(text, snippetLength)
    : cutToLength(onOneLine(fresh.slice(0, 4 * snippetLength)), snippetLength);
}

/** The row of a new message; `n` is its local number. */
export function messageRow(
  accountId: AccountId,
  conversationId: ConversationId,
  n: number,
  message: IncomingMessage,
): { row: MessageRow; body: Body } {
  const snippet = snippetOfNew(message.text);
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
    places: message.placement ? [placeKey(accountId, message.placement)] : [],
    sentAt: message.sentAt,
    receivedAt: message.receivedAt,
    isSeen: message.isSeen || message.direction === 'out',
    isAnswered: message.isAnswered,
    isAutomatic: message.isAutomatic,
    isTruncated: message.isTruncated,
    ...(message.moderation === undefined ? {} : { moderation: message.moderation }),
    snippet,
    attachments: message.attachments,
    hasHtml: message.unsafeHtml !== undefined,
    sizeBytes: message.sizeBytes,
    // What was newly written is in the sender's language, quoted history need not be; thirty words tell.
    language: guessLanguage(snippet),
    ...(message.relay === undefined ? {} : { relay: message.relay }),
  };
  const body: Body = {
    n,
    text: message.text,
    ...(message.unsafeHtml === undefined ? {} : { unsafeHtml: message.unsafeHtml }),
  };
  return { row, body };
}
