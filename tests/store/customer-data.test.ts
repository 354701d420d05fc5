// What the shop knows of its customers: kept, undone, rebuilt; merges and promises above all.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CustomerNote, Promised, Touchpoint } from '../../shared/model/customer-data.ts';
import type { Order } from '../../shared/model/customer.ts';
import type { ConversationId } from '../../shared/model/ids.ts';
import type { CustomerEntry } from '../../shared/model/journal.ts';
import { recount } from '../../renderer/store/work/counters.ts';
import { rejournal } from '../../renderer/store/records/rejournal.ts';
import { turnStart } from '../../shared/service/reply-goal.ts';
import { ayse, day, hour, message, minute, nikos } from './items.ts';
import { openTestStore, refused, start, type TestStore } from './test-store.ts';

const ayseId = 'email:ayse@customer.example';
const nikosId = 'email:nikos@customer.example';

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

const put = (...entries: CustomerEntry[]) => store.page.putCustomerData({ entries });
const customer = (id: string) => store.rows.customers.get(id as never);
const conversationsOf = (id: string) => store.rows.conversations.where('customerId').equals(id).count();
const order = (number: string, handle: string, agoDays: number): Order => ({
  number,
  channel: 'shop',
  handle,
  placedAt: start - agoDays * day,
  status: 'delivered',
  totalMinor: 10_000,
  currency: 'TRY',
  items: [],
});
const imported = (made: Order): CustomerEntry => ({
  kind: 'shop-order',
  key: `${made.channel}|${made.number}`,
  data: { order: made, importId: 'i1', importedAt: start },
});
const profile = (handle: string): CustomerEntry => ({
  kind: 'customer',
  key: handle,
  data: { customerId: handle as never, handle, note: '', profile: { name: 'Işıl Şen' }, changedAt: start },
});
const note = (id: string, handle: string): CustomerNote => ({
  id,
  handle,
  kind: 'note',
  text: 'Likes blue',
  author: 'Defne',
  createdAt: start,
  isPinned: true,
});
const merge = (handle: string, into: string): CustomerEntry => ({
  kind: 'customer-merge',
  key: handle,
  data: { handle, into, changedAt: start },
});
const call = (id: string, more: Partial<Touchpoint> = {}): Touchpoint => ({
  id,
  handle: 'phone:+905550001122',
  name: 'Zeynep Ak',
  channel: 'phone',
  direction: 'in',
  isMissed: true,
  at: start - hour,
  text: 'Asked for a larger bowl',
  author: 'Defne',
  isInInbox: true,
  createdAt: start,
  ...more,
});

it('keeps notes, profiles and imported orders over a loss, and undoes each', async () => {
  await store.batch([message({ key: 'a' })]);
  const before = await put(
    { kind: 'customer-note', key: 'n1', data: note('n1', ayseId) },
    {
      kind: 'customer',
      key: ayseId,
      data: {
        customerId: ayseId as never,
        handle: ayseId,
        note: '',
        profile: { preferredName: 'Ayşecik' },
        changedAt: start,
      },
    },
    imported(order('7', ayseId, 3)),
  );
  await store.batch([message({ key: 'b' })], 'live');
  expect(await customer(ayseId)).toMatchObject({ profile: { preferredName: 'Ayşecik' } });
  store = await store.reopen({ loseDatabase: true });
  expect((await store.rows.customerNotes.toArray()).map((row) => row.customerId)).toEqual([ayseId]);
  expect(await customer(ayseId)).toMatchObject({ profile: { preferredName: 'Ayşecik' } });
  expect(await store.rows.orders.count()).toBe(1);
  await store.page.putCustomerData({ entries: before });
  expect(await store.rows.customerNotes.count()).toBe(0);
  expect(await store.rows.orders.count()).toBe(0);
  expect((await customer(ayseId))?.profile).toBeUndefined();
});

it('forgets who was known from a file alone when that is taken back, and nobody who has more', async () => {
  await store.batch([message({ key: 'a' })]);
  await put(imported(order('7', 'email:isil@customer.example', 3)));
  const lines = [profile(ayseId), profile(nikosId), profile('email:isil@customer.example')];
  const before = await put(...lines, { kind: 'customer-note', key: 'n1', data: note('n1', nikosId) });
  expect(await customer(nikosId)).toMatchObject({ profile: { name: 'Işıl Şen' } });
  await store.page.putCustomerData({ entries: before });
  expect(await customer(nikosId)).toBeUndefined();
  expect(await customer(ayseId)).toBeDefined();
  expect(await conversationsOf(ayseId)).toBe(1);
  expect(await customer('email:isil@customer.example')).toBeDefined();
  await put(profile(nikosId));
  expect(await customer(nikosId)).toMatchObject({ profile: { name: 'Işıl Şen' } });
});

it('refuses a key that does not fit, and a circle of merges, and changes nothing then', async () => {
  await store.batch([message({ key: 'a' }), message({ key: 'b', from: nikos, subject: 'y' })]);
  const wrong: CustomerEntry = { kind: 'customer-note', key: 'other', data: note('n1', ayseId) };
  expect(await refused(put(wrong))).toMatchObject({ code: 'bad-data' });
  await put(merge(nikosId, ayseId));
  expect(await refused(put(merge(ayseId, nikosId)))).toMatchObject({ code: 'conflict' });
  expect(await refused(put(merge(ayseId, ayseId)))).toMatchObject({ code: 'conflict' });
  expect(await store.rows.customerNotes.count()).toBe(0);
});

it('knows a customer the same whatever came first: their mail, newest or oldest first, or what the shop wrote', async () => {
  const mails = [3, 1, 2].map((ago) => message({ key: `m${ago}`, subject: `About ${ago}`, agoMs: ago * day }));
  const told = [profile(ayseId), imported(order('7', ayseId, 9))];
  const ways = [
    async () => {
      for (const mail of mails) await store.batch([mail]);
      await put(...told);
    },
    async () => {
      await put(...told);
      await store.batch([...mails].reverse());
    },
  ];
  const known: unknown[] = [];
  for (const fill of ways) {
    await fill();
    known.push(await store.rows.customers.toArray());
    await store.close();
    store = await openTestStore();
  }
  expect(known[0]).toHaveLength(1);
  expect(known[1]).toEqual(known[0]);
});

it('merges two customers, takes what comes later along, and takes the merge apart again', async () => {
  await store.batch([message({ key: 'a' }), message({ key: 'b', from: nikos, subject: 'y' })]);
  await put(imported(order('1', ayseId, 10)), imported(order('2', nikosId, 20)), imported(order('3', nikosId, 30)));
  expect((await customer(ayseId))?.loyalUntil).toBeUndefined();
  const undo = await put(merge(nikosId, ayseId));
  expect(await conversationsOf(ayseId)).toBe(2);
  expect((await customer(ayseId))?.handles).toEqual([ayseId, nikosId]);
  expect((await customer(ayseId))?.loyalUntil).toBeGreaterThan(start);
  expect(await conversationsOf(nikosId)).toBe(0);
  expect((await customer(nikosId))?.mergedInto).toBe(ayseId);
  expect((await store.rows.conversations.toArray()).map((row) => row.customerName)).toEqual([ayse.name, ayse.name]);
  await store.batch([message({ key: 'c', from: nikos, subject: 'z' })], 'live');
  await put({ kind: 'customer-note', key: 'n', data: note('n', nikosId) });
  expect(await conversationsOf(ayseId)).toBe(3);
  store = await store.reopen();
  await store.batch([message({ key: 'd', from: nikos, subject: 'w' })], 'live');
  expect(await conversationsOf(ayseId)).toBe(4);
  await store.page.putCustomerData({ entries: undo });
  expect(await conversationsOf(ayseId)).toBe(1);
  expect((await customer(ayseId))?.handles).toEqual([ayseId]);
  expect((await customer(ayseId))?.loyalUntil).toBeUndefined();
  expect(await customer(nikosId)).toMatchObject({ handles: [nikosId], name: nikos.name });
  const theirs = await store.rows.conversations.where('customerId').equals(nikosId).toArray();
  expect(theirs).toHaveLength(3);
  expect(theirs.every((row) => row.customerName === nikos.name && row.customerHandle === undefined)).toBe(true);
  expect((await store.rows.customerNotes.get('n'))?.customerId).toBe(nikosId);
  expect(await store.rows.orders.where('customerId').equals(nikosId).count()).toBe(2);
});

it('knows merges again after a loss, in whatever order mail and journal come', async () => {
  await store.batch([message({ key: 'a' }), message({ key: 'b', from: nikos, subject: 'y' })]);
  await put(merge(nikosId, ayseId), merge('phone:+905550001122', nikosId));
  await put({ kind: 'touchpoint', key: 't1', data: call('t1') });
  const seen = async () => ({
    customers: (await store.rows.customers.toArray()).map(({ id, handles, mergedInto }) => ({
      id,
      handles,
      mergedInto,
    })),
    conversations: (await store.rows.conversations.toArray()).map(({ id, customerId, customerHandle }) => ({
      id,
      customerId,
      customerHandle,
    })),
    touchpoints: (await store.rows.touchpoints.toArray()).map((row) => row.customerId),
  });
  const before = await seen();
  expect(before.touchpoints).toEqual([ayseId]);
  store = await store.reopen({ loseDatabase: true });
  await store.batch([message({ key: 'a' }), message({ key: 'b', from: nikos, subject: 'y' })]);
  expect(await seen()).toEqual(before);
});

it('shows a call logged by hand in the inbox, keeps decisions on it, and takes it away again', async () => {
  const undo = await put({ kind: 'touchpoint', key: 't1', data: call('t1') });
  const id = 'by-hand:t1' as ConversationId;
  expect(await store.rows.conversations.get(id)).toMatchObject({
    channel: 'phone',
    folder: 'open',
    customerName: 'Zeynep Ak',
    customerId: 'phone:+905550001122',
    subject: 'Asked for a larger bowl',
  });
  await store.page.moveConversations({ conversationIds: [id], folder: 'closed' });
  await put({ kind: 'touchpoint', key: 't1', data: call('t1', { text: 'Asked for the largest bowl' }) });
  expect(await store.rows.conversations.get(id)).toMatchObject({
    folder: 'closed',
    subject: 'Asked for the largest bowl',
  });
  store = await store.reopen({ loseDatabase: true });
  expect(await store.rows.conversations.get(id)).toMatchObject({ folder: 'closed', messageCount: 1 });
  await store.page.putCustomerData({ entries: undo });
  expect(await store.rows.conversations.count()).toBe(0);
  expect(await store.rows.messages.count()).toBe(0);
});

it('calls a customer by their name everywhere once it is known, whoever tells it', async () => {
  const bare = { name: '', address: ayse.address };
  const names = async () => (await store.rows.conversations.toArray()).map((row) => row.customerName);
  const { name: _name, ...unnamed } = call('t1', { handle: ayseId });
  await put({ kind: 'touchpoint', key: 't1', data: unnamed });
  await store.batch([message({ key: 'a', from: bare })]);
  expect(await names()).toEqual([ayse.address, ayse.address]);
  await store.batch([message({ key: 'b', subject: 'Another matter' })], 'live');
  expect(await names()).toEqual([ayse.name, ayse.name, ayse.name]);
  store = await store.reopen({ loseDatabase: true });
  await store.batch([message({ key: 'a', from: bare }), message({ key: 'b', subject: 'Another matter' })]);
  expect(await names()).toEqual([ayse.name, ayse.name, ayse.name]);
});

it('records a promise with its reply, keeps it with the next, and forgets both when taken back', async () => {
  await store.batch([message({ key: 'a' })]);
  const [conversation] = await store.rows.conversations.toArray();
  const reply = (id: string, promises: Pick<Promised, 'text' | 'dueAt' | 'author'>[] = []) =>
    store.page.queueReply({
      outboxId: id,
      conversationId: conversation!.id,
      to: [ayse],
      cc: [],
      subject: 'Re: x',
      html: '',
      text: 'Cuma 15.00 itibarıyla yanıtım sizde.',
      closeAfter: false,
      undoWindowMs: 10_000,
      promises,
    });
  const promises = async () =>
    (await store.rows.promises.toArray()).map(({ id, state, customerId, openDueAt }) => ({
      id,
      state,
      customerId,
      openDueAt,
    }));
  await reply('o1', [{ text: 'yanıt', dueAt: start + day, author: 'Defne' }]);
  const open = { id: 'o1:0', state: 'open', customerId: ayseId, openDueAt: start + day };
  expect(await promises()).toEqual([open]);
  await reply('o2');
  expect(await promises()).toEqual([{ ...open, state: 'kept', openDueAt: undefined }]);
  await store.page.cancelSend({ outboxId: 'o2' });
  expect(await promises()).toEqual([open]);
  await store.page.cancelSend({ outboxId: 'o1' });
  expect(await promises()).toEqual([]);
});

it('lists what nobody has answered or acknowledged; an acknowledgement by a rule leaves the clock running', async () => {
  await store.batch([message({ key: 'a' }), message({ key: 'auto', from: nikos, subject: 'y', isAutomatic: true })]);
  const unanswered = async () =>
    (await store.rows.conversations.orderBy('unansweredAt').toArray()).map((row) => row.customerName);
  expect(await unanswered()).toEqual([ayse.name]);
  const acknowledged = { direction: 'out' as const, references: ['a@x.test'], isAutomatic: true };
  await store.batch([message({ key: 'b', ...acknowledged, agoMs: minute })], 'live');
  expect(await unanswered()).toEqual([]);
  const due = async () => {
    const row = await store.rows.conversations.where('customerId').equals(ayseId).first();
    return row && turnStart(row);
  };
  expect(await due()).toBe(start - hour); // acknowledged by a rule: still waits for a person
  await store.batch([message({ key: 'c', ...acknowledged, isAutomatic: false, agoMs: 0 })], 'live');
  expect(await due()).toBeNull();
});

it('writes everything into a journal that lost its past', async () => {
  await store.batch([message({ key: 'a' }), message({ key: 'b', from: nikos, subject: 'y' })]);
  await put(
    { kind: 'customer-note', key: 'n1', data: note('n1', ayseId) },
    merge(nikosId, ayseId),
    imported(order('1', ayseId, 10)),
    { kind: 'touchpoint', key: 't1', data: call('t1') },
    { kind: 'customer-distinct', key: `${ayseId}|x:1`, data: { handles: [ayseId, 'x:1'], changedAt: start } },
  );
  const { store: opened } = await store.running.opened();
  store.journal.records = [];
  await rejournal(opened);
  expect(new Set(store.journal.records.map(({ record }) => record.kind))).toEqual(
    new Set(['customer-note', 'customer-merge', 'shop-order', 'touchpoint', 'customer-distinct']),
  );
  store = await store.reopen({ loseDatabase: true });
  expect(await store.rows.customerDistincts.count()).toBe(1);
  expect(await customer(nikosId)).toMatchObject({ mergedInto: ayseId });
});

it('takes over once what a channel keeps about customers, and never over the shop', async () => {
  const promise: Promised = {
    id: 'p1',
    handle: ayseId,
    conversationId: null,
    anchor: null,
    text: 'yanıt',
    dueAt: start + day,
    madeAt: start,
    author: 'Defne',
    state: 'open',
  };
  const items = [
    message({ key: 'a', threadKey: 'k1' }),
    { kind: 'promise' as const, threadKey: 'k1', promise },
    { kind: 'customer-note' as const, note: note('n1', ayseId) },
    { kind: 'touchpoint' as const, touchpoint: call('t1') },
  ];
  await store.batch(items);
  const [conversation] = await store.rows.conversations.where('customerId').equals(ayseId).toArray();
  expect(await store.rows.promises.get('p1')).toMatchObject({
    conversationId: conversation!.id,
    openDueAt: start + day,
  });
  expect(await store.rows.conversations.count()).toBe(2);
  await put({ kind: 'promise', key: 'p1', data: { ...promise, state: 'dropped', settledAt: start } });
  await store.batch(items);
  expect(await store.rows.promises.get('p1')).toMatchObject({ state: 'dropped' });
  expect(await store.rows.customerNotes.count()).toBe(1);
});
