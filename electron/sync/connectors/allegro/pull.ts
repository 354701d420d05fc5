// Fetches threads newest first: all of them once, then down to the first that has not changed.
import * as z from 'zod';
import type { Cursor, Item } from '../../../../shared/model/item.ts';
import { batches } from '../batch-items.ts';
import { cursorOf } from '../checked.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import { pageSize, type AllegroApi } from './api.ts';
import { threadItems, timeOf } from './to-items.ts';

/** An answer is looked through for some minutes after it was taken; whether it was refused is seen by looking at its thread again. */
const overlapMs = 1_800_000;
/** 20 messages of the past, 100 of news. */
const pastPages = 1;
const newsPages = 5;

const cursorSchema = z.strictObject({
  v: z.literal(1),
  since: z.number().nullable(),
  walk: z.strictObject({ startedAt: z.number(), offset: z.number().int() }).nullable(),
});
type Place = z.infer<typeof cursorSchema>;

export interface Pull {
  api: AllegroApi;
  shop: string;
  deps: Pick<ConnectorDeps, 'now'>;
  signal: AbortSignal;
}

/** See `Session.pull`. Threads that move up while pages are turned push others down: seen twice, never missed. */
export async function* pullAllegro({ api, shop, deps, signal }: Pull, cursor: Cursor | null): AsyncGenerator<Pulled> {
  let place: Place = cursorOf(cursorSchema, cursor) ?? { v: 1, since: null, walk: null };
  const { since } = place;
  let walk = place.walk ?? { startedAt: deps.now(), offset: 0 };
  let doneCount = 0;
  for (;;) {
    const page = await api.threads(walk.offset, signal);
    const changed =
      since === null ? page : page.filter((thread) => timeOf(thread.lastMessageDateTime) >= since - overlapMs);
    const items: Item[] = [];
    for (const thread of changed) {
      items.push(
        ...threadItems(thread, await api.messages(thread.id, since === null ? pastPages : newsPages, signal), shop),
      );
    }
    const isOver = page.length < pageSize || changed.length < page.length;
    const next: Place = isOver
      ? { v: 1, since: walk.startedAt, walk: null }
      : { v: 1, since, walk: { ...walk, offset: walk.offset + pageSize } };
    doneCount += changed.length;
    yield* batches({
      items,
      before: JSON.stringify({ ...place, walk }),
      after: JSON.stringify(next),
      phase: since === null ? 'first' : 'live',
      doneCount,
      totalCount: since === null ? doneCount : 0,
    });
    if (next.walk === null) return;
    place = next;
    walk = next.walk;
  }
}
