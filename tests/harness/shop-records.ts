// One record of every kind that a shop may have written, about one conversation: for tests that nothing of a shop is lost.
import type {
  AccountId,
  CannedReplyId,
  ConversationId,
  CustomerId,
  FactId,
  MessageId,
  NoteId,
  OutboxId,
  RfcMessageId,
} from '../../shared/model/ids.ts';
import type { JournalRecord } from '../../shared/model/journal.ts';

export interface RecordsPlace {
  accountId: AccountId;
  conversationId: ConversationId;
  /** A message of the customer in it. */
  anchor: MessageId;
}

const at = Date.UTC(2026, 2, 6, 9);
const ayse = 'email:ayse@customer.example';

/** All kinds but `seen` and the frozen bytes of replies, which belong to one computer's accounts. */
export function shopRecords({ accountId, conversationId, anchor }: RecordsPlace): JournalRecord[] {
  const place = { conversationId, anchor };
  return [
    {
      kind: 'conversation',
      key: conversationId,
      at,
      data: {
        ...place,
        folder: 'snoozed',
        snoozedUntil: Date.UTC(2099, 0, 1),
        tags: ['gift', 'çok önemli'],
        changedAt: at,
      },
    },
    {
      kind: 'note',
      key: 'note-1',
      at,
      data: {
        id: 'note-1' as NoteId,
        ...place,
        text: 'Likes blue\u2028and green',
        author: 'Deniz',
        createdAt: at,
        editedAt: at + 5,
      },
    },
    {
      kind: 'draft',
      key: conversationId,
      at,
      data: {
        ...place,
        html: '<p>Merhaba</p>',
        text: 'Merhaba',
        subject: 'Vazo',
        cc: [{ name: '', address: 'x@customer.example' }],
        savedAt: at,
      },
    },
    {
      kind: 'customer',
      key: ayse,
      at,
      data: {
        customerId: ayse as CustomerId,
        handle: ayse,
        note: 'Pays by card',
        profile: { preferredName: 'Ayşe Hanım', phone: '0555 000 11 22', isLoyal: true },
        changedAt: at,
      },
    },
    {
      kind: 'customer-merge',
      key: 'email:a.yilmaz@customer.example',
      at,
      data: { handle: 'email:a.yilmaz@customer.example', into: ayse, changedAt: at },
    },
    {
      kind: 'customer-distinct',
      key: `${ayse}|email:nikos@customer.example`,
      at,
      data: { handles: [ayse, 'email:nikos@customer.example'], changedAt: at },
    },
    {
      kind: 'customer-note',
      key: 'cn-1',
      at,
      data: {
        id: 'cn-1',
        handle: ayse,
        kind: 'handover',
        text: 'Waits for the second vase',
        author: 'Deniz',
        createdAt: at,
        isPinned: true,
        remindAt: at + 7,
      },
    },
    {
      kind: 'promise',
      key: 'p-1',
      at,
      data: {
        id: 'p-1',
        handle: ayse,
        ...place,
        text: 'a call by Friday',
        dueAt: at + 9,
        madeAt: at,
        author: 'Deniz',
        state: 'open',
      },
    },
    {
      kind: 'touchpoint',
      key: 't-1',
      at,
      data: {
        id: 't-1',
        handle: ayse,
        name: 'Ayşe Yılmaz',
        channel: 'phone',
        direction: 'in',
        isMissed: false,
        at,
        text: 'Asked for the vase',
        author: 'Deniz',
        minutes: 4,
        isInInbox: true,
        createdAt: at,
      },
    },
    {
      kind: 'shop-order',
      key: 'email|1007',
      at,
      data: {
        order: {
          number: '1007',
          channel: 'email',
          handle: ayse,
          placedAt: at,
          status: 'paid',
          totalMinor: 45_000,
          currency: 'TRY',
          items: [{ title: 'Vazo', quantity: 1, priceMinor: 45_000 }],
        },
        importId: 'import-1',
        importedAt: at,
      },
    },
    {
      kind: 'canned-reply',
      key: 'own-1',
      at,
      data: {
        id: 'own-1' as CannedReplyId,
        scenario: 'own-1',
        language: 'el',
        title: 'Ευχαριστούμε',
        whenToUse: '',
        body: 'Ευχαριστούμε πολύ.',
        tags: [],
        channels: [],
        isBuiltIn: false,
        folder: 'Thanks',
        changedAt: at,
      },
    },
    {
      kind: 'fact',
      key: 'fact-1',
      at,
      data: {
        id: 'fact-1' as FactId,
        key: 'kargo',
        label: 'Kargo süresi',
        kind: 'delivery',
        texts: { tr: 'iki gün' },
        checkedAt: at,
        freshDays: 30,
      },
    },
    {
      kind: 'outbox',
      key: 'out-1',
      at,
      data: {
        id: 'out-1' as OutboxId,
        accountId,
        ...place,
        state: 'failed',
        content: {
          outboxId: 'out-1' as OutboxId,
          to: [{ name: 'Ayşe', address: 'ayse@customer.example' }],
          cc: [],
          subject: 'Re: Vazo',
          text: 'Kargoya verdik.',
          html: '',
          references: ['a1@mail.example' as RfcMessageId],
          writtenAt: at,
        },
        notBeforeAt: at,
        queuedAt: at,
        attempts: 1,
        closeAfter: false,
        serverWords: '550 no such person',
        rfcMessageId: 'out-1@defter.example' as RfcMessageId,
        cannedReplyIds: ['own-1' as CannedReplyId],
      },
    },
    {
      kind: 'erasure',
      key: 'e-1',
      at,
      data: {
        id: 'e-1',
        erasedAt: at,
        reason: 'request',
        salt: 'salt',
        handleHashes: ['a'.repeat(64)],
        counts: { conversations: 1, messages: 2, notes: 0, orders: 0, attachments: 0, unsent: 0 },
      },
    },
  ];
}
