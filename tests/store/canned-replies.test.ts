// Canned replies and facts in the store: changed with a way back, counted when sent, done what they ask for, there after a rebuild.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CannedReply } from '../../shared/model/canned-reply.ts';
import type { CannedReplyId, ConversationId, CustomerId, FactId } from '../../shared/model/ids.ts';
import type { Fact } from '../../shared/model/fact.ts';
import { ayse, day, message } from './items.ts';
import { account, openTestStore, refused, start, type TestStore } from './test-store.ts';

let store: TestStore;
let conversationId: ConversationId;

beforeEach(async () => {
  store = await openTestStore();
  await store.batch([message({ key: 'q', uid: 1 })]);
  conversationId = (await store.rows.conversations.toArray())[0]!.id;
});
afterEach(() => store.close());

const own = (id: string, more: Partial<CannedReply> = {}): CannedReply => ({
  id: id as CannedReplyId,
  scenario: 'engraving',
  language: 'tr',
  title: 'Gravür',
  whenToUse: '',
  body: 'Evet, gravür yapıyoruz.',
  tags: [],
  channels: [],
  isBuiltIn: false,
  ...more,
});
const change = (...replies: CannedReply[]) =>
  store.page.changeCannedReplies({ changes: replies.map((reply) => ({ id: reply.id, reply })) });
const row = async (id: string) => store.rows.cannedReplies.get(id as CannedReplyId);
const send = (outboxId: string, more: object = {}) =>
  store.page.queueReply({
    outboxId,
    conversationId,
    to: [ayse],
    cc: [],
    subject: 'Re: gravür',
    html: '',
    text: 'Evet, gravür yapıyoruz.',
    closeAfter: false,
    undoWindowMs: 10_000,
    ...more,
  });
async function deliver(id: string) {
  store.clock.now += 10_000;
  await store.toStore.claimReplies({ accountId: account, leaseMs: 1000, limit: 1 });
  await store.toStore.markInflight({ id });
  await store.toStore.settle({ id, outcome: { kind: 'accepted' } });
}
const fact = (key: string, more: Partial<Fact> = {}): Fact => ({
  id: `fact-${key}` as FactId,
  key,
  label: 'Delivery time',
  kind: 'delivery',
  texts: { tr: '2–3 iş günü' },
  checkedAt: start,
  freshDays: 90,
  ...more,
});

it('changes many replies in one step and takes it back in one', async () => {
  const [built] = await store.rows.cannedReplies.toArray();
  if (!built) throw new Error('The library is empty');
  const { useCount: _useCount, ...reply } = built;
  const before = await change({ ...reply, title: 'Other' }, own('own-1'), own('own-2', { language: 'el' }));
  expect(before).toEqual([built.id, 'own-1', 'own-2'].map((id) => ({ id, reply: null })));
  expect(await row('own-2')).toMatchObject({ language: 'el', isBuiltIn: false, useCount: 0 });
  const after = await store.page.changeCannedReplies({ changes: before });
  expect(after.map((each) => each.reply?.title)).toEqual(['Other', 'Gravür', 'Gravür']);
  expect(await row(built.id)).toEqual(built);
  expect(await row('own-1')).toBeUndefined();
});

it('counts a use when the server took the reply, once, and not one that was taken back', async () => {
  await change(own('own-1'));
  await send('o1', { cannedReplyIds: ['own-1', 'own-1'] });
  expect(await row('own-1')).toMatchObject({ useCount: 0 });
  await store.page.cancelSend({ outboxId: 'o1' });
  expect((await store.rows.drafts.toArray())[0]?.cannedReplyIds).toEqual(['own-1']);
  await send('o2', { cannedReplyIds: ['own-1'] });
  await deliver('o2');
  await store.toStore.settle({ id: 'o2', outcome: { kind: 'filed' } });
  expect(await row('own-1')).toMatchObject({ useCount: 1, lastUsedAt: start });
});

it('still knows the counts after the reply was away, and after the database was lost', async () => {
  await change(own('own-1'));
  await send('o1', { cannedReplyIds: ['own-1'] });
  await deliver('o1');
  const before = await store.page.changeCannedReplies({ changes: [{ id: 'own-1', reply: null }] });
  await store.page.changeCannedReplies({ changes: before });
  expect(await row('own-1')).toMatchObject({ useCount: 1 });
  await store.page.changeFacts({ changes: [{ id: 'fact-delivery', fact: fact('delivery') }] });
  store = await store.reopen({ loseDatabase: true });
  expect(await row('own-1')).toMatchObject({ useCount: 1, title: 'Gravür' });
  expect(await store.rows.facts.toArray()).toMatchObject([{ key: 'delivery', texts: { tr: '2–3 iş günü' } }]);
});

it('does with the conversation what the reply asks for, and undoes it when the reply is taken back', async () => {
  const conversation = async () => (await store.rows.conversations.get(conversationId))!;
  await store.page.setTags({ conversationIds: [conversationId], tags: ['Gift'] });
  await send('o1', { after: { addTags: ['Gift', 'Engraving'], then: 'snooze', snoozeDays: 3 } });
  expect(await conversation()).toMatchObject({
    folder: 'snoozed',
    snoozedUntil: store.clock.now + 3 * day,
    tags: ['Gift', 'Engraving'],
  });
  await store.page.cancelSend({ outboxId: 'o1' });
  expect(await conversation()).toMatchObject({ folder: 'open', tags: ['Gift'] });
  await send('o2', { after: { then: 'open' } });
  expect(await conversation()).toMatchObject({ folder: 'open' });
  await send('o3', { after: { then: 'close' } });
  expect(await conversation()).toMatchObject({ folder: 'closed' });
});

it('keeps facts apart by their keys', async () => {
  await store.page.changeFacts({ changes: [{ id: 'fact-delivery', fact: fact('delivery') }] });
  const twin = { ...fact('delivery'), id: 'other' as FactId };
  expect((await refused(store.page.changeFacts({ changes: [{ id: 'other', fact: twin }] }))).code).toBe('conflict');
  const before = await store.page.changeFacts({ changes: [{ id: 'fact-delivery', fact: null }] });
  expect(await store.rows.facts.count()).toBe(0);
  await store.page.changeFacts({ changes: before });
  expect(await store.rows.facts.toArray()).toEqual([fact('delivery')]);
});

it('keeps the files of a reply as long as the library names them, through a rebuild', async () => {
  const file = await store.page.keepFile({ name: 'gravur.pdf', mimeType: 'application/pdf', bytes: new Uint8Array(9) });
  await change(own('tr-own', { attachments: [file] }));
  expect(await row('tr-own')).toMatchObject({ attachments: [file] });
  store = await store.reopen({ loseDatabase: true });
  await expect.poll(async () => (await row('tr-own'))?.attachments).toEqual([file]);
  await store.clock.advance(11 * 60_000);
  await expect.poll(() => store.sync.sweeps.at(-1)).toEqual([file.fileId]);
});

it('sends no marketing without consent, in a thousand tries; answers go as before', async () => {
  await change(own('tr-offer', { purpose: 'marketing' }), own('tr-own'));
  const customer = (await store.rows.customers.toArray())[0]!;
  const say = async (...said: boolean[]) => {
    const consents = said.map((isGiven, at) => ({ isGiven, at, source: 'telefon', author: 'Elif' }));
    const data = { customerId: customer.id, handle: customer.id, note: '', profile: { consents }, changedAt: start };
    await store.page.putCustomerData({ entries: [{ kind: 'customer', key: customer.id, data }] });
  };
  for (const before of [[], [false], [true, false], [false, true, false]]) {
    await say(...before);
    for (let turn = 0; turn < 250; turn += 1) {
      const ids = turn % 2 === 0 ? ['tr-offer'] : ['tr-own', 'tr-offer'];
      const { code } = await refused(send(`no-${String(before.length)}-${String(turn)}`, { cannedReplyIds: ids }));
      expect(code).toBe('refused');
    }
  }
  expect(await store.rows.outbox.count()).toBe(0);
  await send('answer', { cannedReplyIds: ['tr-own'] });
  await say(false, true);
  await send('offer', { cannedReplyIds: ['tr-offer'] });
  expect((await store.rows.outbox.toArray()).map(({ id }) => id).sort()).toEqual(['answer', 'offer']);
});

it('leaves a file that the library names when the person it was written to is erased', async () => {
  const keep = (name: string) => store.page.keepFile({ name, mimeType: 'application/pdf', bytes: new Uint8Array(9) });
  const [ours, hers] = [await keep('gravur.pdf'), await keep('ayse.pdf')];
  await change(own('tr-own', { attachments: [ours] }));
  await store.page.saveDraft({ conversationId, html: '', text: 'Merhaba', attachments: [ours, hers] });
  const { fileIds } = await store.page.erasePerson({ customerId: `email:${ayse.address}` as CustomerId });
  expect(fileIds).toEqual([hers.fileId]);
});
