// Sweeps the memory of page and store worker once the inbox has come to rest: opening it, or a long fetch, left much behind.
import { useEffect } from 'react';
import { sweepMemory, sweepMessage } from '../../../../shared/sweep-memory.ts';
import { useSyncStates } from '../../reads/use-sync-states.ts';
import { storeWorker } from '../../start-store.ts';

/** The store reads its search index four seconds after it was opened. */
const restMs = 6_000;
/** Fewer mails than this leave little behind. */
const longFetch = 500;

export function useSweepAtRest(): void {
  const isBusy =
    useSyncStates()?.some(({ phase, totalCount }) => phase === 'fetching' && totalCount >= longFetch) ?? true;
  useEffect(() => {
    if (isBusy) return;
    let idle: number | undefined;
    const timer = setTimeout(() => {
      storeWorker.postMessage(sweepMessage);
      idle = requestIdleCallback(sweepMemory);
    }, restMs);
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [isBusy]);
}
