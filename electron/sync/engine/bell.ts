// A bell that wakes one waiting loop early; rings while nobody waits are remembered once.
import { onAbort } from '../../../shared/on-abort.ts';

export interface Bell {
  ring: () => void;
  /** Resolves when rung, when `timeoutMs` is over (Infinity: never by itself), or when the signal fires. */
  wait: (timeoutMs: number, signal: AbortSignal) => Promise<void>;
}

type Sleep = (durationMs: number, signal: AbortSignal) => Promise<void>;

/** @param sleep injected clock; rejects when its signal fires, which is no error here */
export function makeBell(sleep: Sleep): Bell {
  let isRung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      isRung = true;
      wake?.();
    },
    async wait(timeoutMs, signal) {
      if (isRung || signal.aborted) {
        isRung = false;
        return;
      }
      const over = new AbortController();
      const stop = () => {
        over.abort();
      };
      const unlisten = onAbort(signal, stop);
      wake = stop;
      try {
        await sleep(timeoutMs, over.signal);
      } catch (thrown) {
        if (!over.signal.aborted) throw thrown;
      } finally {
        wake = undefined;
        isRung = false;
        unlisten();
      }
    },
  };
}
