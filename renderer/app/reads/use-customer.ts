// A customer with their orders, conversations, notes and promises, live.
import type {
  ConversationRow,
  CustomerNoteRow,
  CustomerRow,
  OrderRow,
  PromiseRow,
  TouchpointRow,
} from '../../database/rows.ts';
import type { CustomerId } from '../../../shared/model/ids.ts';
import { firstContactOf } from '../../../shared/service/first-contact.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

export interface CustomerCard {
  customer: CustomerRow;
  /** Epoch ms; undefined: nothing was heard of them, the shop only wrote them down. */
  firstContactAt: number | undefined;
  /** Newest first. */
  orders: OrderRow[];
  /** Newest first, at most {@link shownConversations}. */
  conversations: ConversationRow[];
  /** Pinned first, then newest first. */
  notes: CustomerNoteRow[];
  /** Open ones by when they are due, then settled ones, newest first. */
  promises: PromiseRow[];
  /** Newest first. */
  touchpoints: TouchpointRow[];
}

/** More than anybody reads in a side panel. */
const shownConversations = 50;

/** Undefined while it is read, null when there is no such customer. */
export function useCustomer(id: CustomerId | null): CustomerCard | null | undefined {
  return useLive(`customer/${id ?? ''}`, () => readCustomerCard(id));
}

/** As it stands now; null when there is no such customer. */
export async function readCustomerCard(id: CustomerId | null): Promise<CustomerCard | null> {
  if (id === null) return null;
  const { customers, orders, conversations, customerNotes, promises, touchpoints } = database();
  const customer = await customers.get(id);
  if (!customer) return null;
  const [theirOrders, theirConversations, notes, promised, contacts] = await Promise.all([
    orders.where('customerId').equals(id).toArray(),
    conversations.where('customerId').equals(id).toArray(),
    customerNotes.where('customerId').equals(id).toArray(),
    promises.where('customerId').equals(id).toArray(),
    touchpoints.where('customerId').equals(id).toArray(),
  ]);
  return {
    customer,
    firstContactAt: firstContactOf(customer, {
      conversations: theirConversations,
      orders: theirOrders,
      touchpoints: contacts,
    }),
    orders: theirOrders.sort((a, b) => b.placedAt - a.placedAt),
    conversations: theirConversations.sort((a, b) => b.lastAt - a.lastAt).slice(0, shownConversations),
    notes: notes.sort((a, b) => Number(b.isPinned) - Number(a.isPinned) || b.createdAt - a.createdAt),
    promises: promised.sort(byUrgency),
    touchpoints: contacts.sort((a, b) => b.at - a.at),
  };
}

function byUrgency(a: PromiseRow, b: PromiseRow): number {
  if (a.state === 'open' && b.state === 'open') return a.dueAt - b.dueAt;
  if (a.state === 'open' || b.state === 'open') return a.state === 'open' ? -1 : 1;
  return (b.settledAt ?? 0) - (a.settledAt ?? 0);
}
