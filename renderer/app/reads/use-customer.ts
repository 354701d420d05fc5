// A customer with their orders and conversations, live.
import type { ConversationRow, CustomerRow, OrderRow } from '../../database/rows.ts';
import type { CustomerId } from '../../../shared/model/ids.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

export interface CustomerCard {
  customer: CustomerRow;
  /** Newest first. */
  orders: OrderRow[];
  /** Newest first, at most {@link shownConversations}. */
  conversations: ConversationRow[];
}

/** More than anybody reads in a side panel. */
const shownConversations = 50;

/** Undefined while it is read, null when there is no such customer. */
export function useCustomer(id: CustomerId | null): CustomerCard | null | undefined {
  return useLive(`customer/${id ?? ''}`, async () => {
    if (id === null) return null;
    const { customers, orders, conversations } = database();
    const customer = await customers.get(id);
    if (!customer) return null;
    const [theirOrders, theirConversations] = await Promise.all([
      orders.where('customerId').equals(id).toArray(),
      conversations.where('customerId').equals(id).toArray(),
    ]);
    return {
      customer,
      orders: theirOrders.sort((a, b) => b.placedAt - a.placedAt),
      conversations: theirConversations.sort((a, b) => b.lastAt - a.lastAt).slice(0, shownConversations),
    };
  });
}
