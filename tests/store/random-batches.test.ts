// Random sequences: counters always equal a recount, summaries their messages, and a rebuilt store the one that was lost.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Item } from '../../shared/model/item.ts';
import { recount } from '../../renderer/store/work/counters.ts';
import { placeKey, placementsOf } from '../../renderer/store/mail/places.ts';
import { ayse, flags, gone, hour, message, nikos, shop } from './items.ts';
import { allBodies } from './all-bodies.ts';
import { allThreadIds } from './all-thread-ids.ts';
import { openTestStore, type TestStore } from './test-store.ts';

/** More runs, or those of a seed that a failure named, by `VITE_RANDOM_RUNS` and `VITE_RANDOM_SEED`. */
const seed: unknown = import.meta.env['VITE_RANDOM_SEED'];
const randomRuns = {
  numRuns: Number(import.meta.env['VITE_RANDOM_RUNS'] ?? 40),
  ...(seed === undefined ? {} : { seed: Number(seed) }),
};

const mailboxes = ['INBOX', 'Sent', 'Archive'];
const small = (max: number) => fc.integer({ min: 0, max });

/** A dozen messages in three threads, each able to lie in any mailbox under any of a few numbers. */
const anyMessage: fc.Arbitrary<Item> = fc
  .record({
    who: small(11),
    uid: small(9),
    mailbox: small(2),
    seen: fc.boolean(),
    answered: fc.boolean(),
  })
  .map(({ who, uid, mailbox, seen, answered }) => {
    const thread = who % 3;
    const isOut = who % 4 === 3;
    const person = thread === 1 ? nikos : ayse;
    return message({
      key: `m${who}`,
      direction: isOut ? 'out' : 'in',
      from: isOut ? shop : person,
      to: [isOut ? person : shop],
      agoMs: (who + 1) * hour,
      uid: uid + 1,
      mailbox: mailboxes[mailbox]!,
      subject: who > 8 ? 'Re: konu' : `konu ${thread}`,
      isSeen: seen,
      isAnswered: answered,
      references: [
        ...(who >= 3 ? [`m${who - 3}@x.test`] : []),
        ...(who > 5 && who % 2 === 0 ? [`m${(who + 1) % 3}@x.test`] : []),
      ],
    });
  });
const anyItem: fc.Arbitrary<Item> = fc.oneof(
  { weight: 6, arbitrary: anyMessage },
  { weight: 2, arbitrary: fc.tuple(small(9), small(2)).map(([uid, box]) => gone(uid + 1, mailboxes[box])) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(small(9), fc.boolean(), fc.boolean(), small(2))
      .map(([uid, seen, answered, box]) => flags(uid + 1, seen, answered, mailboxes[box])),
  },
  { weight: 1, arbitrary: small(2).map((box): Item => ({ kind: 'mailbox-reset', mailbox: mailboxes[box]! })) },
  { weight: 1, arbitrary: small(2).map((box): Item => ({ kind: 'mailbox-whole', mailbox: mailboxes[box]! })) },
);
/** What a person does meanwhile, with one of the conversations. */
const deed = fc.record({
  kind: fc.constantFrom(
    'close' as const,
    'note' as const,
    'draft' as const,
    'seen' as const,
    'unseen' as const,
    'reply' as const,
    'undo' as const,
  ),
  which: small(5),
});
const batchOf = (items: fc.Arbitrary<Item>, maxLength: number) =>
  fc.record({
    kind: fc.constant('batch' as const),
    items: fc.array(items, { minLength: 1, maxLength }),
    live: fc.boolean(),
    twice: fc.boolean(),
  });
const anyStep = fc.oneof(
  {
    weight: 5,
    arbitrary: batchOf(anyItem, 12),
  },
  {
    weight: 1,
    arbitrary: deed,
  },
);

async function takeStep(store: TestStore, step: typeof anyStep extends fc.Arbitrary<infer S> ? S : never, at: number) {
  if (step.kind === 'batch') {
    for (let time = 0; time < (step.twice ? 2 : 1); time++) await store.batch(step.items, step.live ? 'live' : 'first');
    return;
  }
  const rows = await store.rows.conversations.toArray();
  const conversationId = rows[step.which % Math.max(rows.length, 1)]?.id;
  if (conversationId === undefined) return;
  const conversationIds = [conversationId];
  if (step.kind === 'close') await store.page.moveConversations({ conversationIds, folder: 'closed' });
  if (step.kind === 'note') await store.page.saveNote({ conversationId, text: `note ${at}`, author: '' });
  if (step.kind === 'draft') await store.page.saveDraft({ conversationId, html: 'd', text: 'd' });
  if (step.kind === 'seen' || step.kind === 'unseen')
    await store.page.setSeen({ conversationIds, isSeen: step.kind === 'seen' });
  if (step.kind === 'reply') {
    await store.page.queueReply({
      outboxId: `o${at}`,
      conversationId,
      to: [ayse],
      cc: [],
      subject: 's',
      html: '',
      text: 't',
      closeAfter: false,
      undoWindowMs: 5000,
    });
  }
  const queued = (await store.rows.outbox.toArray()).find((row) => row.state === 'queued');
  if (step.kind === 'undo' && queued) await store.page.cancelSend({ outboxId: queued.id });
}

async function expectTruth(store: TestStore) {
  const { rows } = store;
  const [conversations, messages, notes, drafts, customers, bodies, threadIds] = await Promise.all([
    rows.conversations.toArray(),
    rows.messages.toArray(),
    rows.notes.toArray(),
    rows.drafts.toArray(),
    rows.customers.toArray(),
    allBodies(rows),
    allThreadIds(rows),
  ]);
  expect(new Set(threadIds.map(({ key }) => key)).size).toBe(threadIds.length);
  expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  expect((await rows.counters.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(await recount(rows));
  const ids = new Set(conversations.map((row) => row.id));
  for (const row of [...messages, ...notes, ...drafts, ...threadIds]) expect(ids).toContain(row.conversationId);
  const places = messages.flatMap((row) => placementsOf(row).map((placement) => placeKey(row.accountId, placement)));
  expect(new Set(places).size).toBe(places.length);
  expect(bodies.map((row) => row.n)).toEqual(messages.map((row) => row.n));
  for (const row of conversations) {
    const own = messages.filter((one) => one.conversationId === row.id).sort((a, b) => a.receivedAt - b.receivedAt);
    const unread = own.filter((one) => one.direction === 'in' && !one.isSeen).length;
    expect(row.messageCount + row.noteCount + Number(row.hasDraft)).toBeGreaterThan(0);
    expect(row).toMatchObject({
      messageCount: own.length,
      unreadCount: unread,
      noteCount: notes.filter((note) => note.conversationId === row.id).length,
      hasDraft: drafts.some((draft) => draft.conversationId === row.id),
    });
    expect(row.unreadAt).toBe(unread > 0 ? row.lastAt : undefined);
    if (own.length > 0) expect(row).toMatchObject({ lastAt: own.at(-1)!.receivedAt, firstAt: own[0]!.receivedAt });
    if (row.customerId !== null) expect(customers.map(({ id }) => id)).toContain(row.customerId);
  }
}

it('keeps its own books whatever comes', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 10 }), async (steps) => {
      const store = await openTestStore();
      try {
        for (const [at, step] of steps.entries()) await takeStep(store, step, at);
        await expectTruth(store);
      } finally {
        await store.close();
      }
    }),
    randomRuns,
  );
});

/** What a shop would miss: per conversation (known by its messages) its notes, draft, tags, folder where decided, unread and replies. */
async function shopView(store: TestStore) {
  const { rows } = store;
  const messages = await rows.messages.toArray();
  const view: Record<string, unknown> = {};
  for (const row of await rows.conversations.toArray()) {
    const own = messages.filter((one) => one.conversationId === row.id);
    const name = own
      .map((one) => one.id)
      .sort()
      .join();
    const notes = await rows.notes.where('conversationId').equals(row.id).toArray();
    const replies = await rows.outbox.where('conversationId').equals(row.id).toArray();
    view[name] = {
      notes: notes.map((note) => note.text).sort(),
      draft: (await rows.drafts.get(row.id))?.text,
      tags: row.tags,
      folder: row.decidedBy === 'shop' ? row.folder : 'guessed',
      unread: own
        .filter((one) => !one.isSeen)
        .map((one) => one.id)
        .sort(),
      replies: replies
        .filter((reply) => reply.state !== 'cancelled')
        .map((reply) => [reply.id, reply.state, reply.frozen !== undefined])
        .sort(),
      outboxState: row.outboxState,
    };
  }
  return view;
}

const anyDeed = fc.oneof(
  {
    weight: 3,
    arbitrary: batchOf(anyMessage, 6),
  },
  {
    weight: 5,
    arbitrary: deed,
  },
);

/** A server never gives one UID to two messages; with random ones the order of arrival would decide which of them is left. */
function withOwnUid(item: Item): Item {
  if (item.kind !== 'message' || !item.message.placement) return item;
  const uid = Number(item.message.key.replace(/\D/g, '')) + 1;
  return { ...item, message: { ...item.message, placement: { ...item.message.placement, uid } } };
}

it('gives the shop back everything after the database was lost', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyDeed, { minLength: 3, maxLength: 14 }),
      fc.boolean(),
      fc.infiniteStream(fc.nat()),
      async (deeds, compacts, dice) => {
        let store = await openTestStore();
        const delivered = new Map<string, Item>();
        for (const [at, chosen] of deeds.entries()) {
          const deed = chosen.kind === 'batch' ? { ...chosen, items: chosen.items.map(withOwnUid) } : chosen;
          await takeStep(store, deed, at);
          if (deed.kind === 'batch')
            for (const item of deed.items) if (item.kind === 'message') delivered.set(item.message.key, item);
          store.clock.now += 1000;
        }
        const before = await shopView(store);
        if (compacts) store.journal.compact();
        store = await store.reopen({ loseDatabase: true });
        try {
          const mail = [...delivered.values()]
            .map((item) => ({ item, die: dice.next().value }))
            .sort((a, b) => a.die - b.die);
          for (const { item } of mail) await store.batch([item]);
          await expectTruth(store);
          expect(await shopView(store)).toEqual(before);
        } finally {
          await store.close();
        }
      },
    ),
    randomRuns,
  );
});

/** Which messages are together once `items` came one by one, in this order. */
async function groups(items: Item[]): Promise<string[]> {
  const store = await openTestStore();
  try {
    for (const item of items) await store.batch([item]);
    const rows = await store.rows.messages.toArray();
    const keysOf = (id: string) => rows.filter((row) => row.conversationId === id).map((row) => row.id.split(':')[1]);
    return [...new Set(rows.map((row) => row.conversationId))].map((id) => keysOf(id).sort().join()).sort();
  } finally {
    await store.close();
  }
}

function ordersOf(items: Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) => ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}

it('gives the same conversations whatever the order of arrival', { timeout: 300_000 }, async () => {
  const all = Array.from({ length: 9 }, (_, who) =>
    message({
      key: `m${who}`,
      agoMs: (who + 1) * hour,
      uid: who + 1,
      subject: `konu ${who % 3}`,
      references: who >= 3 ? [`m${who - 3}@x.test`] : [],
    }),
  );
  const expected = await groups(all);
  expect(expected).toHaveLength(3);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (items) => {
      expect(await groups(items)).toEqual(expected);
    }),
    { numRuns: 12 },
  );
});

it('keeps two threads with one subject apart, also where the answers come before what they answer', async () => {
  const items = [
    message({ key: 'a1', agoMs: 8 * hour, subject: 'Sipariş' }),
    message({ key: 'a2', agoMs: 6 * hour, subject: 'Re: Sipariş', references: ['a1@x.test'] }),
    message({ key: 'b1', agoMs: 4 * hour, subject: 'Sipariş' }),
    message({ key: 'b2', agoMs: 2 * hour, subject: 'Re: Sipariş', references: ['b1@x.test'] }),
  ];
  for (const order of ordersOf(items)) expect(await groups(order)).toEqual(['a1,a2', 'b1,b2']);
});

it('finds by subject what a reply answers that names nothing, whatever the order of arrival', async () => {
  const items = [
    message({ key: 'first', agoMs: 8 * hour, subject: 'Stok' }),
    message({ key: 'named', agoMs: 6 * hour, subject: 'Re: Stok', references: ['first@x.test'] }),
    message({ key: 'bare', agoMs: 4 * hour, subject: 'Ynt: Stok' }),
    message({ key: 'answer', direction: 'out', agoMs: 2 * hour, subject: 'Re: Stok', references: ['bare@x.test'] }),
  ];
  for (const order of ordersOf(items)) expect(await groups(order)).toEqual(['answer,bare,first,named']);
});

it('never takes a younger mail for what a reply answers', async () => {
  const reply = message({ key: 'reply', agoMs: 4 * hour, subject: 'Re: Fatura' });
  const younger = message({ key: 'younger', agoMs: 2 * hour, subject: 'Fatura' });
  for (const order of ordersOf([reply, younger])) expect(await groups(order)).toEqual(['reply', 'younger']);
});
