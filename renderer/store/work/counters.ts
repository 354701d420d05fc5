// Counters: what one conversation adds to each, the difference that a change makes, and a recount for repair.
import type { ConversationRow, CounterRow } from '../../database/rows.ts';
import type { Database } from '../../database/schema.ts';

/** Calls `add` for each counter that a conversation contributes to. */
function contribute(row: ConversationRow, add: (id: string, value: number) => void): void {
  add(`folder/${row.folder}`, 1);
  add(`channel/${row.channel}/${row.folder}`, 1);
  add(`account/${row.accountId}`, row.messageCount);
  const isReview = row.facts?.kind === 'review';
  if (isReview) add('reviews', 1);
  if (isReview && row.folder === 'open') add('reviews/open', 1);
  if (isReview && row.lastDirection === 'out') add('reviews/answered', 1);
  if (row.unreadCount === 0) return;
  add('unread', 1);
  add(`unread/${row.folder}`, 1);
  add(`channel/${row.channel}/unread`, 1);
}

/** How much each counter changes when these conversations change. */
export function counterChanges(
  changes: Iterable<{ before: ConversationRow | undefined; after: ConversationRow | undefined }>,
): Map<string, number> {
  const sums = new Map<string, number>();
  const adder = (sign: 1 | -1) => (id: string, value: number) => sums.set(id, (sums.get(id) ?? 0) + sign * value);
  for (const { before, after } of changes) {
    if (before) contribute(before, adder(-1));
    if (after) contribute(after, adder(1));
  }
  for (const [id, value] of sums) if (value === 0) sums.delete(id);
  return sums;
}

/** What the counters should be: a walk over every conversation. For repair and for tests. */
export async function recount(database: Database): Promise<CounterRow[]> {
  const sums = new Map<string, number>();
  await database.conversations.each((row) => {
    contribute(row, (id, value) => sums.set(id, (sums.get(id) ?? 0) + value));
  });
  return [...sums]
    .filter(([, value]) => value !== 0)
    .map(([id, value]) => ({ id, value }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Puts the counters right. */
export async function repairCounters(database: Database): Promise<void> {
  await database.transaction('rw', database.conversations, database.counters, async () => {
    const rows = await recount(database);
    await database.counters.clear();
    await database.counters.bulkPut(rows);
  });
}
