// Finds customers by what a call or a line of a file says of them: telephone, address, name.
import type { CustomerId, MessageId } from '../../../shared/model/ids.ts';
import { nameKey, phoneKey } from '../../../shared/service/same-person.ts';
import type { CustomerRow, MessageRow } from '../../database/rows.ts';
import { database } from './database.ts';

export async function findCustomerByPhone(phone: string): Promise<CustomerRow | undefined> {
  const key = phoneKey(phone);
  return key === '' ? undefined : firstHome(`p:${key}`);
}

export async function findCustomerByEmail(email: string): Promise<CustomerRow | undefined> {
  const plain = email.trim().toLowerCase();
  return plain === '' ? undefined : firstHome(`e:${plain}`);
}

/** Only where nobody else has the name. */
export async function findCustomerByName(name: string): Promise<CustomerRow | undefined> {
  const key = nameKey(name);
  if (key === '') return undefined;
  const { customers } = database();
  const rows = await customers.where('matchKeys').equals(`n:${key}`).limit(10).toArray();
  const homes = new Set<CustomerId>(rows.map((row) => row.mergedInto ?? row.id));
  const [only] = homes;
  return homes.size === 1 && only !== undefined ? customers.get(only) : undefined;
}

async function firstHome(key: string): Promise<CustomerRow | undefined> {
  const { customers } = database();
  const row = await customers.where('matchKeys').equals(key).first();
  return row?.mergedInto === undefined ? row : customers.get(row.mergedInto);
}

/** The customer as they stand now. */
export async function readCustomer(id: CustomerId | null): Promise<CustomerRow | undefined> {
  return id === null ? undefined : database().customers.get(id);
}

/** When the shop last wrote to a customer, on any channel (epoch ms). */
export async function readLastWrittenAt(id: CustomerId | null): Promise<number | null> {
  if (id === null) return null;
  const rows = await database().conversations.where('customerId').equals(id).toArray();
  const times = rows.map((row) => row.lastOutboundAt).filter((at) => at !== undefined);
  return times.length === 0 ? null : Math.max(...times);
}

/** One message by its identity. */
export async function readMessage(id: MessageId): Promise<MessageRow | undefined> {
  return database().messages.where('id').equals(id).first();
}
