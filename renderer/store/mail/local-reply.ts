// The message that shows a reply of ours until the server's copy takes its place.
import { guessLanguage } from '../../../shared/language/guess-language.ts';
import { snippetOf } from '../../../shared/mail/quoting.ts';
import { fileIdSchema, type ConversationId, type FileId } from '../../../shared/model/ids.ts';
import type { OutboxEntry } from '../../../shared/model/outbox.ts';
import type { Body } from '../../database/bodies.ts';
import type { MessageRow } from '../../database/rows.ts';
import { messageIdOf, snippetLength } from './message-row.ts';

/** How an attachment is named while the bytes are here and the server has none yet. */
const keptPrefix = 'kept:';
const keptRef = (fileId: FileId): string => keptPrefix + fileId;

/** The kept file behind an attachment of a reply of ours; undefined when the server has it. */
export const keptFileOf = (ref: string): FileId | undefined =>
  ref.startsWith(keptPrefix) ? fileIdSchema.parse(ref.slice(keptPrefix.length)) : undefined;

/** `answered`: the message it answers, where that is here. The reply always stands after it, whatever the two clocks say. */
export function localReply(
  entry: OutboxEntry,
  conversationId: ConversationId,
  n: number,
  answered: MessageRow | undefined,
): MessageRow {
  const { content, accountId, rfcMessageId } = entry;
  return {
    n,
    id: messageIdOf(accountId, `out:${entry.id}`),
    accountId,
    conversationId,
    direction: 'out',
    ...(rfcMessageId === undefined ? {} : { rfcMessageId }),
    inReplyTo: content.inReplyTo === undefined ? [] : [content.inReplyTo],
    references: content.references,
    from: { name: '', address: entry.from ?? '' },
    to: content.to,
    cc: content.cc,
    replyTo: [],
    subject: content.subject,
    places: [],
    sentAt: content.writtenAt,
    receivedAt: Math.max(content.writtenAt, (answered?.receivedAt ?? 0) + 1),
    isSeen: true,
    isAnswered: false,
    isAutomatic: content.isAutomatic ?? false,
    isTruncated: false,
    snippet: snippetOf(content.text, snippetLength),
    attachments: (content.attachments ?? []).map(({ fileId, ...file }) => ({
      ...file,
      ref: keptRef(fileId),
      isInline: false,
    })),
    hasHtml: content.html !== '',
    sizeBytes: content.text.length,
    outboxId: entry.id,
    language: guessLanguage(content.text),
  };
}

export function localReplyBody(n: number, { content }: OutboxEntry): Body {
  return { n, text: content.text, ...(content.html === '' ? {} : { unsafeHtml: content.html }) };
}
