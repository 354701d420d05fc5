// Fills the list of the running app with any number of conversations, straight into its database.
import type { Page } from '@playwright/test';
import { fillStore } from './page-store.ts';

/** Writes `count` conversations of the demo account, with the counters that go with them, and loads the page anew. */
export async function seedConversations(page: Page, count: number): Promise<void> {
  const fill = async (wanted: number): Promise<void> => {
    const { pageStore } = window;
    if (!pageStore) throw new Error('The store was not opened');
    const people = ['Ayşe Yılmaz', 'Νίκος Παππάς', 'Emily Carter', 'Çağrı Güneş', 'Ελένη Γεωργίου', 'James Shaw'];
    const subjects = ['Siparişim nerede?', 'Επιστροφή προϊόντος', 'Is the large vase back?', 'Fatura', 'Kırık ulaştı'];
    const now = Date.now();
    const rowOf = (index: number): Record<string, unknown> => {
      const at = now - index * 240_000;
      const isUnread = index % 9 === 0;
      return {
        id: `bench-${String(index).padStart(8, '0')}`,
        accountId: 'demo',
        channel: 'email',
        subject: `${subjects[index % subjects.length] ?? ''} ${index}`,
        customerId: null,
        customerName: people[index % people.length] ?? '',
        folder: 'open',
        lastAt: at,
        lastDirection: 'in',
        snippet: `Merhaba, ${index} numaralı siparişim hakkında bilgi alabilir miyim? Teşekkür ederim, iyi çalışmalar.`,
        messageCount: 1,
        unreadCount: isUnread ? 1 : 0,
        ...(isUnread ? { unreadAt: at } : {}),
        hasAttachments: index % 7 === 0,
        noteCount: 0,
        hasDraft: false,
        tags: index % 11 === 0 ? ['iade', 'acil'] : [],
        language: 'tr',
        isAutomatic: false,
        firstAt: at,
        firstInboundAt: at,
        inboundAt: [at],
        anchor: null,
      };
    };
    const unread = Math.ceil(wanted / 9);
    for (let from = 0; from < wanted; from += 2000) {
      const size = Math.min(2000, wanted - from);
      await pageStore.write({ conversations: Array.from({ length: size }, (_none, index) => rowOf(from + index)) });
    }
    await pageStore.count({
      'folder/open': wanted,
      'channel/email/open': wanted,
      'account/demo': wanted,
      unread,
      'unread/open': unread,
      'channel/email/unread': unread,
    });
  };
  await fillStore(page, fill, count);
}
