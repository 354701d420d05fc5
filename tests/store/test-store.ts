// A store under test: the real one over a real database, with the other ends of its doors in the hands of the test.
import { Dexie } from 'dexie';
import { journalApi } from '../../shared/contract/journal-api.ts';
import { storeApi } from '../../shared/contract/store-api.ts';
import { storeCommands } from '../../shared/contract/store-commands.ts';
import type { Carrying } from '../../shared/contract/store-news.ts';
import { syncApi } from '../../shared/contract/sync-api.ts';
import { AppError } from '../../shared/errors.ts';
import type { AccountId, FileId, RfcMessageId } from '../../shared/model/ids.ts';
import type { Item } from '../../shared/model/item.ts';
import type { ReplyContent } from '../../shared/model/outbox.ts';
import { connect, serve, type Client } from '../../shared/rpc.ts';
import type { Database } from '../../renderer/database/schema.ts';
import { openForReading } from '../../renderer/database/open-for-reading.ts';
import { runStore, type RunningStore } from '../../renderer/store/run-store.ts';
import { MemoryJournal } from '../harness/memory-journal.ts';
import { ManualClock } from './manual-clock.ts';

export const account = 'acc1' as AccountId;
/** A Monday in November, 10:00 UTC. */
export const start = Date.UTC(2026, 10, 23, 10);

/** What sync was asked, and how it answers. */
export class ScriptedSync {
  frozen: ReplyContent[] = [];
  outboxChanges = 0;
  flagChanges = 0;
  syncNows: (string | null)[] = [];
  fetched: string[] = [];
  kept: Uint8Array[] = [];
  sweeps: string[][] = [];
  fetchError: AppError | null = null;
  readError: AppError | null = null;

  port(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    serve(
      port1,
      syncApi,
      {
        freezeReply: async ({ content }) => {
          this.frozen.push(content);
          const rfcMessageId = `${content.outboxId}@defter.test` as RfcMessageId;
          return {
            payload: `Message-ID: <${rfcMessageId}>\r\nX-Defter-Id: ${content.outboxId}\r\n\r\n${content.text}`,
            sha256: 'f'.repeat(64),
            rfcMessageId,
            envelope: { from: 'shop@defter.test', to: content.to.map((address) => address.address) },
          };
        },
        outboxChanged: async () => {
          this.outboxChanges += 1;
          return null;
        },
        changesWaiting: async () => {
          this.flagChanges += 1;
          return null;
        },
        fetchAttachment: async ({ attachment, messageKey }) => {
          this.fetched.push(`${messageKey}|${attachment.ref}`);
          if (this.fetchError) throw this.fetchError;
          return { fileId: `file-${attachment.ref}` as FileId, sizeBytes: 3 };
        },
        keepFile: async ({ bytes }) => {
          const fileId = `kept-${this.kept.length}` as FileId;
          this.kept.push(bytes);
          return { fileId, sizeBytes: bytes.length };
        },
        keepCached: async ({ fileId }) => ({ fileId: `kept-of-${fileId}` as FileId, sizeBytes: 3 }),
        sweepKept: async ({ inUse }) => {
          this.sweeps.push(inUse);
          return null;
        },
        readFile: async ({ limitBytes }) => {
          if (this.readError) throw this.readError;
          if (limitBytes < 3) throw new AppError('too-large', 'larger than asked for');
          return new Uint8Array([1, 2, 3]);
        },
        fetchPictures: async ({ urls }) =>
          urls.map((url) => ({ url, mimeType: 'image/png', bytes: new Uint8Array([9]) })),
        syncNow: async ({ accountId }) => {
          this.syncNows.push(accountId);
          return null;
        },
      },
      () => undefined,
    );
    return port2;
  }
}

export interface TestStore {
  name: string;
  journal: MemoryJournal;
  clock: ManualClock;
  sync: ScriptedSync;
  running: RunningStore;
  /** The page's end. */
  page: Client<typeof storeCommands>;
  /** Sync's end. */
  toStore: Client<typeof storeApi>;
  /** The page's view of the database. */
  rows: Database;
  log: string[];
  /** What the screen was told of a rewriting of the database. */
  carried: (Carrying | null)[];
  /** One batch, `first` unless said. */
  batch(items: Item[], phase?: 'first' | 'live'): Promise<void>;
  /** Closes this store and opens another on the same journal, and on the same database unless it is lost. */
  reopen(how?: { loseDatabase?: boolean }): Promise<TestStore>;
  close(): Promise<void>;
}

let count = 0;

/** Opens a store on a database of its own. */
export async function openTestStore(
  given: { name?: string; journal?: MemoryJournal; clock?: ManualClock; sync?: ScriptedSync } = {},
): Promise<TestStore> {
  const name = given.name ?? `test-${++count}-${Math.random().toString(36).slice(2)}`;
  const journal = given.journal ?? new MemoryJournal();
  const clock = given.clock ?? new ManualClock(start);
  const sync = given.sync ?? new ScriptedSync();
  const log: string[] = [];
  const carried: (Carrying | null)[] = [];
  let ids = 0;
  const running = runStore({
    now: () => clock.now,
    randomId: () => `r${Math.random().toString(36).slice(2)}${++ids}`,
    schedule: clock.schedule,
    log: (level, message) => log.push(`${level}: ${message}`),
    showCarrying: (carrying) => carried.push(carrying),
    databaseName: name,
  });
  running.useJournal(connect(journal.port(), journalApi));
  const { page, toStore } = connectDoors(running, sync);
  await running.opened();
  await toStore.hello({ manifests: [] });
  const rows = openForReading(name);
  let cursor = 0;
  const close = async () => {
    rows.close();
    await running.close();
  };
  return {
    name,
    journal,
    clock,
    sync,
    running,
    page,
    toStore,
    rows,
    log,
    carried,
    batch: async (items, phase = 'first') => {
      await toStore.applyBatch({ accountId: account, channel: 'email', items, phase, cursor: `c${++cursor}` });
    },
    reopen: async ({ loseDatabase = false } = {}) => {
      await close();
      if (loseDatabase) await Dexie.delete(name);
      return openTestStore({ name, journal, clock, sync });
    },
    close: async () => {
      await close();
      await Dexie.delete(name);
    },
  };
}

/** Fresh doors of page and sync to a running store. */
export function connectDoors(running: RunningStore, sync: ScriptedSync) {
  const pageLine = new MessageChannel();
  const storeLine = new MessageChannel();
  running.servePage(pageLine.port1);
  running.serveSync(storeLine.port1);
  running.useSync(connect(sync.port(), syncApi));
  return { page: connect(pageLine.port2, storeCommands), toStore: connect(storeLine.port2, storeApi) };
}

/** The error that a call is refused with. */
export async function refused(call: Promise<unknown>): Promise<AppError> {
  const answer = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(answer instanceof AppError)) throw new Error(`Expected an AppError, got ${String(answer)}`);
  return answer;
}
