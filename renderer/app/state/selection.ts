// Which conversation is shown and which are marked for a common step; pure moves, the list applies them.
import type { ConversationId } from '../../../shared/model/ids.ts';

export interface Selection {
  /** The conversation shown beside the list. */
  shownId: ConversationId | null;
  /** Its place in the list when it was chosen: where to go on when it leaves the list. -1: chosen in another list. */
  index: number;
  /** Marked with x, Shift+arrows or the mouse. */
  markedIds: ReadonlySet<ConversationId>;
  /** Where a range began. */
  anchorIndex: number | null;
}

export const noSelection: Selection = { shownId: null, index: 0, markedIds: new Set(), anchorIndex: null };

export function show(selection: Selection, shownId: ConversationId | null, index: number): Selection {
  return { ...selection, shownId, index, anchorIndex: null };
}

export function toggleMark(selection: Selection, id: ConversationId): Selection {
  const markedIds = new Set(selection.markedIds);
  if (!markedIds.delete(id)) markedIds.add(id);
  return { ...selection, markedIds };
}

/** Marks all of `ids`, which lie between `anchorIndex` and `index`, beside what was marked before. */
export function markRange(
  selection: Selection,
  ids: readonly ConversationId[],
  anchorIndex: number,
  index: number,
): Selection {
  const last = ids.at(index > anchorIndex ? -1 : 0);
  return {
    shownId: last ?? selection.shownId,
    index,
    markedIds: new Set([...selection.markedIds, ...ids]),
    anchorIndex,
  };
}

export function clearMarks(selection: Selection): Selection {
  return selection.markedIds.size === 0 ? selection : { ...selection, markedIds: new Set(), anchorIndex: null };
}

/** Another list is shown: marks belong to the old one, and so do places in it. */
export function leaveList(selection: Selection): Selection {
  return { ...clearMarks(selection), index: -1, anchorIndex: null };
}

/** What a command is about: the marked ones, else the one shown. */
export function targets(selection: Selection): ConversationId[] {
  if (selection.markedIds.size > 0) return [...selection.markedIds];
  return selection.shownId === null ? [] : [selection.shownId];
}
