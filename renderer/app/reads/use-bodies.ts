// What arrived as HTML for one message, read when it is to be shown.
import { readBodies } from '../../database/bodies.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

/** As it arrived, not sanitised; undefined while it is read, null when the message has none. */
export function useUnsafeHtml(n: number, isWanted: boolean): string | null | undefined {
  return useLive(`html/${n}/${isWanted}`, async () =>
    isWanted ? ((await readBodies(database().bodies, [n])).get(n)?.unsafeHtml ?? null) : null,
  );
}
