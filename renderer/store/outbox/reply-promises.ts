// Promises and replies: those that a reply makes, those that it keeps, and both again when the reply is taken back.
import type { Promised } from '../../../shared/model/customer-data.ts';
import type { OutboxId } from '../../../shared/model/ids.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type { ConversationRow } from '../../database/rows.ts';
import type { Database } from '../../database/schema.ts';
import { promiseOf } from '../records/customer-entries.ts';
import { rowsOf } from '../work/raw-store.ts';

const record = (data: Promised, at: number): JournalRecord => ({ kind: 'promise', key: data.id, at, data });

/** A reply by a person to the customer keeps every open promise of its conversation, early or late; what it promises itself is open. */
export async function promiseRecords(
  database: Database,
  conversation: ConversationRow,
  reply: { outboxId: OutboxId; promises: readonly Pick<Promised, 'text' | 'dueAt' | 'author'>[]; isKeeping: boolean },
  now: number,
): Promise<JournalRecord[]> {
  const { id: conversationId, anchor, customerId, customerHandle } = conversation;
  const { outboxId } = reply;
  const earlier =
    customerId === null || !reply.isKeeping ? [] : await rowsOf(database.promises, 'customerId', [customerId]);
  const kept = earlier
    .filter((row) => row.state === 'open' && row.conversationId === conversationId)
    .map((row): Promised => ({ ...promiseOf(row), state: 'kept', settledAt: now, settledBy: outboxId }));
  const made = reply.promises.map((promise, index): Promised => ({
    ...promise,
    id: `${outboxId}:${index}`,
    handle: customerHandle ?? customerId,
    conversationId,
    anchor,
    madeAt: now,
    outboxId,
    state: 'open',
  }));
  return [...kept, ...made].map((promise) => record(promise, now));
}

/** The reply never left: what it promised was not promised, and what it kept is open again. */
export async function takenBackPromises(
  database: Database,
  conversation: ConversationRow,
  outboxId: OutboxId,
  now: number,
): Promise<JournalRecord[]> {
  if (conversation.customerId === null) return [];
  const rows = await rowsOf(database.promises, 'customerId', [conversation.customerId]);
  const made = rows.filter((row) => row.outboxId === outboxId);
  const kept = rows.filter((row) => row.settledBy === outboxId && row.outboxId !== outboxId);
  return [
    ...made.map((row): JournalRecord => ({ kind: 'promise', key: row.id, at: now, data: null })),
    ...kept.map((row) => {
      const { settledAt: _at, settledBy: _by, ...promise } = promiseOf(row);
      return record({ ...promise, state: 'open' }, now);
    }),
  ];
}
