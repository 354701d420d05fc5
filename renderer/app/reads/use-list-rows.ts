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
  const key = viewKey(view);
  const rows = useMemo(
    () =>
      view.query === null
        ? new RowWindow(viewSource(view))
        : new RowWindow(searchSource(found?.ids ?? []), found?.rows ?? []),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says all of the view that matters here
    [key, view.query === null ? null : found],
  );
  const state = useSyncExternalStore(rows.watch, rows.get);
  useEffect(() => {
    holder.set(rows);
    return () => {
      if (holder.get() === rows) holder.set(null);
    };
  }, [holder, rows]);
  return { rows, state };
}
