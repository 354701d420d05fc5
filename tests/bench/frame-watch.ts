// Watches, from inside the page, every frame that is drawn while a list scrolls, and what of the list it shows.
import type { Page } from '@playwright/test';

export interface Frames {
  /** Time from each frame to the next. */
  gapsMs: number[];
  /** Frames in which a part of the list showed nothing at all. */
  empty: number;
  /** Frames in which some row was only an outline, its words not yet read. */
  outlined: number;
}

interface FrameWatch extends Frames {
  isOver: boolean;
}
declare global {
  interface Window {
    benchFrames?: FrameWatch;
  }
}

export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const list = document.querySelector('[data-inbox-list]');
    if (!list) throw new Error('There is no list');
    const watch: FrameWatch = { gapsMs: [], empty: 0, outlined: 0, isOver: false };
    window.benchFrames = watch;
    let before = performance.now();
    const look = (): void => {
      const { top, bottom } = list.getBoundingClientRect();
      let covered = 0;
      let hasOutline = false;
      for (const row of list.querySelectorAll('[role=option]')) {
        const box = row.getBoundingClientRect();
        const seen = Math.min(box.bottom, bottom) - Math.max(box.top, top);
        if (seen <= 0) continue;
        covered += seen;
        if (row.textContent === '') hasOutline = true;
      }
      if (bottom - top - covered > 1) watch.empty += 1;
      else if (hasOutline) watch.outlined += 1;
    };
    const frame = (): void => {
      if (watch.isOver) return;
      const now = performance.now();
      watch.gapsMs.push(now - before);
      before = now;
      look();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

export async function stopFrames(page: Page): Promise<Frames> {
  return page.evaluate(() => {
    const watch = window.benchFrames;
    if (!watch) throw new Error('Frames are not watched');
    watch.isOver = true;
    const { gapsMs, empty, outlined } = watch;
    return { gapsMs: gapsMs.slice(1), empty, outlined };
  });
}

/** Puts the list at `share` (0 … 1) of its height, as the thumb of a scrollbar does; resolves with the ms until its rows are drawn with words. */
export async function jumpTo(page: Page, share: number): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const list = document.querySelector('[data-inbox-list]');
        if (!list) throw new Error('There is no list');
        const startedAt = performance.now();
        list.scrollTop = Math.round((list.scrollHeight - list.clientHeight) * wanted);
        const look = (): void => {
          const { top, bottom } = list.getBoundingClientRect();
          const shown = [...list.querySelectorAll('[role=option]')].filter((row) => {
            const box = row.getBoundingClientRect();
            return box.bottom > top && box.top < bottom;
          });
          const height = shown.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0);
          if (height >= bottom - top && shown.every((row) => row.textContent !== '')) {
            requestAnimationFrame(() => {
              resolve(performance.now() - startedAt);
            });
          } else if (performance.now() - startedAt > 30_000) {
            reject(new Error('The rows did not come'));
          } else {
            requestAnimationFrame(look);
          }
        };
        requestAnimationFrame(look);
      }),
    share,
  );
}
