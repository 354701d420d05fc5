// Fetches conversations with members page by page: the past once, then those with news.
import * as z from 'zod';
import type { Cursor, Item } from '../../../../shared/model/item.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import { walkPages } from '../walk-pages.ts';
import { pageSize, type EbayApi, type EbayConversation } from './api.ts';
import { conversationItems, timeOf } from './to-items.ts';

const dayMs = 86_400_000;
/** Messages that come while pages are turned, and clocks that differ. */
const overlapMs = 600_000;
/** Of conversations that have rested for longer, the past brings the newest message only: one call for each would take hours. */
const restedMs = 30 * dayMs;
/** 200 messages of one conversation. */
const messagePages = 4;

export interface Pull {
  api: EbayApi;
  /** The shop's user name. */
  userName: string;
  deps: Pick<ConnectorDeps, 'now'>;
  signal: AbortSignal;
}

/** See `Session.pull`. */
export async function* pullEbay(pull: Pull, cursor: Cursor | null): AsyncGenerator<Pulled> {
  const { api, deps, signal } = pull;
  yield* walkPages(cursor, z.number(), deps, async ({ since, startedAt, next }) => {
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
