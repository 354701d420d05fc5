// Watches, from inside the page, one search after another: when it was typed, asked, answered and drawn.
import type { Page } from '@playwright/test';

/** Milliseconds from one to the next. */
export interface SearchTimes {
  /** From the question that the page posts to the store worker to its answer. */
  roundTripMs: number;
  /** From the last key to the answer on the screen; the pause that waits for further keys is in it. */
  typedToDrawnMs: number;
  hits: number;
}

interface Asked {
  id: string;
  askedAt: number;
  answeredAt?: number;
}
declare global {
  interface Window {
    benchSearch?: { typedAt: number; asked: Asked[] };
  }
}

/** Listens on the page's port to the store, which the app goes on using as it is. */
export async function watchSearches(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch: NonNullable<Window['benchSearch']> = { typedAt: 0, asked: [] };
    window.benchSearch = watch;
    const heard = new WeakSet<MessagePort>();
    const idOf = (data: unknown): string | undefined =>
      typeof data === 'object' && data !== null && 'i' in data ? String(data.i) : undefined;
    const listen = (port: MessagePort): void => {
      if (heard.has(port)) return;
      heard.add(port);
      port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const asked = watch.asked.find(({ id }) => id === idOf(data));
        if (asked) asked.answeredAt ??= performance.now();
      });
    };
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]) {
      const id = idOf(args[0]);
      if (id !== undefined && JSON.stringify(args[0]).includes('/search"')) {
        listen(this);
        watch.asked.push({ id, askedAt: performance.now() });
      }
      (post as (...all: unknown[]) => void).apply(this, args);
    };
    document.addEventListener(
      'input',
      () => {
        watch.typedAt = performance.now();
      },
      { capture: true },
    );
  });
}

/** Types `query` into the search field, in place of what is there, and waits until its answer is drawn. */
export async function searchFor(page: Page, query: string): Promise<SearchTimes> {
  await page.evaluate(() => {
    if (window.benchSearch) window.benchSearch.asked = [];
  });
  const field = page.getByRole('textbox', { name: 'Search all messages' });
  await field.selectText();
  const drawn = drawnAfterAnswer(page, query);
  await page.keyboard.insertText(query);
  return drawn;
}

function drawnAfterAnswer(page: Page, query: string): Promise<SearchTimes> {
  return page.evaluate(
    (wanted) =>
      new Promise<SearchTimes>((resolve, reject) => {
        const watch = window.benchSearch;
        if (!watch) throw new Error('Searches are not watched');
        const pane = document.querySelector('[aria-label="Search all messages"]')?.closest('section');
        if (!pane) throw new Error('There is no list');
        const timer = setTimeout(() => {
          seen.disconnect();
          reject(new Error(`A search was not drawn: ${JSON.stringify(watch)}`));
        }, 30_000);
        const look = (): void => {
          const asked = watch.asked.at(-1);
          if (asked?.answeredAt === undefined || pane.dataset['answerTo'] !== wanted) return;
          const isWaiting = pane.querySelector('[class*=skeleton]') !== null;
          const rows = [...pane.querySelectorAll('[role=option]')];
          if (isWaiting || rows.some((row) => row.textContent === '')) return;
          seen.disconnect();
          clearTimeout(timer);
          const { askedAt, answeredAt } = asked;
          requestAnimationFrame(() => {
            requestAnimationFrame(() => {
              resolve({
                roundTripMs: answeredAt - askedAt,
                typedToDrawnMs: performance.now() - watch.typedAt,
                hits: Number(rows[0]?.getAttribute('aria-setsize') ?? 0),
              });
            });
          });
        };
        // The pane says what its rows answer, so that there is a change even where the same rows are found again.
        const seen = new MutationObserver(look);
        seen.observe(pane, { attributes: true, childList: true, subtree: true, characterData: true });
      }),
    query,
  );
}
