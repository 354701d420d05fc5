// What is watched inside the page while a bench runs: how long its thread was busy, and when rows were on the screen.
import type { Page } from '@playwright/test';

/** All times are of the page's own clock. */
export interface PageReport {
  /** Last click of a person, null when there was none. */
  clickedAt: number | null;
  /** When the wanted number of conversations stood in the list, drawn. */
  filledAt: number | null;
  now: number;
  /** Times when a timer of 16 ms came late by more than 34 ms, and by how much: nothing could be drawn or answered meanwhile. */
  stalls: { at: number; ms: number }[];
  /** Chromium's own list of tasks over 50 ms. */
  longTasks: { at: number; ms: number }[];
}

interface Watch extends Omit<PageReport, 'now'> {
  database?: IDBDatabase;
}
declare global {
  interface Window {
    benchWatch?: Watch;
  }
}

/** Begins to watch; `wanted` conversations are waited for. Lasts until the page is loaded anew. */
export async function watchPage(page: Page, wanted: number): Promise<void> {
  await page.evaluate((wantedRows) => {
    const watch: Watch = { clickedAt: null, filledAt: null, stalls: [], longTasks: [] };
    window.benchWatch = watch;
    const note = (): void => {
      watch.clickedAt = performance.now();
    };
    document.addEventListener('click', note, { capture: true });
    const isFilled = (): boolean => {
      const row = document.querySelector('[data-inbox-list] [role=option]');
      return Number(row?.getAttribute('aria-setsize') ?? 0) >= wantedRows && row?.textContent !== '';
    };
    let isDrawing = false;
    let before = performance.now();
    const tick = (): void => {
      const now = performance.now();
      const late = now - before - 16;
      if (late > 34) watch.stalls.push({ at: before, ms: late });
      if (watch.filledAt === null && !isDrawing && isFilled()) {
        isDrawing = true;
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            watch.filledAt = performance.now();
          });
        });
      }
      before = performance.now();
      setTimeout(tick, 16);
    };
    tick();
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) watch.longTasks.push({ at: startTime, ms: duration });
    }).observe({ type: 'longtask' });
  }, wanted);
}

export async function readWatch(page: Page): Promise<PageReport> {
  return page.evaluate(() => {
    if (!window.benchWatch) throw new Error('The page is not watched');
    const { clickedAt, filledAt, stalls, longTasks } = window.benchWatch;
    return { clickedAt, filledAt, stalls, longTasks, now: performance.now() };
  });
}

/** Messages in the store, by its own counters; 0 while there is no store yet. */
export async function storedMessages(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const watch = window.benchWatch;
    if (!watch) throw new Error('The page is not watched');
    if (!watch.database) {
      // Opening a database that is not there would make an empty one, in the store's way.
      const known = await indexedDB.databases();
      if (!known.some(({ name, version }) => name === 'defter' && (version ?? 0) > 0)) return 0;
      watch.database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('defter');
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('The store cannot be opened'));
        };
      });
    }
    const { database } = watch;
    if (!database.objectStoreNames.contains('counters')) return 0;
    return new Promise<number>((resolve, reject) => {
      const range = IDBKeyRange.bound('account/', 'account/\uffff');
      const request = database.transaction('counters').objectStore('counters').getAll(range);
      request.onsuccess = () => {
        resolve((request.result as { value: number }[]).reduce((sum, { value }) => sum + value, 0));
      };
      request.onerror = () => {
        reject(request.error ?? new Error('The counters cannot be read'));
      };
    });
  });
}
