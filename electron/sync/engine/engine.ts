// The engine: keeps the accounts that main names at work for as long as there is a store to deliver to.
import type { Handlers } from '../../../shared/rpc.ts';
import type { syncApi } from '../../../shared/contract/sync-api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Account } from '../../../shared/model/account.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import type { Manifest } from '../../../shared/model/manifest.ts';
import { registry } from '../connectors/registry.ts';
import { startAccount, type AccountRunner } from './account-runner.ts';
import { cacheFile, readCachedFile } from './attachment-cache.ts';
import { keepBytes, keepCached, putPayloadAside, readKept, sweepKept } from './kept-files.ts';
import { fetchPictures, pictureLimits } from './pictures.ts';
import type { StoreClient, World } from './world.ts';

export interface Engine {
  /** A new door to the store: everything is started anew on it. */
  attachStore(store: StoreClient): Promise<void>;
  /** The accounts to keep in step; unchanged ones go on and look at once (their credentials may have changed). */
  setAccounts(accounts: Account[]): Promise<void>;
  lookNow(accountId: AccountId | null): void;
  /** What the store may ask. */
  syncApi: Handlers<typeof syncApi>;
  stop(): Promise<void>;
}

export function makeEngine(world: World): Engine {
  const runners = new Map<AccountId, AccountRunner>();
  let accounts: Account[] = [];
  let store: StoreClient | undefined;
  // one change of the set of runners at a time, in the order asked
  let turn: Promise<void> = Promise.resolve();

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn = turn.then(work, work);
    return turn;
  };

  async function stopAll(): Promise<void> {
    const all = [...runners.values()];
    runners.clear();
    await Promise.all(all.map((runner) => runner.stop()));
  }

  async function startMissing(): Promise<void> {
    if (!store) return;
    for (const account of accounts) {
      const running = runners.get(account.id);
      if (running && JSON.stringify(running.account) === JSON.stringify(account)) continue;
      await running?.stop();
      const line = registry.find(({ manifest }) => manifest.id === account.channel);
      if (!line) {
        world.log('error', `No connector for the channel ${account.channel}`);
        continue;
      }
      runners.set(account.id, startAccount(account, await line.load(), store, world));
    }
  }

  /** Waits while a page takes over from another, when none is at work for a moment. `gone`: there is no such account. */
  const runnerOf = async (accountId: AccountId): Promise<AccountRunner> => {
    await Promise.allSettled([turn]);
    const runner = runners.get(accountId);
    if (!runner) throw new AppError('gone', `There is no account ${accountId}`);
    return runner;
  };

  const lookNow = (accountId: AccountId | null) => {
    if (accountId === null) for (const runner of runners.values()) runner.look();
    else runners.get(accountId)?.look();
  };

  return {
    attachStore: (next) =>
      inTurn(async () => {
        await stopAll();
        store = next;
        await next.hello({ manifests: allManifests() });
        await startMissing();
      }),
    setAccounts: (next) =>
      inTurn(async () => {
        accounts = next;
        const wanted = new Set(next.map(({ id }) => id));
        for (const [id, runner] of runners) {
          if (wanted.has(id)) continue;
          runners.delete(id);
          await runner.stop();
        }
        lookNow(null);
        await startMissing();
      }),
    lookNow,
    stop: () =>
      inTurn(async () => {
        await stopAll();
        store = undefined;
      }),
    syncApi: {
      freezeReply: async ({ accountId, content }) => {
        const { account, connector } = await runnerOf(accountId);
        const frozen = await connector.freeze(account, content, (fileId) => readKept(world.keptDir, fileId));
        return putPayloadAside(world.keptDir, frozen);
      },
      outboxChanged: ({ accountId }) => {
        runners.get(accountId)?.outboxChanged();
        return Promise.resolve(null);
      },
      changesWaiting: ({ accountId }) => {
        runners.get(accountId)?.changesWaiting();
        return Promise.resolve(null);
      },
      fetchAttachment: async ({ accountId, messageKey, placements, attachment }, signal) => {
        const { desk } = await runnerOf(accountId);
        const stop = signal ?? new AbortController().signal;
        return cacheFile(world.filesDir, (sink) =>
          desk.fetchAttachment(messageKey, placements, attachment, sink, stop),
        );
      },
      keepFile: ({ bytes }) => keepBytes(world.keptDir, bytes),
      keepCached: ({ fileId }) => keepCached(world.filesDir, world.keptDir, fileId),
      sweepKept: async ({ inUse }) => {
        const count = await sweepKept(world.keptDir, new Set<string>(inUse), world.now());
        if (count > 0) world.log('info', `Removed ${String(count)} files that no draft and no reply names`);
        return null;
      },
      readFile: ({ fileId, limitBytes }) => readCachedFile(world.filesDir, fileId, limitBytes),
      fetchPictures: ({ urls }) =>
        fetchPictures(
          urls,
          (message) => {
            world.log('info', message);
          },
          { ...pictureLimits, allowsLoopback: world.isDeveloper },
        ),
      syncNow: ({ accountId }) => {
        lookNow(accountId);
        return Promise.resolve(null);
      },
    },
  };
}

function allManifests(): Manifest[] {
  const own = registry.map(({ manifest }) => manifest);
  const others = registry.flatMap(({ channels }) => channels ?? []);
  // a connector knows its own channel best: mail of the same marketplace and the demo shop come after it
  const byId = new Map([...others, ...own].map((manifest) => [manifest.id, manifest]));
  return [...byId.values()];
}
