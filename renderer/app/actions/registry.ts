// Every command of the app, in the order in which palette and shortcut sheet show them.
import type { MenuCommand } from '../../../shared/contract/page-api.ts';
import type { Desk } from '../state/desk.ts';
import type { Action } from './action.ts';
import { appActions } from './app-actions.ts';
import { customerActions } from './customer-actions.ts';
import { conversationActions } from './conversation-actions.ts';
import { exportActions } from './export-actions.tsx';
import { goActions } from './go-actions.ts';
import { listActions } from './list-actions.ts';
import { noticeError } from './notices.tsx';

export const actions: readonly Action[] = [
  ...conversationActions,
  ...customerActions,
  ...listActions,
  ...goActions,
  ...appActions,
  ...exportActions,
];

/** Runs a command if it makes sense now; what goes wrong is shown. */
export function runAction(desk: Desk, action: Action): void {
  if (!action.isAvailable(desk)) return;
  Promise.resolve()
    .then(() => action.run(desk))
    .catch(noticeError);
}

/** Runs the command with this id; ids are those of the lists beside this file. */
export function runActionById(desk: Desk, id: string): void {
  const action = actions.find((known) => known.id === id);
  if (!action) throw new Error(`There is no command ${id}`);
  runAction(desk, action);
}

/** Runs what the application menu or the tray asked for. */
export function runMenuCommand(desk: Desk, command: MenuCommand): void {
  const action = actions.find((known) => known.menu === command);
  if (action) runAction(desk, action);
}
