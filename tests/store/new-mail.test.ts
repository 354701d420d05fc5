// New mails: a draft that makes its own conversation, becomes a message when sent, and comes back whole.
import { afterEach, describe, expect, it } from 'vitest';
import type { ConversationId } from '../../shared/model/ids.ts';
import { newMailId } from '../../shared/model/new-mail.ts';
import { ayse, message, nikos } from './items.ts';
import { account, openTestStore, refused, type TestStore } from './test-store.ts';

let store: TestStore | undefined;
afterEach(async () => {
  await store?.close();
  store = undefined;
});

const id = newMailId(account, 'first');
const content = { html: '<p>Merhaba, kataloğumuz ekte.</p>', text: 'Merhaba, kataloğumuz ekte.' };
const mail = { mode: 'new' as const, to: [ayse], cc: [nikos], subject: 'Yeni katalog', ...content };

async function send(on: TestStore, conversationId: ConversationId, outboxId = 'o1') {
  return on.page.queueReply({
    outboxId: outboxId,
    conversationId,
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    ...content,
    mode: 'new',
    closeAfter: false,
    undoWindowMs: 10_000,
  });
}

describe('a new mail', () => {
  it('stands in the inbox as a conversation of its own while it is written, also after the database was lost', async () => {
    store = await openTestStore();
    await store.batch([message({ key: 'a' })]);
    await store.page.saveDraft({ conversationId: id, ...mail });
    const check = async (on: TestStore) => {
      const row = await on.rows.conversations.get(id);
      expect(row).toMatchObject({
        subject: 'Yeni katalog',
        hasDraft: true,
        messageCount: 0,
        folder: 'open',
        lastDirection: 'out',
      });
      const { savedAt: _at, ...draft } = (await on.rows.drafts.get(id)) ?? { savedAt: 0 };
      expect(draft).toEqual({ conversationId: id, anchor: null, ...mail });
      return row;
    };
    expect(await check(store)).toMatchObject({
      customerName: 'Ayşe Yılmaz',
      customerId: 'email:ayse@customer.example',
    });
    store = await store.reopen({ loseDatabase: true });
    await check(store);
    expect(await store.rows.counters.get('folder/open')).toMatchObject({ value: 1 });
  });

  it('is kept while it is empty, and is gone without a trace when it is discarded', async () => {
    store = await openTestStore();
    await store.page.saveDraft({ conversationId: id, mode: 'new', html: '', text: '' });
    expect(await store.rows.conversations.count()).toBe(1);
    await store.page.discardDraft({ conversationId: id });
    expect(await store.rows.conversations.count()).toBe(0);
    expect(await store.rows.counters.count()).toBe(0);
    store = await store.reopen({ loseDatabase: true });
    expect(await store.rows.conversations.count()).toBe(0);
  });

  it('makes no conversation for a reply whose conversation is gone', async () => {
    store = await openTestStore();
    const error = await refused(store.page.saveDraft({ conversationId: 'acc1:gone', ...content }));
    expect(error.code).toBe('gone');
  });

  it('becomes a conversation of its own when it is sent, named as a rebuilt store would name it', async () => {
    store = await openTestStore();
    await store.page.saveDraft({ conversationId: id, ...mail });
    const { conversationId } = await send(store, id);
    expect(await store.rows.conversations.get(id)).toBeUndefined();
    expect(await store.rows.conversations.get(conversationId)).toMatchObject({
      subject: 'Yeni katalog',
      folder: 'waiting',
      messageCount: 1,
      customerName: 'Ayşe Yılmaz',
      hasDraft: false,
    });
    expect(store.sync.frozen[0]).toMatchObject({ references: [], subject: 'Yeni katalog', to: [ayse], cc: [nikos] });
    store = await store.reopen({ loseDatabase: true });
    expect(await store.rows.conversations.toArray()).toMatchObject([{ id: conversationId, folder: 'waiting' }]);
    // the copy in Sent, met by another rebuild
    store = await store.reopen({ loseDatabase: true });
    await store.batch([
      message({
        key: 'copy',
        direction: 'out',
        rfcMessageId: 'o1@defter.test' as never,
        outboxId: 'o1',
        uid: 1,
        mailbox: 'Sent',
      }),
    ]);
    expect(await store.rows.conversations.toArray()).toMatchObject([{ id: conversationId, messageCount: 1 }]);
  });

  it('comes back with people, subject and words when sending is taken back, and can be sent again', async () => {
    store = await openTestStore();
    await store.page.saveDraft({ conversationId: id, ...mail });
    const first = await send(store, id);
    await store.page.cancelSend({ outboxId: 'o1' });
    expect(await store.rows.drafts.get(first.conversationId)).toMatchObject(mail);
    expect(await store.rows.conversations.get(first.conversationId)).toMatchObject({
      messageCount: 0,
      hasDraft: true,
      folder: 'open',
    });
    const second = await send(store, first.conversationId, 'o2');
    expect(second.conversationId).not.toBe(first.conversationId);
    expect(await store.rows.conversations.toArray()).toMatchObject([{ id: second.conversationId, messageCount: 1 }]);
    store = await store.reopen({ loseDatabase: true });
    expect(await store.rows.conversations.toArray()).toMatchObject([{ id: second.conversationId, messageCount: 1 }]);
  });

  it('leaves the folder of a conversation alone when a mail of it is only passed on', async () => {
    store = await openTestStore();
    await store.batch([message({ key: 'a' })]);
    const [conversation] = await store.rows.conversations.toArray();
    if (!conversation) throw new Error('No conversation');
    await store.page.queueReply({
      outboxId: 'f1',
      conversationId: conversation.id,
      to: [nikos],
      cc: [],
      subject: 'Fwd: Siparişim nerede?',
      ...content,
      mode: 'forward',
      closeAfter: false,
      undoWindowMs: 0,
    });
    expect(await store.rows.conversations.get(conversation.id)).toMatchObject({ folder: 'open', messageCount: 2 });
  });
});
