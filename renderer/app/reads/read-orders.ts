// A customer's orders as they are now, for commands.
import type { OrderRow } from '../../database/rows.ts';
import type { CustomerId } from '../../../shared/model/ids.ts';
import { database } from './database.ts';

/** None for nobody. */
export async function readOrders(customerId: CustomerId | null): Promise<OrderRow[]> {
  return customerId === null ? [] : database().orders.where('customerId').equals(customerId).toArray();
}
