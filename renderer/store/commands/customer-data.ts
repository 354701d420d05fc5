// What a person writes about customers: one step for any number of records, answered with what stood there before.
import { AppError } from '../../../shared/errors.ts';
import { distinctKey } from '../../../shared/model/customer-data.ts';
import type { CustomerId } from '../../../shared/model/ids.ts';
import type { CustomerEntry, JournalRecord } from '../../../shared/model/journal.ts';
import { customerIdOf } from '../mail/customers.ts';
import { entryBefore } from '../records/customer-entries.ts';
import { commit } from '../records/journal.ts';
import type { Store } from '../store.ts';

/**
 * Writes the entries; answers what stood under their keys, last first, so that putting the answer back undoes the step. `bad-data`: a key
 * does not fit its record. `conflict`: a merge would make a circle.
 */
export function putCustomerData(store: Store, { entries }: { entries: CustomerEntry[] }): Promise<CustomerEntry[]> {
  return store.queue.run('person', async () => {
    for (const entry of entries) refuseWrongKey(entry);
    refuseCircles(store, entries);
    const at = store.deps.now();
    const before: CustomerEntry[] = [];
    const kept = new Set<string>();
    for (const entry of entries) {
      const name = `${entry.kind}|${entry.key}`;
      if (!kept.has(name)) before.push(await entryBefore(store.database, entry, at));
      kept.add(name);
    }
    await commit(
      store,
      entries.map((entry): JournalRecord => ({ ...entry, at })),
    );
    return before.reverse();
  });
}

function refuseWrongKey(entry: CustomerEntry): void {
  if (entry.data !== null && entry.key !== keyOf(entry)) {
    throw new AppError('bad-data', `The key ${entry.key} does not fit its ${entry.kind}`);
  }
}

/** The key under which a record is kept. */
function keyOf(entry: CustomerEntry): string {
  if (entry.data === null) return entry.key;
  switch (entry.kind) {
    case 'customer':
      return customerIdOf(entry.data.handle);
    case 'customer-merge':
      return customerIdOf(entry.data.handle);
    case 'customer-distinct':
      return distinctKey(...entry.data.handles);
    case 'shop-order':
      return `${entry.data.order.channel}|${entry.data.order.number}`;
    case 'customer-note':
    case 'promise':
    case 'touchpoint':
      return entry.data.id;
  }
}

/** Follows every merge as it would stand afterwards. */
function refuseCircles(store: Store, entries: readonly CustomerEntry[]): void {
  const merges = entries.filter((entry) => entry.kind === 'customer-merge');
  if (merges.length === 0) return;
  const into = new Map(store.aliases);
  for (const { key, data } of merges) {
    if (data === null) into.delete(key as CustomerId);
    else into.set(key as CustomerId, customerIdOf(data.into));
  }
  for (const { key } of merges) {
    const seen = new Set<string>();
    for (let at: CustomerId | undefined = key as CustomerId; at !== undefined; at = into.get(at)) {
      if (seen.has(at)) throw new AppError('conflict', 'These customers would be merged in a circle');
      seen.add(at);
    }
  }
}
