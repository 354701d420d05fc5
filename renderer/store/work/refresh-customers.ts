// What customers' rows say of others and others of them: loyalty, by what the same person may be known elsewhere, their name in conversations.
import { customerNameOf } from '../mail/customers.ts';
import { matchKeysOf } from '../../../shared/service/same-person.ts';
import { loyaltyOf } from '../../../shared/service/loyalty.ts';
import type { CustomerId } from '../../../shared/model/ids.ts';
import type { CustomerRow, OrderRow } from '../../database/rows.ts';
import { rowsOf } from './raw-store.ts';
import type { WorkSet } from './work-set.ts';

/** Marked as loyal by hand: for as long as the mark stands. */
const forEver = Number.MAX_SAFE_INTEGER;

/** Brings the changed customers of a work, and those whose orders changed, in line; before the work is written. */
export async function refreshCustomers(work: WorkSet): Promise<void> {
  await forgetEmptied(work);
  await refreshLoyalty(work);
  await renameInConversations(work);
  for (const { after } of [...work.customers.changes()]) {
    if (!after) continue;
    const matchKeys = matchKeysOf(after);
    if (matchKeys.join('|') === (after.matchKeys ?? []).join('|')) continue;
    const { matchKeys: _before, ...rest } = after;
    work.customers.put(matchKeys.length === 0 ? rest : { ...rest, matchKeys });
  }
}

/** Nobody is left where the shop's only word of a person was taken back, as when an import is undone, and nothing else is theirs. */
async function forgetEmptied(work: WorkSet): Promise<void> {
  const { database, aliases } = work.store;
  const emptied: CustomerId[] = [];
  for (const { before, after } of work.customers.changes()) {
    if (before?.recordedAt !== undefined && after && isEmpty(after)) emptied.push(after.id);
  }
  if (emptied.length === 0) return;
  work.conversations.adopt(await rowsOf(database.conversations, 'customerId', emptied));
  work.orders.adopt(await rowsOf(database.orders, 'customerId', emptied));
  work.customerNotes.adopt(await rowsOf(database.customerNotes, 'customerId', emptied));
  work.promises.adopt(await rowsOf(database.promises, 'customerId', emptied));
  work.touchpoints.adopt(await rowsOf(database.touchpoints, 'customerId', emptied));
  const tables = [work.conversations, work.orders, work.customerNotes, work.promises, work.touchpoints];
  const needed = new Set(tables.flatMap((rows) => [...rows.present()].map(({ customerId }) => customerId)));
  for (const into of aliases.values()) needed.add(into);
  for (const id of emptied) if (!needed.has(id)) work.customers.delete(id);
}

const isEmpty = ({ recordedAt, name, note, handles, mergedInto }: CustomerRow): boolean =>
  recordedAt === undefined && `${name}${note}` === '' && handles.length === 1 && mergedInto === undefined;

/** Conversations carry their customer's name for the list's sake, however it came to be known: a later mail, a channel, the shop's own word. */
async function renameInConversations(work: WorkSet): Promise<void> {
  const names = new Map<CustomerId, string>();
  const stored: CustomerId[] = [];
  for (const { before, after } of work.customers.changes()) {
    if (!after || customerNameOf(before ?? { id: after.id, name: '' }) === customerNameOf(after)) continue;
    names.set(after.id, customerNameOf(after));
    if (before) stored.push(after.id);
  }
  if (names.size === 0) return;
  work.conversations.adopt(await rowsOf(work.store.database.conversations, 'customerId', stored));
  for (const row of [...work.conversations.present()]) {
    const customerName = row.customerId === null ? undefined : names.get(row.customerId);
    if (customerName !== undefined && customerName !== row.customerName)
      work.conversations.put({ ...row, customerName });
  }
}

async function refreshLoyalty(work: WorkSet): Promise<void> {
  const due = new Set<CustomerId>();
  for (const { before, after } of work.orders.changes()) {
    if (before) due.add(before.customerId);
    if (after) due.add(after.customerId);
  }
  for (const { before, after } of work.customers.changes()) {
    if (after && before?.profile?.isLoyal !== after.profile?.isLoyal) due.add(after.id);
  }
  if (due.size === 0) return;
  await work.customers.load(due);
  work.orders.adopt(await rowsOf(work.store.database.orders, 'customerId', [...due]));
  const orders = new Map<CustomerId, OrderRow[]>();
  for (const row of work.orders.present()) {
    if (!due.has(row.customerId)) continue;
    const theirs = orders.get(row.customerId);
    if (theirs) theirs.push(row);
    else orders.set(row.customerId, [row]);
  }
  for (const id of due) {
    const row = work.customers.get(id);
    if (row) putLoyalty(work, row, orders.get(id) ?? []);
  }
}

function putLoyalty(work: WorkSet, row: CustomerRow, orders: readonly OrderRow[]): void {
  const { until } = loyaltyOf(orders, work.store.deps.now(), '');
  const loyalUntil = row.profile?.isLoyal === true ? forEver : (until ?? undefined);
  if (loyalUntil === row.loyalUntil) return;
  const { loyalUntil: _before, ...rest } = row;
  work.customers.put(loyalUntil === undefined ? rest : { ...rest, loyalUntil });
}
