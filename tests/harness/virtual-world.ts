// A world for the engine with a clock that tests move, and a scripted other end of the store's door.
import type { StoreClient, World } from '../../electron/sync/engine/world.ts';
import { AppError } from '../../shared/errors.ts';
import { batchSchema, type Batch } from '../../shared/model/item.ts';
import type { OutboxItem, SendOutcome } from '../../shared/model/outbox.ts';
import { syncStateSchema, type SyncState } from '../../shared/model/sync-state.ts';
import type { ServerChange } from '../../shared/contract/store-api.ts';

export interface VirtualWorld extends World {
  /** Moves the clock and lets everything that was due run. */
  advance(durationMs: number): Promise<void>;
  logged: string[];
  /** What the disk says it has. */
  room: { freeBytes: number };
}

/** Lets promises settle; long enough for chains of some dozen awaits. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export function virtualWorld(filesDir = '/nonexistent'): VirtualWorld {
  let now = Date.UTC(2026, 0, 5, 9);
  let sleepers: { until: number; wake: () => void }[] = [];
  const logged: string[] = [];
  const room = { freeBytes: 10 ** 12 };
  return {
    logged,
    room,
    freeBytes: () => Promise.resolve(room.freeBytes),
    filesDir,
    keptDir: `${filesDir}/kept`,
    isDeveloper: false,
    now: () => now,
    random: () => 0.5,
    log: (level, message) => logged.push(`${level} ${message}`),
    credentialOf: () => Promise.resolve({ password: 'secret' }),
    keepSecrets: () => Promise.resolve(),
    fetch: () => Promise.reject(new Error('This world has no network')),
    sleep: (durationMs, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { until: now + durationMs, wake: resolve };
        const stop = () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(new AppError('cancelled', 'stopped'));
        };
        if (signal.aborted) stop();
        else {
          sleepers.push(sleeper);
          signal.addEventListener('abort', stop, { once: true });
        }
      }),
    async advance(durationMs) {
      const end = now + durationMs;
      await settle();
      for (;;) {
        const next = sleepers.filter(({ until }) => until <= end).sort((a, b) => a.until - b.until)[0];
        if (!next) break;
        now = Math.max(now, next.until);
        sleepers = sleepers.filter((other) => other !== next);
        next.wake();
        await settle();
      }
      now = end;
    },
  };
}

export interface ScriptedStore extends StoreClient {
  batches: Batch[];
  states: SyncState[];
  events: string[];
  settled: { id: string; outcome: SendOutcome }[];
  due: OutboxItem[];
  changes: ServerChange[];
  failMarkInflight: AppError | undefined;
}

/** Keeps what sync says; hands out what the test put in `due` and `changes`, each once. */
export function scriptedStore(): ScriptedStore {
  const store: ScriptedStore = {
    batches: [],
    states: [],
    events: [],
    settled: [],
    due: [],
    changes: [],
    failMarkInflight: undefined,
    hello: () => Promise.resolve(null),
    cursorOf: () => Promise.resolve(store.batches.at(-1)?.cursor ?? null),
    applyBatch: async (batch) => {
      await Promise.resolve();
      store.batches.push(batchSchema.parse(batch));
      return null;
    },
    reportState: (state) => {
      store.states.push(syncStateSchema.parse(state));
      return Promise.resolve(null);
    },
    claimReplies: () => Promise.resolve({ items: store.due.splice(0), nextAt: null }),
    markInflight: ({ id }) => {
      store.events.push(`inflight ${id}`);
      return store.failMarkInflight ? Promise.reject(store.failMarkInflight) : Promise.resolve(null);
    },
    settle: ({ id, outcome }) => {
      store.settled.push({ id, outcome });
      return Promise.resolve({ state: outcome.kind === 'accepted' ? ('accepted' as const) : ('queued' as const) });
    },
    takeChanges: () => Promise.resolve(store.changes),
    settleChanges: ({ ids }) => {
      store.changes = store.changes.filter(({ id }) => !ids.includes(id));
      return Promise.resolve(null);
    },
  };
  return store;
}
