// Erases everything of one person (GDPR article 17, KVKK article 7), and leaves a line that says so and names nobody.
import { largest } from '../../../shared/extremes.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Erasure, ErasureCounts } from '../../../shared/model/erasure.ts';
import type { Handle } from '../../../shared/model/customer.ts';
import type { CustomerId, FileId, MessageId } from '../../../shared/model/ids.ts';
import { unsentStates } from '../../../shared/model/outbox.ts';
import type { SearchDesk } from '../search/search-desk.ts';
import { commit } from '../records/journal.ts';
import { writeSentinel } from '../sentinel.ts';
import type { Store } from '../store.ts';
import { rowsOf } from '../work/raw-store.ts';
import { eraseConversations, removal } from './erase-conversations.ts';

export interface Erased {
  erasure: Erasure;
  /** For main to remove from the cache, and from archives of imported mail. */
  fileIds: FileId[];
  messageIds: MessageId[];
  handles: Handle[];
}

/** This customer and all who were merged into them, over any number of steps. */
export function groupOf(store: Store, customerId: CustomerId): CustomerId[] {
  const group = new Set([customerId]);
  for (const known of group) for (const [id, home] of store.aliases) if (home === known) group.add(id);
  return [...group];
}

/** What an erasure would take. */
export async function countErasure(store: Store, { customerId }: { customerId: CustomerId }): Promise<ErasureCounts> {
  const { database } = store;
  const group = groupOf(store, customerId);
  const conversations = await rowsOf(database.conversations, 'customerId', group);
  const about = await aboutPerson(store, group);
  const outbox = await rowsOf(
    database.outbox,
    'conversationId',
    conversations.map((row) => row.id),
  );
  const attached = conversations.filter((row) => row.hasAttachments);
  const messages = await Promise.all(
    attached.map((row) =>
      database.messages.where('[conversationId+receivedAt]').between([row.id], [row.id, []]).toArray(),
    ),
  );
  return {
    conversations: conversations.length,
    messages: conversations.reduce((sum, row) => sum + row.messageCount, 0),
    notes: conversations.reduce((sum, row) => sum + row.noteCount + Number(row.hasDraft), 0) + about.notes.length,
    orders: about.orders.length,
    attachments: messages.flat().reduce((sum, row) => sum + row.attachments.length, 0),
    unsent: outbox.filter((row) => unsentStates.includes(row.state)).length,
  };
}

/**
 * Erases a person: conversations, texts, notes, drafts, replies, orders, what the shop wrote about them; in the database, the search index
 * and, by compaction, the journal. Their older mail is kept from coming back. `gone` when there is no such customer.
 */
export async function erasePerson(
  store: Store,
  search: Pick<SearchDesk, 'dropGone'>,
  { customerId }: { customerId: CustomerId },
): Promise<Erased> {
  const erased = await store.queue.run('person', async () => {
    const customer = await store.database.customers.get(customerId);
    if (!customer) throw new AppError('gone', 'There is no such customer');
    const group = groupOf(store, customerId);
    const done = await eraseRows(store, group);
    const { deps, erased: people } = store;
    const salt = people.salt ?? deps.randomId();
    const hashed = (names: readonly string[]) => Promise.all(names.map((name) => people.hashOf(salt, name)));
    const erasure: Erasure = {
      id: deps.randomId(),
      erasedAt: deps.now(),
      reason: 'request',
      salt,
      handleHashes: await hashed(done.handles),
      thingHashes: await hashed([...done.conversationIds, ...done.messageIds, ...done.outboxIds, ...done.fileIds]),
      counts: done.counts,
    };
    // Last: the newest record of a journal is never compacted away, and this one names nobody.
    await commit(store, [{ kind: 'erasure', key: erasure.id, at: erasure.erasedAt, data: erasure }]);
    return { erasure, fileIds: done.fileIds, messageIds: done.messageIds, handles: done.handles };
  });
  await forgetTraces(store, search);
  return erased;
}

/** Takes what was erased out of the search index and the journal's files. */
export async function forgetTraces(store: Store, search: Pick<SearchDesk, 'dropGone'>): Promise<void> {
  await search.dropGone();
  await store.queue.run('person', () => forgetRecords(store));
}

/** Callers are inside the mutation queue. */
async function forgetRecords(store: Store): Promise<void> {
  await writeSentinel(store); // only removals that the database holds may leave the journal
  await store.journal.compact({});
}

/**
 * After a replay of an older journal, as somebody's own copy of the profile brings it: whoever was erased goes again. Mail has been kept
 * out by {@link ErasedPeople} already; this takes what the shop itself had written.
 */
export async function enforceErasures(store: Store): Promise<number> {
  if (store.erased.isEmpty) return 0;
  return store.queue.run('person', async () => {
    const group: CustomerId[] = [];
    await store.database.customers.each((row) => {
      group.push(row.id);
    });
    const due: CustomerId[] = [];
    for (const id of group) {
      const wasErased = await store.erased.covers(id, 0);
      if (wasErased && (await store.erased.covers(id, await newestOf(store, id)))) due.push(id);
    }
    if (due.length > 0) {
      await eraseRows(store, due);
      await forgetRecords(store);
    }
    return due.length;
  });
}

/** Epoch ms of the newest thing that is kept of a customer; 0 when there is nothing but the name. */
async function newestOf(store: Store, id: CustomerId): Promise<number> {
  const row = await store.database.customers.get(id);
  const conversations = await rowsOf(store.database.conversations, 'customerId', [id]);
  const { orders, notes } = await aboutPerson(store, [id]);
  return largest([
    row?.since ?? 0,
    row?.recordedAt ?? 0,
    ...conversations.map(({ lastAt }) => lastAt),
    ...orders.map(({ placedAt }) => placedAt),
    ...notes.map(({ at }) => at),
  ]);
}

async function eraseRows(store: Store, group: readonly CustomerId[]) {
  const { database, deps } = store;
  const at = deps.now();
  await database.meta.put({ key: 'rewriteDue', value: true });
  const customers = (await database.customers.bulkGet([...group])).filter((row) => row !== undefined);
  const about = await aboutPerson(store, group);
  const conversations = await rowsOf(database.conversations, 'customerId', group);
  const { counts, ...things } = await eraseConversations(store, conversations);
  await commit(store, [
    ...about.notes.map(({ kind, id }) => removal(kind, id, at)),
    ...about.orders.map((order) => removal('shop-order', order.id, at)),
    ...about.distincts.map((row) => removal('customer-distinct', row.id, at)),
    ...group.flatMap((id) => [removal('customer-merge', id, at), removal('customer', id, at)]),
  ]);
  await database.transaction('rw', database.orders, database.customers, async () => {
    await database.orders.bulkDelete(about.orders.map((order) => order.id));
    await database.customers.bulkDelete([...group]);
  });
  for (const id of group) store.aliases.delete(id);
  const handles = new Set([...group, ...customers.flatMap((row) => row.handles)].map((handle) => handle.toLowerCase()));
  return {
    counts: { ...counts, notes: counts.notes + about.notes.length, orders: about.orders.length },
    ...things,
    conversationIds: conversations.map((row) => row.id),
    handles: [...handles],
  };
}

async function aboutPerson({ database }: Store, group: readonly CustomerId[]) {
  const [notes, promises, touchpoints, orders, distincts] = await Promise.all([
    rowsOf(database.customerNotes, 'customerId', group),
    rowsOf(database.promises, 'customerId', group),
    rowsOf(database.touchpoints, 'customerId', group),
    rowsOf(database.orders, 'customerId', group),
    rowsOf(database.customerDistincts, 'handles', group),
  ]);
  return {
    notes: [
      ...notes.map(({ id, createdAt: at }) => ({ kind: 'customer-note' as const, id, at })),
      ...promises.map(({ id, madeAt: at }) => ({ kind: 'promise' as const, id, at })),
      ...touchpoints.map(({ id, at }) => ({ kind: 'touchpoint' as const, id, at })),
    ],
    orders,
    distincts,
  };
}
