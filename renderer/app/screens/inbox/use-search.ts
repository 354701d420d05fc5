// Asks the store for what the person looks for, and keeps the answer to the latest question only.
import { useEffect, useState } from 'react';
import type { SearchHit } from '../../../../shared/contract/store-commands.ts';
import { errorData, type ErrorData } from '../../../../shared/errors.ts';
import type { ConversationId } from '../../../../shared/model/ids.ts';
import type { Desk } from '../../state/desk.ts';

/** More than this nobody reads; the store stops looking there. */
export const searchLimit = 500;

export interface SearchAnswer {
  query: string;
  ids: readonly ConversationId[];
  hits: ReadonlyMap<ConversationId, SearchHit>;
  /** All there is was found; else there are more than the limit. */
  isComplete: boolean;
  error?: ErrorData;
}

/** The answer to `query`, or to the one before while the new one is being answered; null without a search. */
export function useSearch(desk: Desk, query: string | null): SearchAnswer | null {
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  useEffect(() => {
    if (query === null) {
      setAnswer(null);
      return undefined;
    }
    const stop = new AbortController();
    desk.store
      .search({ query, limit: searchLimit }, { signal: stop.signal })
      .then(({ hits, isComplete }) => {
        if (stop.signal.aborted) return;
        setAnswer({
          query,
          isComplete,
          ids: hits.map((hit) => hit.conversationId),
          hits: new Map(hits.map((hit) => [hit.conversationId, hit])),
        });
      })
      .catch((thrown: unknown) => {
        if (stop.signal.aborted) return;
        setAnswer({ query, isComplete: true, ids: [], hits: new Map(), error: errorData(thrown) });
      });
    return () => {
      stop.abort();
    };
  }, [desk, query]);
  return query === null ? null : answer;
}
