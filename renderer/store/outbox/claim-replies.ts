// Hands sync what is due: in order per conversation, each reply leased to the life of sync that asks.
import type { AccountId } from '../../../shared/model/ids.ts';
import type { OutboxItem, OutboxState } from '../../../shared/model/outbox.ts';
import type { OutboxRow } from '../../database/rows.ts';
import { showOutboxState } from '../records/outbox.ts';
import type { Store } from '../store.ts';
import { finishWork, startWork } from '../work/work-set.ts';
import { blocksLater, never } from './outbox-states.ts';

const unsettled: readonly OutboxState[] = ['queued', 'claimed', 'inflight', 'ambiguous', 'accepted', 'failed'];

/** Every reply of an account that has not reached its end, oldest first. */
export async function unsettledReplies(store: Store, accountId: AccountId): Promise<OutboxRow[]> {
  const rows = await store.database.outbox
    .where('[accountId+state]')
    .anyOf(unsettled.map((state) => [accountId, state]))
    .toArray();
  return rows.sort((a, b) => a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1));
}

/** What is due now, leased for `leaseMs`; `nextAt`: when to ask again (epoch ms), null when nothing waits for a time. */
export function claimReplies(
  store: Store,
  input: { accountId: AccountId; leaseMs: number; limit: number },
): Promise<{ items: OutboxItem[]; nextAt: number | null }> {
  return store.queue.run('sync', async () => {
    const now = store.deps.now();
    const due: OutboxRow[] = [];
    let nextAt = Infinity;
    const blocked = new Set<string>();
    for (const row of await unsettledReplies(store, input.accountId)) {
      const dueAt = blocked.has(row.conversationId) ? waitsForOthers(row) : dueTime(row);
      if (blocksLater(row.state)) blocked.add(row.conversationId);
      if (dueAt <= now && due.length < input.limit && row.frozen) due.push(row);
      else if (row.frozen) nextAt = Math.min(nextAt, Math.max(dueAt, now));
      else store.deps.log('error', `The bytes of reply ${row.id} are not here`);
    }
    const items = await lease(store, due, now + input.leaseMs);
    return { items, nextAt: nextAt >= never ? null : nextAt };
  });
}

/** When a reply that nothing stands before may be handed out. */
function dueTime(row: OutboxRow): number {
  switch (row.state) {
    case 'queued':
      return row.notBeforeAt;
    case 'claimed':
      return row.leaseUntil ?? 0;
    case 'ambiguous':
    case 'accepted':
      return Math.max(row.notBeforeAt, row.leaseUntil ?? 0);
    default:
      return Infinity;
  }
}

/** Looking for proof and filing need no order; sending does. */
const waitsForOthers = (row: OutboxRow): number =>
  row.state === 'ambiguous' || row.state === 'accepted' ? dueTime(row) : Infinity;

/** A claim is a lease in the database only: after a loss the reply is simply queued again. */
async function lease(store: Store, due: OutboxRow[], leaseUntil: number): Promise<OutboxItem[]> {
  if (due.length === 0) return [];
  const work = startWork(store);
  work.outbox.adopt(due);
  await work.conversations.load(due.map((row) => row.conversationId));
  const items: OutboxItem[] = [];
  for (const row of due) {
    const isTry = row.state === 'queued' || row.state === 'claimed';
    const state = isTry ? 'claimed' : row.state;
    const attempts = row.attempts + (isTry ? 1 : 0);
    const leased: OutboxRow = { ...row, state, attempts, leaseUntil, leaseEpoch: store.syncEpoch };
    work.outbox.put(leased);
    if (!row.frozen) continue;
    const { id, accountId, frozen, queuedAt } = row;
    const { threadKey } = row.content;
    items.push({ id, accountId, state, frozen, attempts, queuedAt, ...(threadKey === undefined ? {} : { threadKey }) });
  }
  for (const row of due) await showOutboxState(work, row.conversationId);
  await finishWork(work);
  return items;
}
