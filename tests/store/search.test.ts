// Finding mail: every word as a prefix, whatever the accents; newest first; after restarts, deletions and a lost account.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AccountId } from '../../shared/model/ids.ts';
import { allThreadIds } from './all-thread-ids.ts';
import { ayse, day, gone, hour, message, minute, nikos } from './items.ts';
import { generateMail } from './mail-generator.ts';
import { account, openTestStore, type TestStore } from './test-store.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(async () => {
  await store.close();
});

const found = async (query: string) => {
  const { hits } = await store.page.search({ query, limit: 50 });
  return hits.map((hit) => hit.messageId?.replace('acc1:', ''));
};
const mail = [
  message({
    key: 'tr',
    agoMs: 3 * day,
    subject: 'İADE talebi',
    text: 'Şikâyetim var: çömlek KIRIK geldi, ılık suda yıkamıştım.',
  }),
  message({
    key: 'el',
    agoMs: 2 * day,
    from: nikos,
    subject: 'Παραγγελία',
    text: 'Πότε θα έρθει το πακέτο μου; Ευχαριστώ.',
  }),
  message({
    key: 'en',
    agoMs: day,
    from: { name: 'James', address: 'j.carter+shop@mail.example' },
    subject: 'Order TY-12345',
    text: 'Where is my vase? Order TY-12345.',
    attachments: [{ ref: '2', name: 'fatura-2026.pdf', mimeType: 'application/pdf', sizeBytes: 5, isInline: false }],
  }),
];

it('folds Turkish and Greek, and matches the beginnings of all words', async () => {
  await store.batch(mail);
  for (const [query, keys] of [
    ['iade', ['tr']],
    ['İADE', ['tr']],
    ['sikayet', ['tr']],
    ['comlek kirik', ['tr']],
    ['ILIK', ['tr']],
    ['yilmaz kırık', ['tr']],
    ['παραγγελια', ['el']],
    ['ΠΑΚΕΤΟ', ['el']],
    ['ευχαριστω ποτε', ['el']],
    ['νικος', ['el']],
    ['ty-12345', ['en']],
    ['12345', ['en']],
    ['vas', ['en']],
    ['j.carter+shop@mail.example', ['en']],
    ['fatura', ['en']],
    ['vase kirik', []],
    ['ase', []],
    ['', []],
    ['...', []],
  ] as const)
    expect([query, await found(query)]).toEqual([query, keys]);
});

it('answers newest first, one hit per conversation, with a snippet around the word', async () => {
  const long = 'Uzun bir giriş cümlesi. '.repeat(100);
  await store.batch([
    message({ key: 'a', agoMs: 3 * hour, text: `${long} burada mavi vazo var ${long}` }),
    message({ key: 'b', agoMs: hour, references: ['a@x.test'], text: 'Mavi olan lütfen' }),
    message({ key: 'c', agoMs: 2 * hour, from: nikos, subject: 'x', text: `${long} mavi ${long}` }),
  ]);
  const { hits, isComplete } = await store.page.search({ query: 'MAVİ', limit: 10 });
  expect(isComplete).toBe(true);
  expect(hits.map((hit) => hit.messageId)).toEqual(['acc1:b', 'acc1:c']);
  for (const { snippet, ranges } of hits) {
    expect(snippet.length).toBeLessThanOrEqual(160);
    expect(ranges.map(([from, to]) => snippet.slice(from, to).toLocaleLowerCase('tr'))).toEqual(['mavi']);
  }
  const limited = await store.page.search({ query: 'mavi', limit: 1 });
  expect(limited.hits).toHaveLength(1);
});

it('finds notes, and what came after the index was read', async () => {
  await store.batch(mail);
  expect(await found('hediye')).toEqual([]);
  const { conversationId } = (await store.page.search({ query: 'comlek', limit: 1 })).hits[0]!;
  await store.page.saveNote({ conversationId, text: 'Hediye paketi sözü verildi', author: 'Elif' });
  const { hits } = await store.page.search({ query: 'hedi paket', limit: 5 });
  expect(hits).toMatchObject([{ conversationId, messageId: null, snippet: 'Hediye paketi sözü verildi' }]);
  await store.batch([message({ key: 'new', agoMs: minute, text: 'Zürafa figürü', subject: 'yeni' })], 'live');
  expect(await found('zurafa')).toEqual(['new']);
});

it('drops what was deleted', async () => {
  await store.batch([message({ key: 'a', uid: 1, text: 'gizli kelime' })]);
  expect(await found('gizli')).toEqual(['a']);
  await store.batch([gone(1)], 'live');
  expect(await found('gizli')).toEqual([]);
});

it('finds the same after a restart, from sealed segments and the tail', async () => {
  const { search, store: inside } = await store.running.opened();
  await search.warmUp();
  const bulk = generateMail(4600, 7, 300);
  for (let from = 0; from < bulk.length; from += 500) await store.batch(bulk.slice(from, from + 500));
  await inside.queue.idle();
  await expect.poll(() => store.rows.segments.count()).toBe(1);
  expect((await store.rows.meta.get('indexedTo'))?.value).toBeGreaterThanOrEqual(4000);
  const queries = ['siparis', 'vazo', 'παραγγ', 'large vase', 'musteri1', 'kirik fotog'];
  const before = await Promise.all(queries.map(found));
  expect(before[0]).toHaveLength(50);
  store = await store.reopen();
  expect(await Promise.all(queries.map(found))).toEqual(before);
  await store.batch([message({ key: 'after', agoMs: -minute, text: 'vazo' })], 'live');
  expect((await found('vazo'))[0]).toBe('after');
});

it('packs the tail when it is quiet, and joins small segments', async () => {
  const { search } = await store.running.opened();
  await search.warmUp();
  for (let round = 0; round < 6; round++) {
    await store.batch(generateMail(210, round + 10, 100));
    await store.clock.advance(31_000);
    await expect.poll(async () => (await store.rows.meta.get('indexedTo'))?.value).toBe((round + 1) * 210);
  }
  await expect.poll(() => store.rows.segments.count()).toBe(1);
  const before = await found('siparis');
  store = await store.reopen();
  expect(await found('siparis')).toEqual(before);
});

it('makes the index anew when a segment cannot be read', async () => {
  await store.batch(mail);
  const { store: inside } = await store.running.opened();
  await inside.database.segments.put({ s: 1, bytes: new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]) });
  await inside.database.meta.put({ key: 'indexedTo', value: 3 });
  store = await store.reopen();
  expect(await found('vase')).toEqual(['en']);
});

it('forgets an account: rows, shop data and words', async () => {
  const { search } = await store.running.opened();
  await search.warmUp();
  const other = 'acc2' as AccountId;
  await store.batch(mail);
  await store.toStore.applyBatch({
    accountId: other,
    items: [message({ key: 'x', text: 'çömlek', from: ayse })],
    cursor: 'c',
    phase: 'first',
  });
  const { conversationId } = (await store.page.search({ query: 'kirik', limit: 1 })).hits[0]!;
  await store.page.saveNote({ conversationId, text: 'secret', author: '' });
  await store.page.saveDraft({ conversationId, html: 'd', text: 'd' });
  await store.page.setTags({ conversationIds: [conversationId], tags: ['Gift'] });
  await store.page.setSeen({ conversationIds: [conversationId], isSeen: true });
  await store.page.forgetAccount({ accountId: account });
  expect((await store.rows.conversations.toArray()).map((row) => row.accountId)).toEqual([other]);
  expect((await store.rows.messages.toArray()).map((row) => row.accountId)).toEqual([other]);
  for (const table of [store.rows.notes, store.rows.drafts, store.rows.serverChanges, store.rows.waitingRecords])
    expect(await table.count()).toBe(0);
  expect(await store.rows.bodies.count()).toBe(1);
  expect((await store.rows.customers.toArray()).map((row) => row.id)).toEqual(['email:ayse@customer.example']);
  expect(await store.toStore.cursorOf({ accountId: account })).toBeNull();
  expect((await allThreadIds(store.rows)).every((row) => row.key.startsWith('acc2|'))).toBe(true);
  expect((await store.page.search({ query: 'comlek', limit: 5 })).hits.map((hit) => hit.messageId)).toEqual(['acc2:x']);
  store.journal.compact();
  expect(store.journal.records.filter(({ record }) => record.data !== null)).toEqual([]);
  store = await store.reopen({ loseDatabase: true });
  await store.batch(mail);
  expect(await store.rows.notes.count()).toBe(0);
  expect((await store.rows.conversations.toArray()).flatMap((row) => row.tags)).toEqual([]);
});
