// A store that is open to be read: mail comes in and is found, and no command changes anything.
import { afterEach, describe, expect, test } from 'vitest';
import type { ConversationId, CustomerId, MessageId, OutboxId } from '../../shared/model/ids.ts';
import { MemoryJournal } from '../harness/memory-journal.ts';
import { shopRecords } from '../harness/shop-records.ts';
import { message } from './items.ts';
import { account, openTestStore, refused, type TestStore } from './test-store.ts';

let store: TestStore;
afterEach(() => store.close());

describe('open to be read', () => {
  test('every command that would write or send is refused, and nothing has changed', async () => {
    const journal = new MemoryJournal();
    journal.isReadOnly = true;
    store = await openTestStore({ journal });
    await store.batch([message({ key: 'a', subject: 'Walnut tray', text: 'Is the walnut tray still there?' })]);
    const [conversation] = await store.rows.conversations.toArray();
    if (!conversation) throw new Error('The message made no conversation');
    const before = { appended: journal.appendCount, rows: await contents(store) };
    const { id } = conversation;
    const conversationIds = [id];
    const words = { html: '<p>Hello</p>', text: 'Hello' };
    const customerId = conversation.customerId as CustomerId;
    const outboxId = 'out-1' as OutboxId;
    const { page } = store;
    const calls = [
      page.moveConversations({ conversationIds, folder: 'closed' }),
      page.setTags({ conversationIds, tags: ['gift'] }),
      page.setSeen({ conversationIds, isSeen: true }),
      page.saveNote({ conversationId: id, text: 'A note', author: 'Defne' }),
      page.saveCustomerNote({ customerId, note: 'Likes walnut' }),
      page.saveDraft({ conversationId: id, ...words }),
      page.discardDraft({ conversationId: id }),
      page.queueReply({
        outboxId,
        conversationId: id,
        to: [{ name: '', address: 'ayse@customer.example' }],
        cc: [],
        subject: 'Re: Walnut tray',
        closeAfter: false,
        undoWindowMs: 0,
        ...words,
      }),
      page.cancelSend({ outboxId }),
      page.resolveAmbiguous({ outboxId, decision: 'send-again' }),
      page.keepFile({ name: 'a.txt', mimeType: 'text/plain', bytes: new Uint8Array([1]) }),
      page.erasePerson({ customerId }),
      page.applyRetention({ before: store.clock.now, keepTags: [] }),
      page.forgetAccount({ accountId: account }),
      page.syncNow({ accountId: null }),
    ];
    expect((await Promise.all(calls.map(refused))).map(({ code }) => code)).toEqual(calls.map(() => 'read-only'));
    expect({ appended: journal.appendCount, rows: await contents(store) }).toEqual(before);
    expect([store.sync.frozen, store.sync.kept, store.sync.syncNows]).toEqual([[], [], []]);

    const { hits } = await page.search({ query: 'walnut', limit: 10 });
    expect(hits.map((hit) => hit.conversationId)).toEqual([id]);
    expect(await page.countExport({ scope: { kind: 'everything' } })).toMatchObject({ conversations: 1, messages: 1 });
  });
});

test('begins with what the shop wrote, and tells nobody that its database was lost', async () => {
  const journal = new MemoryJournal();
  journal.isReadOnly = true;
  const place = {
    accountId: account,
    conversationId: `${account}:x` as ConversationId,
    anchor: `${account}:a` as MessageId,
  };
  journal.records = shopRecords(place).map((record, index) => ({ seq: index + 1, record }));
  store = await openTestStore({ journal });
  expect(await store.rows.customerNotes.count()).toBeGreaterThan(0);
  expect(await store.rows.meta.get('rebuilt')).toBeUndefined();
});

async function contents({ rows }: TestStore): Promise<unknown> {
  const { conversations, messages, drafts, notes, outbox, customers } = rows;
  return Promise.all([conversations, messages, drafts, notes, outbox, customers].map((table) => table.toArray()));
}
