// The last weeks of wording, read once when they are asked for; closing the screen ends the reading.
import { useEffect, useState } from 'react';
import type { WordingWeek } from '../../../../shared/service/wording-weeks.ts';
import { noticeError } from '../../actions/notices.tsx';
import { useDesk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { readWeeks } from './read-weeks.ts';

/** Before that there is nothing to tell. */
const progressAfterMs = 1000;

export type Weeks =
  | { kind: 'read'; weeks: readonly WordingWeek[] }
  /** Progress is told once it takes longer than a second: conversations read of all. */
  | { kind: 'reading'; progress: { done: number; total: number } | null }
  | { kind: 'failed' };

export function useWeeks(): Weeks {
  const desk = useDesk();
  const { language } = useText();
  const [state, setState] = useState<Weeks>({ kind: 'reading', progress: null });
  useEffect(() => {
    const closing = new AbortController();
    const { signal } = closing;
    const beganAt = performance.now();
    const read = async (): Promise<void> => {
      const weeks = await readWeeks(desk.app.get().settings, language, Date.now(), signal, (done, total) => {
        if (performance.now() - beganAt >= progressAfterMs) setState({ kind: 'reading', progress: { done, total } });
      });
      setState({ kind: 'read', weeks });
    };
    read().catch((thrown: unknown) => {
      if (signal.aborted) return;
      noticeError(thrown);
      setState({ kind: 'failed' });
    });
    return () => {
      closing.abort();
    };
  }, [desk, language]);
  return state;
}
