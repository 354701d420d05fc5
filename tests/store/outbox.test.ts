// A reply from Send to filed: every edge, double clicks, undo, order, crashes, and the copy in Sent.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import type { ConversationId, OutboxId } from '../../shared/model/ids.ts';
import type { SendOutcome } from '../../shared/model/outbox.ts';
import { storeApi } from '../../shared/contract/store-api.ts';
import { connect } from '../../shared/rpc.ts';
import { recount } from '../../renderer/store/work/counters.ts';
import { placementsOf } from '../../renderer/store/mail/places.ts';
import { ayse, hour, message, minute, rfc } from './items.ts';
import { account, openTestStore, refused, type TestStore } from './test-store.ts';

const error = { code: 'offline' as const, message: 'no route' };
let store: TestStore;
let conversationId: ConversationId;

beforeEach(async () => {
  store = await openTestStore();
  await store.batch([message({ key: 'q', uid: 1, references: ['root@x.test'] })]);
  conversationId = (await store.rows.conversations.toArray())[0]!.id;
});
afterEach(async () => {
  expect((await store.rows.counters.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    await recount(store.rows),
  );
  await store.close();
});

const send = (id: string, more: object = {}) =>
  store.page.queueReply({
    outboxId: id,
    conversationId,
    to: [ayse],
    cc: [],
    subject: 'Re: Siparişim nerede?',
    html: '<p>Yarın sizde.</p>',
    text: 'Yarın sizde.',
    closeAfter: false,
    undoWindowMs: 10_000,
    ...more,
  });
const claim = () => store.toStore.claimReplies({ accountId: account, leaseMs: 180_000, limit: 5 });
const settle = (id: string, outcome: SendOutcome) => store.toStore.settle({ id: id, outcome });
const inflight = (id: string) => store.toStore.markInflight({ id: id });
const row = async (id: string) => (await store.rows.outbox.get(id as OutboxId))!;
const conversation = async () => (await store.rows.conversations.get(conversationId))!;
const lastJournaled = (id: string) =>
  store.journal.records.findLast(({ record }) => record.kind === 'outbox' && record.key === id)?.record;
const wait = (ms: number) => {
  store.clock.now += ms;
};
/** Queues, waits out the undo window and claims. */
async function claimed(id: string, more: object = {}) {
  await send(id, more);
  wait(10_000);
  expect((await claim()).items.map((item) => item.id)).toEqual([id]);
}

it('shows the reply at once, takes the draft, and hands it out after the undo window', async () => {
  await store.page.saveDraft({ conversationId, html: '<p>Yarın</p>', text: 'Yarın' });
  const { sendsAt } = await send('o1');
  expect(sendsAt).toBe(store.clock.now + 10_000);
  expect(await store.rows.drafts.count()).toBe(0);
  expect(await conversation()).toMatchObject({
    folder: 'waiting',
    outboxState: 'queued',
    hasDraft: false,
    messageCount: 2,
    lastDirection: 'out',
    snippet: 'Yarın sizde.',
  });
  const shown = await store.rows.messages.where('id').equals('acc1:out:o1').first();
  expect(shown).toMatchObject({
    outboxId: 'o1',
    direction: 'out',
    rfcMessageId: 'o1@defter.test',
    inReplyTo: ['q@x.test'],
    from: { address: 'shop@defter.test' },
  });
  expect(store.sync.frozen[0]).toMatchObject({ inReplyTo: 'q@x.test', references: ['root@x.test', 'q@x.test'] });
  expect(await claim()).toEqual({ items: [], nextAt: sendsAt });
  wait(10_000);
  const { items } = await claim();
  expect(items).toMatchObject([{ id: 'o1', state: 'claimed', attempts: 1 }]);
  expect(items[0]?.frozen.payload).toContain('X-Defter-Id: o1');
  expect((await conversation()).outboxState).toBe('claimed');
  expect((await claim()).items).toEqual([]);
});

it('goes queued → claimed → inflight → accepted → filed, each on disk before it is answered', async () => {
  await claimed('o1');
  await inflight('o1');
  expect(lastJournaled('o1')).toMatchObject({ data: { state: 'inflight', attempts: 1 } });
  expect(await settle('o1', { kind: 'accepted', serverWords: '250 queued as 77' })).toEqual({ state: 'accepted' });
  expect(lastJournaled('o1')).toMatchObject({ data: { state: 'accepted', serverWords: '250 queued as 77' } });
  const looks: number[] = [];
  for (let look = 0; look < 4; look++) {
    const { items, nextAt } = await claim();
    expect(items).toEqual([]);
    looks.push(nextAt! - store.clock.now);
    wait(looks[look]!);
    expect((await claim()).items).toMatchObject([{ id: 'o1', state: 'accepted' }]);
    await settle('o1', { kind: 'retry', error, retryAt: store.clock.now });
  }
  expect(looks).toEqual([10_000, 60_000, 300_000, 300_000]);
  expect(await settle('o1', { kind: 'filed' })).toEqual({ state: 'filed' });
  const tombstone = await row('o1');
  expect(tombstone).toMatchObject({
    state: 'filed',
    sha256: 'f'.repeat(64),
    rfcMessageId: 'o1@defter.test',
    settledAt: store.clock.now,
  });
  expect(tombstone.frozen).toBeUndefined();
  expect(store.journal.records.findLast(({ record }) => record.kind === 'outbox-frozen')?.record.data).toBeNull();
  expect((await conversation()).outboxState).toBeUndefined();
  expect(await claim()).toEqual({ items: [], nextAt: null });
  expect(await settle('o1', { kind: 'retry', error, retryAt: 5 })).toEqual({ state: 'filed' });
});

it('tries again when sync says when, and brings a failed one back to the person', async () => {
  await claimed('o1', { closeAfter: true });
  expect((await conversation()).folder).toBe('closed');
  await settle('o1', { kind: 'retry', error, retryAt: store.clock.now + 60_000 });
  expect(await row('o1')).toMatchObject({ state: 'queued', error });
  expect((await claim()).nextAt).toBe(store.clock.now + 60_000);
  wait(60_000);
  expect((await claim()).items).toMatchObject([{ attempts: 2 }]);
  await inflight('o1');
  await settle('o1', { kind: 'failed', error: { code: 'refused', message: '550 no such user' } });
  expect(await row('o1')).toMatchObject({ state: 'failed', error: { message: '550 no such user' } });
  expect(await conversation()).toMatchObject({ outboxState: 'failed', folder: 'open' });
  expect(await claim()).toEqual({ items: [], nextAt: null });
  await store.page.retrySend({ outboxId: 'o1' });
  expect((await claim()).items).toMatchObject([{ id: 'o1', attempts: 3 }]);
});

it('refuses a reply that is empty, has open fields, or is sent twice', async () => {
  expect(await refused(send('o1', { text: '  ' }))).toMatchObject({ code: 'bad-data' });
  expect(await refused(send('o1', { text: 'Sayın {{customer.firstName}}' }))).toMatchObject({ code: 'bad-data' });
  const both = await Promise.allSettled([send('o1'), send('o1')]);
  expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await refused(send('o1'))).toMatchObject({ code: 'conflict' });
  expect(await store.rows.outbox.count()).toBe(1);
  expect((await conversation()).messageCount).toBe(2);
});

it('changes nothing when the disk refuses, or when sync is away too long', async () => {
  await store.page.saveDraft({ conversationId, html: '<p>a</p>', text: 'a' });
  const before = await conversation();
  store.journal.refusal = new AppError('storage', 'disk full');
  expect(await refused(send('o1'))).toMatchObject({ code: 'storage' });
  store.journal.refusal = null;
  const { store: inside } = await store.running.opened();
  inside.sync = null;
  let isOver = false;
  const refusal = refused(send('o2')).finally(() => (isOver = true));
  await expect.poll(async () => (await store.clock.advance(200), isOver)).toBe(true);
  expect(await refusal).toMatchObject({ code: 'server-busy' });
  expect(await conversation()).toEqual(before);
  expect(await store.rows.drafts.count()).toBe(1);
  expect(await store.rows.outbox.count()).toBe(0);
});

it('waits for a sync that is being started anew', async () => {
  const { store: inside } = await store.running.opened();
  const { sync } = inside;
  inside.sync = null;
  const sending = send('o1');
  await store.clock.advance(1000);
  inside.sync = sync;
  await store.clock.advance(1000);
  await sending;
  expect((await row('o1')).state).toBe('queued');
});

it('takes a queued reply back into the draft, above what was begun meanwhile', async () => {
  await send('o1');
  await store.page.saveDraft({ conversationId, html: '<p>PS</p>', text: 'PS' });
  await store.page.cancelSend({ outboxId: 'o1' });
  expect((await row('o1')).state).toBe('cancelled');
  expect(await store.rows.drafts.get(conversationId)).toMatchObject({
    text: 'Yarın sizde.\n\nPS',
    html: '<p>Yarın sizde.</p><p>PS</p>',
  });
  const after = await conversation();
  expect(after).toMatchObject({ folder: 'open', messageCount: 1, hasDraft: true, lastDirection: 'in' });
  expect(after.outboxState).toBeUndefined();
  wait(20_000);
  expect((await claim()).items).toEqual([]);
  expect(await refused(store.page.cancelSend({ outboxId: 'o1' }))).toMatchObject({ code: 'conflict' });
});

it('cannot take back what has left', async () => {
  await claimed('o1');
  expect(await refused(store.page.cancelSend({ outboxId: 'o1' }))).toMatchObject({ code: 'conflict' });
});

it('brings a failed reply back to be edited', async () => {
  await claimed('o1');
  await settle('o1', { kind: 'failed', error: { code: 'refused', message: '552' } });
  await store.page.editFailed({ outboxId: 'o1' });
  expect(await store.rows.drafts.get(conversationId)).toMatchObject({ text: 'Yarın sizde.' });
  expect((await row('o1')).state).toBe('cancelled');
});

it('keeps the order of a conversation, and lets others pass', async () => {
  await store.batch([message({ key: 'other', from: { name: 'N', address: 'n@c.example' }, subject: 'else' })]);
  const other = (await store.rows.conversations.toArray()).find((candidate) => candidate.id !== conversationId)!.id;
  await send('a1');
  wait(1);
  await send('a2', { undoWindowMs: 0 });
  await send('b1', { undoWindowMs: 0, conversationId: other });
  expect((await claim()).items.map((item) => item.id)).toEqual(['b1']);
  wait(10_000);
  expect((await claim()).items.map((item) => item.id)).toEqual(['a1']);
  await settle('a1', { kind: 'failed', error: { code: 'refused', message: '550' } });
  expect((await claim()).items).toEqual([]);
  await store.page.retrySend({ outboxId: 'a1' });
  await claim();
  await inflight('a1');
  await settle('a1', { kind: 'accepted' });
  expect((await claim()).items.map((item) => item.id)).toEqual(['a2']);
});

it('an expired lease is given out again, and the first holder may not send any more', async () => {
  await claimed('o1');
  wait(180_001);
  expect((await claim()).items).toMatchObject([{ id: 'o1', attempts: 2 }]);
  await inflight('o1');
  expect(await refused(inflight('o1'))).toMatchObject({ code: 'conflict' });
});

it('a new life of sync voids claims; what was inflight is ambiguous and is only looked for', async () => {
  await claimed('o1');
  await store.toStore.hello({ manifests: [] });
  expect((await row('o1')).state).toBe('queued');
  expect(await refused(inflight('o1'))).toMatchObject({ code: 'conflict' });
  await claim();
  await inflight('o1');
  await store.toStore.hello({ manifests: [] });
  expect(lastJournaled('o1')).toMatchObject({ data: { state: 'ambiguous' } });
  const looks: number[] = [];
  for (let look = 0; look < 3; look++) {
    looks.push((await claim()).nextAt! - store.clock.now);
    wait(looks[look]!);
    expect((await claim()).items).toMatchObject([{ id: 'o1', state: 'ambiguous' }]);
    await settle('o1', { kind: 'ambiguous', error });
  }
  expect(looks).toEqual([10_000, 60_000, 300_000]);
  expect(await claim()).toEqual({ items: [], nextAt: null });
  expect(await conversation()).toMatchObject({ folder: 'open', outboxState: 'ambiguous' });
});

it('lets proof or a person resolve an ambiguous reply', async () => {
  for (const [id, how] of [
    ['o1', 'proof'],
    ['o2', 'was-sent'],
    ['o3', 'send-again'],
    ['o4', 'requeue'],
  ] as const) {
    await claimed(id);
    await inflight(id);
    expect(await settle(id, { kind: 'ambiguous', error })).toEqual({ state: 'ambiguous' });
    expect(await settle(id, { kind: 'retry', error, retryAt: store.clock.now + 5 })).toEqual({ state: 'ambiguous' });
    if (how === 'proof') await settle(id, { kind: 'accepted' });
    else if (how === 'requeue') await settle(id, { kind: 'requeue' });
    else await store.page.resolveAmbiguous({ outboxId: id, decision: how });
    const { state } = await row(id);
    expect([how, state]).toEqual([how, how === 'proof' || how === 'was-sent' ? 'accepted' : 'queued']);
    if (state === 'queued') {
      await claim();
      await inflight(id);
    }
    await settle(id, { kind: 'filed' });
  }
});

it('knows the copy in Sent by our own id though the server changed the Message-ID', async () => {
  await claimed('o1');
  await inflight('o1');
  await settle('o1', { kind: 'accepted' });
  const copy = message({
    key: 'sent1',
    uid: 5,
    mailbox: 'Sent',
    direction: 'out',
    outboxId: 'o1',
    rfcMessageId: rfc('changed@provider.test'),
    agoMs: -minute,
    references: ['root@x.test', 'q@x.test'],
  });
  await store.batch([copy], 'live');
  expect(await row('o1')).toMatchObject({ state: 'filed', copyId: 'acc1:sent1' });
  const messages = await store.rows.messages.toArray();
  expect(messages).toHaveLength(2);
  expect(messages[1]).toMatchObject({ id: 'acc1:sent1', rfcMessageId: 'changed@provider.test' });
  expect(messages[1]?.outboxId).toBeUndefined();
  expect(await conversation()).toMatchObject({ messageCount: 2, folder: 'waiting' });
  expect(placementsOf(messages[1]!)).toMatchObject([{ mailbox: 'Sent' }]);
  await store.batch(
    [copy, message({ ...{ key: 'sent1', uid: 8, mailbox: 'All Mail' }, direction: 'out', outboxId: 'o1' })],
    'live',
  );
  expect(await store.rows.messages.count()).toBe(2);
  await store.batch(
    [
      message({
        key: 'answer',
        uid: 9,
        agoMs: -2 * minute,
        inReplyTo: ['changed@provider.test'],
        subject: 'Teşekkürler',
      }),
    ],
    'live',
  );
  expect(await conversation()).toMatchObject({ messageCount: 3, folder: 'open' });
});

it('knows the copy by its Message-ID, and takes it as proof for an ambiguous or queued reply', async () => {
  await claimed('o1');
  await inflight('o1');
  await settle('o1', { kind: 'ambiguous', error });
  await store.batch(
    [message({ key: 's', uid: 5, mailbox: 'Sent', direction: 'out', rfcMessageId: rfc('o1@defter.test') })],
    'live',
  );
  expect((await row('o1')).state).toBe('accepted');
  wait(10_000);
  expect((await claim()).items).toMatchObject([{ id: 'o1', state: 'accepted' }]);
  expect(await settle('o1', { kind: 'filed' })).toEqual({ state: 'filed' });
  await send('o2');
  await store.batch([message({ key: 's2', uid: 6, mailbox: 'Sent', direction: 'out', outboxId: 'o2' })], 'live');
  expect((await row('o2')).state).toBe('accepted');
});

it('files at once when the copy was seen before the server said yes', async () => {
  await claimed('o1');
  await inflight('o1');
  await store.batch([message({ key: 's', uid: 5, mailbox: 'Sent', direction: 'out', outboxId: 'o1' })], 'live');
  expect((await row('o1')).state).toBe('accepted');
  await store.batch([message({ key: 's', uid: 5, mailbox: 'Sent', direction: 'out', outboxId: 'o1' })], 'live');
  expect(await settle('o1', { kind: 'accepted' })).toMatchObject({ state: 'filed' });
  expect(await store.rows.messages.count()).toBe(2);
});

it('never lets a stranger settle our replies with a forged id', async () => {
  await send('o1');
  await store.batch(
    [
      message({
        key: 'forged',
        direction: 'in',
        outboxId: 'o1',
        rfcMessageId: rfc('o1@defter.test'),
        from: { name: '', address: 'evil@bad.example' },
      }),
    ],
    'live',
  );
  expect((await row('o1')).state).toBe('queued');
  expect(await store.rows.messages.count()).toBe(3);
});

it('stands after the message it answers, though our clock is behind the server', async () => {
  await store.batch([message({ key: 'future', agoMs: -hour, references: ['root@x.test'] })], 'live');
  await send('o1');
  expect(await conversation()).toMatchObject({ lastDirection: 'out', folder: 'waiting' });
});

it('serves a new port after sync was restarted, beside a dead one', async () => {
  await claimed('o1');
  const { port1, port2 } = new MessageChannel();
  store.running.serveSync(port1);
  const fresh = connect(port2, storeApi);
  await fresh.hello({ manifests: [] });
  expect((await fresh.claimReplies({ accountId: account, leaseMs: 1000, limit: 5 })).items).toHaveLength(1);
});
