// What an export would hold, counted while the person chooses.
import { useEffect, useState } from 'react';
import type { ExportCount, ExportSelection } from '../../../../shared/model/export.ts';
import { outcomeOf, useDesk, type Outcome } from '../../state/desk.ts';

/** Counting everything reads every conversation; a choice that is changed at once is not worth it. */
const settleMs = 150;
const countTimeoutMs = 300_000;

/** Undefined while it is counted. */
export function useExportCount(selection: ExportSelection): Outcome<ExportCount> | undefined {
  const desk = useDesk();
  const [answer, setAnswer] = useState<{ key: string; outcome: Outcome<ExportCount> } | null>(null);
  const key = JSON.stringify(selection);
  useEffect(() => {
    const stopping = new AbortController();
    const timer = setTimeout(() => {
      const asked = JSON.parse(key) as ExportSelection;
      void outcomeOf(desk.store.countExport(asked, { signal: stopping.signal, timeoutMs: countTimeoutMs })).then(
        (outcome) => {
          if (!stopping.signal.aborted) setAnswer({ key, outcome });
        },
      );
    }, settleMs);
    return () => {
      clearTimeout(timer);
      stopping.abort();
    };
  }, [desk, key]);
  return answer?.key === key ? answer.outcome : undefined;
}
