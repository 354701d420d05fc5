// Live queries for components: run again when the store changes what they read, at most a few times a second after the first time.
import { liveQuery } from 'dexie';
import { useEffect, useRef, useState } from 'react';
import { errorData, type ErrorData } from '../../../shared/errors.ts';

/**
 * While a first sync commits ten times a second, screens need not be drawn as often. All queries that have to wait are run again at the
 * same ticks, so that what they change is drawn in one frame and not in one for each.
 */
const tickMs = 200;

const tooSoon = Symbol('too soon');

/**
 * Runs `query` now and whenever something it read has changed, until the answer is called.
 * @param onValue gets each result
 * @param onError the query failed; nothing more will come
 */
export function subscribeLive<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: ErrorData) => void,
): () => void {
  let runs = 0;
  let lastRunAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let subscription: { unsubscribe(): void } | undefined;
  const start = (): void => {
    subscription?.unsubscribe();
    subscription = liveQuery(async () => {
      const now = performance.now();
      // The first change is shown at once: a page that begins often reads just before the store's first batch.
      if (runs > 1 && now < lastRunAt + tickMs) {
        const waitMs = Math.ceil((lastRunAt + tickMs) / tickMs) * tickMs - now;
        // Not waited for in here, where it would leave the zone in which Dexie notes what is read.
        timer = setTimeout(start, waitMs);
        return tooSoon;
      }
      runs += 1;
      lastRunAt = now;
      return query();
    }).subscribe({
      next: (value) => {
        if (value !== tooSoon) onValue(value);
      },
      error: (thrown: unknown) => {
        onError(errorData(thrown));
      },
    });
  };
  start();
  return () => {
    clearTimeout(timer);
    subscription?.unsubscribe();
  };
}

/** A live result: undefined until the first one for `key` is there. A query that fails is thrown to the error boundary. */
export function useLive<T>(key: string, query: () => Promise<T>): T | undefined {
  const [result, setResult] = useState<{ key: string; value?: T; error?: ErrorData }>({ key });
  const latest = useRef(query);
  useEffect(() => {
    latest.current = query;
  });
  useEffect(
    () =>
      subscribeLive(
        () => latest.current(),
        (value) => {
          setResult({ key, value });
        },
        (error) => {
          setResult({ key, error });
        },
      ),
    [key],
  );
  if (result.error) throw new Error(`The store could not be read: ${result.error.message}`);
  return result.key === key ? result.value : undefined;
}
