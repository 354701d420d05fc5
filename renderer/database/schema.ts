// The IndexedDB schema: tables, keys and the few indexes (each index entry costs some 15 µs of the browser process per row).
import type { Dexie, Table } from 'dexie';
import type { BodyPackRow } from './bodies.ts';
import type { Erasure } from '../../shared/model/erasure.ts';
import type {
  CannedReplyRow,
  ConversationRow,
  CounterRow,
  CursorRow,
  CustomerDistinctRow,
  CustomerNoteRow,
  CustomerRow,
  DraftRow,
  FactRow,
  FileRow,
  ManifestRow,
  MessageRow,
  MetaRow,
  NoteRow,
  OrderRow,
  OutboxRow,
  PromiseRow,
  SegmentRow,
  ServerChangeRow,
  SyncStateRow,
  TouchpointRow,
  WaitingRecordRow,
} from './rows.ts';
import type { ThreadIdPackRow } from './thread-ids.ts';

export type Database = Dexie & {
  messages: Table<MessageRow, MessageRow['n']>;
  bodies: Table<BodyPackRow, BodyPackRow['n']>;
  conversations: Table<ConversationRow, ConversationRow['id']>;
  promises: Table<PromiseRow, PromiseRow['id']>;
  touchpoints: Table<TouchpointRow, TouchpointRow['id']>;
  threadIdPacks: Table<ThreadIdPackRow, number>;
  customers: Table<CustomerRow, CustomerRow['id']>;
  customerDistincts: Table<CustomerDistinctRow, CustomerDistinctRow['id']>;
  customerNotes: Table<CustomerNoteRow, CustomerNoteRow['id']>;
  orders: Table<OrderRow, OrderRow['id']>;
  cursors: Table<CursorRow, CursorRow['accountId']>;
  syncStates: Table<SyncStateRow, SyncStateRow['accountId']>;
  manifests: Table<ManifestRow, ManifestRow['id']>;
  drafts: Table<DraftRow, DraftRow['conversationId']>;
  notes: Table<NoteRow, NoteRow['id']>;
  outbox: Table<OutboxRow, OutboxRow['id']>;
  cannedReplies: Table<CannedReplyRow, CannedReplyRow['id']>;
  erasures: Table<Erasure, Erasure['id']>;
  facts: Table<FactRow, FactRow['id']>;
  serverChanges: Table<ServerChangeRow, ServerChangeRow['id']>;
  waitingRecords: Table<WaitingRecordRow, WaitingRecordRow['id']>;
  counters: Table<CounterRow, CounterRow['id']>;
  segments: Table<SegmentRow, SegmentRow['s']>;
  files: Table<FileRow, FileRow['id']>;
  meta: Table<MetaRow, MetaRow['key']>;
};

/** Name of the shop's database. The demo shop lives in an in-memory session of its own under the same name. */
export const databaseName = 'defter';

/**
 * Version 1. Additive changes only; each version keeps its line for ever. No key is declared unique, and numbers are the store's own: both
 * would have the browser look something up for every row, and one writer sees to it anyway.
 * Lists: `[folder+lastAt]`, `[channel+folder+lastAt]`, `lastAt`, and the sparse `unreadAt` and `snoozedUntil`.
 */
export function defineSchema(database: Dexie): Database {
  database.version(1).stores({
    messages: 'n, id, [conversationId+receivedAt]',
    bodies: 'n',
    conversations: 'id, [folder+lastAt], [channel+folder+lastAt], lastAt, unreadAt, snoozedUntil, customerId',
    placements: 'key, messageId',
    threadIds: 'key, conversationId',
    customers: 'id',
    orders: 'id, customerId',
    cursors: 'accountId',
    syncStates: 'accountId',
    manifests: 'id',
    drafts: 'conversationId',
    notes: 'id, conversationId',
    outbox: 'id, conversationId, [accountId+state]',
    cannedReplies: 'id',
    serverChanges: 'id, accountId',
    waitingRecords: 'id, anchor',
    counters: 'id',
    segments: 's',
    files: 'id',
    meta: 'key',
  });
  // Version 2: what the shop knows of its customers, merged customers, conversations that nobody has answered yet, facts.
  database.version(2).stores({
    conversations:
      'id, [folder+lastAt], [channel+folder+lastAt], lastAt, unreadAt, snoozedUntil, customerId, unansweredAt, orderNumber, reviewedAt',
    customers: 'id, *matchKeys, mergedInto, loyalUntil',
    customerDistincts: 'id, *handles',
    customerNotes: 'id, customerId, remindAt',
    erasures: 'id',
    facts: 'id',
    messages: 'n, id, [conversationId+receivedAt], *places',
    orders: 'id, customerId, number',
    outbox: 'id, conversationId, [accountId+state], *usedReplies',
    placements: null,
    promises: 'id, customerId, openDueAt',
    threadIdPacks: '++pack, *keys, *conversationIds',
    threadIds: null,
    touchpoints: 'id, customerId',
  });
  return database as Database;
}
