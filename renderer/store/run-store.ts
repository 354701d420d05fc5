// The running store: opens when the journal is there, again after a failure, and gives every door what it needs.
import type { journalApi } from '../../shared/contract/journal-api.ts';
import type { syncApi } from '../../shared/contract/sync-api.ts';
import { AppError, type ErrorData } from '../../shared/errors.ts';
import type { Client, Port } from '../../shared/rpc.ts';
import { openStore } from './open-store.ts';
import { openSearch, type SearchDesk } from './search/search-desk.ts';
import { serveExport } from './serve-export.ts';
import { servePage } from './serve-page.ts';
import { serveSync } from './serve-sync.ts';
import type { StoreDeps } from './store-deps.ts';
import type { Store } from './store.ts';
import { startUpkeep } from './upkeep.ts';
import { createProgress } from './work/progress.ts';

export interface RunningStore {
  useJournal(journal: Client<typeof journalApi>): void;
  servePage(port: Port): void;
  /** A new port takes the place of the one before: sync was started anew. */
  serveSync(port: Port): void;
  useSync(sync: Client<typeof syncApi>): void;
  /** A new port for every run of the transfer process. */
  serveExport(port: Port): void;
  /** The open store. */
  opened(): Promise<{ store: Store; search: SearchDesk }>;
  /** Stops timers and closes the database. */
  close(): Promise<void>;
}

/** First paint and first reads come before the search index is read. */
const warmUpAfterMs = 4_000;
/** How long a failed opening is answered with its error before the next try: a full disk is not looked at for every key stroke. */
const retryAfterMs = 5_000;

export function runStore(deps: StoreDeps): RunningStore {
  let giveJournal: (journal: Client<typeof journalApi>) => void = () => undefined;
  const journalGiven = new Promise<Client<typeof journalApi>>((resolve) => (giveJournal = resolve));
  let opening: Promise<{ store: Store; search: SearchDesk }> | undefined;
  /** When the last opening failed; undefined while one is under way or has succeeded. */
  let failedAt: number | undefined;
  const progress = createProgress(deps);
  let sync: Client<typeof syncApi> | null = null;
  let store: Store | undefined;
  let stopUpkeep: () => void = () => undefined;

  const open = async () => {
    failedAt = undefined;
    const opened = await openStore(deps, await journalGiven, progress);
    opened.sync = sync;
    store = opened;
    const search = openSearch(opened);
    stopUpkeep = startUpkeep(opened);
    deps.schedule(() => {
      search.warmUp().catch((error: unknown) => deps.log('error', `Search index: ${String(error)}`));
    }, warmUpAfterMs);
    return { store: opened, search };
  };
  const opened = (): Promise<{ store: Store; search: SearchDesk }> => {
    if (failedAt !== undefined && deps.now() >= failedAt + retryAfterMs) opening = undefined;
    opening ??= open().catch((error: unknown) => {
      failedAt = deps.now();
      deps.log('error', `The store could not be opened: ${String(error)}`);
      throw error;
    });
    return opening;
  };
  const onError = (method: string, error: ErrorData) => {
    if (error.code === 'bug' || error.code === 'storage')
      deps.log('error', `${method}: ${error.code}: ${error.message}`);
  };

  return {
    useJournal(journal) {
      giveJournal(journal);
      opened().catch(() => undefined); // logged above; every call is answered with it
    },
    servePage: (port) => servePage(port, opened, onError, progress),
    serveExport: (port) => serveExport(port, opened, onError, progress),
    serveSync: (port) => serveSync(port, async () => (await opened()).store, onError, progress),
    useSync(client) {
      sync = client;
      if (store) store.sync = client;
    },
    opened,
    async close() {
      stopUpkeep();
      if (!store) throw new AppError('conflict', 'The store is not open');
      await store.queue.idle();
      store.database.close();
    },
  };
}
