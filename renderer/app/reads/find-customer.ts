// Finds customers by what a call, or the lines of a file, say of them: telephone, address, name.
import { largest } from '../../../shared/extremes.ts';
import type { CustomerId, MessageId } from '../../../shared/model/ids.ts';
import { phoneKey } from '../../../shared/service/same-person.ts';
import type { CustomerRow, MessageRow } from '../../database/rows.ts';
import { database } from './database.ts';

export async function findCustomerByPhone(phone: string): Promise<CustomerRow | undefined> {
  const key = phoneKey(phone);
  if (key === '') return undefined;
  const [first] = (await findCustomers([`p:${key}`])).get(`p:${key}`) ?? [];
  return first;
}

/** Whoever may be known by each of these match keys (`e:…`, `p:…`, `n:…`), each once, as whom they were merged into; keys that nobody has are left out. */
export async function findCustomers(keys: readonly string[]): Promise<Map<string, CustomerRow[]>> {
  const { customers } = database();
  const rows = await customers.where('matchKeys').anyOf(keys).distinct().toArray();
  const homes = new Map((await customers.bulkGet(rows.map(homeOf))).map((row) => [row?.id, row]));
  const wanted = new Set(keys);
  const found = new Map<string, Set<CustomerRow>>();
  for (const row of rows) {
    const home = homes.get(homeOf(row));
    for (const key of row.matchKeys ?? []) {
      if (home && wanted.has(key)) found.set(key, (found.get(key) ?? new Set()).add(home));
    }
  }
  return new Map([...found].map(([key, each]) => [key, [...each]]));
}

const homeOf = ({ id, mergedInto }: CustomerRow): CustomerId => mergedInto ?? id;

/** The customer as they stand now. */
export async function readCustomer(id: CustomerId | null): Promise<CustomerRow | undefined> {
  return id === null ? undefined : database().customers.get(id);
}

/** When the shop last wrote to a customer, on any channel (epoch ms). */
export async function readLastWrittenAt(id: CustomerId | null): Promise<number | null> {
  if (id === null) return null;
  const rows = await database().conversations.where('customerId').equals(id).toArray();
  const times = rows.map((row) => row.lastOutboundAt).filter((at) => at !== undefined);
  return times.length === 0 ? null : largest(times);
}

/** One message by its identity. */
export async function readMessage(id: MessageId): Promise<MessageRow | undefined> {
  return database().messages.where('id').equals(id).first();
}
