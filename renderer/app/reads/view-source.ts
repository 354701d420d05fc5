// Gives a row window the rows of a folder view, live.
import type { View } from '../state/view.ts';
import { database } from './database.ts';
import { countOf, rowsOf, unreadStep } from './list-query.ts';
import { subscribeLive } from './live.ts';
import { chunkSize, type RowSource } from './row-window.ts';

/** The rows of `view`; not for searches. */
export function viewSource(view: View): RowSource {
  let limit = unreadStep;
  let recount = (): void => undefined;
  return {
    subscribeCount: (onCount, onError) => {
      const start = (): (() => void) => subscribeLive(() => countOf(database(), view, limit), onCount, onError);
      let end = start();
      recount = () => {
        end();
        end = start();
      };
      return () => {
        end();
      };
    },
    subscribeChunk: (chunk, onRows, onError) => {
      // Somebody scrolls towards the end of what was looked through: count further.
      const needed = (chunk + 3) * chunkSize;
      if (view.isUnreadOnly && needed > limit) {
        limit = needed + unreadStep;
        recount();
      }
      return subscribeLive(() => rowsOf(database(), view, chunk * chunkSize, chunkSize), onRows, onError);
    },
  };
}
