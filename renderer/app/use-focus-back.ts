// Gives the focus back to where it was before something lay over the screen.
import { useEffect } from 'react';

/**
 * The kit does so only for dialogs that stay mounted while they are closed. What has lost its place meanwhile, and what a
 * command has put into focus instead, are left alone.
 * @param isCovered while something lies over the screen, also when one thing there takes the place of another
 */
export function useFocusBack(isCovered: boolean): void {
  useEffect(() => {
    if (!isCovered) return undefined;
    const before = document.activeElement;
    return () => {
      const isLost = document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [isCovered]);
}
