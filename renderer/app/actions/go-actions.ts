// Commands that go to a folder.
import type { Desk } from '../state/desk.ts';
import { goToFolder, goToReviews, goToUnanswered, sortByLoyalty, type ViewFolder } from '../state/view.ts';
import type { TextId } from '../text/texts.ts';
import type { Action } from './action.ts';

function go(folder: ViewFolder, title: TextId, key: string): Action {
  return {
    id: `go-${folder}`,
    title,
    group: 'go',
    keys: [`G ${key}`],
    isAvailable: (desk) => desk.app.get().accounts.length > 0,
    run: (desk: Desk) => {
      desk.view.update((view) => ({ ...goToFolder(view, folder), isUnreadOnly: false }));
    },
  };
}

export const goActions: readonly Action[] = [
  go('open', 'action.goInbox', 'I'),
  go('waiting', 'action.goWaiting', 'W'),
  go('snoozed', 'action.goSnoozed', 'S'),
  go('closed', 'action.goClosed', 'C'),
  go('all', 'action.goAll', 'A'),
  {
    id: 'go-unanswered',
    title: 'action.goUnanswered',
    group: 'go',
    keys: ['G N'],
    isAvailable: (desk) => desk.app.get().accounts.length > 0,
    run: (desk) => {
      desk.view.update(goToUnanswered);
    },
  },
  {
    id: 'go-reviews',
    title: 'action.goReviews',
    group: 'go',
    keys: ['G V'],
    isAvailable: (desk) => desk.app.get().accounts.length > 0,
    run: (desk) => {
      desk.view.update(goToReviews);
    },
  },
  {
    id: 'loyal-first',
    title: 'action.loyalFirst',
    group: 'go',
    keys: ['Shift+L'],
    isAvailable: () => true,
    run: (desk) => {
      desk.view.update(sortByLoyalty);
    },
  },
  {
    id: 'only-unread',
    title: 'action.onlyUnread',
    group: 'go',
    keys: ['Shift+U'],
    isAvailable: () => true,
    run: (desk) => {
      desk.view.update((view) => ({ ...view, isUnreadOnly: !view.isUnreadOnly, query: null }));
    },
  },
];
