// Answers sync: batches, cursors, states, replies to send and flags to tell.
import { storeApi } from '../../shared/contract/store-api.ts';
import type { ErrorData } from '../../shared/errors.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { serve, type Handlers, type Port } from '../../shared/rpc.ts';
import { settleChanges, takeChanges } from './commands/seen.ts';
import { applyBatch } from './mail/apply-batch.ts';
import { endFirstFetch } from './mail/first-fetch.ts';
import { claimReplies } from './outbox/claim-replies.ts';
import { recoverClaims } from './outbox/recover-claims.ts';
import { releaseWaiting } from './outbox/release-waiting.ts';
import { markInflight, settleReply } from './outbox/settle-reply.ts';
import { settleStranded } from './records/stranded.ts';
import type { Store } from './store.ts';
import type { Progress } from './work/progress.ts';

/** Serves store-api on `port`. `opening` resolves once the store is open; calls wait for it and share its error. */
export function serveSync(
  port: Port,
  opening: () => Promise<Store>,
  onError: (method: string, error: ErrorData) => void,
  { isAtWork }: Progress,
): void {
  /** The last batch of each account: what comes after one that failed would save a cursor that passes over it. */
  const applied = new Map<AccountId, Promise<void>>();
  const handlers: Handlers<typeof storeApi> = {
    hello: async ({ manifests }) => {
      const store = await opening();
      await store.database.transaction('rw', store.database.manifests, async () => {
        await store.database.manifests.clear();
        await store.database.manifests.bulkPut(manifests);
      });
      await recoverClaims(store);
      return null;
    },
    cursorOf: async ({ accountId }) => {
      applied.delete(accountId);
      const { database } = await opening();
      return (await database.cursors.get(accountId))?.cursor ?? null;
    },
    applyBatch: async (batch) => {
      const store = await opening();
      const before = applied.get(batch.accountId) ?? Promise.resolve();
      const applying = before.then(() => applyBatch(store, batch));
      applied.set(batch.accountId, applying);
      await applying;
      return null;
    },
    reportState: async (state) => {
      const store = await opening();
      const before = await store.database.syncStates.get(state.accountId);
      await store.database.syncStates.put(state);
      // a connection was made anew: what waited for one need not wait any longer
      if (state.phase === 'idle' && before?.phase !== 'idle') await releaseWaiting(store, state.accountId);
      if (state.phase === 'idle') {
        endFirstFetch(store, state.accountId);
        await settleStranded(store, state.accountId);
      }
      return null;
    },
    claimReplies: async (input) => claimReplies(await opening(), input),
    markInflight: async ({ id }) => {
      await markInflight(await opening(), id);
      return null;
    },
    settle: async ({ id, outcome }) => ({ state: await settleReply(await opening(), id, outcome) }),
    takeChanges: async (input) => takeChanges(await opening(), input),
    settleChanges: async (input) => {
      await settleChanges(await opening(), input);
      return null;
    },
  };
  serve(port, storeApi, handlers, onError, { isAtWork });
}
