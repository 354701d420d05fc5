// Read and unread: decided here, told to the server afterwards.
import type { ServerChange } from '../../../shared/contract/store-api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AccountId, ConversationId } from '../../../shared/model/ids.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type { MessageRow } from '../../database/rows.ts';
import { placementsOf } from '../mail/places.ts';
import { MessageCache } from '../work/message-cache.ts';
import { commit } from '../records/journal.ts';
import type { Store } from '../store.ts';

/** Marks every message of the conversations read, or their newest incoming one unread. */
export function setSeen(store: Store, input: { conversationIds: ConversationId[]; isSeen: boolean }): Promise<void> {
  return store.queue.run('person', async () => {
    const { isSeen } = input;
    const found = await store.database.conversations.bulkGet([...new Set(input.conversationIds)]);
    const rows = found.filter((row) => row !== undefined);
    if (rows.length === 0) throw new AppError('gone', 'The conversation is not there any more');
    const messages = new MessageCache(store.database);
    const changed: MessageRow[] = [];
    for (const row of rows) {
      if (isSeen ? row.unreadCount === 0 : row.unreadCount > 0) continue;
      const incoming = (await messages.ofConversation(row.id)).filter((message) => message.direction === 'in');
      changed.push(...(isSeen ? incoming.filter((message) => !message.isSeen) : incoming.slice(-1)));
    }
    const at = store.deps.now();
    const records = changed.map(({ id: messageId, accountId }): JournalRecord => {
      return { kind: 'seen', key: messageId, at, data: { accountId, messageId, isSeen, changedAt: at } };
    });
    await commit(store, records);
  });
}

/** Flags that the server has not heard of, each with where the message lies there. */
export async function takeChanges(
  store: Store,
  input: { accountId: AccountId; limit: number },
): Promise<ServerChange[]> {
  const { database } = store;
  const rows = await database.serverChanges.where('accountId').equals(input.accountId).limit(input.limit).toArray();
  const messages = new MessageCache(database);
  await messages.load(rows.map((row) => row.messageId));
  return rows.map((row) => {
    const message = messages.get(row.messageId);
    const placements = message ? placementsOf(message) : [];
    return { id: changeId(row), messageId: row.messageId, isSeen: row.isSeen, placements };
  });
}

/** The server knows now; a flag that was changed again meanwhile stays to be told. */
export function settleChanges(store: Store, input: { ids: string[] }): Promise<void> {
  return store.queue.run('sync', async () => {
    const told = new Set(input.ids);
    const keys = input.ids.map((id) => id.slice(0, id.lastIndexOf('#')));
    const rows = await store.database.serverChanges.bulkGet(keys);
    const done = rows.filter((row) => row !== undefined && told.has(changeId(row))).filter((row) => row !== undefined);
    const at = store.deps.now();
    await commit(
      store,
      done.map((row): JournalRecord => ({ kind: 'seen', key: row.messageId, at, data: null })),
    );
  });
}

const changeId = (row: { id: string; changedAt: number }): string => `${row.id}#${row.changedAt}`;
