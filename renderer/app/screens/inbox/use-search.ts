// Asks the store for what the person looks for, a screenful first, and keeps the answer to the latest question only.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SearchHit } from '../../../../shared/contract/store-commands.ts';
import { errorData, type ErrorData } from '../../../../shared/errors.ts';
import type { ConversationId } from '../../../../shared/model/ids.ts';
import type { ConversationRow } from '../../../database/rows.ts';
import { readConversations } from '../../reads/use-conversation.ts';
import type { Desk } from '../../state/desk.ts';

/**
 * Hits asked for at once, and what is asked for when somebody scrolls to their end. Reading a hit's row and text takes the store and the
 * browser half a millisecond: nobody should wait for those below the screen. More than the last nobody reads.
 */
const limits = [50, 200, 500];

export interface SearchAnswer {
  query: string;
  /** How often more was asked for. */
  step: number;
  ids: readonly ConversationId[];
  hits: ReadonlyMap<ConversationId, SearchHit>;
  /** The rows as they were when the answer came: drawn at once, with it. */
  rows: readonly ConversationRow[];
  /** All there is was found; else there are more. */
  isComplete: boolean;
  error?: ErrorData;
}

/**
 * The answer to `query`, or to the one before while the new one is being answered; null without a search.
 * `more` asks for further hits of the same query, as far as there are any.
 */
export function useSearch(desk: Desk, query: string | null): { answer: SearchAnswer | null; more(): void } {
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const [asked, setAsked] = useState({ query, step: 0 });
  if (asked.query !== query) setAsked({ query, step: 0 });
  const step = asked.query === query ? asked.step : 0;
  const latest = useRef(answer);
  useEffect(() => {
    latest.current = answer;
  });
  useEffect(() => {
    if (query === null) {
      setAnswer(null);
      return undefined;
    }
    const stop = new AbortController();
    const ask = async (): Promise<SearchAnswer> => {
      const limit = limits[step] ?? limits[0] ?? 1;
      const { hits, isComplete } = await desk.store.search({ query, limit }, { signal: stop.signal });
      const known = new Map(latest.current?.rows.map((row) => [row.id, row]));
      const missing = hits.map((hit) => hit.conversationId).filter((id) => !known.has(id));
      for (const row of await readConversations(missing)) known.set(row.id, row);
      // Gone since the index was asked: it has no place in the list.
      const there = hits.filter((hit) => known.has(hit.conversationId));
      const ids = there.map((hit) => hit.conversationId);
      return {
        query,
        step,
        isComplete,
        ids,
        hits: new Map(there.map((hit) => [hit.conversationId, hit])),
        rows: ids.map((id) => known.get(id)).filter((row) => row !== undefined),
      };
    };
    const show = (next: SearchAnswer): void => {
      if (!stop.signal.aborted) setAnswer(next);
    };
    ask().then(show, (thrown: unknown) => {
      show({ query, step, isComplete: true, ids: [], hits: new Map(), rows: [], error: errorData(thrown) });
    });
    return () => {
      stop.abort();
    };
  }, [desk, query, step]);
  const more = useCallback(() => {
    const { current } = latest;
    if (current === null || current.isComplete || current.query !== query || current.step + 1 >= limits.length) return;
    setAsked({ query, step: current.step + 1 });
  }, [query]);
  return { answer: query === null ? null : answer, more };
}
