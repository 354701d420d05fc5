// Answers searches: the index, the notes, and the rows that the hits are shown from.
import type { SearchHit } from '../../../shared/contract/store-commands.ts';
import { queryTokens } from '../../../shared/language/tokens.ts';
import type { ConversationRow, MessageRow, NoteRow } from '../../database/rows.ts';
import type { Store } from '../store.ts';
import { wordsOfMessage, wordsOfNote } from './document.ts';
import { hitSnippet } from './hit-snippet.ts';
import { SearchIndex, segmentSize, type Found } from './search-index.ts';

export interface SearchDesk {
  /** All words must match as prefixes, ignoring case and accents; newest first, one hit per conversation. */
  search(input: { query: string; limit: number }): Promise<{ hits: SearchHit[]; isComplete: boolean }>;
  /** Reads the index now, so that the first search need not. */
  warmUp(): Promise<void>;
  /** Takes out what is gone: after an account was forgotten. */
  dropGone(): Promise<void>;
}

/** Rows read at once for hits that are to be shown. */
const rowPage = 64;
/** More words than this narrow nothing down. */
const wordLimit = 20;
/** Without news for this long the tail is packed, so that the next start finds little to read anew. */
const quietMs = 30_000;
const quietLeast = 200;

export function openSearch(store: Store): SearchDesk {
  const index = new SearchIndex(store.database);
  let loading: Promise<void> | undefined;
  /** Messages from this number on come through commits; those before it are read by the load. */
  let loadedTo = Infinity;
  let sealing = Promise.resolve();
  let cancelQuiet: (() => void) | undefined;

  const fail = (error: unknown) => store.deps.log('error', `Search index: ${String(error)}`);
  const seal = () => {
    sealing = sealing.then(() => index.seal()).catch(fail);
  };
  const load = (): Promise<void> => {
    loading ??= (async () => {
      // Between two changes: numbers that are given out then are written too.
      loadedTo = await store.queue.run('sync', async () => store.nextN);
      await index.load(loadedTo);
    })().catch((error: unknown) => {
      loading = undefined;
      loadedTo = Infinity;
      throw error;
    });
    return loading;
  };
  const take = (prepared: { row: MessageRow; words: string[] }[]) => {
    for (const { row, words } of prepared) if (row.n >= loadedTo) index.add(row, words);
    if (index.tailLength >= segmentSize) seal();
  };

  store.whileWriting.push(({ texts, conversations }) => {
    if (!loading) return () => undefined; // the load will read it
    const prepared = texts.map(({ row, text }) => ({
      row,
      words: wordsOfMessage(row, text, conversations.get(row.conversationId)),
    }));
    return () => {
      loading?.then(() => take(prepared)).catch(() => undefined); // whoever asked for the load hears of its failure
      cancelQuiet?.();
      cancelQuiet = store.deps.schedule(() => {
        if (index.tailLength >= quietLeast) seal();
      }, quietMs);
    };
  });

  return {
    warmUp: load,
    async dropGone() {
      await load();
      await sealing;
      await index.dropGone();
    },
    async search({ query, limit }) {
      const words = queryTokens(query).slice(0, wordLimit);
      if (words.length === 0) return { hits: [], isComplete: true };
      await load();
      return collectHits(store, index, words, limit);
    },
  };
}

/** Notes and messages merged by date; each conversation counts once, by its newest hit. */
async function collectHits(store: Store, index: SearchIndex, words: string[], limit: number) {
  const hits: SearchHit[] = [];
  const seen = new Set<string>();
  const notes = await findNotes(store, words);
  const takeNotesAfter = (at: number) => {
    while (hits.length < limit && notes.length > 0 && (notes[0]?.createdAt ?? 0) >= at) {
      const note = notes.shift();
      if (!note || seen.has(note.conversationId)) continue;
      seen.add(note.conversationId);
      hits.push({
        conversationId: note.conversationId,
        messageId: null,
        ...hitSnippet(note.text, words),
        at: note.createdAt,
      });
    }
  };
  let isComplete = true;
  for (const page of pagesOf(index.find(words), rowPage)) {
    if (hits.length >= limit) {
      isComplete = false;
      break;
    }
    takeNotesAfter(page[0]?.at ?? 0);
    const rows = await store.database.messages.bulkGet(page.map((found) => found.n));
    const wanted: MessageRow[] = [];
    for (const row of rows) {
      if (!row) continue; // deleted since it was indexed
      if (seen.has(row.conversationId) || hits.length + wanted.length >= limit) continue;
      seen.add(row.conversationId);
      wanted.push(row);
    }
    const bodies = await store.database.bodies.bulkGet(wanted.map((row) => row.n));
    wanted.forEach((row, place) => {
      hits.push({
        conversationId: row.conversationId,
        messageId: row.id,
        ...hitSnippet(bodies[place]?.text ?? row.snippet, words),
        at: row.receivedAt,
      });
    });
  }
  takeNotesAfter(-Infinity);
  hits.sort((a, b) => b.at - a.at);
  return { hits: hits.slice(0, limit), isComplete: isComplete && notes.length === 0 };
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

/** Notes with all of the words, newest first. There are few: they are read as they are. */
async function findNotes(store: Store, words: readonly string[]): Promise<NoteRow[]> {
  const notes = await store.database.notes.toArray();
  if (notes.length === 0) return [];
  const ids = [...new Set(notes.map((note) => note.conversationId))];
  const rows = await store.database.conversations.bulkGet(ids);
  const conversations = new Map<string, ConversationRow>(
    rows.filter((row) => row !== undefined).map((row) => [row.id, row]),
  );
  return notes
    .filter((note) => {
      const found = wordsOfNote(note.text, conversations.get(note.conversationId));
      return words.every((word) => found.some((candidate) => candidate.startsWith(word)));
    })
    .sort((a, b) => b.createdAt - a.createdAt);
}
