// Batches into the store: idempotent, threaded whatever the order, true to flags, moves and resets.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { recount } from '../../renderer/store/work/counters.ts';
import { turnStart } from '../../shared/service/reply-goal.ts';
import { placementsOf } from '../../renderer/store/mail/places.ts';
import { ayse, day, flags, gone, hour, message, minute, nikos, place } from './items.ts';
import { allBodies } from './all-bodies.ts';
import { account, openTestStore, start, type TestStore } from './test-store.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(async () => {
  await expectTrueCounters();
  await store.close();
});

const conversations = () => store.rows.conversations.orderBy('lastAt').toArray();
const places = async () => (await messages()).flatMap((row) => row.places);
const messages = () => store.rows.messages.toArray();
const counter = async (id: string) => (await store.rows.counters.get(id))?.value ?? 0;

async function expectTrueCounters() {
  const kept = (await store.rows.counters.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(kept).toEqual(await recount(store.rows));
}

it('makes a conversation, a customer, counters and a cursor of a first message', async () => {
  await store.batch([message({ key: 'm1', uid: 1 })]);
  const [row] = await conversations();
  expect(row).toMatchObject({
    accountId: account,
    channel: 'email',
    subject: 'Siparişim nerede?',
    customerId: 'email:ayse@customer.example',
    customerName: 'Ayşe Yılmaz',
    folder: 'open',
    lastDirection: 'in',
    messageCount: 1,
    unreadCount: 1,
    unreadAt: start - hour,
    language: 'tr',
    anchor: 'acc1:m1',
  });
  expect(row?.snippet).toContain('Merhaba, m1');
  expect(await store.rows.customers.toArray()).toMatchObject([{ handles: ['email:ayse@customer.example'] }]);
  expect(await counter('folder/open')).toBe(1);
  expect(await counter('channel/email/unread')).toBe(1);
  expect(await counter('account/acc1')).toBe(1);
  expect(await store.toStore.cursorOf({ accountId: account })).toBe('c1');
  expect((await allBodies(store.rows))[0]?.text).toContain('Merhaba');
});

it('is the same after a batch was delivered twice', async () => {
  const items = [
    message({ key: 'm1', uid: 1 }),
    message({ key: 'm2', uid: 2, references: ['m1@x.test'], agoMs: minute, subject: 'Re: Siparişim nerede?' }),
    message({ key: 'm3', uid: 3, from: nikos, subject: 'Άλλο' }),
    flags(1, true),
  ];
  await store.batch(items);
  const dump = async () =>
    Promise.all(
      store.rows.tables.filter((table) => !['cursors', 'meta'].includes(table.name)).map((table) => table.toArray()),
    );
  const once = await dump();
  await store.batch(items);
  expect(await dump()).toEqual(once);
  expect(await messages()).toHaveLength(3);
});

it('joins a thread whatever the order its messages come in', async () => {
  const thread = [
    message({ key: 'a', agoMs: 4 * hour }),
    message({ key: 'b', agoMs: 3 * hour, direction: 'out', inReplyTo: ['a@x.test'], references: ['a@x.test'] }),
    message({ key: 'c', agoMs: 2 * hour, inReplyTo: ['b@x.test'], references: ['a@x.test', 'b@x.test'] }),
  ];
  for (const item of [thread[2]!, thread[0]!, thread[1]!]) await store.batch([item]);
  const rows = await conversations();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    messageCount: 3,
    lastDirection: 'in',
    lastAt: start - 2 * hour,
    firstAt: start - 4 * hour,
  });
});

it('makes one conversation of two when a message connects them', async () => {
  await store.batch([
    message({ key: 'a', agoMs: 4 * hour, uid: 1 }),
    message({ key: 'b', agoMs: 3 * hour, uid: 2, subject: 'x', from: nikos }),
  ]);
  const [one, two] = await conversations();
  await store.page.saveNote({ conversationId: one!.id, text: 'first note', author: 'Elif' });
  await store.page.saveDraft({ conversationId: one!.id, html: '<p>older</p>', text: 'older' });
  store.clock.now += minute;
  await store.page.saveNote({ conversationId: two!.id, text: 'second note', author: 'Elif' });
  await store.page.saveDraft({ conversationId: two!.id, html: '<p>newer</p>', text: 'newer' });
  await store.page.setTags({ conversationIds: [two!.id], tags: ['Gift'] });
  await store.batch([message({ key: 'c', agoMs: minute, uid: 3, references: ['a@x.test', 'b@x.test'] })], 'live');
  const rows = await conversations();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    messageCount: 3,
    noteCount: 2,
    hasDraft: true,
    tags: ['Gift'],
    folder: 'open',
    unreadCount: 3,
  });
  expect(rows[0]?.customerName).toBe('Ayşe Yılmaz');
  expect((await messages()).map((row) => row.conversationId)).toEqual(Array(3).fill(rows[0]!.id));
  expect((await store.rows.notes.toArray()).map((row) => row.conversationId)).toEqual(Array(2).fill(rows[0]!.id));
  expect(await store.rows.drafts.toArray()).toMatchObject([{ conversationId: rows[0]!.id, text: 'newer\n\nolder' }]);
  await store.page.saveDraft({ conversationId: rows[0]!.id, html: '', text: '' });
  store = await store.reopen({ loseDatabase: true });
  await store.batch([
    message({ key: 'c', agoMs: minute, uid: 3, references: ['a@x.test', 'b@x.test'] }),
    message({ key: 'b', agoMs: 3 * hour, uid: 2, subject: 'x', from: nikos }),
    message({ key: 'a', agoMs: 4 * hour, uid: 1 }),
  ]);
  expect(await store.rows.drafts.count()).toBe(0);
  expect(await conversations()).toMatchObject([{ messageCount: 3, noteCount: 2, hasDraft: false, tags: ['Gift'] }]);
});

it('lets a decision hold where a guess of the same moment becomes one with it', async () => {
  await store.batch([message({ key: 'decided', uid: 1, subject: 'x' })]);
  await store.page.moveConversations({ conversationIds: [(await conversations())[0]!.id], folder: 'closed' });
  // two messages: the others join this one
  await store.batch([
    message({ key: 'guessed', agoMs: minute, uid: 2 }),
    message({ key: 'newest', agoMs: 0, uid: 3, references: ['guessed@x.test'] }),
  ]);
  const references = ['decided@x.test', 'guessed@x.test'];
  await store.batch([message({ key: 'both', agoMs: minute, uid: 4, references })]);
  expect(await conversations()).toMatchObject([{ messageCount: 4, folder: 'closed', decidedAt: store.clock.now }]);
});

it('joins by subject only replies of the same person within two weeks', async () => {
  const subject = 'Kargo ücreti';
  const plain = { rfcMessageId: undefined } as object;
  await store.batch([message({ key: 'a', agoMs: 10 * day, subject })]);
  await store.batch([message({ key: 'b', agoMs: 9 * day, subject: `YNT: ${subject}`, ...plain })]);
  expect(await conversations()).toHaveLength(1);
  await store.batch([message({ key: 'c', agoMs: 8 * day, subject: `Re: ${subject}`, from: nikos })]);
  await store.batch([message({ key: 'd', agoMs: 7 * day, subject })]);
  await store.batch([message({ key: 'e', agoMs: 6 * day, subject: `Re: ${subject}`, isAutomatic: true })]);
  expect(await conversations()).toHaveLength(4);
  await store.batch([message({ key: 'f', agoMs: 40 * day, subject: 'Fatura' })]);
  await store.batch([message({ key: 'g', agoMs: 20 * day, subject: 'Re: Fatura' })]);
  expect(await conversations()).toHaveLength(6);
});

it('lets the first message find the reply that came in before it', async () => {
  await store.batch([message({ key: 'reply', agoMs: day, subject: 'Re: Stok var mı' })]);
  await store.batch([message({ key: 'first', agoMs: 2 * day, subject: 'Stok var mı' })]);
  expect(await conversations()).toMatchObject([{ messageCount: 2, subject: 'Stok var mı' }]);
  await store.batch([message({ key: 'other', agoMs: 3 * day, subject: 'Stok var mı' })]);
  expect(await conversations()).toHaveLength(2);
});

it('keeps marketplace threads apart from mail', async () => {
  const trendyol = { channel: 'trendyol', threadKey: 'T-77', rfcMessageId: undefined } as object;
  await store.batch([
    message({ key: 't1', ...trendyol, from: { name: 'Merve', address: '12345' }, orderNumber: '991' }),
  ]);
  await store.batch([message({ key: 't2', ...trendyol, direction: 'out', agoMs: minute })]);
  expect(await conversations()).toMatchObject([
    { channel: 'trendyol', messageCount: 2, customerId: 'trendyol:12345', threadKey: 'T-77', orderNumber: '991' },
  ]);
});

it('follows flags, and lets a change made here win until the server has heard of it', async () => {
  await store.batch([message({ key: 'm1', uid: 1 })]);
  const id = (await conversations())[0]!.id;
  await store.batch([flags(1, true)], 'live');
  expect((await conversations())[0]?.unreadCount).toBe(0);
  expect(await counter('unread')).toBe(0);
  await store.page.setSeen({ conversationIds: [id], isSeen: false });
  await store.batch([flags(1, true)], 'live');
  expect((await conversations())[0]).toMatchObject({ unreadCount: 1 });
  const changes = await store.toStore.takeChanges({ accountId: account, limit: 10 });
  expect(changes).toMatchObject([{ messageId: 'acc1:m1', isSeen: false, placements: [place(1)] }]);
  await store.toStore.settleChanges({ ids: changes.map((change) => change.id) });
  expect(await store.toStore.takeChanges({ accountId: account, limit: 10 })).toEqual([]);
  await store.batch([flags(1, true)], 'live');
  expect((await conversations())[0]).toMatchObject({ unreadCount: 0 });
});

it('does not forget a flag that was changed again while the server was being told', async () => {
  await store.batch([message({ key: 'm1', uid: 1 })]);
  const id = (await conversations())[0]!.id;
  await store.page.setSeen({ conversationIds: [id], isSeen: true });
  const first = await store.toStore.takeChanges({ accountId: account, limit: 10 });
  store.clock.now += 5;
  await store.page.setSeen({ conversationIds: [id], isSeen: false });
  await store.toStore.settleChanges({ ids: first.map((change) => change.id) });
  expect(await store.toStore.takeChanges({ accountId: account, limit: 10 })).toMatchObject([{ isSeen: false }]);
});

it('keeps a message until its last place is gone, and drops the empty conversation', async () => {
  await store.batch([message({ key: 'm1', uid: 1 }), message({ key: 'm1', uid: 9, mailbox: 'Archive' })]);
  expect(await places()).toHaveLength(2);
  await store.batch([gone(1)], 'live');
  expect(await messages()).toHaveLength(1);
  await store.batch([gone(9, 'Archive')], 'live');
  expect(await messages()).toHaveLength(0);
  expect(await store.rows.bodies.count()).toBe(0);
  expect(await conversations()).toHaveLength(0);
  expect(await store.rows.threadIdPacks.count()).toBe(0);
});

it('takes a move inside a batch for a move', async () => {
  await store.batch([message({ key: 'm1', uid: 1 })]);
  const before = await conversations();
  await store.batch([gone(1), message({ key: 'm1', uid: 4, mailbox: 'Archive' })], 'live');
  expect(await conversations()).toEqual(before);
  expect((await messages()).flatMap(placementsOf)).toMatchObject([{ mailbox: 'Archive' }]);
});

it('remembers a decision while the mail is away between two mailboxes', async () => {
  await store.batch([message({ key: 'm1', uid: 1 })]);
  const id = (await conversations())[0]!.id;
  await store.page.moveConversations({ conversationIds: [id], folder: 'closed' });
  await store.batch([gone(1)], 'live');
  expect(await conversations()).toHaveLength(0);
  await store.batch([message({ key: 'm1', uid: 5, mailbox: 'Archive' })], 'live');
  expect(await conversations()).toMatchObject([{ id, folder: 'closed' }]);
  expect((await store.rows.meta.get('arrivals'))?.value ?? []).toEqual([]);
});

it('keeps an emptied conversation that has notes', async () => {
  await store.batch([message({ key: 'm1', uid: 1 })]);
  const id = (await conversations())[0]!.id;
  await store.page.saveNote({ conversationId: id, text: 'promised a refund', author: 'Elif' });
  await store.batch([gone(1)], 'live');
  expect(await conversations()).toMatchObject([{ id, messageCount: 0, noteCount: 1, customerName: 'Ayşe Yılmaz' }]);
});

it('survives a mailbox reset: same mail under new numbers, and what is not there any more goes', async () => {
  await store.batch([
    message({ key: 'm1', uid: 1 }),
    message({ key: 'm2', uid: 2, from: nikos, subject: 'y' }),
    message({ key: 'm3', uid: 7, mailbox: 'Sent', direction: 'out', subject: 'z' }),
  ]);
  const id = (await conversations()).find((row) => row.customerName === ayse.name)!.id;
  await store.page.saveNote({ conversationId: id, text: 'keep me', author: 'Elif' });
  await store.batch([{ kind: 'mailbox-reset', mailbox: 'INBOX' }, message({ key: 'm1', uid: 1, uidValidity: '2' })]);
  expect(await messages()).toHaveLength(3);
  await store.batch([{ kind: 'mailbox-whole', mailbox: 'INBOX' }]);
  expect((await messages()).map((row) => row.id).sort()).toEqual(['acc1:m1', 'acc1:m3']);
  expect((await places()).sort()).toEqual(['acc1|INBOX|2|1', 'acc1|Sent|1|7']);
  expect(await store.rows.conversations.get(id)).toMatchObject({ noteCount: 1, messageCount: 1 });
});

it('tells live news to the notifications, and nothing else', async () => {
  await store.batch([message({ key: 'old' })]);
  await store.batch(
    [message({ key: 'seen', isSeen: true, subject: 'a' }), message({ key: 'ours', direction: 'out', subject: 'b' })],
    'live',
  );
  await store.batch([message({ key: 'new', subject: 'c', agoMs: minute })], 'live');
  await store.batch([message({ key: 'new', subject: 'c', agoMs: minute })], 'live');
  const row = await store.rows.meta.get('arrivals');
  expect(row?.value).toMatchObject([{ messageId: 'acc1:new', customerName: 'Ayşe Yılmaz', subject: 'c' }]);
});

it('takes customers, orders and a channel state over, once and never against the shop', async () => {
  const told = {
    kind: 'customer' as const,
    customer: {
      handle: 'trendyol:1',
      name: 'Merve Kaya',
      city: 'İzmir',
      since: 1000,
      language: 'tr' as const,
      note: 'Likes blue',
    },
  };
  const state = {
    kind: 'state' as const,
    threadKey: 'T1',
    folder: 'closed' as const,
    tags: ['Praise'],
    notes: [{ text: 'hi', author: 'Elif', at: 5 }],
  };
  const mail = message({ key: 't1', channel: 'trendyol', threadKey: 'T1', from: { name: '', address: '1' } });
  const order = {
    number: '9',
    channel: 'trendyol',
    handle: 'trendyol:1',
    placedAt: 5000,
    status: 'shipped' as const,
    totalMinor: 10,
    currency: 'TRY',
    items: [],
  };
  await store.batch([state, mail, told, { kind: 'order', order }]);
  const [row] = await conversations();
  expect(row).toMatchObject({ folder: 'closed', tags: ['Praise'], noteCount: 1, customerName: 'Merve Kaya' });
  expect(await store.rows.customers.toArray()).toMatchObject([
    { name: 'Merve Kaya', city: 'İzmir', since: 1000, note: 'Likes blue' },
  ]);
  expect(await store.rows.orders.toArray()).toMatchObject([
    { id: 'trendyol|9', customerId: 'trendyol:1', status: 'shipped' },
  ]);
  await store.page.moveConversations({ conversationIds: [row!.id], folder: 'waiting' });
  await store.batch([state, mail, told]);
  expect(await conversations()).toMatchObject([{ folder: 'waiting', noteCount: 1 }]);
});

it('knows when the customer’s present turn began, in whatever order mails come', async () => {
  const references = ['m1@x.test'];
  await store.batch([
    message({ key: 'm4', uid: 3, agoMs: 2 * hour, references }),
    message({ key: 'm3', uid: 2, agoMs: 3 * hour, references }),
    message({ key: 'm1', uid: 1, agoMs: 5 * hour }),
  ]);
  await store.batch([message({ key: 'm2', uid: 1, mailbox: 'Sent', direction: 'out', agoMs: 4 * hour, references })]);
  const [row] = await conversations();
  expect(row && turnStart(row)).toBe(start - 3 * hour);
  await store.batch([message({ key: 'm5', uid: 4, agoMs: hour, references })]);
  const [later] = await conversations();
  expect(later && turnStart(later)).toBe(start - 3 * hour);
});

it('refuses what was sent after a batch that failed, until the cursor is asked for again', async () => {
  await store.batch([message({ key: 'm1', uid: 1 })], 'live');
  const [conversation] = await conversations();
  await store.page.moveConversations({ conversationIds: [conversation!.id], folder: 'closed' });
  const answer = { accountId: account, channel: 'email', phase: 'live' } as const;
  const reopening = message({ key: 'm2', uid: 2, agoMs: -minute, inReplyTo: ['m1@x.test'] });
  const deliver = () =>
    Promise.allSettled([
      store.toStore.applyBatch({ ...answer, items: [reopening], cursor: 'after m2' }),
      store.toStore.applyBatch({
        ...answer,
        items: [message({ key: 'm3', uid: 3, subject: 'z' })],
        cursor: 'after m3',
      }),
    ]);
  // The answer opens the conversation again, which is journaled.
  store.journal.refusal = new AppError('storage', 'The disk is full');
  const refusals = await deliver();
  store.journal.refusal = null;
  expect(refusals).toMatchObject([1, 2].map(() => ({ status: 'rejected', reason: { code: 'storage' } })));
  expect(await store.toStore.cursorOf({ accountId: account })).toBe('c1');
  expect((await deliver()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(await store.toStore.cursorOf({ accountId: account })).toBe('after m3');
  expect(await messages()).toHaveLength(3);
});
