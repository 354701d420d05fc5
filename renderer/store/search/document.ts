// What of a message and a note is searched: names, addresses, subject, text, attachments, order number.
import { distinctTokens } from '../../../shared/language/tokens.ts';
import type { Address } from '../../../shared/model/message.ts';
import type { ConversationRow, MessageRow } from '../../database/rows.ts';

/** Different words per message: nearly every mail has fewer; the rest of a longer one is lists and quoted history. */
const wordLimit = 300;
const textUnits = 20_000;
/** Of a mail to many, enough to find it by any usual recipient. */
const addressLimit = 20;

const addressWords = (addresses: readonly Address[]): string =>
  addresses
    .slice(0, addressLimit)
    .map(({ name, address }) => `${name} ${address}`)
    .join(' ');

/** The different words of a message, its conversation's customer and order among them. */
export function wordsOfMessage(row: MessageRow, text: string, conversation: ConversationRow | undefined): string[] {
  const head = [
    conversation?.customerName ?? '',
    conversation?.orderNumber ?? '',
    row.subject,
    addressWords([row.from]),
    addressWords(row.to),
    addressWords(row.cc),
    row.attachments.map((attachment) => attachment.name).join(' '),
  ].join('\n');
  return distinctTokens(`${head}\n${text.slice(0, textUnits)}`, wordLimit);
}

/** The different words of a note, with its conversation's customer and subject in front. */
export function wordsOfNote(text: string): string[] {
  return distinctTokens(text.slice(0, textUnits), wordLimit);
}
