// Gives the focus back to where it was before something lay over the screen.
import { useEffect, useRef } from 'react';
import { useCellPart } from './state/cell.ts';
import type { Desk } from './state/desk.ts';

/**
 * The kit does so only for dialogs that stay mounted while they are closed. What has lost its place meanwhile, and what a
 * command has put into focus instead, are left alone.
 */
export function useFocusBack({ overlay }: Desk): void {
  const isCovered = useCellPart(overlay, ({ kind }) => kind !== 'none');
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (isCovered) return undefined;
    const isLost = document.activeElement === document.body;
    if (isLost && before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    // heard before anything is drawn: what comes may take the focus as it is drawn
    return overlay.watch(() => {
      before.current = document.activeElement;
    });
  }, [isCovered, overlay]);
}
