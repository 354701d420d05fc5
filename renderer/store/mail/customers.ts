// Customers: one per handle, made from whoever a message comes from or goes to.
import { handleSchema, type Handle } from '../../../shared/model/customer.ts';
import type { Channel, CustomerId, Language } from '../../../shared/model/ids.ts';
import type { Address, IncomingMessage } from '../../../shared/model/message.ts';
import type { CustomerRow, MessageRow } from '../../database/rows.ts';
import type { WorkSet } from '../work/work-set.ts';

/** Longest address that becomes part of a handle; longer ones are not real and are cut. */
const addressLength = 360;

/** The other side of a message: who wrote it, or whom we wrote to first. */
export function correspondentOf(
  message: Pick<MessageRow | IncomingMessage, 'direction' | 'from' | 'to' | 'cc'>,
): Address {
  const other = message.direction === 'in' ? message.from : (message.to[0] ?? message.cc[0]);
  return other ?? { name: '', address: '' };
}

/** `<channel>:<address>`, lower case; null when there is no address. */
export function handleOf(channel: Channel, address: Address): Handle | null {
  const plain = address.address.trim().toLowerCase().slice(0, addressLength);
  return plain === '' ? null : handleSchema.parse(`${channel}:${plain}`);
}

/** A customer's id is the handle: the same after the store was rebuilt. */
export const customerIdOf = (handle: Handle): CustomerId => handle.toLowerCase() as CustomerId;

/** What to call a customer: the name, else the address. */
export function customerNameOf(customer: Pick<CustomerRow, 'name' | 'id'>): string {
  return customer.name === '' ? customer.id.slice(customer.id.indexOf(':') + 1) : customer.name;
}

/** The customer of a handle, made or completed by what is known now. The customer has been loaded. */
export function noteCustomer(
  work: WorkSet,
  handle: Handle,
  known: { name: string; at: number; language?: Language | null },
): CustomerRow {
  const id = customerIdOf(handle);
  const present = work.customers.get(id);
  const before = present ?? { id, name: '', handles: [handle], since: known.at, note: '', conversationCount: 0 };
  const name = before.name === '' ? known.name.trim() : before.name;
  const since = Math.min(before.since, known.at);
  const language = before.language ?? known.language ?? undefined;
  if (present && name === present.name && since === present.since && language === present.language) return present;
  const row: CustomerRow = { ...before, name, since, ...(language ? { language } : {}) };
  work.customers.put(row);
  return row;
}
