// Erasing a person and retention: nothing left in rows, index or journal, nothing comes back, the log names nobody.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exportSource } from '../../shared/contract/export-source.ts';
import { journalApi } from '../../shared/contract/journal-api.ts';
import { connect } from '../../shared/rpc.ts';
import type { CustomerId } from '../../shared/model/ids.ts';
import type { JournalRecord } from '../../shared/model/journal.ts';
import { runStore } from '../../renderer/store/run-store.ts';
import { recount } from '../../renderer/store/work/counters.ts';
import { ayse, day, message, nikos } from './items.ts';
import { generateMail } from './mail-generator.ts';
import { account, openTestStore, start, type TestStore } from './test-store.ts';

const ayseId = 'email:ayse@customer.example' as CustomerId;

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

const picture = { ref: '2', name: 'ayse-vase.png', mimeType: 'image/png', sizeBytes: 3, isInline: false };
const mails = [
  message({ key: 'a1', uid: 1, text: 'My number is 0555 000 11 22', attachments: [picture] }),
  message({ key: 'a2', uid: 2, direction: 'out', references: ['a1@x.test'], text: 'Dear Ayşe Yılmaz' }),
  message({ key: 'n1', uid: 3, from: nikos, subject: 'Other', text: 'Nothing of hers' }),
];

/** Her conversation with everything that a shop adds to one. */
async function fill(): Promise<void> {
  await store.batch(mails);
  const hers = (await store.rows.conversations.where('customerId').equals(ayseId).toArray())[0];
  if (!hers) throw new Error('She has no conversation');
  await store.page.saveNote({ conversationId: hers.id, text: 'Ayşe likes blue', author: 'Deniz' });
  await store.page.saveDraft({ conversationId: hers.id, html: '', text: 'Dear Ayşe, about 0555' });
  await store.page.setTags({ conversationIds: [hers.id], tags: ['ayse-tag'] });
  await store.page.setSeen({ conversationIds: [hers.id], isSeen: true });
  await store.page.saveCustomerNote({ customerId: ayseId, note: 'Ayşe pays late' });
  await store.page.fetchAttachment({ messageId: `${account}:a1`, ref: '2' });
  await store.page.queueReply({
    outboxId: 'out-1',
    conversationId: hers.id,
    to: [ayse],
    cc: [],
    subject: 'Re: vase',
    html: '',
    text: 'For Ayşe only',
    closeAfter: false,
    undoWindowMs: 60_000,
  });
}

async function everything(): Promise<string> {
  const tables = await Promise.all(store.rows.tables.map((table) => table.toArray() as Promise<unknown[]>));
  return JSON.stringify([tables, store.journal.records]);
}

/** Of every table, but what is of one run only. */
async function allRows(): Promise<Record<string, unknown[]>> {
  const tables = store.rows.tables.filter(({ name }) => !['meta', 'syncStates'].includes(name));
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
}

it('erases a person everywhere, and nobody else', async () => {
  await fill();
  const promised = await store.page.countErasure({ customerId: ayseId });
  expect(promised).toMatchObject({ conversations: 1, attachments: 1, unsent: 1 });
  const { erasure, fileIds } = await store.page.erasePerson({ customerId: ayseId });
  expect(erasure.counts).toMatchObject({ conversations: 1, attachments: 1, unsent: 1 });
  expect(erasure.counts.messages).toBe(promised.messages);
  expect(fileIds).toEqual(['file-2']);
  expect(await everything()).not.toMatch(/ay[sş]e|0555|likes blue|x\.test\|a|pays late/i);
  const segments = await store.rows.segments.toArray();
  expect(segments.map((row) => new TextDecoder().decode(row.bytes)).join()).not.toMatch(/0555|ayse/i);
  expect((await store.page.search({ query: '0555', limit: 10 })).hits).toEqual([]);
  expect((await store.page.search({ query: 'nothing', limit: 10 })).hits).toHaveLength(1);
  expect(await store.rows.erasures.count()).toBe(1);
});

it('promises to take the reply that is on its way, as it does', async () => {
  await fill();
  await store.clock.advance(60_000);
  const { items } = await store.toStore.claimReplies({ accountId: account, leaseMs: 180_000, limit: 5 });
  expect(items).toMatchObject([{ state: 'claimed' }]);
  const promised = await store.page.countErasure({ customerId: ayseId });
  const { erasure } = await store.page.erasePerson({ customerId: ayseId });
  expect(promised.unsent).toBe(1);
  expect(erasure.counts).toEqual(promised);
});

it('does not come back with the next fetch, after a restart or after the database was lost; a new mail does', async () => {
  await fill();
  await store.page.erasePerson({ customerId: ayseId });
  await store.batch(mails);
  expect(await store.rows.customers.get(ayseId)).toBeUndefined();
  for (const loseDatabase of [false, true]) {
    store = await store.reopen({ loseDatabase });
    await store.batch(mails);
    expect(await store.rows.customers.get(ayseId)).toBeUndefined();
    expect(await store.rows.messages.count()).toBe(1);
  }
  store.clock.now = start + day;
  await store.batch([message({ key: 'a9', uid: 9, agoMs: -day, text: 'Hello again' })], 'live');
  expect(await store.rows.customers.get(ayseId)).toMatchObject({ note: '' });
});

it('a journal of before, put back by a restore, is held to what was erased since', async () => {
  await fill();
  const older = structuredClone(store.journal.records);
  const { erasure } = await store.page.erasePerson({ customerId: ayseId });
  const record: JournalRecord = { kind: 'erasure', key: erasure.id, at: erasure.erasedAt, data: erasure };
  store.journal.records = [...older, { seq: (older.at(-1)?.seq ?? 0) + 1, record }];
  store = await store.reopen({ loseDatabase: true });
  await store.batch(mails);
  expect(await store.rows.customers.get(ayseId)).toBeUndefined();
  expect((await store.rows.notes.toArray()).map((note) => note.text)).toEqual([]);
});

it('a journal of before takes nothing of what somebody wrote after they were erased', async () => {
  await fill();
  const { erasure } = await store.page.erasePerson({ customerId: ayseId });
  store.clock.now = start + day;
  await store.batch([message({ key: 'a9', uid: 9, agoMs: -day, text: 'Hello again' })], 'live');
  store.journal.records.push({
    seq: (store.journal.records.at(-1)?.seq ?? 0) + 1,
    record: { kind: 'erasure', key: erasure.id, at: erasure.erasedAt, data: erasure },
  });
  await store.page.applyJournal({});
  const kept = (await store.rows.messages.toArray()).map((row) => row.id).sort();
  expect(kept).toEqual([`${account}:a9`, `${account}:n1`]);
  expect(await store.rows.customers.get(ayseId)).toMatchObject({ note: '', name: ayse.name });
});

it('is written anew with every row: laid aside, the database deleted, taken over once', async () => {
  await fill();
  await store.page.erasePerson({ customerId: ayseId });
  store = await store.reopen(); // nothing was laid aside: the files hold traces, and that is not forgotten
  expect(await store.rows.meta.get('rewriteDue')).toMatchObject({ value: true });
  await store.batch([message({ key: 'n2', uid: 9007, from: nikos, subject: 'Zürafa vazo', text: 'Ğ, ά and plain' })]);
  const { search } = await store.running.opened();
  await search.warmUp();
  await store.batch(generateMail(210, 3, 50));
  await store.clock.advance(31_000);
  await expect.poll(() => store.rows.segments.count()).toBe(1);
  const before = await allRows();
  await store.page.packRows({});
  const total = store.carried[0]?.total;
  expect(total).toBeGreaterThan(600);
  expect(store.carried).toEqual([
    { step: 'laying-aside', done: 0, total },
    { step: 'laying-aside', done: total, total },
  ]);
  // what comes afterwards is in the journal
  const nikosId = 'email:nikos@customer.example' as CustomerId;
  await store.page.saveCustomerNote({ customerId: nikosId, note: 'Rings at noon' });
  store = await store.reopen({ loseDatabase: true });
  expect(store.carried).toEqual([
    { step: 'taking-over', done: 0, total },
    { step: 'taking-over', done: total, total },
    null,
  ]);
  const { customers, ...others } = await allRows();
  const { customers: customersBefore, ...othersBefore } = before;
  expect(others).toEqual(othersBefore);
  expect(customers).toHaveLength(customersBefore?.length ?? 0);
  expect(await store.rows.customers.get(nikosId)).toMatchObject({ note: 'Rings at noon' });
  expect(await store.rows.meta.get('rebuilt')).toMatchObject({ value: { reason: 'erased' } });
  expect(await store.rows.meta.get('rewriteDue')).toBeUndefined();
  expect((await store.page.search({ query: 'zürafa', limit: 10 })).hits).toHaveLength(1);
  store = await store.reopen({ loseDatabase: true });
  expect(await store.rows.meta.get('rebuilt')).toMatchObject({ value: { reason: 'lost' } });
});

it('starts that were cut off while they took the rows over, wherever that was, are gone through again', async () => {
  await store.batch(generateMail(210, 3, 50));
  await store.batch([message({ key: 'a1', uid: 9001 })]);
  await store.page.saveCustomerNote({ customerId: ayseId, note: 'Pays late' });
  const before = await allRows();
  await store.page.packRows({});
  const { name, journal, clock } = store;
  await store.close();
  let cutAt = -1;
  let isCut = true;
  while (isCut) {
    isCut = false;
    const cut = runStore({
      now: () => (clock.now += 1000), // every step is told
      randomId: () => 'cut',
      schedule: clock.schedule,
      log: () => undefined,
      showCarrying: (carrying) => {
        if (carrying === null || carrying.done <= cutAt || carrying.done === carrying.total) return;
        cutAt = carrying.done;
        isCut = true;
        throw new Error('cut off');
      },
      databaseName: name,
    });
    cut.useJournal(connect(journal.port(), journalApi));
    await cut.opened().then(
      () => cut.close(),
      (thrown: unknown) => expect(String(thrown)).toContain('cut off'),
    );
  }
  expect(cutAt).toBeGreaterThan(500);
  store = await openTestStore({ name, journal, clock });
  expect(await allRows()).toEqual(before);
});

it('rows that were laid aside and never asked for are not taken for those of another life, and go', async () => {
  await store.batch(mails);
  await store.page.packRows({});
  store.journal.sentinel = null; // as after a restore
  store.journal.records = [];
  store = await store.reopen({ loseDatabase: true });
  expect(await store.rows.messages.count()).toBe(0);
});

it('retention takes closed conversations past their time, but not those that a tag keeps', async () => {
  await store.batch([
    message({ key: 'old', uid: 1, agoMs: 400 * day, subject: 'One' }),
    message({ key: 'held', uid: 2, agoMs: 400 * day, from: nikos, subject: 'Two' }),
    message({ key: 'young', uid: 3, agoMs: 10 * day, subject: 'Three' }),
    message({ key: 'open', uid: 4, agoMs: 400 * day, subject: 'Four' }),
  ]);
  const rows = await store.rows.conversations.toArray();
  const idOf = (subject: string) => rows.filter((row) => row.subject === subject).map((row) => row.id);
  await store.page.moveConversations({
    conversationIds: [...idOf('One'), ...idOf('Two'), ...idOf('Three')],
    folder: 'closed',
  });
  // a first fetch closes what is very old
  await store.page.moveConversations({ conversationIds: idOf('Four'), folder: 'open' });
  await store.page.setTags({ conversationIds: idOf('Two'), tags: ['court'] });
  const rule = { before: start - 365 * day, keepTags: ['court'] };
  expect(await store.page.countRetention(rule)).toEqual({ conversations: 1, messages: 1, oldestAt: start - 400 * day });
  const done = await store.page.applyRetention(rule);
  expect(done?.erasure).toMatchObject({ reason: 'retention', handleHashes: [] });
  const left = (await store.rows.conversations.toArray()).map((row) => row.subject).sort();
  expect(left).toEqual(['Four', 'Three', 'Two']);
  expect(await store.page.applyRetention(rule)).toBeNull();
});

it('exports everything of one person and nothing of anybody else', async () => {
  await fill();
  const { port1, port2 } = new MessageChannel();
  store.running.serveExport(port1);
  const source = connect(port2, exportSource);
  const { conversationIds, customerIds, count } = await source.plan({
    selection: { scope: { kind: 'customer', customerId: ayseId } },
    withAllCustomers: false,
  });
  expect(count).toMatchObject({ conversations: 1, messages: 3, notes: 1, attachments: 1, attachmentsHere: 1 });
  const { chunks, next } = await source.read({ conversationIds, place: { index: 0, skip: 0 }, withNotes: true });
  expect(next).toBeNull();
  const words = JSON.stringify([chunks, await source.readCustomers({ customerIds })]);
  for (const planted of [
    '0555 000 11 22',
    'Dear Ayşe Yılmaz',
    'likes blue',
    'ayse-tag',
    'pays late',
    'For Ayşe only',
  ]) {
    expect(words).toContain(planted);
  }
  expect(words).not.toMatch(/nikos|Nothing of hers/i);
});

it('reads long conversations in slices that join without a gap, and keeps to a period', async () => {
  const many = Array.from({ length: 450 }, (_, index) =>
    message({
      key: `m${index}`,
      uid: index + 1,
      agoMs: (450 - index) * 60_000,
      references: index === 0 ? [] : ['m0@x.test'],
    }),
  );
  await store.batch(many);
  const { port1, port2 } = new MessageChannel();
  store.running.serveExport(port1);
  const source = connect(port2, exportSource);
  const { conversationIds, count } = await source.plan({
    selection: { scope: { kind: 'everything' } },
    withAllCustomers: false,
  });
  expect(count).toMatchObject({ conversations: 1, messages: 450 });
  const keys: string[] = [];
  let place: { index: number; skip: number } | null = { index: 0, skip: 0 };
  while (place) {
    const answer: Awaited<ReturnType<typeof source.read>> = await source.read({
      conversationIds,
      place,
      withNotes: true,
    });
    keys.push(...answer.chunks.flatMap((chunk) => chunk.messages.map(({ id }) => id)));
    place = answer.next;
  }
  expect(keys).toEqual(many.map(({ message: { key } }) => `${account}:${key}`));
  const period = { from: start - 100 * 60_000, to: start - 50 * 60_000 };
  const part = await source.plan({ selection: { scope: { kind: 'everything' }, ...period }, withAllCustomers: false });
  expect(part.count.messages).toBe(50);
});
