// A batch from sync into the store: everything in memory, then one strict transaction with the cursor.
import type { Batch, Item } from '../../../shared/model/item.ts';
import type { MessageId } from '../../../shared/model/ids.ts';
import type { IncomingMessage, Placement } from '../../../shared/model/message.ts';
import { applyFacts } from './apply-facts.ts';
import { applyState } from './apply-channel-state.ts';
import { applyFlags, applyMessage, tellRefusals } from './apply-message.ts';
import { applyCustomer, applyOrder, customerIdsOfItems } from './apply-customer.ts';
import { applyTold } from './apply-told.ts';
import { applyAwaited } from '../records/apply-record.ts';
import { decisionRecord } from '../records/decision-record.ts';
import { loadAwaited } from '../records/waiting-records.ts';
import type { BatchWork } from './batch-work.ts';
import { customersOf } from './conversations.ts';
import { withHomes } from './customers.ts';
import { appendRecords } from '../records/journal.ts';
import { beginFirstFetch } from './first-fetch.ts';
import { messageIdOf } from './message-row.ts';
import { placeKey, withoutPlaces } from './places.ts';
import { finishRemovals, markMailboxStale, takeStalePlacements } from './removals.ts';
import { settleRelayCopies } from './relay-copies.ts';
import { lowerSentinel } from '../sentinel.ts';
import type { Store } from '../store.ts';
import { threadKeys } from './thread-keys.ts';
import { rowsOf } from '../work/raw-store.ts';
import { finishWork, startWork, type WorkSet } from '../work/work-set.ts';

/** How many arrivals are kept for notifications. */
const arrivalLimit = 20;

/**
 * Applies a batch and saves its cursor in the same transaction; idempotent. `conflict` when the journal ran ahead of the database: deliver
 * again.
 */
export function applyBatch(store: Store, given: Batch): Promise<void> {
  return store.queue.run('sync', async () => {
    const { turn } = store.queue;
    const recent = given.phase === 'live' ? undefined : store.recent;
    recent?.begin(turn);
    const input = { ...given, items: await store.erased.allowed(given) };
    const batch: BatchWork = {
      work: startWork(store, recent),
      accountId: input.accountId,
      channel: input.channel ?? 'email',
      phase: input.phase,
      unplaced: new Set(),
      stale: new Set(),
      met: new Set(),
      awaited: new Set(),
      moved: new Set(),
      added: new Set(),
      refused: new Set(),
      keys: new Map(),
      arrivals: [],
    };
    await beginFirstFetch(store, input);
    await load(batch, input.items);
    for (const item of input.items) await applyItem(batch, item);
    await finishRemovals(batch);
    await applyAwaited(batch.work, batch.met);
    tellRefusals(batch);
    await settleRelayCopies(batch);
    for (const item of input.items) {
      if (item.kind === 'state') await applyState(batch, item);
      else if (item.kind === 'facts') await applyFacts(batch, item);
      else await applyTold(batch, item);
    }
    await noteArrivals(batch);
    recordMoves(batch);
    const { work } = batch;
    await appendRecords(work);
    if (work.messages.removedCount() > 0) await lowerSentinel(store, work.messages.removedCount());
    const { accountId, cursor } = input;
    await finishWork(work, () => store.database.cursors.put({ accountId, cursor }));
    recent?.end(turn);
  });
}

async function applyItem(batch: BatchWork, item: Item): Promise<void> {
  const { work, accountId } = batch;
  switch (item.kind) {
    case 'message':
      return applyMessage(batch, item.message);
    case 'flags': {
      const row = work.messages.at(placeKey(accountId, item.placement));
      if (row) applyFlags(batch, row, item);
      return;
    }
    case 'gone': {
      const place = placeKey(accountId, item.placement);
      const row = work.messages.at(place);
      if (!row) return;
      work.messages.put(withoutPlaces(row, (key) => key === place));
      batch.unplaced.add(row.id);
      return;
    }
    case 'mailbox-reset':
      return markMailboxStale(batch, item.mailbox);
    case 'mailbox-whole':
      return takeStalePlacements(batch, item.mailbox);
    case 'customer':
      applyCustomer(batch, item.customer);
      return;
    case 'order':
      return applyOrder(batch, item.order);
    case 'customer-note':
    case 'facts':
    case 'promise':
    case 'state':
    case 'touchpoint':
      return; // after everything else: its conversation may come in the same batch
  }
}

/** Reads in bulk whatever the items may touch, in three rounds that build on each other. */
async function load(batch: BatchWork, items: Item[]): Promise<void> {
  const { work, accountId } = batch;
  const messages = items.flatMap((item) => (item.kind === 'message' ? [item.message] : []));
  const places = items.flatMap((item) => placementsOf(item)).map((placement) => placeKey(accountId, placement));
  const ids = messages.map((message) => messageIdOf(accountId, message.key));
  const keys = messages.map((message) => threadKeys(accountId, message.channel ?? batch.channel, message));
  messages.forEach((message, index) => {
    const made = keys[index];
    if (made) batch.keys.set(message, made);
  });
  const threadIds = keys
    .flatMap(({ binding, own, subject }) => [...binding, own, subject])
    .filter((key) => key !== null);
  await Promise.all([work.messages.load(ids), work.threadIds.load(threadIds)]);
  await Promise.all([work.messages.loadAt(places), loadReplies(work, messages)]);
  const known = [...ids.map((id) => work.messages.get(id)), ...places.map((place) => work.messages.at(place))].filter(
    (row) => row !== undefined,
  );
  const customerIds = messages.flatMap((message) => customersOf(message.channel ?? batch.channel, [message]));
  const [awaited] = await Promise.all([
    loadAwaited(work, ids),
    work.conversations.load([
      ...known.map((row) => row.conversationId),
      ...[...work.threadIds.present()].map((row) => row.conversationId),
      ...keys.map((key) => key.newConversationId).filter((id) => work.store.keyless.has(id)),
      ...[...work.outbox.present()].map((row) => row.conversationId),
    ]),
    work.serverChanges.load(known.map((row) => row.id)),
    work.customers.load(withHomes(work.store, [...customerIds, ...customerIdsOfItems(items)])),
  ]);
  for (const id of awaited) batch.awaited.add(id);
}

function placementsOf(item: Item): Placement[] {
  if (item.kind === 'flags' || item.kind === 'gone') return [item.placement];
  return item.kind === 'message' && item.message.placement ? [item.message.placement] : [];
}

/** Replies of ours that these messages may be the server's copies of, and their rows. */
async function loadReplies(work: WorkSet, messages: IncomingMessage[]): Promise<void> {
  const named = messages.flatMap((message) => (message.outboxId === undefined ? [] : [message.outboxId]));
  const byMessageId = [...work.threadIds.present()].flatMap((row) =>
    row.outboxId === undefined ? [] : [row.outboxId],
  );
  const threads = new Set(messages.flatMap((message) => (isMarketplaceAnswer(message) ? [message.threadKey] : [])));
  const inThreads = [...work.threadIds.present()].filter(({ key }) => threads.has(key.slice(key.indexOf('|t:') + 3)));
  if (named.length + byMessageId.length + inThreads.length === 0) return;
  await work.outbox.load([...named, ...byMessageId]);
  const conversationIds = [...new Set(inThreads.map((row) => row.conversationId))];
  if (conversationIds.length > 0)
    work.outbox.adopt(await rowsOf(work.store.database.outbox, 'conversationId', conversationIds));
  const local: MessageId[] = [...work.outbox.present()].map((row) => messageIdOf(row.accountId, `out:${row.id}`));
  await work.messages.load(local);
}

/** One of ours on a channel that keeps no Message-ID: known by its words. */
const isMarketplaceAnswer = ({ direction, threadKey, rfcMessageId }: IncomingMessage): boolean =>
  direction === 'out' && threadKey !== undefined && rfcMessageId === undefined;

/** Without a record of it a rebuilt store would go by the old decision, and the mail would lie in a closed conversation. */
function recordMoves({ work, moved }: BatchWork): void {
  for (const id of moved) {
    const row = work.conversations.get(id);
    if (!row) continue;
    const record = decisionRecord(row, { folder: row.folder, tags: row.tags }, work.store.deps.now());
    work.records.push(record);
    if (record.data) work.conversations.put({ ...row, decidedAt: record.data.changedAt, decidedBy: 'shop' });
  }
}

async function noteArrivals({ work, arrivals }: BatchWork): Promise<void> {
  if (arrivals.length === 0) return;
  const named = arrivals.map((arrival) => {
    const customerName = work.conversations.get(arrival.conversationId)?.customerName ?? '';
    return { ...arrival, customerName };
  });
  const row = await work.store.database.meta.get('arrivals');
  const before = row?.key === 'arrivals' ? row.value : [];
  work.meta.push({ key: 'arrivals', value: [...before, ...named].slice(-arrivalLimit) });
}
