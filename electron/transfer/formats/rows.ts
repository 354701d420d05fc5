// One row a message, as both spreadsheet formats write it.
import type { ExportChunk } from '../../../shared/model/export.ts';
import { addressText, type FormatContext } from '../format.ts';

/** Columns in order; `label` keys of the same names with `column.` before them. */
export const columns = [
  'date',
  'zone',
  'utc',
  'kind',
  'direction',
  'channel',
  'account',
  'customer',
  'from',
  'to',
  'cc',
  'subject',
  'text',
  'attachments',
  'conversation',
  'folder',
  'tags',
  'order',
  'messageId',
] as const;

export type Cell = string | { at: number };

/** The rows of a stretch: its notes, where wanted, then its messages. */
export function rowsOf({ conversation, notes, messages }: ExportChunk, context: FormatContext): Cell[][] {
  const { label, times } = context;
  const common = [
    conversation.id,
    label(`folder.${conversation.folder}`),
    conversation.tags.join(', '),
    conversation.orderNumber ?? '',
  ];
  const start = (at: number) => [{ at }, times.offset(at), new Date(at).toISOString()];
  const who = [conversation.channel, context.accountLabel(conversation.accountId), conversation.customerName];
  const ofNotes = notes.map((note) => [
    ...start(note.createdAt),
    label('kind.note'),
    '',
    ...who,
    note.author,
    '',
    '',
    conversation.subject,
    note.text,
    '',
    ...common,
    '',
  ]);
  const ofMessages = messages.map((message) => [
    ...start(message.receivedAt),
    label('kind.message'),
    label(`direction.${message.direction}`),
    ...who,
    addressText(message.from),
    message.to.map(addressText).join(', '),
    message.cc.map(addressText).join(', '),
    message.subject,
    message.text,
    message.attachments
      .filter(({ isInline }) => !isInline)
      .map((attachment) => context.fileName(attachment) ?? attachment.name)
      .join(', '),
    ...common,
    message.rfcMessageId ?? '',
  ]);
  return [...ofNotes, ...ofMessages];
}

/**
 * Text that a spreadsheet cannot take for a formula: OWASP's list of first characters, also behind spaces, gets an apostrophe. Characters
 * that no file of text should hold go.
 */
export function harmless(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const clean = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return /^\s*[=+\-@\t\uff1d\uff0b\uff0d\uff20]/.test(clean) ? `'${clean}` : clean;
}
