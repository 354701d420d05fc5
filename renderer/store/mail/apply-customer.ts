// Customers and orders as a channel tells them.
import type { IncomingCustomer, Order } from '../../../shared/model/customer.ts';
import type { CustomerId } from '../../../shared/model/ids.ts';
import type { Item } from '../../../shared/model/item.ts';
import type { CustomerRow } from '../../database/rows.ts';
import type { BatchWork } from './batch-work.ts';
import { bareCustomer, customerIdOf, noteCustomer } from './customers.ts';

/** The customers that these items name, for loading. */
export function customerIdsOfItems(items: readonly Item[]): CustomerId[] {
  return items.flatMap((item) => {
    if (item.kind === 'customer') return [customerIdOf(item.customer.handle)];
    return item.kind === 'order' ? [customerIdOf(item.order.handle)] : [];
  });
}

/** What the channel says wins over what a message's sender line said; a note of the shop's own stays. */
export function applyCustomer({ work }: BatchWork, told: IncomingCustomer): void {
  const id = customerIdOf(told.handle);
  // One that was merged into another keeps its own row: it is theirs again when the merge is taken back.
  noteCustomer(work, told.handle, { name: told.name });
  const before = work.customers.get(id) ?? bareCustomer(told.handle);
  const name = told.name.trim() === '' ? before.name : told.name.trim();
  const language = told.language ?? before.language;
  const city = told.city ?? before.city;
  const since = told.since ?? before.since;
  const row: CustomerRow = {
    ...before,
    name,
    note: before.note === '' && before.recordedAt === undefined ? (told.note ?? '') : before.note,
    ...(language === undefined ? {} : { language }),
    ...(city === undefined ? {} : { city }),
    ...(since === undefined ? {} : { since }),
  };
  work.customers.put(row);
}

/** The newest word on an order holds. */
export async function applyOrder({ work }: BatchWork, order: Order): Promise<void> {
  const customer = noteCustomer(work, order.handle, { name: '' });
  const id = `${order.channel}|${order.number}`;
  await work.orders.load([id]);
  const { importId, importedAt } = work.orders.get(id) ?? {};
  work.orders.put({
    ...order,
    id,
    customerId: customer.id,
    // The shop's own record of it stays in the journal until it is taken back.
    ...(importId === undefined ? {} : { importId }),
    ...(importedAt === undefined ? {} : { importedAt }),
  });
}
