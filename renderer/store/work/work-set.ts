// A piece of work on the store: rows loaded in bulk, changed in memory, written in one strict transaction with their counters.
import type { Erasure } from '../../../shared/model/erasure.ts';
import type { AccountId, ConversationId, CustomerId } from '../../../shared/model/ids.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type {
  CannedReplyRow,
  ConversationRow,
  CounterRow,
  CustomerDistinctRow,
  CustomerNoteRow,
  CustomerRow,
  DraftRow,
  FactRow,
  MetaRow,
  NoteRow,
  OrderRow,
  OutboxRow,
  PromiseRow,
  ServerChangeRow,
  TouchpointRow,
  WaitingRecordRow,
} from '../../database/rows.ts';
import { counterChanges } from './counters.ts';
import { MessageCache } from './message-cache.ts';
import { refreshCustomers } from './refresh-customers.ts';
import type { RecentWork } from './recent-rows.ts';
import { RowCache } from './row-cache.ts';
import { ThreadIdCache } from './thread-id-cache.ts';
import type { Store } from '../store.ts';

export interface WorkSet {
  readonly store: Store;
  readonly messages: MessageCache;
  readonly conversations: RowCache<ConversationRow, ConversationId>;
  readonly threadIds: ThreadIdCache;
  readonly customers: RowCache<CustomerRow, CustomerId>;
  readonly customerDistincts: RowCache<CustomerDistinctRow, string>;
  readonly customerNotes: RowCache<CustomerNoteRow, string>;
  readonly promises: RowCache<PromiseRow, string>;
  readonly touchpoints: RowCache<TouchpointRow, string>;
  readonly orders: RowCache<OrderRow, string>;
  readonly drafts: RowCache<DraftRow, ConversationId>;
  readonly notes: RowCache<NoteRow, string>;
  readonly outbox: RowCache<OutboxRow, string>;
  readonly serverChanges: RowCache<ServerChangeRow, string>;
  readonly cannedReplies: RowCache<CannedReplyRow, string>;
  readonly facts: RowCache<FactRow, string>;
  readonly erasures: RowCache<Erasure, string>;
  readonly counters: RowCache<CounterRow, string>;
  readonly meta: MetaRow[];
  readonly waiting: RowCache<WaitingRecordRow, string>;
  /** Journal records that this work itself gives rise to: on disk before the work is written. */
  readonly records: JournalRecord[];
  /** Accounts whose sync should look at the outbox, or has flags to tell, once the work is written. */
  readonly outboxChanged: Set<AccountId>;
  readonly changesWaiting: Set<AccountId>;
}

/**
 * An empty work on `store`. Only one at a time: callers are inside the mutation queue.
 * @param recent what need not be read again
 */
export function startWork(store: Store, recent?: RecentWork): WorkSet {
  const { database, written } = store;
  return {
    store,
    messages: new MessageCache(database, written),
    conversations: new RowCache(database.conversations, (row) => row.id, { recent: recent?.conversations }),
    threadIds: new ThreadIdCache(database.threadIdPacks, { written: written.threadIds, recent: recent?.threadIds }),
    customers: new RowCache(database.customers, (row) => row.id, {
      written: written.customers,
      recent: recent?.customers,
    }),
    customerDistincts: new RowCache(database.customerDistincts, (row) => row.id),
    customerNotes: new RowCache(database.customerNotes, (row) => row.id),
    promises: new RowCache(database.promises, (row) => row.id),
    touchpoints: new RowCache(database.touchpoints, (row) => row.id),
    orders: new RowCache(database.orders, (row) => row.id),
    drafts: new RowCache(database.drafts, (row) => row.conversationId),
    notes: new RowCache<NoteRow, string>(database.notes, (row) => row.id),
    outbox: new RowCache<OutboxRow, string>(database.outbox, (row) => row.id),
    serverChanges: new RowCache(database.serverChanges, (row) => row.id),
    cannedReplies: new RowCache<CannedReplyRow, string>(database.cannedReplies, (row) => row.id),
    facts: new RowCache<FactRow, string>(database.facts, (row) => row.id),
    erasures: new RowCache(database.erasures, (row) => row.id),
    counters: new RowCache(database.counters, (row) => row.id, { recent: recent?.counters }),
    meta: [],
    waiting: new RowCache(database.waitingRecords, (row) => row.id),
    records: [],
    outboxChanged: new Set(),
    changesWaiting: new Set(),
  };
}

/**
 * Writes the work in one strict transaction, counters with it, then tells sync and search.
 * @param extra further writes of the same transaction
 */
export async function finishWork(work: WorkSet, extra?: () => Promise<unknown>): Promise<void> {
  const { store } = work;
  const { database } = store;
  await refreshCustomers(work);
  await countConversations(work);
  let afterwards: (() => void)[] = [];
  await database.transaction('rw', database.tables, async () => {
    // Answered while the writes below are under way in another process: the time until they are done is used.
    const whileWriting = database.meta.get('epoch').then(() => {
      afterwards = announceTexts(work);
    });
    await Promise.all([
      work.messages.flush(),
      work.conversations.flush(),
      work.threadIds.flush(),
      work.customers.flush(),
      work.customerDistincts.flush(),
      work.customerNotes.flush(),
      work.promises.flush(),
      work.touchpoints.flush(),
      work.orders.flush(),
      work.drafts.flush(),
      work.notes.flush(),
      work.outbox.flush(),
      work.serverChanges.flush(),
      work.cannedReplies.flush(),
      work.facts.flush(),
      work.erasures.flush(),
      work.waiting.flush(),
      work.counters.flush(),
      work.meta.length > 0 ? database.meta.bulkPut(work.meta) : undefined,
      extra?.(),
      whileWriting,
    ]);
  });
  for (const rows of [work.conversations, work.counters, work.customers, work.threadIds]) rows.remember();
  for (const callback of afterwards) callback();
  afterWork(work);
}

function announceTexts(work: WorkSet): (() => void)[] {
  const change = work.messages.changedTexts();
  if (change.texts.length === 0 && change.removed.length === 0) return [];
  const conversations = new Map([...work.conversations.present()].map((row) => [row.id, row]));
  return work.store.whileWriting.map((prepare) => prepare({ ...change, conversations }));
}

async function countConversations(work: WorkSet): Promise<void> {
  const changes = counterChanges(work.conversations.changes());
  await work.counters.load(changes.keys());
  for (const [id, value] of changes) {
    const sum = (work.counters.get(id)?.value ?? 0) + value;
    if (sum === 0) work.counters.delete(id);
    else work.counters.put({ id, value: sum });
  }
}

function afterWork(work: WorkSet): void {
  const { store } = work;
  store.hasWaiting ||= [...work.waiting.changes()].some(({ after }) => after !== undefined);
  for (const { before, after } of work.customers.changes()) {
    if (before?.mergedInto === after?.mergedInto) continue;
    const id = (after ?? before)?.id;
    if (id === undefined) continue;
    if (after?.mergedInto === undefined) store.aliases.delete(id);
    else store.aliases.set(id, after.mergedInto);
  }
  for (const { key, value } of work.meta) if (key === 'lastSeq') store.appliedSeq = value;
  const { sync, deps } = store;
  if (!sync) return;
  const tellAll = [
    ...[...work.outboxChanged].map((accountId) => sync.outboxChanged({ accountId })),
    ...[...work.changesWaiting].map((accountId) => sync.changesWaiting({ accountId })),
  ];
  for (const telling of tellAll) {
    // Only a nudge: sync asks by itself too when it comes back.
    telling.catch((error: unknown) => deps.log('warn', `Sync could not be told: ${String(error)}`));
  }
}

/** No message's key leads to this conversation (any more): batches look it up by its id all the same. */
export function noteKeyless(work: WorkSet, id: ConversationId): void {
  const { keyless } = work.store;
  keyless.add(id);
  work.meta.push({ key: 'keyless', value: [...keyless] });
}
