// How often a screen is told of a long work, and for how long calls are asked to wait for it.
import { expect, it } from 'vitest';
import type { Carrying } from '../../../shared/contract/store-news.ts';
import { createProgress } from '../../../renderer/store/work/progress.ts';

function start() {
  const clock = { now: 1_000_000 };
  const shown: (Carrying | null)[] = [];
  const progress = createProgress({ now: () => clock.now, showCarrying: (carrying) => shown.push(carrying) });
  return { clock, shown, progress };
}

it('tells the first, the last and some in between', () => {
  const { clock, shown, progress } = start();
  for (let done = 0; done <= 300; done += 1) {
    progress.tell({ step: 'taking-over', done, total: 300 });
    clock.now += 1;
  }
  progress.tell(null);
  expect(shown.map((carrying) => carrying?.done)).toEqual([0, 100, 200, 300, undefined]);
});

it('is at work until there was no step for ten seconds', () => {
  const { clock, progress } = start();
  expect(progress.isAtWork()).toBe(false);
  progress.step();
  clock.now += 9_999;
  expect(progress.isAtWork()).toBe(true);
  clock.now += 1;
  expect(progress.isAtWork()).toBe(false);
});
