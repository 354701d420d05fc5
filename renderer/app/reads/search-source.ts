// Gives a row window the conversations that a search found, in the search's order and live.
import type { ConversationId } from '../../../shared/model/ids.ts';
import { database } from './database.ts';
import { subscribeLive } from './live.ts';
import { chunkSize, type RowSource } from './row-window.ts';

/** The rows of `ids`; those that are gone meanwhile are left out. */
export function searchSource(ids: readonly ConversationId[]): RowSource {
  return {
    subscribeCount: (onCount) => {
      onCount(ids.length);
      return () => undefined;
    },
    subscribeChunk: (chunk, onRows, onError) =>
      subscribeLive(
        async () => {
          const wanted = ids.slice(chunk * chunkSize, (chunk + 1) * chunkSize);
          const rows = await database().conversations.bulkGet([...wanted]);
          return rows.filter((row) => row !== undefined);
        },
        onRows,
        onError,
      ),
  };
}
