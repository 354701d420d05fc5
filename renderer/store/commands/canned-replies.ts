// Canned replies: the shop's own, and its changes to those that came with the app.
import type { CannedReplyId } from '../../../shared/model/ids.ts';
import type { CannedReply } from '../../../shared/model/journal.ts';
import { builtInReplies, builtInReply, builtInVersion } from '../built-in-replies.ts';
import { commit } from '../records/journal.ts';
import type { Store } from '../store.ts';

/** Saves a reply; one that reads as it came with the app counts as unchanged. */
export function saveCannedReply(store: Store, reply: CannedReply): Promise<void> {
  return store.queue.run('person', async () => {
    const original = builtInReply(reply.id);
    const isUnchanged =
      original !== undefined && JSON.stringify({ ...original }) === JSON.stringify({ ...reply, isBuiltIn: true });
    const data = isUnchanged ? null : { ...reply, isBuiltIn: false };
    await commit(store, [{ kind: 'canned-reply', key: reply.id, at: store.deps.now(), data }]);
  });
}

/** Deletes one of the shop's own; a built-in one comes back as it was. */
export function deleteCannedReply(store: Store, { id }: { id: CannedReplyId }): Promise<void> {
  return store.queue.run('person', async () => {
    await commit(store, [{ kind: 'canned-reply', key: id, at: store.deps.now(), data: null }]);
  });
}

/** Brings the table in line with the app's library when that has changed; what the shop edited stays as it is. */
export async function loadBuiltInReplies(store: Store): Promise<void> {
  const { database } = store;
  const version = await database.meta.get('cannedVersion');
  if (version?.value === builtInVersion) return;
  await database.transaction('rw', database.cannedReplies, database.meta, async () => {
    const before = new Map((await database.cannedReplies.toArray()).map((row) => [row.id, row]));
    const dropped = [...before.values()].filter((row) => row.isBuiltIn && !builtInReply(row.id));
    const fresh = builtInReplies.filter((reply) => before.get(reply.id)?.isBuiltIn !== false);
    await database.cannedReplies.bulkDelete(dropped.map((row) => row.id));
    await database.cannedReplies.bulkPut(
      fresh.map((reply) => ({ ...reply, useCount: before.get(reply.id)?.useCount ?? 0 })),
    );
    await database.meta.put({ key: 'cannedVersion', value: builtInVersion });
  });
}
