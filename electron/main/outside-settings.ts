// What the settings mean outside the page: theme, dictionaries, menu and tray.
import { app, nativeTheme } from 'electron';
import type { MenuCommand } from '../../shared/contract/page-api.ts';
import type { Log } from './log.ts';
import { setMenu } from './menu.ts';
import { checkSpelling } from './spellcheck.ts';
import type { Text } from './text.ts';
import { keepTray, type DefterTray } from './tray.ts';
import type { Workspace } from './workspace.ts';

export interface OutsideWorld {
  workspace: Workspace;
  text: Text;
  log: Log;
  allowsDevTools: boolean;
  command: (command: MenuCommand) => void;
  showWindow: () => void;
}

/** After any change of the settings, or of the workspace. Answers the tray as it is now, made of `tray` where there was one. */
export function applyOutside(world: OutsideWorld, tray: DefterTray | undefined): DefterTray | undefined {
  const { workspace, text, log, command } = world;
  const { theme, staysInTray, spellLanguages } = workspace.settings();
  const quit = (): void => app.quit();
  nativeTheme.themeSource = theme;
  checkSpelling(workspace.session, spellLanguages).catch((thrown: unknown) => {
    log('error', `Dictionaries: ${String(thrown)}`);
  });
  setMenu({ text, allowsDevTools: world.allowsDevTools, command, quit });
  const host = {
    text,
    showWindow: world.showWindow,
    openSettings: () => {
      command('open-settings');
    },
    syncNow: () => {
      command('sync-now');
    },
    quit,
  };
  return keepTray(tray, staysInTray ? host : null, log);
}
