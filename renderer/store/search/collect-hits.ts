// Makes the hits that are shown of what the index found: newest first, one per conversation, with a snippet.
import type { SearchHit } from '../../../shared/contract/store-commands.ts';
import { readBodies } from '../../database/bodies.ts';
import type { MessageRow, NoteRow } from '../../database/rows.ts';
import type { Database } from '../../database/schema.ts';
import { hasAllWords, hitSnippet } from './hit-snippet.ts';
import type { Found } from './search-index.ts';

/** Rows read at once for hits that are to be shown. */
const rowPage = 64;

/**
 * At most `limit` hits of messages `found` and `notes`, both newest first; what is deleted is passed over. `isComplete`: there are no more
 * conversations than these.
 */
export async function collectHits(
  database: Database,
  found: Iterable<Found>,
  notes: readonly NoteRow[],
  words: readonly string[],
  limit: number,
): Promise<{ hits: SearchHit[]; isComplete: boolean }> {
  const hits: SearchHit[] = [];
  const seen = new Set<string>();
  const answer = { hits, isComplete: true as boolean };
  /** Whether this conversation is to be shown, and has not been. */
  const takes = (conversationId: string): boolean => {
    if (seen.has(conversationId)) return false;
    if (seen.size >= limit) answer.isComplete = false;
    else seen.add(conversationId);
    return answer.isComplete;
  };
  let nextNote = 0;
  const takeNotesFrom = (at: number) => {
    for (let note = notes[nextNote]; note && note.createdAt >= at; note = notes[++nextNote]) {
      const { conversationId, text, createdAt } = note;
      if (takes(conversationId))
        hits.push({ conversationId, messageId: null, ...hitSnippet(text, words), at: createdAt });
    }
  };
  for (const page of pagesOf(found, rowPage)) {
    takeNotesFrom(page[0]?.at ?? 0);
    const rows = await database.messages.bulkGet(page.map(({ n }) => n));
    const wanted = rows.filter((row): row is MessageRow => row !== undefined && takes(row.conversationId));
    const texts = await textsOf(database, wanted, words);
    wanted.forEach(({ conversationId, id: messageId, receivedAt: at }, place) => {
      hits.push({ conversationId, messageId, ...hitSnippet(texts[place] ?? '', words), at });
    });
    if (!answer.isComplete) break;
  }
  takeNotesFrom(-Infinity);
  hits.sort((a, b) => b.at - a.at);
  return answer;
}

/** What each snippet is cut from: the text, or its beginning where that has all the words; bodies are large. */
async function textsOf(database: Database, rows: readonly MessageRow[], words: readonly string[]): Promise<string[]> {
  const unseen = rows.filter((row) => !hasAllWords(row.snippet, words)).map((row) => row.n);
  const bodies = await readBodies(database.bodies, unseen);
  return rows.map((row) => bodies.get(row.n)?.text ?? row.snippet);
}

function* pagesOf(found: Iterable<Found>, size: number): Iterable<Found[]> {
  let page: Found[] = [];
  for (const one of found) {
    page.push(one);
    if (page.length === size) {
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}
