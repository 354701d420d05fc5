// The time, renewed each minute: relative times move on together.
import { useSyncExternalStore } from 'react';

const minuteMs = 60_000;
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function watch(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    now = Date.now(); // nobody watched for a while
    timer = setInterval(() => {
      now = Date.now();
      for (const each of [...listeners]) each();
    }, minuteMs);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Epoch ms, at most a minute old. */
export function useNow(): number {
  return useSyncExternalStore(watch, () => now);
}
