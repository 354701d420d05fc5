// Fetches threads newest first: all of them once, then down to the first that has not changed; orders that they name come after.
import * as z from 'zod';
import type { Cursor, Item } from '../../../../shared/model/item.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import { namedOrders, unlessGone } from '../order-item.ts';
import { walkPages } from '../walk-pages.ts';
import { pageSize, type AllegroApi } from './api.ts';
import { customerOf, orderIdOf, orderItems, threadItems, timeOf } from './to-items.ts';

/** An answer is looked through for some minutes after it was taken; whether it was refused is seen by looking at its thread again. */
const overlapMs = 1_800_000;
/** 20 messages of the past, 100 of news. */
const pastPages = 1;
const newsPages = 5;

export interface Pull {
  api: AllegroApi;
  shop: string;
  deps: Pick<ConnectorDeps, 'now' | 'log'>;
  signal: AbortSignal;
}

/** See `Session.pull`. Threads that move up while pages are turned push others down: seen twice, never missed. */
export async function* pullAllegro({ api, shop, deps, signal }: Pull, cursor: Cursor | null): AsyncGenerator<Pulled> {
  const orders = namedOrders();
  const after = yield* walkPages(cursor, z.number(), deps, async ({ since, next }) => {
    const offset = next ?? 0;
    const page = await api.threads(offset, signal);
    const changed =
      since === null ? page : page.filter((thread) => timeOf(thread.lastMessageDateTime) >= since - overlapMs);
    const items: Item[] = [];
    for (const thread of changed) {
      const messages = await api.messages(thread.id, since === null ? pastPages : newsPages, signal);
      orders.note(orderIdOf(messages), `allegro:${customerOf(thread).address}`);
      items.push(...threadItems(thread, messages, shop));
    }
    const isOver = page.length < pageSize || changed.length < page.length;
    return { items, count: changed.length, next: isOver ? null : offset + pageSize };
  });
  yield* orders.pull(deps, after, async (handles) => {
    const items: Item[] = [];
    for (const [id, handle] of handles) {
      const order = await unlessGone(api.order(id, signal));
      if (order) items.push(...orderItems(order, handle));
    }
    return items;
  });
}
