// What concerns the shop alone cannot be done in the demo shop, nor while an export is read; and says so.
import { useCellPart } from '../../state/cell.ts';
import { useDesk } from '../../state/desk.ts';
import type { TextId } from '../../text/texts.ts';

/** null: it can be done. */
export function useWhyNotHere(): TextId | null {
  const mode = useCellPart(useDesk().app, (app) => app.mode);
  if (mode === 'shop') return null;
  return mode === 'demo' ? 'settings.notInDemo' : 'settings.notInExport';
}
