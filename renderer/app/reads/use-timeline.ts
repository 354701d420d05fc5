// Everything between the shop and one customer over all channels, newest first, live.
import type { ConversationId, CustomerId } from '../../../shared/model/ids.ts';
import { isByHand } from '../../../shared/service/hand-channels.ts';
import type {
  ConversationRow,
  CustomerNoteRow,
  MessageRow,
  OrderRow,
  PromiseRow,
  TouchpointRow,
} from '../../database/rows.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

export type TimelineItem = { at: number; key: string } & (
  | { kind: 'message'; message: MessageRow; conversation: ConversationRow }
  | { kind: 'order'; order: OrderRow }
  | { kind: 'note'; note: CustomerNoteRow }
  | { kind: 'touchpoint'; touchpoint: TouchpointRow }
  | { kind: 'promise'; promise: PromiseRow }
);

export interface Timeline {
  items: readonly TimelineItem[];
  hasMore: boolean;
}

/** The newest `limit` things; undefined until they were read. */
export function useTimeline(customerId: CustomerId, limit: number): Timeline | undefined {
  return useLive(`timeline/${customerId}/${limit}`, async () => {
    const { orders, customerNotes, touchpoints, promises } = database();
    const [theirOrders, notes, contacts, promised, messages] = await Promise.all([
      orders.where('customerId').equals(customerId).toArray(),
      customerNotes.where('customerId').equals(customerId).toArray(),
      touchpoints.where('customerId').equals(customerId).toArray(),
      promises.where('customerId').equals(customerId).toArray(),
      messagesOf(customerId, limit + 1),
    ]);
    const items: TimelineItem[] = [
      ...messages,
      ...theirOrders.map((order): TimelineItem => ({ kind: 'order', order, at: order.placedAt, key: `o${order.id}` })),
      ...notes.map((note): TimelineItem => ({ kind: 'note', note, at: note.createdAt, key: `n${note.id}` })),
      ...contacts.map((touchpoint): TimelineItem => ({
        kind: 'touchpoint',
        touchpoint,
        at: touchpoint.at,
        key: `t${touchpoint.id}`,
      })),
      ...promised.map((promise): TimelineItem => ({
        kind: 'promise',
        promise,
        at: promise.madeAt,
        key: `p${promise.id}`,
      })),
    ];
    items.sort((a, b) => b.at - a.at);
    return { items: items.slice(0, limit), hasMore: items.length > limit };
  });
}

/** The newest messages over all conversations; those that ended before the oldest found are not looked into. */
async function messagesOf(customerId: CustomerId, limit: number): Promise<TimelineItem[]> {
  const { conversations, messages } = database();
  const theirs = await conversations.where('customerId').equals(customerId).toArray();
  const found: TimelineItem[] = [];
  for (const conversation of theirs.sort((a, b) => b.lastAt - a.lastAt)) {
    // A contact logged by hand stands for itself.
    if (isByHand(conversation)) continue;
    const oldest = found.length < limit ? -Infinity : (found[limit - 1]?.at ?? -Infinity);
    if (conversation.lastAt < oldest) break;
    const rows = await messages
      .where('[conversationId+receivedAt]')
      .between([conversation.id, -Infinity], [conversation.id satisfies ConversationId, Infinity])
      .reverse()
      .limit(limit)
      .toArray();
    for (const message of rows)
      found.push({ kind: 'message', message, conversation, at: message.receivedAt, key: message.id });
    found.sort((a, b) => b.at - a.at).splice(limit);
  }
  return found;
}
