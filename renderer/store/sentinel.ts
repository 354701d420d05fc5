// The sentinel: what tells, outside IndexedDB, that the store is the one we left.
import type { Database } from '../database/schema.ts';
import type { Store } from './store.ts';

/** Messages of all accounts, from the counters. */
export async function messageCountOf(database: Database): Promise<number> {
  const rows = await database.counters.where('id').startsWith('account/').toArray();
  return rows.reduce((sum, row) => sum + row.value, 0);
}

/** Writes down what the database holds now. Only what has been written can be missed later, so this may lag but never lead. */
export async function writeSentinel(store: Store): Promise<void> {
  const messageCount = await messageCountOf(store.database);
  await store.journal.writeSentinel({
    epoch: store.epoch,
    lastSeq: store.appliedSeq,
    messageCount,
    writtenAt: store.deps.now(),
  });
  store.sentinelCount = messageCount;
  store.sentinelSeq = store.appliedSeq;
}

/** Writes the sentinel when it has fallen behind. */
export async function refreshSentinel(store: Store): Promise<void> {
  const hasChanged =
    store.sentinelSeq !== store.appliedSeq || store.sentinelCount !== (await messageCountOf(store.database));
  if (hasChanged) await writeSentinel(store);
}

/**
 * Before a change that takes many messages away: a sentinel that promises no more than will be left. Otherwise a crash right after the
 * change would look like a loss.
 */
export async function lowerSentinel(store: Store, removing: number): Promise<void> {
  const left = (await messageCountOf(store.database)) - removing;
  if (left >= store.sentinelCount * 0.9) return;
  await store.journal.writeSentinel({
    epoch: store.epoch,
    lastSeq: store.appliedSeq,
    messageCount: Math.max(0, left),
    writtenAt: store.deps.now(),
  });
  store.sentinelCount = Math.max(0, left);
}
