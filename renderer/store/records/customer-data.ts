// Records of notes, promises, imported orders and different people: rows that belong to whoever their handle belongs to now.
import type { Handle } from '../../../shared/model/customer.ts';
import type { Promised } from '../../../shared/model/customer-data.ts';
import type { CustomerId } from '../../../shared/model/ids.ts';
import type { PromiseRow } from '../../database/rows.ts';
import { bareCustomer, customerIdOf, homeOf, withHomes } from '../mail/customers.ts';
import type { WorkSet } from '../work/work-set.ts';
import { presentConversation } from './anchored.ts';
import type { RecordOf } from './record-of.ts';

/** The customer to whom a handle belongs now; made where nothing is known of them yet. */
export async function homeOfHandle(work: WorkSet, handle: Handle, name = ''): Promise<CustomerId> {
  const id = customerIdOf(handle);
  await work.customers.load(withHomes(work.store, [id]));
  const own = work.customers.get(id) ?? bareCustomer(handle);
  if (!work.customers.get(id) || (own.name === '' && name !== '')) {
    work.customers.put(own.name === '' ? { ...own, name: name.trim() } : own);
  }
  return homeOf(work, id);
}

export async function applyCustomerNote(work: WorkSet, record: RecordOf<'customer-note'>): Promise<void> {
  const { key, data } = record;
  await work.customerNotes.load([key]);
  if (data !== null) {
    const customerId = await homeOfHandle(work, data.handle);
    work.customerNotes.put({ ...data, customerId });
  } else if (work.customerNotes.get(key)) work.customerNotes.delete(key);
}

export async function applyPromise(work: WorkSet, record: RecordOf<'promise'>): Promise<void> {
  const { key, data } = record;
  await work.promises.load([key]);
  if (data === null) {
    if (work.promises.get(key)) work.promises.delete(key);
    return;
  }
  const conversation =
    data.conversationId === null
      ? undefined
      : await presentConversation(work, { conversationId: data.conversationId, anchor: data.anchor });
  const customerId = data.handle === null ? null : await homeOfHandle(work, data.handle);
  work.promises.put(promiseRow(conversation ? { ...data, conversationId: conversation.id } : data, customerId));
}

/** `openDueAt` is there only while the promise is open: its index is sparse. */
export function promiseRow(data: Promised, customerId: CustomerId | null): PromiseRow {
  return { ...data, customerId, ...(data.state === 'open' ? { openDueAt: data.dueAt } : {}) };
}

export async function applyCustomerDistinct(work: WorkSet, record: RecordOf<'customer-distinct'>): Promise<void> {
  const { key, data } = record;
  await work.customerDistincts.load([key]);
  if (data !== null) work.customerDistincts.put({ id: key, ...data });
  else if (work.customerDistincts.get(key)) work.customerDistincts.delete(key);
}

/** What a channel itself says of an order is not overwritten by a file; taken back, an order goes unless a channel told it too. */
export async function applyShopOrder(work: WorkSet, record: RecordOf<'shop-order'>): Promise<void> {
  const { key: id, data } = record;
  await work.orders.load([id]);
  const before = work.orders.get(id);
  if (data === null) {
    if (before?.importId !== undefined) work.orders.delete(id);
    return;
  }
  if (before && before.importId === undefined) return;
  const { order, importId, importedAt } = data;
  const customerId = await homeOfHandle(work, order.handle);
  work.orders.put({ ...order, id, customerId, importId, importedAt });
}
