// Writes rows straight into the database of the running app, behind the back of its store worker.
import type { Page } from '@playwright/test';

/** Lives in the page until it is loaded anew. */
interface PageStore {
  /** By name of the table; one transaction. */
  write(rows: Readonly<Record<string, readonly object[]>>): Promise<void>;
  /** Adds to the store's counters, by their ids. */
  count(added: Readonly<Record<string, number>>): Promise<void>;
}
declare global {
  interface Window {
    pageStore?: PageStore;
  }
}

/** Runs `fill` inside the page, with `window.pageStore` at hand, and loads the page anew: nobody hears of rows that others write. */
export async function fillStore<T>(page: Page, fill: (input: T) => Promise<void>, input: T): Promise<void> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('defter');
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error ?? new Error('The store cannot be opened'));
      };
    });
    const transact = (names: string[], work: (transaction: IDBTransaction) => void): Promise<void> =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(names, 'readwrite', { durability: 'relaxed' });
        transaction.oncomplete = () => {
          resolve();
        };
        transaction.onabort = () => {
          reject(transaction.error ?? new Error('The rows could not be written'));
        };
        work(transaction);
      });
    window.pageStore = {
      write: (rows) =>
        transact(Object.keys(rows), (transaction) => {
          for (const [name, each] of Object.entries(rows)) {
            const table = transaction.objectStore(name);
            for (const row of each) table.put(row);
          }
        }),
      count: (added) =>
        transact(['counters'], (transaction) => {
          const counters = transaction.objectStore('counters');
          for (const [id, more] of Object.entries(added)) {
            const request = counters.get(id);
            request.onsuccess = () => {
              const before = request.result as { value: number } | undefined;
              counters.put({ id, value: (before?.value ?? 0) + more });
            };
          }
        }),
    };
  });
  // evaluate() wants to know how the input is wrapped; it is plain data
  await page.evaluate(fill as (input: unknown) => Promise<void>, input);
  await page.reload();
}
