// Moving through the list: the next row, the previous one, where to go when the shown one leaves.
import type { ConversationId } from '../../../shared/model/ids.ts';
import type { Desk } from '../state/desk.ts';
import { markRange, show } from '../state/selection.ts';

/** Where the shown conversation stands in the list now, or where it stood when it was chosen; -1 when nothing is shown. */
export function shownIndex(desk: Desk): number {
  const { shownId, index } = desk.selection.get();
  if (shownId === null) return -1;
  const rows = desk.rows.get()?.get().rows;
  if (!rows || rows.get(index)?.id === shownId) return index;
  for (const [place, row] of rows) if (row.id === shownId) return place;
  return index;
}

function idAt(desk: Desk, index: number): ConversationId | undefined {
  return desk.rows.get()?.get().rows.get(index)?.id;
}

/** Shows the row `steps` further down (negative: up); stays inside the list. */
export function moveBy(desk: Desk, steps: number): void {
  const from = shownIndex(desk);
  const last = (desk.rows.get()?.get().total ?? 0) - 1;
  moveTo(desk, Math.min(last, Math.max(0, from + steps)));
}

export function moveTo(desk: Desk, index: number): void {
  const id = idAt(desk, index);
  if (id !== undefined) desk.selection.update((selection) => show(selection, id, index));
}

/** Marks from where the range began to `steps` further. */
export function extendMarks(desk: Desk, steps: number): void {
  const from = shownIndex(desk);
  const last = (desk.rows.get()?.get().total ?? 0) - 1;
  const to = Math.min(last, Math.max(0, from + steps));
  markTo(desk, to);
}

/** Marks all rows between where the range began and `index`. */
export function markTo(desk: Desk, index: number): void {
  const selection = desk.selection.get();
  const anchor = selection.anchorIndex ?? Math.max(0, shownIndex(desk));
  const ids: ConversationId[] = [];
  for (let place = Math.min(anchor, index); place <= Math.max(anchor, index); place++) {
    const id = idAt(desk, place);
    if (id !== undefined) ids.push(id);
  }
  if (ids.length > 0) desk.selection.set(markRange(selection, ids, anchor, index));
}

/** The nearest row that does not leave: below, else above; what to show once `leaving` are gone from the list. */
export function nextAfter(
  desk: Desk,
  leaving: ReadonlySet<ConversationId>,
): { id: ConversationId; index: number } | null {
  const window = desk.rows.get()?.get();
  const from = Math.max(0, shownIndex(desk));
  if (!window) return null;
  for (let index = from; index < (window.total ?? 0); index++) {
    const row = window.rows.get(index);
    if (!row) break;
    if (!leaving.has(row.id)) return { id: row.id, index };
  }
  for (let index = from - 1; index >= 0; index--) {
    const row = window.rows.get(index);
    if (!row) break;
    if (!leaving.has(row.id)) return { id: row.id, index };
  }
  return null;
}
