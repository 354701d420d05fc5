// A marketplace's word in the store: facts, one answer only, copies known by their words, answers refused after they were taken.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recount } from '../../renderer/store/work/counters.ts';
import type { ConversationFacts } from '../../shared/model/conversation-facts.ts';
import type { Item } from '../../shared/model/item.ts';
import type { IncomingMessage } from '../../shared/model/message.ts';
import { ayse, hour, message, minute } from './items.ts';
import { account, openTestStore, refused, start, type TestStore } from './test-store.ts';

const text = 'Yarın sizde olacak.';
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

/** A message of a thread, as marketplaces send them: without a Message-ID. */
function said(key: string, more: Partial<IncomingMessage> & { agoMs?: number }): Item {
  const { agoMs, ...rest } = more;
  const item = message({ key, ...(agoMs === undefined ? {} : { agoMs }) });
  const { rfcMessageId: _none, ...bare } = item.message;
  const direction = rest.direction ?? 'in';
  const people = direction === 'out' ? { from: bare.to[0]!, to: [bare.from] } : {};
  return { kind: 'message', message: { ...bare, channel: 'trendyol', threadKey: 't1', ...people, ...rest } };
}

const facts = (more: Partial<ConversationFacts> = {}): Item => ({
  kind: 'facts',
  threadKey: 't1',
  facts: { kind: 'question', isOpen: true, isOneAnswer: true, deadlineAt: start + 48 * hour, ...more },
});
const conversation = async () => (await store.rows.conversations.toArray())[0]!;
const messages = () => store.rows.messages.orderBy('n').toArray();
const send = async (id: string, words = text) =>
  store.page.queueReply({
    outboxId: id,
    conversationId: (await conversation()).id,
    to: [ayse],
    cc: [],
    subject: '',
    html: '',
    text: words,
    closeAfter: false,
    undoWindowMs: 0,
  });
/** Sends, and lets the marketplace take it. */
async function accepted(id: string, words = text): Promise<void> {
  await send(id, words);
  await store.toStore.claimReplies({ accountId: account, leaseMs: 180_000, limit: 5 });
  await store.toStore.markInflight({ id });
  await store.toStore.settle({ id, outcome: { kind: 'accepted' } });
  await store.toStore.settle({ id, outcome: { kind: 'filed' } });
}

it('keeps the facts, and the same batch twice changes nothing', async () => {
  const batch = [said('q', { isSeen: true, isAnswered: true }), facts()];
  await store.batch(batch);
  const before = [await store.rows.conversations.toArray(), await messages()];
  expect(await conversation()).toMatchObject({
    folder: 'open',
    facts: { isOpen: true, deadlineAt: start + 48 * hour },
  });
  await store.batch(batch);
  expect([await store.rows.conversations.toArray(), await messages()]).toEqual(before);
});

it('takes one answer only, and none where the marketplace takes none', async () => {
  await store.batch([said('q', {}), facts()]);
  await accepted('o1');
  expect(await refused(send('o2'))).toMatchObject({ code: 'conflict', detail: { reason: 'one-answer' } });
  await store.batch([facts({ isOpen: false, noReply: 'answered' })], 'live');
  expect(await refused(send('o3'))).toMatchObject({ code: 'refused', detail: { reason: 'answered' } });
});

it('knows its own answer by its words, and puts no second one beside it', async () => {
  await store.batch([said('q', {}), facts()]);
  await accepted('o1');
  const copy = {
    direction: 'out' as const,
    text: ` ${text}\r\n`,
    agoMs: -minute,
    moderation: { state: 'accepted' as const },
  };
  await store.batch([said('a:77', copy), facts({ isOpen: false, noReply: 'answered' })], 'live');
  const out = (await messages()).filter(({ direction }) => direction === 'out');
  expect(out).toMatchObject([{ id: `${account}:a:77`, moderation: { state: 'accepted' } }]);
  expect(out[0]).not.toHaveProperty('outboxId');
  expect(await conversation()).toMatchObject({ folder: 'closed', messageCount: 2 });
});

it('proves by the words that an answer was taken whose line broke', async () => {
  await store.batch([said('q', {}), facts()]);
  await send('o1');
  await store.toStore.claimReplies({ accountId: account, leaseMs: 180_000, limit: 5 });
  await store.toStore.markInflight({ id: 'o1' });
  await store.toStore.settle({
    id: 'o1',
    outcome: { kind: 'ambiguous', error: { code: 'offline', message: 'timeout' } },
  });
  await store.batch([said('a:77', { direction: 'out', text, agoMs: -minute })], 'live');
  expect((await store.rows.outbox.toArray())[0]).toMatchObject({ state: 'accepted', copyId: `${account}:a:77` });
  expect((await messages()).filter(({ direction }) => direction === 'out')).toHaveLength(1);
});

it('brings a refused answer back: open again, marked, with the reason, told once, and free for another answer', async () => {
  await store.batch([said('q', {}), facts()]);
  await accepted('o1');
  const copy = { direction: 'out' as const, text, agoMs: -minute };
  await store.batch(
    [said('a:77', { ...copy, moderation: { state: 'accepted' } }), facts({ isOpen: false, noReply: 'answered' })],
    'live',
  );
  expect((await conversation()).folder).toBe('closed');
  const refusal = [said('a:77', { ...copy, moderation: { state: 'rejected', reason: 'Yasaklı kelime' } }), facts()];
  await store.batch(refusal, 'live');
  await store.batch(refusal, 'live');
  expect(await conversation()).toMatchObject({ folder: 'open', isAnswerRefused: true, messageCount: 2 });
  expect((await messages())[1]).toMatchObject({ moderation: { state: 'rejected', reason: 'Yasaklı kelime' } });
  const arrivals = await store.rows.meta.get('arrivals');
  expect(
    arrivals?.key === 'arrivals' && arrivals.value.filter(({ snippet }) => snippet === 'Yasaklı kelime'),
  ).toHaveLength(1);
  // the decision outlives the database
  store = await store.reopen({ loseDatabase: true });
  await store.batch([said('q', {}), ...refusal]);
  expect(await conversation()).toMatchObject({ folder: 'open', isAnswerRefused: true });
  store.clock.now += 2 * minute;
  await send('o2', 'Yarın kargoya verilecek.');
  expect(await conversation()).not.toHaveProperty('isAnswerRefused');
  expect(await refused(send('o3'))).toMatchObject({ code: 'conflict' });
});

it('brings back an answer that was refused before it was ever seen to be shown', async () => {
  await store.batch([said('q', {}), facts()]);
  await accepted('o1');
  await store.page.moveConversations({ conversationIds: [(await conversation()).id], folder: 'closed' });
  const refusal = [
    said('a:77', {
      direction: 'out',
      text,
      agoMs: -minute,
      moderation: { state: 'rejected', reason: 'Yasaklı kelime' },
    }),
    facts(),
  ];
  await store.batch(refusal, 'live');
  await store.batch(refusal, 'live');
  expect(await conversation()).toMatchObject({ folder: 'open', isAnswerRefused: true, messageCount: 2 });
  const arrivals = await store.rows.meta.get('arrivals');
  expect(arrivals?.key === 'arrivals' && arrivals.value.map(({ snippet }) => snippet)).toEqual(['Yasaklı kelime']);
  // closed by hand it stays closed
  await store.page.moveConversations({ conversationIds: [(await conversation()).id], folder: 'closed' });
  await store.batch(refusal, 'live');
  expect((await conversation()).folder).toBe('closed');
});

it('does not call back for an older answer that a shown one has followed', async () => {
  await store.batch([said('q', {}), facts()]);
  const answers = [
    said('a:77', { direction: 'out', text, agoMs: -minute, moderation: { state: 'rejected' } }),
    said('a:78', { direction: 'out', text: 'Kargoya verildi.', agoMs: -2 * minute, moderation: { state: 'accepted' } }),
  ];
  await store.batch([...answers, facts({ isOpen: false, noReply: 'answered' })], 'live');
  expect(await conversation()).toMatchObject({ folder: 'closed' });
  expect(await conversation()).not.toHaveProperty('isAnswerRefused');
  expect(await store.rows.meta.get('arrivals')).toBeUndefined();
});

it('knows a customer of the own site by the address that they write mail from', async () => {
  await store.batch([message({ key: 'm1' })]);
  await store.batch([said('n1', { channel: 'woocommerce', threadKey: 'order-1', subject: '#MC-1' })]);
  const rows = await store.rows.conversations.toArray();
  expect(rows.map(({ channel }) => channel).sort()).toEqual(['email', 'woocommerce']);
  expect(new Set(rows.map(({ customerId }) => customerId))).toEqual(new Set([`email:${ayse.address}`]));
});

it('closes what was answered elsewhere, and opens what waits again', async () => {
  await store.batch([said('q', {}), facts()]);
  await store.batch([facts({ isOpen: false, noReply: 'expired' })], 'live');
  expect((await conversation()).folder).toBe('closed');
  await store.batch([facts()], 'live');
  expect((await conversation()).folder).toBe('open');
});
