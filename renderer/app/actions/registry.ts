// Every command of the app, in the order in which palette and shortcut sheet show them.
import type { MenuCommand } from '../../../shared/contract/page-api.ts';
import type { Desk } from '../state/desk.ts';
import { isReadOnly } from '../state/read-only.ts';
import type { Action } from './action.ts';
import { appActions } from './app-actions.ts';
import { customerActions } from './customer-actions.ts';
import { conversationActions } from './conversation-actions.ts';
import { exportActions } from './export-actions.tsx';
import { goActions } from './go-actions.ts';
import { listActions } from './list-actions.ts';
import { noticeError } from './notices.tsx';

const all: readonly Action[] = [
  ...conversationActions,
  ...customerActions,
  ...listActions,
  ...goActions,
  ...appActions,
  ...exportActions,
];

export const actions: readonly Action[] = all.map((action) =>
  action.changes ? { ...action, isAvailable: (desk) => !isReadOnly(desk) && action.isAvailable(desk) } : action,
);

/** Runs a command if it makes sense now; what goes wrong is shown. */
export function runAction(desk: Desk, action: Action): void {
  if (!action.isAvailable(desk)) return;
  Promise.resolve()
    .then(() => action.run(desk))
    .catch(noticeError);
}

/** Runs the command with this id; ids are those of the lists beside this file. */
export function runActionById(desk: Desk, id: string): void {
  runAction(desk, actionOf(id));
}

/** Whether the command with this id makes sense now: a button for it is worth showing. */
export function isOffered(desk: Desk, id: string): boolean {
  return actionOf(id).isAvailable(desk);
}

function actionOf(id: string): Action {
  const action = actions.find((known) => known.id === id);
  if (!action) throw new Error(`There is no command ${id}`);
  return action;
}

/** Runs what the application menu or the tray asked for. */
export function runMenuCommand(desk: Desk, command: MenuCommand): void {
  const action = actions.find((known) => known.menu === command);
  if (action) runAction(desk, action);
}
