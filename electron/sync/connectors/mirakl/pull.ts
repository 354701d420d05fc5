// Fetches threads page by page: all of them once, then those that changed; orders of what was fetched come after.
import * as z from 'zod';
import { errorData } from '../../../../shared/errors.ts';
import type { Cursor } from '../../../../shared/model/item.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import { namedOrders } from '../order-item.ts';
import { walkPages, type Step } from '../walk-pages.ts';
import type { MiraklApi } from './api.ts';
import { customerOf, miraklOrderItem, orderIdOf, threadItems } from './to-items.ts';

/** Threads that change while pages are turned, and clocks that differ. */
const overlapMs = 600_000;

export interface Pull {
  api: MiraklApi;
  shop: string;
  deps: Pick<ConnectorDeps, 'now' | 'log'>;
  signal: AbortSignal;
}

/** See `Session.pull`. */
export async function* pullMirakl({ api, shop, deps, signal }: Pull, cursor: Cursor | null): AsyncGenerator<Pulled> {
  const orders = namedOrders();
  let isFirst = true;
  const after = yield* walkPages(cursor, z.string(), deps, async (step) => {
    const page = await pageOf(api, step, isFirst, signal);
    isFirst = false;
    for (const thread of page.data) orders.note(orderIdOf(thread), `mirakl:${customerOf(thread).address}`);
    return {
      items: page.data.flatMap((thread) => threadItems(thread, shop)),
      count: page.data.length,
      next: page.data.length === 0 ? null : (page.next_page_token ?? null),
    };
  });
  // one call, which OR11 allows once a minute
  yield* orders.pull(deps, after, async (handles) =>
    (await api.orders([...handles.keys()], signal)).flatMap((order) => {
      const handle = handles.get(order.order_id);
      return handle === undefined ? [] : [miraklOrderItem(order, handle)];
    }),
  );
}

/** Where an earlier pull left its walk may not be known any more (`mayBeForgotten`): then from the first page again. */
async function pageOf(
  api: MiraklApi,
  { since, next }: Step<string>,
  mayBeForgotten: boolean,
  signal: AbortSignal,
): Promise<Awaited<ReturnType<MiraklApi['threads']>>> {
  const updatedSince = since === null ? {} : { updatedSince: new Date(since - overlapMs).toISOString() };
  if (next === null) return api.threads(updatedSince, signal);
  try {
    return await api.threads({ ...updatedSince, pageToken: next }, signal);
  } catch (thrown) {
    const { code, detail } = errorData(thrown);
    if (!mayBeForgotten || code !== 'refused' || detail?.['status'] !== 400) throw thrown;
    return api.threads(updatedSince, signal);
  }
}
