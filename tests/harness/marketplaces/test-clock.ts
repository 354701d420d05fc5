// A clock for connectors talking to a real server on this machine: it jumps to the next sleeper whenever no request is on its way.
import { AppError } from '../../../shared/errors.ts';

interface Sleeper {
  until: number;
  wake: () => void;
}

export interface TestClock {
  now(): number;
  sleep(durationMs: number, signal: AbortSignal): Promise<void>;
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** A server will never answer the request it has: time may pass. */
  gaveUp(): void;
  /** Moves on by hand. */
  advance(durationMs: number): void;
}

/** @param startAt epoch ms */
export function makeTestClock(startAt = Date.UTC(2026, 4, 6, 8)): TestClock {
  let now = startAt;
  let sleepers: Sleeper[] = [];
  let onTheWay = 0;
  let abandoned = 0;
  let isPlanned = false;
  const plan = (): void => {
    if (isPlanned || sleepers.length === 0 || onTheWay > abandoned) return;
    isPlanned = true;
    // Whoever was woken last gets to say what it does next.
    setTimeout(() => {
      isPlanned = false;
      if (onTheWay > abandoned) return;
      const next = sleepers.reduce<Sleeper | undefined>((a, b) => (a && a.until <= b.until ? a : b), undefined);
      if (!next) return;
      now = Math.max(now, next.until);
      sleepers = sleepers.filter((other) => other !== next);
      next.wake();
      plan();
    }, 2);
  };
  return {
    now: () => now,
    advance: (durationMs) => {
      now += durationMs;
    },
    sleep: (durationMs, signal) =>
      new Promise((resolve, reject) => {
        const stop = (): void => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(new AppError('cancelled', 'The wait was stopped'));
        };
        const sleeper: Sleeper = {
          until: now + durationMs,
          wake: () => {
            signal.removeEventListener('abort', stop);
            resolve();
          },
        };
        if (signal.aborted) {
          stop();
          return;
        }
        signal.addEventListener('abort', stop, { once: true });
        sleepers.push(sleeper);
        plan();
      }),
    async fetch(url, init) {
      onTheWay += 1;
      const isOver = { value: false };
      const end = (): void => {
        if (isOver.value) return;
        isOver.value = true;
        onTheWay -= 1;
        abandoned = Math.min(abandoned, onTheWay);
        plan();
      };
      try {
        const response = await fetch(url, init);
        // The body is still on its way; reading it whole here keeps the clock still until then.
        const bytes = await response.arrayBuffer();
        return new Response([204, 304].includes(response.status) ? null : bytes, {
          status: response.status,
          headers: response.headers,
        });
      } finally {
        end();
      }
    },
    gaveUp() {
      abandoned += 1;
      plan();
    },
  };
}
