// Customers: one per handle, made from whoever a message comes from or goes to.
import type { Handle } from '../../../shared/model/customer.ts';
import type { CustomerId, Language } from '../../../shared/model/ids.ts';
import type { CustomerRow } from '../../database/rows.ts';
import type { Store } from '../store.ts';
import type { WorkSet } from '../work/work-set.ts';

/** A customer's id is the handle: the same after the store was rebuilt. */
export const customerIdOf = (handle: Handle): CustomerId => handle.toLowerCase() as CustomerId;

/** What to call a customer: the shop's word, else the name, else the address. */
export function customerNameOf(customer: Pick<CustomerRow, 'name' | 'id' | 'profile'>): string {
  const name = customer.profile?.name ?? customer.name;
  return name === '' ? customer.id.slice(customer.id.indexOf(':') + 1) : name;
}

/** Longer chains of merges than anybody makes; a circle, which the journal of a damaged disk might hold, ends here too. */
const longestChain = 20;

/** Whom this customer was merged into, over any number of merges; else the customer. */
export function homeOf(work: WorkSet, id: CustomerId): CustomerId {
  let at = id;
  for (let step = 0; step < longestChain; step += 1) {
    const row = work.customers.has(at) ? work.customers.get(at) : undefined;
    const next = row ? row.mergedInto : work.store.aliases.get(at);
    if (next === undefined || next === id) return at;
    at = next;
  }
  return at;
}

/** These customers, and whoever they were merged into: for loading. */
export function withHomes(store: Store, ids: Iterable<CustomerId>): CustomerId[] {
  const all = new Set<CustomerId>();
  for (const id of ids) {
    for (let at: CustomerId | undefined = id; at !== undefined && !all.has(at); at = store.aliases.get(at)) all.add(at);
  }
  return [...all];
}

/** A customer of whom nothing is known but a handle. */
export function bareCustomer(handle: Handle): CustomerRow {
  return { id: customerIdOf(handle), name: '', handles: [handle], note: '' };
}

/** The customer of a handle, made or completed by what is known now; whom they were merged into, if anybody. Both have been loaded. */
export function noteCustomer(
  work: WorkSet,
  handle: Handle,
  known: { name: string; language?: Language | null },
): CustomerRow {
  const own = completed(work, customerIdOf(handle), handle, known);
  const home = homeOf(work, own.id);
  return home === own.id ? own : completed(work, home, home, known);
}

function completed(
  work: WorkSet,
  id: CustomerId,
  handle: Handle,
  known: { name: string; language?: Language | null },
): CustomerRow {
  const present = work.customers.get(id);
  const before = present ?? bareCustomer(handle);
  const name = before.name === '' ? known.name.trim() : before.name;
  const language = before.language ?? known.language ?? undefined;
  if (present && name === present.name && language === present.language) return present;
  const row: CustomerRow = { ...before, name, ...(language ? { language } : {}) };
  work.customers.put(row);
  return row;
}
