// The window of rows that the list draws from, for the view or for what a search found.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ConversationRow } from '../../database/rows.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';
import type { Cell } from '../state/cell.ts';
import { viewKey, type View } from '../state/view.ts';
import { RowWindow, type WindowState } from './row-window.ts';
import { searchSource } from './search-source.ts';
import { viewSource } from './view-source.ts';

/**
 * Rows of `view`, or of what was `found` while a search is shown (null: the search has not answered yet). `holder` is told which window
 * is on the screen, so that commands move through the same rows.
 */
export function useListRows(
  view: View,
  found: { ids: readonly ConversationId[]; rows: readonly ConversationRow[] } | null,
  holder: Cell<RowWindow | null>,
): { rows: RowWindow; state: WindowState } {
  const key = viewKey({ ...view, query: null });
  // Kept during a search: whoever leaves it finds the list as it was, at once.
  const folderRows = useMemo(
    () => new RowWindow(viewSource(view)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says all of the view that matters here
    [key],
  );
  const foundRows = useMemo(() => new RowWindow(searchSource(found?.ids ?? []), found?.rows ?? []), [found]);
  const rows = view.query === null ? folderRows : foundRows;
  const state = useSyncExternalStore(rows.watch, rows.get);
  useEffect(() => {
    holder.set(rows);
    return () => {
      if (holder.get() === rows) holder.set(null);
    };
  }, [holder, rows]);
  return { rows, state };
}
