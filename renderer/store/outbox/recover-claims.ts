// A new life of sync: what an earlier one had in hand is queued again, and what it was sending may have been sent.
import type { OutboxState } from '../../../shared/model/outbox.ts';
import type { OutboxRow } from '../../database/rows.ts';
import { commit } from '../records/journal.ts';
import { showOutboxState } from '../records/outbox.ts';
import type { Store } from '../store.ts';
import { finishWork, startWork } from '../work/work-set.ts';
import { entryOf, outboxRecords } from './entry-of.ts';
import { entryIn, isSettled, nextLookAt } from './outbox-states.ts';

/** At `hello`: voids every claim. Claimed replies are queued again; inflight ones become ambiguous, on disk first. */
export function recoverClaims(store: Store): Promise<void> {
  return store.queue.run('sync', async () => {
    store.syncEpoch = store.deps.randomId();
    const rows = await openReplies(store);
    const now = store.deps.now();
    const cut = rows.filter((row) => row.state === 'inflight');
    await commit(
      store,
      cut.flatMap((row) => {
        const error = { code: 'ambiguous' as const, message: 'Sending was cut off' };
        const notBeforeAt = nextLookAt('ambiguous', 0, now) ?? now;
        return outboxRecords(entryIn(entryOf(row), 'ambiguous', { notBeforeAt, error }, now), now);
      }),
    );
    await releaseLeases(
      store,
      rows.filter((row) => row.state !== 'inflight' && row.leaseUntil !== undefined),
    );
  });
}

/** Those of all accounts that have not reached their end; the many that have are not read. */
async function openReplies(store: Store): Promise<OutboxRow[]> {
  const { outbox } = store.database;
  const pairs = (await outbox.orderBy('[accountId+state]').uniqueKeys()) as unknown as [string, OutboxState][];
  const unsettled = pairs.filter(([, state]) => !isSettled(state));
  return outbox.where('[accountId+state]').anyOf(unsettled).toArray();
}

async function releaseLeases(store: Store, rows: OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  const work = startWork(store);
  work.outbox.adopt(rows);
  await work.conversations.load(rows.map((row) => row.conversationId));
  for (const { leaseUntil: _until, leaseEpoch: _epoch, ...row } of rows) {
    work.outbox.put({ ...row, state: row.state === 'claimed' ? 'queued' : row.state });
  }
  for (const row of rows) await showOutboxState(work, row.conversationId);
  await finishWork(work);
}
