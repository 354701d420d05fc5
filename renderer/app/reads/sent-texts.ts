// What the shop has written lately, for practice; read once, never shown to anybody else.
import type { Language } from '../../../shared/model/ids.ts';
import { database } from './database.ts';

/** Enough to find some cold sentences in, quick to read. */
const mostMessages = 80;
const looksThrough = 1_000;

/** Texts of the newest mails that went out in `language`, newest first. */
export async function readSentTexts(language: Language): Promise<string[]> {
  const { messages, bodies } = database();
  const newest = await messages.orderBy('n').reverse().limit(looksThrough).toArray();
  const sent = newest.filter((row) => row.direction === 'out' && row.language === language).slice(0, mostMessages);
  const found = await bodies.bulkGet(sent.map((row) => row.n));
  return found.flatMap((body) => (body ? [body.text] : []));
}
