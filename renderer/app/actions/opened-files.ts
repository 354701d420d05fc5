// Files that the system gave us to open: asked for in their turn.
import type { Desk } from '../state/desk.ts';

/** Asks what is to be done with them: at once, or after the import that is being looked at. */
export function askForOpened(desk: Desk, count: number): void {
  const ask = (): void => {
    desk.overlay.set({ kind: 'opened-files', count });
  };
  if (!isImporting(desk)) {
    ask();
    return;
  }
  const stopWaiting = desk.overlay.watch(() => {
    if (isImporting(desk)) return;
    stopWaiting();
    ask();
  });
}

function isImporting(desk: Desk): boolean {
  const { kind } = desk.overlay.get();
  return kind === 'import-mail' || kind === 'open-export';
}
