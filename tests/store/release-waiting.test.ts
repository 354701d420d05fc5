// Replies that wait out a broken line go at once when the line is back or a person asks; nothing else is hurried.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ErrorCode } from '../../shared/errors.ts';
import type { ConversationId, OutboxId } from '../../shared/model/ids.ts';
import { ayse, message, minute } from './items.ts';
import { account, openTestStore, type TestStore } from './test-store.ts';

let store: TestStore;
let conversationIds: ConversationId[];

beforeEach(async () => {
  store = await openTestStore();
  await store.batch([message({ key: 'a', uid: 1 }), message({ key: 'b', uid: 2, subject: 'Fatura' })]);
  conversationIds = (await store.rows.conversations.toArray()).map((row) => row.id);
});
afterEach(async () => {
  await store.close();
});

async function queue(id: string, conversation = 0, undoWindowMs = 0): Promise<void> {
  await store.page.queueReply({
    outboxId: id,
    conversationId: conversationIds[conversation]!,
    to: [ayse],
    cc: [],
    subject: 'Re: Siparişim nerede?',
    html: '<p>Yarın sizde.</p>',
    text: 'Yarın sizde.',
    closeAfter: false,
    undoWindowMs,
  });
}

/** Queued, and tried once in vain: due again in an hour. */
async function failedOnce(id: string, code: ErrorCode, conversation = 0): Promise<void> {
  await queue(id, conversation);
  store.clock.now += 1;
  await store.toStore.claimReplies({ accountId: account, leaseMs: minute, limit: 5 });
  const retryAt = store.clock.now + 60 * minute;
  await store.toStore.settle({ id, outcome: { kind: 'retry', error: { code, message: 'not now' }, retryAt } });
}

const report = (phase: 'connecting' | 'idle', accountId: string = account) =>
  store.toStore.reportState({ accountId, phase, doneCount: 0, totalCount: 0, changedAt: store.clock.now });
const dueIn = async (id: string) => (await store.rows.outbox.get(id as OutboxId))!.notBeforeAt - store.clock.now;
const lastJournaled = (id: string) =>
  store.journal.records.findLast(({ record }) => record.kind === 'outbox' && record.key === id)?.record;

it('is due as soon as the account is connected again, on disk and told to sync', async () => {
  await failedOnce('o1', 'offline');
  expect(await dueIn('o1')).toBe(60 * minute);
  await report('connecting');
  expect(await dueIn('o1')).toBe(60 * minute);
  const told = store.sync.outboxChanges;
  await report('idle');
  expect(await dueIn('o1')).toBe(0);
  expect(lastJournaled('o1')).toMatchObject({ data: { state: 'queued', notBeforeAt: store.clock.now } });
  expect(store.sync.outboxChanges).toBe(told + 1);
  const { items } = await store.toStore.claimReplies({ accountId: account, leaseMs: minute, limit: 5 });
  expect(items).toMatchObject([{ id: 'o1', attempts: 2 }]);
});

it('is due when a person asks to look now: for that account or for all', async () => {
  await failedOnce('o1', 'offline');
  await store.page.syncNow({ accountId: 'another' });
  expect(await dueIn('o1')).toBe(60 * minute);
  await store.page.syncNow({ accountId: account });
  expect(await dueIn('o1')).toBe(0);
  await failedOnce('o2', 'offline', 1);
  await store.page.syncNow({ accountId: null });
  expect(await dueIn('o2')).toBe(0);
});

it('is due as soon as the person has signed in again', async () => {
  await failedOnce('o1', 'auth-expired');
  await report('connecting');
  await report('idle');
  expect(await dueIn('o1')).toBe(0);
});

it('hurries no server that asked for patience, and shortens no undo window', async () => {
  await failedOnce('o1', 'server-busy');
  await queue('o2', 1, 10_000);
  const before = store.journal.records.length;
  await store.page.syncNow({ accountId: null });
  await report('idle');
  expect(await dueIn('o1')).toBe(60 * minute);
  expect(await dueIn('o2')).toBe(10_000);
  expect(store.journal.records.length).toBe(before);
});

it('stays due when the same news comes again', async () => {
  await failedOnce('o1', 'offline');
  await store.page.syncNow({ accountId: null });
  const before = store.journal.records.length;
  await store.page.syncNow({ accountId: null });
  expect(store.journal.records.length).toBe(before);
});
