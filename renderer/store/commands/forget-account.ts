// Forgets an account: its mail, its shop data in database and journal, and the words of it in the search index.
import type { AccountId, CustomerId } from '../../../shared/model/ids.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type { ConversationRow } from '../../database/rows.ts';
import { commit } from '../records/journal.ts';
import { lowerSentinel } from '../sentinel.ts';
import type { Store } from '../store.ts';
import { primaryKeysOf, rowsOf } from '../work/raw-store.ts';
import { deleteThreadIdsOf } from '../work/thread-id-cache.ts';
import { finishWork, startWork } from '../work/work-set.ts';

/** Conversations per step: between two steps other commands get their turn. */
const chunk = 200;

/**
 * Deletes everything of an account from the store. The account must not sync any more. Cut off by a crash it leaves a rest, which asking
 * again takes away.
 */
export async function forgetAccount(store: Store, { accountId }: { accountId: AccountId }): Promise<void> {
  const { database } = store;
  const prefix = `${accountId}:`;
  for (;;) {
    const more = await store.queue.run('sync', async () => {
      const rows = await database.conversations.where('id').startsWith(prefix).limit(chunk).toArray();
      if (rows.length > 0) await forgetConversations(store, rows);
      return rows.length > 0;
    });
    if (!more) break;
  }
  await store.queue.run('person', async () => {
    const waiting = await database.waitingRecords.where('anchor').startsWith(prefix).toArray();
    const outbox = await database.outbox.filter((row) => row.accountId === accountId).toArray();
    const changes = await database.serverChanges.where('accountId').equals(accountId).toArray();
    const at = store.deps.now();
    await commit(store, [
      ...waiting.map(({ record }) => removal(record.kind, record.key, at)),
      ...outbox.flatMap((row) => [removal('outbox', row.id, at), removal('outbox-frozen', row.id, at)]),
      ...changes.map((row) => removal('seen', row.messageId, at)),
    ]);
    await database.transaction('rw', database.tables, async () => {
      await database.cursors.delete(accountId);
      await database.syncStates.delete(accountId);
      await deleteThreadIdsOf(database.threadIdPacks, accountId);
      await database.files.where('id').startsWith(prefix).delete();
    });
    await forgetCustomers(store);
  });
}

const removal = (kind: JournalRecord['kind'], key: string, at: number): JournalRecord => ({
  kind,
  key,
  at,
  data: null,
});

async function forgetConversations(store: Store, rows: ConversationRow[]): Promise<void> {
  const { database, deps } = store;
  const ids = rows.map((row) => row.id);
  const at = deps.now();
  const notes = await rowsOf(database.notes, 'conversationId', ids);
  const drafts = (await database.drafts.bulkGet(ids)).filter((row) => row !== undefined);
  const decided = rows.filter((row) => row.decidedBy === 'shop');
  await commit(store, [
    ...notes.map((note) => removal('note', note.id, at)),
    ...drafts.flatMap((draft) => [...(draft.keys ?? []), draft.conversationId].map((key) => removal('draft', key, at))),
    ...decided.map((row) => removal('conversation', row.id, at)),
  ]);
  await lowerSentinel(
    store,
    rows.reduce((sum, row) => sum + row.messageCount, 0),
  );
  const work = startWork(store);
  await work.conversations.load(ids);
  for (const id of ids) {
    for (const message of await work.messages.ofConversation(id)) work.messages.remove(message);
    work.conversations.delete(id);
  }
  await finishWork(work);
}

/** Customers whom no conversation, no order and nothing that the shop wrote names any more. */
export async function forgetCustomers(store: Store): Promise<void> {
  const { database } = store;
  const unwritten = await database.customers
    .filter((row) => row.note === '' && row.recordedAt === undefined)
    .filter((row) => row.mergedInto === undefined && !store.aliases.has(row.id))
    .primaryKeys();
  const conversations = await primaryKeysOf(database.conversations, 'customerId', unwritten);
  const ids = unwritten.filter((_id, index) => conversations[index] === undefined);
  const kept = await Promise.all([
    rowsOf(database.orders, 'customerId', ids),
    rowsOf(database.customerNotes, 'customerId', ids),
    rowsOf(database.promises, 'customerId', ids),
    rowsOf(database.touchpoints, 'customerId', ids),
  ]);
  const ordering = new Set<CustomerId | null>(kept.flat().map((row) => row.customerId));
  for (const home of store.aliases.values()) ordering.add(home);
  await database.customers.bulkDelete(ids.filter((id) => !ordering.has(id)));
}
