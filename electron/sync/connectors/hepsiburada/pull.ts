// Fetches questions: once all that changed in a quarter of a year, then what changed since; orders that they name come after.
import * as z from 'zod';
import type { Cursor, Item } from '../../../../shared/model/item.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import { namedOrders, unlessGone } from '../order-item.ts';
import { walkPages } from '../walk-pages.ts';
import type { HepsiburadaApi } from './api.ts';
import { customerOf, issueItems, orderItems, packageOf } from './to-items.ts';

/** A quarter of a year of history. */
const historyMs = 92 * 86_400_000;
/** Clocks differ, and a change is seen a moment after it is made. */
const overlapMs = 300_000;

export interface Pull {
  api: HepsiburadaApi;
  /** The merchant id. */
  shop: string;
  deps: Pick<ConnectorDeps, 'now' | 'log'>;
  signal: AbortSignal;
}

/** See `Session.pull`. Pages are turned as Hepsiburada orders them: newest first, so what changes moves to the front and is not skipped. */
export async function* pullHepsiburada(
  { api, shop, deps, signal }: Pull,
  cursor: Cursor | null,
): AsyncGenerator<Pulled> {
  const orders = namedOrders();
  const after = yield* walkPages(cursor, z.number(), deps, async ({ since, startedAt, next }) => {
    const page = next ?? 1;
    const from = since === null ? startedAt - historyMs : since - overlapMs;
    const answer = await api.list({ page, minModifiedAt: new Date(from).toISOString() }, signal);
    const issues = answer.data ?? [];
    for (const issue of issues) orders.note(issue.orderNumber ?? undefined, `hepsiburada:${customerOf(issue).address}`);
    const isLast = page >= answer.totalPageCount || issues.length === 0;
    return {
      items: issues.flatMap((issue) => issueItems(issue, shop)),
      count: issues.length,
      next: isLast ? null : page + 1,
      totalCount: answer.totalItemCount,
    };
  });
  yield* orders.pull(deps, after, async (handles) => {
    const items: Item[] = [];
    for (const [number, handle] of handles) {
      const order = await unlessGone(api.order(number, signal));
      if (!order) continue;
      const inPackage = packageOf(order);
      const trackingNumber = inPackage && (await unlessGone(api.trackingNumber(inPackage, signal)));
      items.push(...orderItems(order, handle, trackingNumber));
    }
    return items;
  });
}
