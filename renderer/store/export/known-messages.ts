// Which mails are here already, by Message-ID, in whatever account.
import type { RfcMessageId } from '../../../shared/model/ids.ts';
import type { Database } from '../../database/schema.ts';
import { idKey } from '../mail/thread-keys.ts';
import { readThreadIds } from '../work/thread-id-cache.ts';

/**
 * Those of `ids` that belong to messages of this store. The keys of threads lead there: they also name messages that are only referred to,
 * so the messages of the conversations found are looked at.
 */
export async function knownMessages(database: Database, ids: readonly RfcMessageId[]): Promise<RfcMessageId[]> {
  const counters = await database.counters.where('id').startsWith('account/').primaryKeys();
  const accountIds = counters.map((key) => key.slice('account/'.length));
  const keys = accountIds.flatMap((accountId) => ids.map((id) => idKey(accountId as Parameters<typeof idKey>[0], id)));
  const found = await readThreadIds(database.threadIdPacks, keys);
  const conversationIds = [...new Set(found.map((row) => row.conversationId))];
  const messages = await Promise.all(
    conversationIds.map((id) =>
      database.messages.where('[conversationId+receivedAt]').between([id], [id, []]).toArray(),
    ),
  );
  const present = new Set(messages.flat().map((row) => row.rfcMessageId));
  return ids.filter((id) => present.has(id));
}
