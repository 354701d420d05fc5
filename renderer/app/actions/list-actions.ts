// Commands that move through the list and mark rows.
import type { Desk } from '../state/desk.ts';
import { clearMarks, toggleMark } from '../state/selection.ts';
import type { Action } from './action.ts';
import { extendMarks, moveBy } from './move-in-list.ts';

const hasRows = (desk: Desk): boolean => (desk.rows.get()?.get().total ?? 0) > 0;
const hasShown = (desk: Desk): boolean => desk.selection.get().shownId !== null;

export const listActions: readonly Action[] = [
  {
    id: 'next',
    title: 'action.next',
    group: 'list',
    keys: ['J', 'ArrowDown'],
    isHiddenInPalette: true,
    isAvailable: hasRows,
    run: (desk) => {
      moveBy(desk, 1);
    },
  },
  {
    id: 'previous',
    title: 'action.previous',
    group: 'list',
    keys: ['K', 'ArrowUp'],
    isHiddenInPalette: true,
    isAvailable: hasRows,
    run: (desk) => {
      moveBy(desk, -1);
    },
  },
  {
    id: 'open',
    title: 'action.open',
    group: 'list',
    keys: ['Enter', 'O'],
    isHiddenInPalette: true,
    isAvailable: hasShown,
    run: (desk) => {
      desk.focusConversation.send();
    },
  },
  {
    id: 'mark',
    title: 'action.mark',
    group: 'list',
    keys: ['X'],
    isAvailable: hasShown,
    run: (desk) => {
      desk.selection.update((selection) =>
        selection.shownId === null ? selection : toggleMark(selection, selection.shownId),
      );
    },
  },
  {
    id: 'mark-down',
    title: 'action.markDown',
    group: 'list',
    keys: ['Shift+ArrowDown'],
    isHiddenInPalette: true,
    isAvailable: hasRows,
    run: (desk) => {
      extendMarks(desk, 1);
    },
  },
  {
    id: 'mark-up',
    title: 'action.markUp',
    group: 'list',
    keys: ['Shift+ArrowUp'],
    isHiddenInPalette: true,
    isAvailable: hasRows,
    run: (desk) => {
      extendMarks(desk, -1);
    },
  },
  {
    id: 'search',
    title: 'action.search',
    group: 'list',
    keys: ['/'],
    menu: 'find',
    isAvailable: () => true,
    run: (desk) => {
      desk.focusSearch.send();
    },
  },
  {
    id: 'back',
    title: 'action.back',
    group: 'list',
    keys: ['Escape'],
    isHiddenInPalette: true,
    isAvailable: () => true,
    run: stepBack,
  },
];

/** One step out: marks, then the search, then to the list. */
function stepBack(desk: Desk): void {
  if (desk.selection.get().markedIds.size > 0) desk.selection.update(clearMarks);
  else if (desk.view.get().query !== null) desk.view.update((view) => ({ ...view, query: null }));
  desk.focusList.send();
}
