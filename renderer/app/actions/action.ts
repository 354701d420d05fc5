// What a command is: one thing the person can ask for, by key, palette, menu or button alike.
import type { MenuCommand } from '../../../shared/contract/page-api.ts';
import type { Desk } from '../state/desk.ts';
import type { TextId } from '../text/texts.ts';

export const actionGroups = ['conversation', 'customer', 'list', 'go', 'app'] as const;
export type ActionGroup = (typeof actionGroups)[number];

export interface Action {
  id: string;
  title: TextId;
  group: ActionGroup;
  /**
   * Keys in TanStack's notation; several strings are alternatives, a space stands between the keys of a sequence (`G I`). `Mod` is
   * Ctrl, on a Mac Command. The first one is shown.
   */
  keys: readonly string[];
  /** Keys work inside text fields too. */
  worksInFields?: boolean;
  /** Too small a step for the palette (moving in the list). */
  isHiddenInPalette?: boolean;
  /** Changes something or sends: not offered while an export is open to be read. */
  changes?: true;
  /** The application menu's and the tray's word for it. */
  menu?: MenuCommand;
  /** Whether it makes sense now. */
  isAvailable(desk: Desk): boolean;
  run(desk: Desk): void | Promise<void>;
}
