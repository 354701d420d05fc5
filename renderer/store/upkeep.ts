// What the store does by itself as time passes: wakes snoozed conversations and keeps the sentinel fresh.
import type { ConversationRow } from '../database/rows.ts';
import { sweepKeptFiles } from './commands/files.ts';
import { forgetRows } from './erase/carry-over.ts';
import { tidied } from './mail/conversations.ts';
import { refreshSentinel } from './sentinel.ts';
import type { Store } from './store.ts';
import { finishWork, startWork } from './work/work-set.ts';

/** Also how late a wake-up may be after the machine slept: timers stand still then. */
const tickMs = 30_000;
/** Every so many ticks the sentinel is written, when anything changed. */
const sentinelTicks = 10;

/** Kept files are looked through some minutes after the start, and then about once a day. */
const sweepTicks = 2880;
const firstSweepTick = 20;

/** Starts the upkeep; answers how to stop it. */
export function startUpkeep(store: Store): () => void {
  let isStopped = false;
  let cancel: () => void = () => undefined;
  let ticks = 0;

  const tick = async () => {
    try {
      await wakeSnoozed(store);
      ticks += 1;
      if (ticks % sentinelTicks === 0) await store.queue.run('sync', () => refreshSentinel(store));
      if (ticks % sweepTicks === firstSweepTick) {
        await sweepKeptFiles(store);
        await forgetRows(store.database);
      }
      if (!isStopped) await plan();
    } catch (thrown) {
      store.deps.log('error', `Upkeep: ${String(thrown)}`);
      if (!isStopped) cancel = store.deps.schedule(() => void tick(), tickMs);
    }
  };
  const plan = async () => {
    const next = await store.database.conversations.orderBy('snoozedUntil').first();
    const dueInMs = Math.max(0, (next?.snoozedUntil ?? Infinity) - store.deps.now());
    cancel = store.deps.schedule(() => void tick(), Math.min(tickMs, dueInMs));
  };
  void tick();
  return () => {
    isStopped = true;
    cancel();
  };
}

/** Opens every conversation whose snooze has run out. Not journaled: the decision says itself until when it holds. */
export function wakeSnoozed(store: Store): Promise<void> {
  return store.queue.run('sync', async () => {
    const due = await store.database.conversations.where('snoozedUntil').belowOrEqual(store.deps.now()).toArray();
    if (due.length === 0) return;
    const work = startWork(store);
    work.conversations.adopt(due);
    for (const row of due) work.conversations.put(tidied({ ...row, folder: 'open' } satisfies ConversationRow));
    await finishWork(work);
  });
}
