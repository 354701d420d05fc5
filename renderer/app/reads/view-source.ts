// Gives a row window the rows of a folder view, live.
import { errorData } from '../../../shared/errors.ts';
import type { View } from '../state/view.ts';
import { database } from './database.ts';
import { DeepIds } from './deep-ids.ts';
import { canReadOrder, countOf, orderOf, rowsOf, unreadStep } from './list-query.ts';
import { subscribeLive } from './live.ts';
import { readConversations } from './use-conversation.ts';
import { chunkSize, type RowSource } from './row-window.ts';

/** Down to here an index is walked from its top; further down the order is read as a whole. */
const deepFrom = 1000;

/** The rows of `view`; not for searches. */
export function viewSource(view: View): RowSource {
  const deep = new DeepIds(() => orderOf(database(), view));
  let limit = unreadStep;
  let recount = (): void => undefined;
  return {
    subscribeCount: (onCount, onError) => {
      const tell = (count: number): void => {
        deep.note(count);
        onCount(count);
      };
      const start = (): (() => void) => subscribeLive(() => countOf(database(), view, limit), tell, onError);
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
      const offset = chunk * chunkSize;
      if (canReadOrder(view) && offset >= deepFrom) return subscribeDeep(deep, offset, onRows, onError);
      // Somebody scrolls towards the end of what was looked through: count further.
      if (!canReadOrder(view) && offset + 3 * chunkSize > limit) {
        limit = offset + 3 * chunkSize + unreadStep;
        recount();
      }
      return subscribeLive(() => rowsOf(database(), view, offset, chunkSize), onRows, onError);
    },
  };
}

function subscribeDeep(
  deep: DeepIds,
  offset: number,
  onRows: Parameters<RowSource['subscribeChunk']>[1],
  onError: Parameters<RowSource['subscribeChunk']>[2],
): () => void {
  let end = (): void => undefined;
  let isOver = false;
  const start = (): void => {
    deep
      .ids()
      .then((ids) => {
        end();
        if (isOver) return;
        const mine = ids.slice(offset, offset + chunkSize);
        end = subscribeLive(() => readConversations(mine), onRows, onError);
      })
      .catch((thrown: unknown) => {
        onError(errorData(thrown));
      });
  };
  const unwatch = deep.watch(start);
  start();
  return () => {
    isOver = true;
    unwatch();
    end();
  };
}
