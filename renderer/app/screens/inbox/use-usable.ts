// Says once, to main and to the performance log, that the inbox can be used.
import { useEffect } from 'react';
import { attempt } from '../../actions/notices.tsx';
import type { Desk } from '../../state/desk.ts';

const mark = 'defter:usable';

/** @param isReady what the person came for is drawn */
export function useUsable(desk: Desk, isReady: boolean): void {
  useEffect(() => {
    if (!isReady || performance.getEntriesByName(mark).length > 0) return;
    // The frame after next is the first that shows what was drawn just now.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        if (performance.getEntriesByName(mark).length > 0) return;
        performance.mark(mark);
        void attempt(desk.main.reportUsable({}));
      });
    });
  }, [desk, isReady]);
}
