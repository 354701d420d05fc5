// Where conversations stand: first sync, live news, decisions, snooze; and the small commands beside them.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConversationId } from '../../shared/model/ids.ts';
import { recount } from '../../renderer/store/work/counters.ts';
import { day, hour, message, minute, nikos } from './items.ts';
import { account, openTestStore, refused, start, type TestStore } from './test-store.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(async () => {
  expect((await store.rows.counters.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    await recount(store.rows),
  );
  await store.close();
});

const folderOf = async (key: string) => {
  const row = await store.rows.messages.where('id').equals(`acc1:${key}`).first();
  return (await store.rows.conversations.get(row!.conversationId))!.folder;
};
const only = async () => (await store.rows.conversations.toArray())[0]!;

it('sorts history by who wrote last and when', async () => {
  const cases = [
    ['asked', 'open', message({ key: 'asked', agoMs: day, subject: 's1' })],
    ['answered', 'closed', message({ key: 'answered', agoMs: day, isAnswered: true, subject: 's2' })],
    ['ours', 'waiting', message({ key: 'ours', agoMs: day, direction: 'out', subject: 's3' })],
    ['old', 'closed', message({ key: 'old', agoMs: 15 * day, subject: 's4' })],
    ['oldours', 'closed', message({ key: 'oldours', agoMs: 15 * day, direction: 'out', subject: 's5' })],
  ] as const;
  await store.batch(cases.map(([, , item]) => item));
  for (const [key, folder] of cases) expect([key, await folderOf(key)]).toEqual([key, folder]);
  await store.batch([
    message({ key: 'before', agoMs: 2 * day, references: ['ours@x.test'], subject: 'Re: s3' }),
    message({ key: 'sent', agoMs: hour, direction: 'out', references: ['answered@x.test'], subject: 'Re: s2' }),
  ]);
  expect(await folderOf('before')).toBe('waiting');
  expect(await folderOf('sent')).toBe('waiting');
});

it('opens for live mail from every folder, and waits after our own', async () => {
  await store.batch([message({ key: 'm0', agoMs: day })]);
  const { id } = await only();
  let n = 0;
  for (const folder of ['closed', 'waiting', 'snoozed'] as const) {
    store.clock.now += minute;
    await store.page.moveConversations({
      conversationIds: [id],
      folder,
      ...(folder === 'snoozed' ? { snoozedUntil: store.clock.now + day } : {}),
    });
    expect((await only()).folder).toBe(folder);
    // A mail that was on the way while the person decided.
    await store.batch([message({ key: `m${++n}`, agoMs: minute, references: ['m0@x.test'] })], 'live');
    expect([folder, (await only()).folder]).toEqual([folder, 'open']);
    expect((await only()).snoozedUntil).toBeUndefined();
  }
  await store.batch([message({ key: 'phone', agoMs: -hour, direction: 'out', references: ['m0@x.test'] })], 'live');
  expect((await only()).folder).toBe('waiting');
  await store.batch([message({ key: 'ancient', agoMs: 100 * day, subject: 'copied from elsewhere' })], 'live');
  expect(await folderOf('ancient')).toBe('closed');
});

it('keeps what the shop decided while older mail is still coming in', async () => {
  await store.batch([message({ key: 'm2', agoMs: hour })]);
  const { id } = await only();
  await store.page.moveConversations({ conversationIds: [id], folder: 'closed' });
  await store.batch([message({ key: 'm1', agoMs: 2 * hour, references: ['m2@x.test'] })]);
  await store.batch([message({ key: 'm2', agoMs: hour })]);
  expect((await only()).folder).toBe('closed');
});

it('undoes a move through the states it answered', async () => {
  await store.batch([message({ key: 'a' }), message({ key: 'b', from: nikos, subject: 'y' })]);
  const ids = (await store.rows.conversations.toArray()).map((row) => row.id);
  await store.page.setTags({ conversationIds: [ids[0]!], tags: ['Gift', 'Gift'] });
  const before = await store.page.moveConversations({ conversationIds: ids, folder: 'closed' });
  expect(before.map((state) => [state.folder, state.tags])).toContainEqual(['open', ['Gift']]);
  expect((await store.rows.counters.get('folder/closed'))?.value).toBe(2);
  await store.page.restoreStates({ states: before });
  expect((await store.rows.conversations.toArray()).map((row) => row.folder)).toEqual(['open', 'open']);
  expect(await store.rows.counters.get('folder/closed')).toBeUndefined();
  expect(await refused(store.page.moveConversations({ conversationIds: ['nope'], folder: 'open' }))).toMatchObject({
    code: 'gone',
  });
});

it('wakes a snoozed conversation when its time comes, also after the machine slept', async () => {
  await store.batch([message({ key: 'a' }), message({ key: 'b', from: nikos, subject: 'y' })]);
  const [one, two] = (await store.rows.conversations.toArray()).map((row) => row.id);
  expect(await refused(store.page.moveConversations({ conversationIds: [one!], folder: 'snoozed' }))).toMatchObject({
    code: 'bad-data',
  });
  expect(
    await refused(
      store.page.moveConversations({ conversationIds: [one!], folder: 'snoozed', snoozedUntil: start - 1 }),
    ),
  ).toMatchObject({ code: 'bad-data' });
  await store.page.moveConversations({ conversationIds: [one!], folder: 'snoozed', snoozedUntil: start + 10 * minute });
  await store.page.moveConversations({ conversationIds: [two!], folder: 'snoozed', snoozedUntil: start + 9 * hour });
  await store.clock.advance(9 * minute);
  expect((await store.rows.conversations.get(one!))?.folder).toBe('snoozed');
  const folderIn = (id: ConversationId, stepMs: number) => async () => {
    await store.clock.advance(stepMs);
    return (await store.rows.conversations.get(id))?.folder;
  };
  await expect.poll(folderIn(one!, minute)).toBe('open');
  store.clock.now += 10 * hour; // asleep: timers did not run
  await expect.poll(folderIn(two!, 30_000)).toBe('open');
  expect((await store.rows.conversations.get(two!))?.snoozedUntil).toBeUndefined();
});

it('a snooze that ran out while the app was closed is open at the next start', async () => {
  await store.batch([message({ key: 'a' })]);
  const { id } = await only();
  await store.page.moveConversations({ conversationIds: [id], folder: 'snoozed', snoozedUntil: start + hour });
  store.clock.now += 2 * hour;
  store = await store.reopen();
  await expect.poll(async () => (await only()).folder).toBe('open');
  store = await store.reopen({ loseDatabase: true });
  await store.batch([message({ key: 'a' })]);
  expect((await only()).folder).toBe('open');
});

it('writes, edits and deletes notes', async () => {
  await store.batch([message({ key: 'a' })]);
  const { id } = await only();
  const noteId = await store.page.saveNote({ conversationId: id, text: 'one', author: 'Elif' });
  store.clock.now += minute;
  expect(await store.page.saveNote({ id: noteId!, conversationId: id, text: 'two', author: 'Can' })).toBe(noteId);
  expect(await store.rows.notes.toArray()).toMatchObject([
    { text: 'two', author: 'Elif', createdAt: start, editedAt: start + minute },
  ]);
  expect((await only()).noteCount).toBe(1);
  expect(await store.page.saveNote({ id: noteId!, conversationId: id, text: ' ', author: 'Can' })).toBeNull();
  expect((await only()).noteCount).toBe(0);
  expect(await refused(store.page.saveNote({ id: noteId!, conversationId: id, text: 'x', author: '' }))).toMatchObject({
    code: 'gone',
  });
  const customerId = (await only()).customerId!;
  await store.page.saveCustomerNote({ customerId, note: 'VIP' });
  expect(await store.rows.customers.get(customerId)).toMatchObject({ note: 'VIP' });
  expect(await refused(store.page.saveCustomerNote({ customerId: 'email:x@y', note: '' }))).toMatchObject({
    code: 'gone',
  });
});

it('keeps drafts and lets them go', async () => {
  await store.batch([message({ key: 'a' })]);
  const { id } = await only();
  await store.page.saveDraft({ conversationId: id, html: '<p>M</p>', text: 'M' });
  await store.page.saveDraft({ conversationId: id, html: '<p>Me</p>', text: 'Me' });
  expect(await store.rows.drafts.toArray()).toMatchObject([{ text: 'Me', anchor: 'acc1:a', savedAt: start }]);
  expect((await only()).hasDraft).toBe(true);
  await store.page.saveDraft({ conversationId: id, html: '<p></p>', text: '' });
  expect(await store.rows.drafts.count()).toBe(0);
  expect((await only()).hasDraft).toBe(false);
  const count = store.journal.appendCount;
  await store.page.saveDraft({ conversationId: id, html: '', text: '' });
  expect(store.journal.appendCount).toBe(count);
});

it('marks conversations read and unread, and nudges sync', async () => {
  await store.batch([
    message({ key: 'a', uid: 1, agoMs: 2 * hour }),
    message({ key: 'b', uid: 2, references: ['a@x.test'] }),
  ]);
  const { id } = await only();
  expect((await only()).unreadCount).toBe(2);
  await store.page.setSeen({ conversationIds: [id], isSeen: true });
  expect(await only()).toMatchObject({ unreadCount: 0 });
  expect((await only()).unreadAt).toBeUndefined();
  await expect.poll(() => store.sync.flagChanges).toBe(1);
  expect(await store.toStore.takeChanges({ accountId: account, limit: 10 })).toHaveLength(2);
  await store.page.setSeen({ conversationIds: [id], isSeen: false });
  expect((await store.rows.messages.toArray()).map((row) => row.isSeen)).toEqual([true, false]);
});

it('keeps the shop’s canned replies, and gives built-in ones back', async () => {
  const built = (await store.rows.cannedReplies.toArray()).find((row) => row.language === 'tr')!;
  const { useCount: _useCount, ...reply } = built;
  expect(built.isBuiltIn).toBe(true);
  const save = (changed: typeof reply) =>
    store.page.changeCannedReplies({ changes: [{ id: changed.id, reply: changed }] });
  expect(await save({ ...reply, title: 'Bizim' })).toEqual([{ id: reply.id, reply: null }]);
  expect(await store.rows.cannedReplies.get(built.id)).toMatchObject({ title: 'Bizim', isBuiltIn: false });
  await save({ ...reply, id: 'own-1' as typeof reply.id, title: 'Yeni', isBuiltIn: true });
  const { store: inside } = await store.running.opened();
  await inside.database.meta.put({ key: 'cannedVersion', value: 'of an older app' });
  store = await store.reopen();
  expect(await store.rows.cannedReplies.get(built.id)).toMatchObject({ title: 'Bizim' });
  expect(await store.rows.cannedReplies.get('own-1' as typeof reply.id)).toMatchObject({
    title: 'Yeni',
    isBuiltIn: false,
  });
  await save(reply);
  expect(await store.rows.cannedReplies.get(built.id)).toEqual(built);
  const [before] = await store.page.changeCannedReplies({ changes: [{ id: 'own-1', reply: null }] });
  expect(before?.reply?.title).toBe('Yeni');
  expect(await store.rows.cannedReplies.get('own-1' as typeof reply.id)).toBeUndefined();
});
