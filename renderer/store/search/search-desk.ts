// Answers searches: the index, the notes, and the rows that the hits are shown from.
import type { SearchHit } from '../../../shared/contract/store-commands.ts';
import { queryTokens } from '../../../shared/language/tokens.ts';
import type { MessageRow } from '../../database/rows.ts';
import type { Store } from '../store.ts';
import { collectHits } from './collect-hits.ts';
import { wordsOfMessage } from './document.ts';
import { NoteFinder } from './note-finder.ts';
import { SearchIndex, segmentSize } from './search-index.ts';

export interface SearchDesk {
  /** All words must match as prefixes, ignoring case and accents; newest first, one hit per conversation. */
  search(input: { query: string; limit: number }): Promise<{ hits: SearchHit[]; isComplete: boolean }>;
  /** Reads the index now, so that the first search need not. */
  warmUp(): Promise<void>;
  /** Takes out what is gone: after an account was forgotten. */
  dropGone(): Promise<void>;
}

/** More words than this narrow nothing down. */
const wordLimit = 20;
/** Without news for this long the tail is packed, so that the next start finds little to read anew. */
const quietMs = 30_000;
const quietLeast = 200;

export function openSearch(store: Store): SearchDesk {
  const index = new SearchIndex(store.database);
  const notes = new NoteFinder(store.database);
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
      return collectHits(store.database, index.find(words), await notes.find(words), words, limit);
    },
  };
}
