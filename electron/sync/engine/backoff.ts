// How long to wait before the next try of an account that cannot be reached.
import { doublingWait } from '../../../shared/doubling-wait.ts';
import type { ErrorData } from '../../../shared/errors.ts';

/** First wait; then doubled up to the longest. A shop waits for mail, so the longest is short. */
const firstMs = 5_000;
const longestMs = 300_000;

/**
 * Wait in ms before try number `failures` + 1 (failures ≥ 1), never sooner than the server asked.
 * @param random 0 … 1; spreads several accounts by ±25 %
 */
export function waitBeforeRetry(failures: number, error: ErrorData, random: number): number {
  const spread = doublingWait(failures, firstMs, longestMs) * (0.75 + random / 2);
  return Math.round(Math.max(spread, error.retryAfterMs ?? 0));
}
