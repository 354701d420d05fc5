// Fills the store of the running app with any number of messages, texts and all, straight into its database.
import type { Page } from '@playwright/test';
import { fillStore } from './page-store.ts';

/**
 * Writes `count` messages of some 1.2 kB in conversations of four, the newest `ofEbay` of them on eBay and the others by e-mail, with the
 * counters that go with them, and loads the page anew.
 */
export async function seedMessages(page: Page, count: number, ofEbay: number): Promise<void> {
  const fill = async ({ wanted, ebay }: { wanted: number; ebay: number }): Promise<void> => {
    const { pageStore } = window;
    if (!pageStore) throw new Error('The store was not opened');
    const people = ['Ayşe Yılmaz', 'Νίκος Παππάς', 'Emily Carter', 'Çağrı Güneş', 'Ελένη Γεωργίου', 'James Shaw'];
    const lines = [
      'Merhaba, siparişim hâlâ gelmedi; kargo takip numarasını paylaşır mısınız? İyi çalışmalar dilerim.',
      'Καλησπέρα σας, το βάζο έφτασε σπασμένο και θα ήθελα αντικατάσταση ή επιστροφή χρημάτων.',
      'Hello, could you tell me whether the large vase will be back in stock before the holidays?',
      '=SUM(1+1) is what the cashier wrote on my invoice, number 12345-ĞÜŞİÖÇ.',
    ];
    const now = Date.now();
    const each = 4;
    const conversations = Math.ceil(wanted / each);
    const ebayConversations = Math.ceil(ebay / each);
    for (let from = 0; from < conversations; from += 500) {
      const rows: Record<'conversations' | 'messages' | 'bodies', object[]> = {
        conversations: [],
        messages: [],
        bodies: [],
      };
      for (let index = from; index < Math.min(conversations, from + 500); index += 1) {
        const id = `demo:bench-${String(index).padStart(8, '0')}`;
        const size = Math.min(each, wanted - index * each);
        const lastAt = now - index * 240_000;
        const firstAt = lastAt - (size - 1) * 60_000;
        const name = people[index % people.length] ?? '';
        rows.conversations.push({
          id,
          accountId: 'demo',
          channel: index < ebayConversations ? 'ebay' : 'email',
          subject: `Sipariş ${index}`,
          customerId: null,
          customerName: name,
          folder: 'open',
          lastAt,
          lastDirection: 'in',
          snippet: lines[index % lines.length],
          messageCount: size,
          unreadCount: 0,
          hasAttachments: false,
          noteCount: 0,
          hasDraft: false,
          tags: [],
          language: 'tr',
          isAutomatic: false,
          firstAt,
          anchor: null,
        });
        for (let place = 0; place < size; place += 1) {
          const n = 10_000_000 + index * each + place;
          const text = Array.from({ length: 12 }, (_, line) => lines[(index + place + line) % lines.length]).join('\n');
          const customer = { name, address: `person${index}@mail.example` };
          const shop = { name: 'Shop', address: 'shop@defter.example' };
          rows.messages.push({
            n,
            id: `demo:bench-${n}`,
            accountId: 'demo',
            conversationId: id,
            direction: place % 2 === 0 ? 'in' : 'out',
            rfcMessageId: `bench-${n}@mail.example`,
            inReplyTo: [],
            references: [],
            from: place % 2 === 0 ? customer : shop,
            to: [place % 2 === 0 ? shop : customer],
            cc: [],
            replyTo: [],
            subject: `Sipariş ${index}`,
            sentAt: firstAt + place * 60_000,
            receivedAt: firstAt + place * 60_000,
            isSeen: true,
            isAnswered: false,
            isAutomatic: false,
            isTruncated: false,
            snippet: '',
            attachments: [],
            hasHtml: false,
            sizeBytes: text.length,
            language: 'tr',
          });
          rows.bodies.push({ n, bodies: [{ n, text }] });
        }
      }
      await pageStore.write(rows);
    }
    await pageStore.count({
      'folder/open': conversations,
      'channel/ebay/open': ebayConversations,
      'channel/email/open': conversations - ebayConversations,
      'account/demo': wanted,
    });
  };
  await fillStore(page, fill, { wanted: count, ebay: ofEbay });
}
