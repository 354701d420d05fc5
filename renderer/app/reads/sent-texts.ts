// What the shop has written lately, for practice; read once, never shown to anybody else.
import { readBodies } from '../../database/bodies.ts';
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
  const found = await readBodies(
    bodies,
    sent.map((row) => row.n),
  );
  return sent.flatMap(({ n }) => found.get(n)?.text ?? []);
}
