// What came of a try to send: every edge is on disk before sync hears that it is settled.
import { AppError } from '../../../shared/errors.ts';
import type { OutboxId } from '../../../shared/model/ids.ts';
import type { OutboxEntry, OutboxState, SendOutcome } from '../../../shared/model/outbox.ts';
import type { OutboxRow } from '../../database/rows.ts';
import { decisionRecord } from '../records/decision-record.ts';
import { commit } from '../records/journal.ts';
import type { Store } from '../store.ts';
import { entryOf, outboxRecords } from './entry-of.ts';
import { entryIn, never, nextLookAt, stateAfter } from './outbox-states.ts';

/** Before the first byte of the message leaves; on disk when this resolves. `conflict` when the claim is not this life's any more. */
export function markInflight(store: Store, id: OutboxId): Promise<void> {
  return store.queue.run('sync', async () => {
    const row = await store.database.outbox.get(id);
    if (row?.state !== 'claimed' || row.leaseEpoch !== store.syncEpoch) {
      throw new AppError('conflict', `The reply is ${row?.state ?? 'not there'}, not claimed`);
    }
    const now = store.deps.now();
    await commit(store, outboxRecords(entryIn(entryOf(row), 'inflight', {}, now), now));
  });
}

/** Settles a try; answers the state after it. An outcome that comes too late changes nothing. `conflict` when nothing was being tried. */
export function settleReply(store: Store, id: OutboxId, outcome: SendOutcome): Promise<OutboxState> {
  return store.queue.run('sync', async () => {
    const row = await store.database.outbox.get(id);
    if (!row) throw new AppError('gone', 'The reply is not there');
    const next = stateAfter(row.state, outcome.kind);
    if (next === null) return row.state;
    // The copy may have been seen before sync heard the server's yes.
    const state = next === 'accepted' && row.copyId !== undefined ? 'filed' : next;
    const now = store.deps.now();
    const entry = settled(row, state, outcome, now);
    const records = outboxRecords(entry, now);
    if (needsPerson(entry)) {
      const conversation = await store.database.conversations.get(row.conversationId);
      if (conversation && conversation.folder !== 'open') {
        records.push(decisionRecord(conversation, { folder: 'open', tags: conversation.tags }, now));
      }
    }
    await commit(store, records);
    return state;
  });
}

/** Nothing more happens by itself: the conversation comes back to the person. */
const needsPerson = (entry: OutboxEntry): boolean =>
  entry.state === 'failed' || (entry.state === 'ambiguous' && entry.notBeforeAt >= never);

function settled(row: OutboxRow, state: OutboxState, outcome: SendOutcome, now: number): OutboxEntry {
  const entry = entryOf(row);
  const error = 'error' in outcome ? { error: outcome.error } : {};
  const words =
    outcome.kind === 'accepted' && outcome.serverWords !== undefined ? { serverWords: outcome.serverWords } : {};
  const change = { ...error, ...words };
  if (state === 'accepted' || state === 'ambiguous') {
    return { ...entryIn(entry, state, change, now), ...nextLook(row, state, outcome, now) };
  }
  const notBeforeAt = outcome.kind === 'retry' ? outcome.retryAt : state === 'queued' ? now : row.notBeforeAt;
  return entryIn(entry, state, { ...change, notBeforeAt }, now);
}

/** A look that could not be made is made again; one that found nothing makes the next one later, or the last. */
function nextLook(
  row: OutboxRow,
  state: 'accepted' | 'ambiguous',
  outcome: SendOutcome,
  now: number,
): { lookCount: number; notBeforeAt: number } {
  const isFirst = row.state !== state;
  const couldNotLook = state === 'ambiguous' && outcome.kind === 'retry';
  const before = row.lookCount ?? 0;
  const lookCount = isFirst ? 0 : couldNotLook ? before : before + 1;
  const planned = nextLookAt(state, lookCount, now) ?? never;
  if (outcome.kind !== 'retry') return { lookCount, notBeforeAt: planned };
  return { lookCount, notBeforeAt: couldNotLook ? outcome.retryAt : Math.max(planned, outcome.retryAt) };
}
