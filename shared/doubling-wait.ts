// How long to wait before something that failed is tried again.

/** In ms: `firstMs` after the first try, doubled with each further one up to `longestMs`. @param tries made so far, 1 or more */
export function doublingWait(tries: number, firstMs: number, longestMs: number): number {
  return Math.min(longestMs, firstMs * 2 ** Math.max(0, Math.min(tries, 30) - 1));
}
