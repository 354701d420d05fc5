// Fills the list of the running app with any number of conversations, straight into its database.
import type { Page } from '@playwright/test';

/**
 * Writes `count` conversations of the demo account, with the counters that go with them, and loads the page anew: neither the page
 * nor its store worker hears of rows that others write.
 */
export async function seedConversations(page: Page, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const people = ['Ayşe Yılmaz', 'Νίκος Παππάς', 'Emily Carter', 'Çağrı Güneş', 'Ελένη Γεωργίου', 'James Shaw'];
    const subjects = ['Siparişim nerede?', 'Επιστροφή προϊόντος', 'Is the large vase back?', 'Fatura', 'Kırık ulaştı'];
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('defter');
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error ?? new Error('The store cannot be opened'));
      };
    });
    const done = (transaction: IDBTransaction): Promise<void> =>
      new Promise((resolve, reject) => {
        transaction.oncomplete = () => {
          resolve();
        };
        transaction.onabort = () => {
          reject(transaction.error ?? new Error('The rows could not be written'));
        };
      });
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
    const added = new Map([
      ['folder/open', wanted],
      ['channel/email/open', wanted],
      ['account/demo', wanted],
      ['unread', unread],
      ['unread/open', unread],
      ['channel/email/unread', unread],
    ]);
    for (let from = 0; from < wanted; from += 2000) {
      const transaction = opened.transaction('conversations', 'readwrite', { durability: 'relaxed' });
      const rows = transaction.objectStore('conversations');
      for (let index = from; index < Math.min(wanted, from + 2000); index += 1) rows.put(rowOf(index));
      await done(transaction);
    }
    const transaction = opened.transaction('counters', 'readwrite');
    const counters = transaction.objectStore('counters');
    for (const [id, more] of added) {
      const request = counters.get(id);
      request.onsuccess = () => {
        const before = request.result as { value: number } | undefined;
        counters.put({ id, value: (before?.value ?? 0) + more });
      };
    }
    await done(transaction);
    opened.close();
  }, count);
  await page.reload();
}
