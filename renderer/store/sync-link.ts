// The way to sync, which may be away for a moment while it is started anew.
import type { syncApi } from '../../shared/contract/sync-api.ts';
import { AppError } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import type { Client } from '../../shared/rpc.ts';
import { releaseWaiting } from './outbox/release-waiting.ts';
import type { Store } from './store.ts';

type SyncClient = Client<typeof syncApi>;

/** Main starts sync anew within a second or two; five crashes in a row take longer than a person waits. */
const patienceMs = 10_000;
const pollMs = 200;

/** Resolves after the delay. */
export function pause(store: Store, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    store.deps.schedule(resolve, delayMs);
  });
}

/**
 * Asks sync, and asks again while it is away, for some ten seconds: then `server-busy`. Only for calls that may be made twice. Errors of
 * sync's own go on at once.
 */
export async function askSync<T>(store: Store, ask: (sync: SyncClient) => Promise<T>): Promise<T> {
  const giveUpAt = store.deps.now() + patienceMs;
  let asked: SyncClient | null = null;
  for (;;) {
    const { sync } = store;
    if (sync && sync !== asked) {
      asked = sync;
      try {
        return await ask(sync);
      } catch (thrown) {
        // `cancelled`: the port closed under the question
        if (!(thrown instanceof AppError) || thrown.code !== 'cancelled') throw thrown;
      }
    }
    if (store.deps.now() >= giveUpAt) {
      throw new AppError('server-busy', 'The part that talks to the servers is not running', {
        retryAfterMs: patienceMs,
      });
    }
    await pause(store, pollMs);
  }
}

/** Looks for news now, in one account or in all, and sends what waited for a connection. */
export async function syncNow(store: Store, input: { accountId: AccountId | null }): Promise<void> {
  await releaseWaiting(store, input.accountId);
  await askSync(store, (sync) => sync.syncNow(input));
}
