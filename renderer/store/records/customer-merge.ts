// Merge records: everything of one customer is shown with another, and goes back when the merge is taken back.
import type { CustomerId } from '../../../shared/model/ids.ts';
import type { CustomerRow } from '../../database/rows.ts';
import { bareCustomer, customerIdOf, customerNameOf, homeOf, withHomes } from '../mail/customers.ts';
import { rowsOf } from '../work/raw-store.ts';
import type { WorkSet } from '../work/work-set.ts';
import type { RecordOf } from './record-of.ts';

/**
 * Merges form trees: a customer points to whom it was merged into, rows keep the handle they came by, and belong to the tree's root. So any
 * merge can be taken back alone, whatever was merged before or after it.
 */
export async function applyCustomerMerge(work: WorkSet, record: RecordOf<'customer-merge'>): Promise<void> {
  const { data } = record;
  const id = record.key as CustomerId;
  const target = data === null ? undefined : customerIdOf(data.into);
  await work.customers.load(withHomes(work.store, target === undefined ? [id] : [id, target]));
  const present = work.customers.get(id);
  if (present?.mergedInto === target) return;
  if (target !== undefined && data !== null && !work.customers.get(target)) work.customers.put(bareCustomer(data.into));
  const oldHome = homeOf(work, id);
  const { mergedInto: _before, ...rest } = present ?? bareCustomer(data?.handle ?? id);
  work.customers.put(target === undefined ? rest : { ...rest, mergedInto: target });
  await moveHome(work, [...new Set([oldHome, homeOf(work, id)])]);
}

/** Puts everything that stands with one of these customers where it belongs now. */
async function moveHome(work: WorkSet, homes: CustomerId[]): Promise<void> {
  const { database } = work.store;
  await work.customers.load(homes);
  for (const home of homes) await gatherHandles(work, home);
  const isTheirs = (id: CustomerId | null): boolean => id !== null && homes.includes(id);
  const [conversations, orders, notes, promises, touchpoints] = await Promise.all([
    rowsOf(database.conversations, 'customerId', homes),
    rowsOf(database.orders, 'customerId', homes),
    rowsOf(database.customerNotes, 'customerId', homes),
    rowsOf(database.promises, 'customerId', homes),
    rowsOf(database.touchpoints, 'customerId', homes),
  ]);
  work.conversations.adopt(conversations);
  work.orders.adopt(orders);
  work.customerNotes.adopt(notes);
  work.promises.adopt(promises);
  work.touchpoints.adopt(touchpoints);
  for (const row of [...work.conversations.present()]) {
    if (row.customerId === null || !isTheirs(row.customerId)) continue;
    const own = row.customerHandle ?? row.customerId;
    const customerId = homeOf(work, own);
    const { customerHandle: _handle, ...rest } = row;
    const customer = work.customers.get(customerId);
    const customerName = customer ? customerNameOf(customer) : row.customerName;
    work.conversations.put({
      ...rest,
      customerId,
      customerName,
      ...(own === customerId ? {} : { customerHandle: own }),
    });
  }
  moveRows(work, work.orders, isTheirs);
  moveRows(work, work.customerNotes, isTheirs);
  moveRows(work, work.promises, isTheirs);
  moveRows(work, work.touchpoints, isTheirs);
}

/** The tables whose rows name their customer by handle. */
interface HandledRows<Row> {
  present(): Iterable<Row>;
  put(row: Row): void;
}

function moveRows<Row extends { handle: string | null; customerId: CustomerId | null }>(
  work: WorkSet,
  table: HandledRows<Row>,
  isTheirs: (id: CustomerId | null) => boolean,
): void {
  for (const row of [...table.present()]) {
    if (row.handle === null || !isTheirs(row.customerId)) continue;
    const customerId = homeOf(work, customerIdOf(row.handle));
    if (customerId !== row.customerId) table.put({ ...row, customerId });
  }
}

/** A customer shows the handles of all who were merged into them; one who was merged away keeps their own. */
async function gatherHandles(work: WorkSet, home: CustomerId): Promise<void> {
  const members: CustomerRow[] = [];
  const seen = new Set<CustomerId>();
  let frontier = [home];
  while (frontier.length > 0) {
    work.customers.adopt(await rowsOf(work.store.database.customers, 'mergedInto', frontier));
    const next: CustomerId[] = [];
    for (const row of work.customers.present()) {
      if (seen.has(row.id)) continue;
      if (row.id === home || (row.mergedInto !== undefined && frontier.includes(row.mergedInto))) {
        seen.add(row.id);
        members.push(row);
        if (row.id !== home) next.push(row.id);
      }
    }
    frontier = next;
  }
  for (const row of members) {
    const handles =
      row.id === home ? [row.id, ...members.filter(({ id }) => id !== home).map(({ id }) => id)] : [row.id];
    if (handles.join('|') !== row.handles.join('|')) work.customers.put({ ...row, handles });
  }
}
