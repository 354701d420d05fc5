// Everything the shop ever wrote, read from the database as the records that would make it.
import type { Table } from 'dexie';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type { OutboxRow } from '../../database/rows.ts';
import type { Database } from '../../database/schema.ts';
import { entryOf } from '../outbox/entry-of.ts';
import { customerNoteOf, customerRecordOf, mergeOf, promiseOf, shopOrderOf, touchpointOf } from './customer-entries.ts';

/** Where reading goes on: the table, and the key after which. */
export interface RecordPlace {
  table: number;
  after: string | null;
}

type Reader = (
  database: Database,
  after: string | null,
  limit: number,
  at: number,
) => Promise<{ records: JournalRecord[]; last: string | null }>;

/** Reads a table by its key. `at` is for what carries no time of its own. `last` is null at the end. */
function reader<Row, Key extends string>(
  tableOf: (database: Database) => Table<Row, Key>,
  recordsOf: (row: Row, at: number) => JournalRecord[],
): Reader {
  return async (database, after, limit, at) => {
    const table = tableOf(database);
    const rest = after === null ? table.orderBy(':id') : table.where(':id').above(after);
    const rows = await rest.limit(limit).toArray();
    const lastRow = rows.length < limit ? undefined : rows.at(-1);
    const last = lastRow === undefined ? null : keyIn(table, lastRow);
    return { records: rows.flatMap((row) => recordsOf(row, at)), last };
  };
}

function keyIn<Row, Key>(table: Table<Row, Key>, row: Row): string {
  const path = table.schema.primKey.keyPath;
  return String((row as Record<string, unknown>)[String(path)]);
}

/** In the order in which they are best applied: what others speak of first. */
const readers: Reader[] = [
  reader(
    ({ waitingRecords }) => waitingRecords,
    ({ record }) => [record],
  ),
  reader(
    ({ drafts }) => drafts,
    ({ keys: _keys, ...data }, at) => [{ kind: 'draft', key: data.conversationId, at, data }],
  ),
  reader(
    ({ notes }) => notes,
    (data, at) => [{ kind: 'note', key: data.id, at, data }],
  ),
  reader(
    ({ conversations }) => conversations,
    ({ id, anchor, folder, snoozedUntil, tags, decidedBy, decidedAt }, at) => {
      if (decidedBy !== 'shop') return [];
      const snoozed = snoozedUntil === undefined ? {} : { snoozedUntil };
      const data = { conversationId: id, anchor, folder, tags, changedAt: decidedAt ?? at, ...snoozed };
      return [{ kind: 'conversation', key: id, at, data }];
    },
  ),
  reader(
    ({ customers }) => customers,
    (row, at) => {
      const { id, note, recordedAt, mergedInto } = row;
      const isRecorded = note !== '' || recordedAt !== undefined;
      const merge: JournalRecord = { kind: 'customer-merge', key: id, at, data: mergeOf(row, at) };
      return [
        ...(isRecorded
          ? [
              {
                kind: 'customer' as const,
                key: id,
                at,
                data: { ...customerRecordOf(row), changedAt: recordedAt ?? at },
              },
            ]
          : []),
        ...(mergedInto === undefined ? [] : [merge]),
      ];
    },
  ),
  reader(
    ({ customerDistincts }) => customerDistincts,
    ({ id, handles, changedAt }, at) => [{ kind: 'customer-distinct', key: id, at, data: { handles, changedAt } }],
  ),
  reader(
    ({ customerNotes }) => customerNotes,
    (row, at) => [{ kind: 'customer-note', key: row.id, at, data: customerNoteOf(row) }],
  ),
  reader(
    ({ promises }) => promises,
    (row, at) => [{ kind: 'promise', key: row.id, at, data: promiseOf(row) }],
  ),
  reader(
    ({ touchpoints }) => touchpoints,
    (row, at) => [{ kind: 'touchpoint', key: row.id, at, data: touchpointOf(row) }],
  ),
  reader(
    ({ orders }) => orders,
    (row, at) => (row.importId === undefined ? [] : [{ kind: 'shop-order', key: row.id, at, data: shopOrderOf(row) }]),
  ),
  reader(
    ({ cannedReplies }) => cannedReplies,
    ({ useCount: _useCount, lastUsedAt: _lastUsedAt, isFromApp: _isFromApp, ...data }, at) =>
      data.isBuiltIn ? [] : [{ kind: 'canned-reply', key: data.id, at, data }],
  ),
  reader(
    ({ facts }) => facts,
    (data, at) => [{ kind: 'fact', key: data.id, at, data }],
  ),
  reader(
    ({ serverChanges }) => serverChanges,
    ({ accountId, messageId, isSeen, changedAt }, at) => [
      { kind: 'seen', key: messageId, at, data: { accountId, messageId, isSeen, changedAt } },
    ],
  ),
  reader(({ outbox }) => outbox, replyRecords),
  reader(
    ({ erasures }) => erasures,
    (data) => [{ kind: 'erasure', key: data.id, at: data.erasedAt, data }],
  ),
];

/** Some `limit` rows from `place` on; `next` is null at the end of all tables. Many rows are no records: a page may be empty. */
export async function readRecords(
  database: Database,
  place: RecordPlace,
  limit: number,
  at: number,
): Promise<{ records: JournalRecord[]; next: RecordPlace | null }> {
  const read = readers[place.table];
  if (!read) return { records: [], next: null };
  const { records, last } = await read(database, place.after, limit, at);
  if (last !== null) return { records, next: { table: place.table, after: last } };
  const table = place.table + 1;
  return { records, next: table < readers.length ? { table, after: null } : null };
}

function replyRecords(row: OutboxRow, at: number): JournalRecord[] {
  const entry = entryOf(row);
  // A claim is never journaled.
  const data = entry.state === 'claimed' ? { ...entry, state: 'queued' as const } : entry;
  const { frozen } = row;
  return [
    { kind: 'outbox', key: row.id, at, data },
    ...(frozen ? [{ kind: 'outbox-frozen' as const, key: row.id, at, data: frozen }] : []),
  ];
}
