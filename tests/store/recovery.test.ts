// What survives: crashes between journal and database, a lost or older database, a refusing disk, a terminated worker.
import { Dexie } from 'dexie';
import { afterEach, expect, it } from 'vitest';
import { storeApi } from '../../shared/contract/store-api.ts';
import { storeCommands } from '../../shared/contract/store-commands.ts';
import { AppError } from '../../shared/errors.ts';
import type { CannedReplyId, ConversationId } from '../../shared/model/ids.ts';
import { connect } from '../../shared/rpc.ts';
import { databaseName } from '../../renderer/database/schema.ts';
import { openForReading } from '../../renderer/database/open-for-reading.ts';
import { recount } from '../../renderer/store/work/counters.ts';
import { MemoryJournal } from '../harness/memory-journal.ts';
import { ayse, gone, hour, message, minute, nikos } from './items.ts';
import { account, openTestStore, refused, ScriptedSync, start, type TestStore } from './test-store.ts';

let store: TestStore;
afterEach(async () => {
  await store.close();
});

const mail = [
  message({ key: 'm1', uid: 1, agoMs: 3 * hour }),
  message({ key: 'm2', uid: 2, agoMs: 2 * hour, from: nikos, subject: 'Άλλο' }),
  message({ key: 'm3', uid: 3, agoMs: hour, references: ['m1@x.test'], subject: 'Re: Siparişim nerede?' }),
];
const conversationOf = async (key: string) => {
  const row = await store.rows.messages.where('id').equals(`acc1:${key}`).first();
  return (await store.rows.conversations.get(row!.conversationId))!;
};
const expectTrueCounters = async () => {
  expect((await store.rows.counters.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    await recount(store.rows),
  );
};
const reply = (id: string, conversationId: ConversationId, undoWindowMs = 0) =>
  store.page.queueReply({
    outboxId: id,
    conversationId,
    to: [ayse],
    cc: [],
    subject: 'Re: x',
    html: '<p>Tamam</p>',
    text: 'Tamam',
    closeAfter: false,
    undoWindowMs,
  });

/** Everything that a shop writes down, once. */
async function writeShopData() {
  const first = (await conversationOf('m1')).id;
  const second = (await conversationOf('m2')).id;
  await store.page.saveNote({ conversationId: first, text: 'wants blue', author: 'Elif' });
  await store.page.setTags({ conversationIds: [first], tags: ['Gift', 'Custom'] });
  await store.page.moveConversations({ conversationIds: [second], folder: 'closed' });
  await store.page.saveDraft({ conversationId: second, html: '<p>Αύριο</p>', text: 'Αύριο' });
  await store.page.saveCustomerNote({ customerId: (await store.rows.customers.toArray())[0]!.id, note: 'regular' });
  await store.page.setSeen({ conversationIds: [second], isSeen: true });
  const canned = (await store.rows.cannedReplies.toArray())[0]!;
  const { useCount: _useCount, ...rest } = canned;
  await store.page.changeCannedReplies({ changes: [{ id: canned.id, reply: { ...rest, body: 'Mine now' } }] });
  await reply('o1', first, 60_000);
  await reply('o2', second);
  await store.toStore.claimReplies({ accountId: account, leaseMs: 1000, limit: 1 });
  await store.toStore.markInflight({ id: 'o2' });
  return canned.id;
}

async function expectShopData(cannedId: CannedReplyId) {
  expect(await conversationOf('m1')).toMatchObject({
    noteCount: 1,
    tags: ['Gift', 'Custom'],
    outboxState: 'queued',
    messageCount: 3,
    folder: 'waiting',
  });
  expect(await conversationOf('m2')).toMatchObject({
    outboxState: 'ambiguous',
    unreadCount: 0,
    hasDraft: false,
    folder: 'waiting',
  });
  expect(await store.rows.notes.toArray()).toMatchObject([
    { text: 'wants blue', author: 'Elif', conversationId: (await conversationOf('m1')).id },
  ]);
  expect((await store.rows.customers.toArray()).map((row) => row.note).sort()).toEqual(['', 'regular']);
  expect(await store.rows.cannedReplies.get(cannedId)).toMatchObject({ body: 'Mine now', isBuiltIn: false });
  const rows = await store.rows.outbox.toArray();
  expect(rows.map((row) => [row.id, row.state, row.frozen?.payload.includes('Tamam')])).toEqual([
    ['o1', 'queued', true],
    ['o2', 'ambiguous', true],
  ]);
  expect((await store.rows.messages.toArray()).filter((row) => row.outboxId !== undefined)).toHaveLength(2);
  await expectTrueCounters();
}

it('a first start is not a loss', async () => {
  store = await openTestStore();
  expect(await store.rows.meta.get('rebuilt')).toBeUndefined();
  expect(store.journal.sentinel).toMatchObject({ lastSeq: 0, messageCount: 0 });
  expect(await store.rows.cannedReplies.count()).toBeGreaterThan(100);
});

it('keeps everything over an ordinary restart, without rebuilding', async () => {
  store = await openTestStore();
  await store.batch(mail);
  const cannedId = await writeShopData();
  const epoch = await store.rows.meta.get('epoch');
  store = await store.reopen();
  await expectShopData(cannedId);
  expect(await store.rows.meta.get('epoch')).toEqual(epoch);
  expect(await store.rows.meta.get('rebuilt')).toBeUndefined();
  expect(await store.toStore.cursorOf({ accountId: account })).toBe('c1');
});

it('rebuilds a lost database: shop data from the journal once the mail has been fetched again', async () => {
  store = await openTestStore();
  await store.batch(mail);
  const cannedId = await writeShopData();
  store.journal.compact();
  store = await store.reopen({ loseDatabase: true });
  expect((await store.rows.meta.get('rebuilt'))?.value).toMatchObject({ reason: 'lost' });
  expect(await store.toStore.cursorOf({ accountId: account })).toBeNull();
  for (const item of mail.toReversed()) await store.batch([item]);
  await expectShopData(cannedId);
  expect(await store.rows.waitingRecords.count()).toBe(0);
  store = await store.reopen();
  expect(await store.rows.meta.get('rebuilt')).toBeUndefined();
  await expectShopData(cannedId);
});

it('sends what was queued before the loss without waiting for the mail', async () => {
  store = await openTestStore();
  await store.batch(mail);
  await reply('o1', (await conversationOf('m1')).id);
  store = await store.reopen({ loseDatabase: true });
  const { items } = await store.toStore.claimReplies({ accountId: account, leaseMs: 1000, limit: 5 });
  expect(items).toMatchObject([{ id: 'o1', state: 'claimed' }]);
  expect(await store.rows.conversations.toArray()).toMatchObject([{ messageCount: 1, outboxState: 'claimed' }]);
  await store.batch(mail.toReversed());
  expect(await store.rows.conversations.count()).toBe(2);
  expect(await conversationOf('m1')).toMatchObject({ messageCount: 3, customerName: 'Ayşe Yılmaz' });
});

it('does not show a filed reply twice when its copy comes back', async () => {
  store = await openTestStore();
  await store.batch(mail);
  await reply('o1', (await conversationOf('m1')).id);
  await store.toStore.claimReplies({ accountId: account, leaseMs: 1000, limit: 5 });
  await store.toStore.markInflight({ id: 'o1' });
  await store.toStore.settle({ id: 'o1', outcome: { kind: 'filed' } });
  const copy = message({
    key: 'copy',
    uid: 1,
    mailbox: 'Sent',
    direction: 'out',
    outboxId: 'o1',
    agoMs: minute,
    references: ['m1@x.test'],
  });
  for (const order of [
    [...mail, copy],
    [copy, ...mail],
  ]) {
    store = await store.reopen({ loseDatabase: true });
    for (const item of order) await store.batch([item]);
    expect(await conversationOf('m1')).toMatchObject({ messageCount: 3 });
    await expectTrueCounters();
  }
});

it('takes another or an older database for a loss', async () => {
  store = await openTestStore();
  await store.batch(mail);
  await store.page.saveNote({ conversationId: (await conversationOf('m1')).id, text: 'n', author: '' });
  store = await store.reopen();
  store.journal.sentinel = { ...store.journal.sentinel!, lastSeq: 99 };
  store = await store.reopen();
  expect((await store.rows.meta.get('rebuilt'))?.value).toMatchObject({ reason: 'older' });
  expect(await store.rows.messages.count()).toBe(0);
  store.journal.sentinel = { ...store.journal.sentinel!, epoch: 'someone-else' };
  store = await store.reopen();
  expect((await store.rows.meta.get('rebuilt'))?.value).toMatchObject({ reason: 'lost' });
});

it('notices a database that holds far fewer messages than it did', async () => {
  store = await openTestStore();
  const many = Array.from({ length: 400 }, (_, index) =>
    message({ key: `k${index}`, uid: index + 1, subject: `s${index}` }),
  );
  await store.batch(many);
  store = await store.reopen();
  expect(store.journal.sentinel?.messageCount).toBe(400);
  await store.batch(
    many.slice(0, 300).map((_, index) => gone(index + 1)),
    'live',
  );
  expect(store.journal.sentinel?.messageCount).toBe(100);
  store = await store.reopen();
  expect(await store.rows.meta.get('rebuilt')).toBeUndefined();
  store.journal.sentinel = { ...store.journal.sentinel!, messageCount: 400 };
  store = await store.reopen();
  expect((await store.rows.meta.get('rebuilt'))?.value).toMatchObject({ reason: 'older' });
});

it('applies at the next start what was on disk but not in the database', async () => {
  store = await openTestStore();
  await store.batch(mail);
  const { id } = await conversationOf('m1');
  store.journal.records.push({
    seq: store.journal.lastSeq + 1,
    record: {
      kind: 'note',
      key: 'n9',
      at: start,
      data: {
        id: 'n9' as never,
        conversationId: id,
        anchor: 'acc1:m1' as never,
        text: 'late',
        author: '',
        createdAt: start,
      },
    },
  });
  store = await store.reopen();
  expect(await conversationOf('m1')).toMatchObject({ noteCount: 1 });
  await expectTrueCounters();
});

it('heals by itself when the database refused what the journal had taken', async () => {
  store = await openTestStore();
  await store.batch(mail);
  const { id } = await conversationOf('m1');
  const { store: inside } = await store.running.opened();
  store.journal.afterAppend = () => inside.database.close();
  expect(await refused(store.page.saveNote({ conversationId: id, text: 'first', author: '' }))).toMatchObject({
    code: 'storage',
  });
  store.journal.afterAppend = () => undefined;
  await inside.database.open();
  await store.page.saveNote({ conversationId: id, text: 'second', author: '' });
  expect((await store.rows.notes.toArray()).map((note) => note.text).sort()).toEqual(['first', 'second']);
  expect(await conversationOf('m1')).toMatchObject({ noteCount: 2 });
});

it('writes everything into a journal that has lost its past', async () => {
  for (const isSentinelLost of [true, false]) {
    store = await openTestStore();
    await store.batch(mail);
    const cannedId = await writeShopData();
    store.journal.records = [];
    if (isSentinelLost) store.journal.sentinel = null;
    else store.journal.sentinel = { ...store.journal.sentinel!, lastSeq: 0 };
    store = await store.reopen();
    expect(await store.rows.meta.get('rebuilt')).toBeUndefined();
    await store.page.saveNote({ conversationId: (await conversationOf('m2')).id, text: 'afterwards', author: '' });
    expect(store.log.join()).toContain('lost its past');
    store = await store.reopen({ loseDatabase: true });
    for (const item of mail.toReversed()) await store.batch([item]);
    expect(await conversationOf('m2')).toMatchObject({ noteCount: 1 });
    const note = (await store.rows.notes.toArray()).find((row) => row.text === 'afterwards')!;
    await store.page.saveNote({ id: note.id, conversationId: note.conversationId, text: '', author: '' });
    await expectShopData(cannedId);
    if (isSentinelLost) await store.close();
  }
});

it('changes nothing when the journal refuses', async () => {
  store = await openTestStore();
  await store.batch(mail);
  const before = await store.rows.conversations.toArray();
  store.journal.refusal = new AppError('storage', 'No space left on device');
  const { id } = await conversationOf('m1');
  for (const call of [
    store.page.saveDraft({ conversationId: id, html: 'x', text: 'x' }),
    store.page.moveConversations({ conversationIds: [id], folder: 'closed' }),
    store.page.saveNote({ conversationId: id, text: 'x', author: '' }),
    store.page.setSeen({ conversationIds: [id], isSeen: true }),
  ]) {
    expect(await refused(call)).toMatchObject({ code: 'storage', message: 'No space left on device' });
  }
  expect(await store.rows.conversations.toArray()).toEqual(before);
  expect(await store.rows.drafts.count()).toBe(0);
});

it('shows notes and drafts whose mail did not come back', async () => {
  store = await openTestStore();
  await store.batch(mail);
  const { id } = await conversationOf('m2');
  await store.page.saveNote({ conversationId: id, text: 'agreed by phone', author: 'Elif' });
  await store.page.saveDraft({ conversationId: id, html: '<p>d</p>', text: 'd' });
  store = await store.reopen({ loseDatabase: true });
  await store.batch(mail.slice(0, 1));
  expect(await store.rows.notes.count()).toBe(0);
  await store.toStore.reportState({ accountId: account, phase: 'idle', doneCount: 1, totalCount: 1, changedAt: start });
  expect(await store.rows.conversations.get(id)).toMatchObject({ messageCount: 0, noteCount: 1, hasDraft: true });
  await store.batch(mail);
  expect(await conversationOf('m2')).toMatchObject({
    id,
    messageCount: 1,
    noteCount: 1,
    hasDraft: true,
    subject: 'Άλλο',
  });
  await expectTrueCounters();
});

it('a decision made before the loss yields to mail that came after it', async () => {
  store = await openTestStore();
  await store.batch(mail);
  const { id } = await conversationOf('m1');
  await store.page.setTags({ conversationIds: [id], tags: ['Gift'] });
  await store.page.moveConversations({ conversationIds: [id], folder: 'closed' });
  const late = message({ key: 'm9', uid: 9, agoMs: -hour, references: ['m1@x.test'] });
  for (const order of [
    [late, ...mail],
    [...mail, late],
  ]) {
    store = await store.reopen({ loseDatabase: true });
    for (const item of order) await store.batch([item]);
    expect(await conversationOf('m1')).toMatchObject({ folder: 'open', tags: ['Gift'] });
  }
});

it('keeps what it was told before its worker was terminated, and goes on where the journal is ahead', async () => {
  const journal = new MemoryJournal();
  const sync = new ScriptedSync();
  await Dexie.delete(databaseName);
  const startWorker = () => {
    const worker = new Worker(new URL('../../renderer/store/worker.ts', import.meta.url), { type: 'module' });
    const pageLine = new MessageChannel();
    const storeLine = new MessageChannel();
    worker.postMessage({ doors: ['journal-api', 'store-commands', 'store-api', 'sync-api'] }, [
      journal.port(),
      pageLine.port1,
      storeLine.port1,
      sync.port(),
    ]);
    return { worker, page: connect(pageLine.port2, storeCommands), toStore: connect(storeLine.port2, storeApi) };
  };
  let running = startWorker();
  await running.toStore.hello({ manifests: [] });
  await running.toStore.applyBatch({ accountId: account, items: mail, cursor: 'c', phase: 'first' });
  const rows = openForReading(databaseName);
  const { id } = (await rows.conversations.toArray())[0]!;
  await running.page.saveNote({ conversationId: id, text: 'acknowledged', author: '' });
  const died = new Promise<void>((resolve) => {
    journal.afterAppend = () => {
      running.worker.terminate();
      resolve();
    };
  });
  running.page.saveNote({ conversationId: id, text: 'on disk only', author: '' }).catch(() => undefined);
  await died;
  expect((await rows.notes.toArray()).map((note) => note.text)).toEqual(['acknowledged']);
  journal.afterAppend = () => undefined;
  running = startWorker();
  await running.toStore.hello({ manifests: [] });
  expect((await rows.notes.toArray()).map((note) => note.text).sort()).toEqual(['acknowledged', 'on disk only']);
  expect(await running.toStore.cursorOf({ accountId: account })).toBe('c');
  running.worker.terminate();
  rows.close();
  store = await openTestStore();
});
