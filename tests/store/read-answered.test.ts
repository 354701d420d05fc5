// What people have sent, as the page reads it for the weeks of wording: whose it is, what is new in it, and what is left out.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readAnswered, type AnsweredNow } from '../../renderer/app/reads/read-answered.ts';
import type { ConversationId } from '../../shared/model/ids.ts';
import { ayse, day, hour, message, nikos } from './items.ts';
import { account, openTestStore, start, type TestStore } from './test-store.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

const since = start - 7 * day;
async function answered(from: TestStore = store): Promise<AnsweredNow[]> {
  const found: AnsweredNow[] = [];
  for await (const piece of readAnswered(since, from.rows)) found.push(...piece.answered);
  return found;
}
const sentIn = (found: readonly AnsweredNow[]) =>
  found.flatMap(({ sent }) => sent.map(({ agentId, fresh }) => [agentId, fresh]));
const conversationId = async () => (await store.rows.conversations.toArray())[0]!.id;

async function send(outboxId: string, id: ConversationId, more: object) {
  await store.page.queueReply({
    outboxId: outboxId,
    conversationId: id,
    to: [ayse],
    cc: [],
    subject: 'Re: Siparişim nerede?',
    html: '',
    text: `Merhaba, ${outboxId}`,
    closeAfter: false,
    undoWindowMs: 10_000,
    ...more,
  });
}
async function deliver(outboxId: string) {
  store.clock.now += 10_000;
  await store.toStore.claimReplies({ accountId: account, leaseMs: 1000, limit: 1 });
  await store.toStore.markInflight({ id: outboxId });
  await store.toStore.settle({ id: outboxId, outcome: { kind: 'accepted' } });
}

it('knows who sent a reply, before its copy has come, with it and after a rebuild; hand-over notes come with it', async () => {
  await store.batch([message({ key: 'q', uid: 1 })]);
  const id = await conversationId();
  await send('o1', id, { agentId: 'defne' });
  expect(sentIn(await answered())).toEqual([]);
  await deliver('o1');
  expect(sentIn(await answered())).toEqual([['defne', 'Merhaba, o1']]);
  const copy = message({
    key: 'copy',
    direction: 'out',
    outboxId: 'o1',
    uid: 1,
    mailbox: 'Sent',
    agoMs: -5000,
    text: 'Merhaba, o1',
    inReplyTo: ['q@x.test'],
    rfcMessageId: 'o1@defter.test' as never,
  });
  await store.batch([copy], 'live');
  await send('o2', id, { agentId: 'mert' });
  await deliver('o2');
  const note = { id: 'n', handle: `email:${ayse.address}`, text: 'Mert follows', author: 'Defne', isPinned: false };
  await store.page.putCustomerData({
    entries: [{ kind: 'customer-note', key: 'n', data: { ...note, kind: 'handover', createdAt: start + 5 } }],
  });
  const both = [
    ['defne', 'Merhaba, o1'],
    ['mert', 'Merhaba, o2'],
  ];
  const [found] = await answered();
  expect(sentIn([found!])).toEqual(both);
  expect(found).toMatchObject({ askedAt: start - hour, handedOverAt: [start + 5] });

  const rebuilt = await store.reopen({ loseDatabase: true });
  store = rebuilt;
  await store.batch([message({ key: 'q', uid: 1 }), copy]);
  expect(sentIn(await answered())).toEqual(both);
});

it('reads what a person newly wrote, and no automatic mail, call, old mail or marketplace mail twice', async () => {
  await store.batch([
    message({ key: 'q', uid: 1, agoMs: 2 * hour }),
    message({
      key: 'answer',
      uid: 2,
      direction: 'out',
      inReplyTo: ['q@x.test'],
      text: 'Merhaba Ayşe Hanım, vazonuz yarın yola çıkıyor.\n\n> İADE EDİLMEZ!!!\n',
    }),
    message({ key: 'auto', uid: 3, direction: 'out', inReplyTo: ['q@x.test'], isAutomatic: true }),
    message({ key: 'old', uid: 4, direction: 'out', inReplyTo: ['q@x.test'], agoMs: 8 * day, text: 'Eski' }),
    message({ key: 'quiet', uid: 5, from: nikos, rfcMessageId: 'quiet@x.test' as never }),
  ]);
  await send('rule', await conversationId(), { isAutomatic: true });
  await deliver('rule');
  await store.page.putCustomerData({
    entries: [
      {
        kind: 'touchpoint',
        key: 't',
        data: {
          id: 't',
          handle: null,
          channel: 'phone',
          direction: 'out',
          isMissed: false,
          at: start,
          text: 'Aradım',
          author: 'Defne',
          isInInbox: true,
          createdAt: start,
        },
      },
    ],
  });
  expect(sentIn(await answered())).toEqual([
    [undefined, ''],
    [undefined, 'Merhaba Ayşe Hanım, vazonuz yarın yola çıkıyor.'],
  ]);
});

it('goes through many conversations in pieces and says how far it is', async () => {
  await store.batch(
    Array.from({ length: 30 }, (_, index) => message({ key: `q${index}`, uid: index + 1, subject: `Vazo ${index}` })),
  );
  const steps: [number, number][] = [];
  for await (const { done, total } of readAnswered(since, store.rows)) steps.push([done, total]);
  expect(steps).toEqual([
    [25, 30],
    [30, 30],
  ]);
});
