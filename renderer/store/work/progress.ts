// How far something long is: told to the screen, and what keeps the calls that wait for it from being given up.
import type { Carrying } from '../../../shared/contract/store-news.ts';
import type { StoreDeps } from '../store-deps.ts';

export interface Progress {
  /** A rewriting of the database has come this far; null: it has come to its end, or failed. */
  tell(carrying: Carrying | null): void;
  /** Anything long has come a step further. */
  step(): void;
  /** There was a step within the last seconds. */
  isAtWork(): boolean;
}

/** No step takes longer by far: some hundred rows, or a page of the journal. */
const restMs = 10_000;
/** As often as a screen need be drawn. */
const tellEveryMs = 100;

export function createProgress(deps: Pick<StoreDeps, 'now' | 'showCarrying'>): Progress {
  let steppedAt = -Infinity;
  let toldAt = -Infinity;
  const step = (): void => {
    steppedAt = deps.now();
  };
  return {
    step,
    tell(carrying) {
      step();
      const isBetween = carrying !== null && carrying.done > 0 && carrying.done < carrying.total;
      if (isBetween && steppedAt < toldAt + tellEveryMs) return;
      toldAt = steppedAt;
      deps.showCarrying(carrying);
    },
    isAtWork: () => deps.now() < steppedAt + restMs,
  };
}
