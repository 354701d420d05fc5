// The IndexedDB schema: tables, keys and the few indexes (each index entry costs some 15 µs of the browser process per row).
import { Dexie, type EntityTable, type Table } from 'dexie';
import type {
  BodyRow,
  CannedReplyRow,
  ConversationRow,
  CounterRow,
  CursorRow,
  CustomerRow,
  DraftRow,
  FileRow,
  ManifestRow,
  MessageRow,
  MetaRow,
  NoteRow,
  OrderRow,
  OutboxRow,
  PlacementRow,
  SegmentRow,
  ServerChangeRow,
  SyncStateRow,
  ThreadIdRow,
  WaitingRecordRow,
} from './rows.ts';

export type Database = Dexie & {
  messages: EntityTable<MessageRow, 'n'>;
  bodies: EntityTable<BodyRow, 'n'>;
  conversations: EntityTable<ConversationRow, 'id'>;
  placements: EntityTable<PlacementRow, 'key'>;
  threadIds: EntityTable<ThreadIdRow, 'key'>;
  customers: EntityTable<CustomerRow, 'id'>;
  orders: EntityTable<OrderRow, 'id'>;
  cursors: EntityTable<CursorRow, 'accountId'>;
  syncStates: EntityTable<SyncStateRow, 'accountId'>;
  manifests: EntityTable<ManifestRow, 'id'>;
  drafts: EntityTable<DraftRow, 'conversationId'>;
  notes: EntityTable<NoteRow, 'id'>;
  outbox: EntityTable<OutboxRow, 'id'>;
  cannedReplies: EntityTable<CannedReplyRow, 'id'>;
  serverChanges: EntityTable<ServerChangeRow, 'id'>;
  waitingRecords: Table<WaitingRecordRow, number>;
  counters: EntityTable<CounterRow, 'id'>;
  segments: EntityTable<SegmentRow, 's'>;
  files: EntityTable<FileRow, 'id'>;
  meta: Table<MetaRow, MetaRow['key']>;
};

/** Name of the shop's database. The demo shop lives in an in-memory session of its own under the same name. */
export const databaseName = 'defter';

/**
 * Version 1. Additive changes only; each version keeps its line for ever.
 * Lists: `[folder+lastAt]`, `[channel+folder+lastAt]`, `lastAt`, and the sparse `unreadAt` and `snoozedUntil`.
 */
export function defineSchema(database: Dexie): Database {
  database.version(1).stores({
    messages: '++n, &id, [conversationId+receivedAt]',
    bodies: 'n',
    conversations: 'id, [folder+lastAt], [channel+folder+lastAt], lastAt, unreadAt, snoozedUntil, customerId',
    placements: 'key, messageId',
    threadIds: 'key, conversationId',
    customers: 'id, *handles',
    orders: 'id, customerId',
    cursors: 'accountId',
    syncStates: 'accountId',
    manifests: 'id',
    drafts: 'conversationId',
    notes: 'id, conversationId',
    outbox: 'id, conversationId, [accountId+state]',
    cannedReplies: 'id',
    serverChanges: 'id, accountId',
    waitingRecords: '++k, anchor',
    counters: 'id',
    segments: 's',
    files: 'id',
    meta: 'key',
  });
  return database as Database;
}
