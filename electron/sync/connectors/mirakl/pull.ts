// Fetches threads page by page: all of them once, then those that changed; orders of what was fetched come after.
import * as z from 'zod';
import { AppError, errorData } from '../../../../shared/errors.ts';
import type { Cursor } from '../../../../shared/model/item.ts';
import { batches } from '../batch-items.ts';
import { cursorOf } from '../checked.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import type { MiraklApi } from './api.ts';
import { customerOf, orderIdOf, orderItem, threadItems } from './to-items.ts';

/** Threads that change while pages are turned, and clocks that differ. */
const overlapMs = 600_000;
/** OR11 takes a hundred ids, once a minute: one call per pull is enough for context. */
const mostOrders = 100;

const cursorSchema = z.strictObject({
  v: z.literal(1),
  /** Everything that changed before is stored (epoch ms); null: the first walk is not over. */
  since: z.number().nullable(),
  /** A walk under way: when it began, and its next page (null: the first). */
  walk: z.strictObject({ startedAt: z.number(), token: z.string().nullable() }).nullable(),
});
type Place = z.infer<typeof cursorSchema>;

export interface Pull {
  api: MiraklApi;
  shop: string;
  deps: Pick<ConnectorDeps, 'now' | 'log'>;
  signal: AbortSignal;
}

/** See `Session.pull`. */
export async function* pullMirakl(pull: Pull, cursor: Cursor | null): AsyncGenerator<Pulled> {
  const { api, shop, deps, signal } = pull;
  let place: Place = cursorOf(cursorSchema, cursor) ?? { v: 1, since: null, walk: null };
  let walk = place.walk ?? { startedAt: deps.now(), token: null };
  let isResumed = walk.token !== null;
  const handles = new Map<string, string>();
  let doneCount = 0;
  for (;;) {
    const page = await pageOf(api, place.since, walk.token, isResumed, signal);
    if (page === 'restart') {
      walk = { startedAt: deps.now(), token: null };
      isResumed = false;
      continue;
    }
    isResumed = false;
    const token = page.next_page_token ?? null;
    const isLast = token === null || page.data.length === 0;
    const next: Place = isLast
      ? { v: 1, since: walk.startedAt, walk: null }
      : { v: 1, since: place.since, walk: { ...walk, token } };
    for (const thread of page.data) {
      const orderId = orderIdOf(thread);
      if (orderId !== undefined && handles.size < mostOrders)
        handles.set(orderId, `mirakl:${customerOf(thread).address}`.toLowerCase());
    }
    doneCount += page.data.length;
    yield* batches({
      items: page.data.flatMap((thread) => threadItems(thread, shop)),
      before: JSON.stringify({ ...place, walk }),
      after: JSON.stringify(next),
      phase: place.since === null ? 'first' : 'live',
      doneCount,
      totalCount: place.since === null ? doneCount : 0,
    });
    place = next;
    if (next.walk === null) break;
    walk = next.walk;
  }
  yield* pullOrders(pull, handles, place);
}

/** `restart`: the place where the walk was left is not known any more. */
async function pageOf(
  api: MiraklApi,
  since: number | null,
  token: string | null,
  isResumed: boolean,
  signal: AbortSignal,
): Promise<Awaited<ReturnType<MiraklApi['threads']>> | 'restart'> {
  const updatedSince = since === null ? {} : { updatedSince: new Date(since - overlapMs).toISOString() };
  try {
    return await api.threads({ ...updatedSince, ...(token === null ? {} : { pageToken: token }) }, signal);
  } catch (thrown) {
    const { code, detail } = errorData(thrown);
    if (isResumed && code === 'refused' && detail?.['status'] === 400) return 'restart';
    throw thrown;
  }
}

/** Orders are context: where they cannot be had, messages come all the same. */
async function* pullOrders(
  { api, deps, signal }: Pull,
  handles: ReadonlyMap<string, string>,
  place: Place,
): AsyncGenerator<Pulled> {
  if (handles.size === 0) return;
  try {
    const orders = await api.orders([...handles.keys()], signal);
    const items = orders.flatMap((order) => {
      const handle = handles.get(order.order_id);
      return handle === undefined ? [] : [orderItem(order, handle)];
    });
    const cursor = JSON.stringify(place);
    yield* batches({ items, before: cursor, after: cursor, phase: 'live', doneCount: items.length, totalCount: 0 });
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code === 'cancelled' || thrown.code === 'offline') throw thrown;
    deps.log('warn', `The marketplace gives no orders: ${thrown.code}: ${thrown.message}`);
  }
}
