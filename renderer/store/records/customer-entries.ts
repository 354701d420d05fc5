// What stands in the database about customers, as the records that would make it: for undo and for a journal that lost its past.
import type {
  CustomerMerge,
  CustomerNote,
  Promised,
  ShopOrder,
  Touchpoint,
} from '../../../shared/model/customer-data.ts';
import type { CustomerEntry, CustomerRecord } from '../../../shared/model/journal.ts';
import type { CustomerNoteRow, CustomerRow, OrderRow, PromiseRow, TouchpointRow } from '../../database/rows.ts';
import type { Database } from '../../database/schema.ts';

export function customerRecordOf({ id, note, profile, recordedAt }: CustomerRow): CustomerRecord {
  return {
    customerId: id,
    handle: id,
    note,
    changedAt: recordedAt ?? 0,
    ...(profile === undefined ? {} : { profile }),
  };
}

export const customerNoteOf = ({ customerId: _id, ...note }: CustomerNoteRow): CustomerNote => note;
export const promiseOf = ({ customerId: _id, openDueAt: _due, ...promise }: PromiseRow): Promised => promise;
export const touchpointOf = ({ customerId: _id, ...touchpoint }: TouchpointRow): Touchpoint => touchpoint;

export function shopOrderOf(row: OrderRow): ShopOrder | null {
  const { id: _id, customerId: _customerId, importId, importedAt, ...order } = row;
  return importId === undefined || importedAt === undefined ? null : { order, importId, importedAt };
}

export function mergeOf(row: CustomerRow | undefined, at: number): CustomerMerge | null {
  return row?.mergedInto === undefined ? null : { handle: row.id, into: row.mergedInto, changedAt: at };
}

/** What stands under the key of an entry now; `at` for what carries no time of its own. */
export async function entryBefore(
  database: Database,
  { kind, key }: CustomerEntry,
  at: number,
): Promise<CustomerEntry> {
  switch (kind) {
    case 'customer': {
      const row = await database.customers.get(key as CustomerRow['id']);
      const isRecorded = row !== undefined && (row.recordedAt !== undefined || row.note !== '');
      return { kind, key, data: isRecorded ? { ...customerRecordOf(row), changedAt: row.recordedAt ?? at } : null };
    }
    case 'customer-distinct': {
      const row = await database.customerDistincts.get(key);
      return { kind, key, data: row ? { handles: row.handles, changedAt: row.changedAt } : null };
    }
    case 'customer-merge':
      return { kind, key, data: mergeOf(await database.customers.get(key as CustomerRow['id']), at) };
    case 'customer-note': {
      const row = await database.customerNotes.get(key);
      return { kind, key, data: row ? customerNoteOf(row) : null };
    }
    case 'promise': {
      const row = await database.promises.get(key);
      return { kind, key, data: row ? promiseOf(row) : null };
    }
    case 'shop-order': {
      const row = await database.orders.get(key);
      return { kind, key, data: row ? shopOrderOf(row) : null };
    }
    case 'touchpoint': {
      const row = await database.touchpoints.get(key);
      return { kind, key, data: row ? touchpointOf(row) : null };
    }
  }
}
