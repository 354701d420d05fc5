// Gives back to the system what a page or a worker no longer uses, at once; left alone, V8 keeps the room that it once needed.

/** From the page to the store worker: sweep too. */
export const sweepMessage = { kind: 'sweep' } as const;

/** Holds up its thread for some 50 ms: for moments when nothing is going on. Does nothing where main did not ask V8 for `--expose-gc`. */
export function sweepMemory(): void {
  const collect: unknown = Reflect.get(globalThis, 'gc');
  if (typeof collect !== 'function') return;
  // last-resort: all garbage, and the room that it took goes back too
  (collect as (how: object) => void)({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
