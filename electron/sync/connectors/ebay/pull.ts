// Fetches conversations with members page by page: the past once, then those with news; and the shop's orders, which no conversation names.
import * as z from 'zod';
import type { Cursor, Item } from '../../../../shared/model/item.ts';
import { cursorOf } from '../checked.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import { orderPlaceSchema, sweepOrders, unlessGone } from '../order-item.ts';
import { walkPages } from '../walk-pages.ts';
import { pageSize, type EbayApi, type EbayConversation, type EbayOrder } from './api.ts';
import { conversationItems, orderItems, timeOf } from './to-items.ts';

const dayMs = 86_400_000;
/** Messages that come while pages are turned, and clocks that differ. */
const overlapMs = 600_000;
/** Of conversations that have rested for longer, the past brings the newest message only: one call for each would take hours. */
const restedMs = 30 * dayMs;
/** 200 messages of one conversation. */
const messagePages = 4;

/** eBay tells of 90 days; a day less for clocks that differ. */
const historyMs = 89 * dayMs;
/** Parcels that are older have arrived or are lost: one call for each would take long. */
const followedMs = 30 * dayMs;

const cursorSchema = z.strictObject({
  v: z.literal(2),
  /** See `walkPages`; null: not begun. */
  conversations: z.string().nullable(),
  orders: orderPlaceSchema,
});
type Place = z.infer<typeof cursorSchema>;
const stored = (place: Place): Cursor => JSON.stringify(place);

export interface Pull {
  api: EbayApi;
  /** The shop's user name. */
  userName: string;
  deps: Pick<ConnectorDeps, 'now' | 'log'>;
  signal: AbortSignal;
}

/** See `Session.pull`. */
export async function* pullEbay(pull: Pull, cursor: Cursor | null): AsyncGenerator<Pulled> {
  let place: Place = cursorOf(cursorSchema, cursor) ?? { v: 2, conversations: null, orders: { until: 0, triedAt: 0 } };
  for await (const pulled of pullConversations(pull, place.conversations)) {
    place = { ...place, conversations: pulled.cursor };
    yield { ...pulled, cursor: stored(place) };
  }
  yield* pullOrders(pull, place);
}

function pullConversations(pull: Pull, cursor: Cursor | null): AsyncGenerator<Pulled> {
  const { api, deps, signal } = pull;
  return walkPages(cursor, z.number(), deps, async ({ since, startedAt, next }) => {
    const offset = next ?? 0;
    const { conversations, isLast } = await api.conversations(
      {
        offset,
        // a fixed end keeps the pages still while news comes in
        endTime: new Date(startedAt + overlapMs).toISOString(),
        ...(since === null ? {} : { startTime: new Date(since - overlapMs).toISOString() }),
      },
      signal,
    );
    const items: Item[] = [];
    for (const conversation of conversations) items.push(...(await itemsOf(pull, conversation, since === null)));
    const isOver = isLast || conversations.length === 0;
    return { items, count: conversations.length, next: isOver ? null : offset + pageSize };
  });
}

async function itemsOf(pull: Pull, conversation: EbayConversation, isPast: boolean): Promise<Item[]> {
  const { api, userName, deps, signal } = pull;
  const { latestMessage, unreadCount } = conversation;
  const hasRested = latestMessage ? deps.now() - timeOf(latestMessage) > restedMs : false;
  const isEnough = isPast && hasRested && (unreadCount ?? 0) === 0;
  const messages =
    isEnough && latestMessage ? [latestMessage] : await api.messages(conversation.conversationId, messagePages, signal);
  return conversationItems(conversation, messages, userName);
}

/** First by when they were made: pages that do not move; then by when they changed. */
function pullOrders({ api, deps, signal }: Pull, place: Place): AsyncGenerator<Pulled> {
  const by = place.orders.until === 0 ? 'creationdate' : 'lastmodifieddate';
  const limits = { historyMs, windowMs: historyMs, overlapMs };
  return sweepOrders(
    deps,
    place.orders,
    limits,
    (orders) => stored({ ...place, orders }),
    async ({ startDate, page }) => {
      const { orders, isLast } = await api.orders({ by, since: startDate, page }, signal);
      const items: Item[] = [];
      for (const order of orders) items.push(...orderItems(order, await packagesOf(order)));
      return { items, isLast: isLast || orders.length === 0 };
    },
  );

  async function packagesOf({ orderId, creationDate, fulfillmentHrefs }: EbayOrder) {
    const isFollowed = (fulfillmentHrefs ?? []).length > 0 && deps.now() - creationDate < followedMs;
    return isFollowed ? ((await unlessGone(api.packages(orderId, signal))) ?? []) : [];
  }
}
