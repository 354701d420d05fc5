// The network is back, the account is signed in again, or a person asks: replies that waited for it are due at once.
import { isSignInMissing } from '../../../shared/error-policy.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import { commit } from '../records/journal.ts';
import type { Store } from '../store.ts';
import { entryOf, outboxRecords } from './entry-of.ts';
import { entryIn } from './outbox-states.ts';

/**
 * Ends the back-off of queued replies whose last try found no way to the server, or no sign-in. A server that asked for patience is not hurried,
 * and an undo window not shortened (such replies have no failed try behind them).
 * @param accountId null: all accounts
 */
export function releaseWaiting(store: Store, accountId: AccountId | null): Promise<void> {
  return store.queue.run('person', async () => {
    const now = store.deps.now();
    const { outbox } = store.database;
    const rows = await (accountId === null
      ? outbox.toArray()
      : outbox.where('[accountId+state]').equals([accountId, 'queued']).toArray());
    const waiting = rows.filter(
      ({ state, error, attempts, notBeforeAt }) =>
        state === 'queued' &&
        (error?.code === 'offline' || isSignInMissing(error)) &&
        attempts > 0 &&
        notBeforeAt > now,
    );
    const records = waiting.flatMap((row) =>
      outboxRecords(entryIn(entryOf(row), 'queued', { notBeforeAt: now }, now), now),
    );
    if (records.length > 0) await commit(store, records);
  });
}
