// The app's one window around the page: made, watched, and what its close button means.
import { app, type BrowserWindow } from 'electron';
import { addContextMenu } from './context-menu.ts';
import { markImage } from './icons/mark-image.ts';
import type { Log } from './log.ts';
import { watchPage } from './page-watch.ts';
import type { SettingsFile } from './settings.ts';
import { askToReload } from './shell-dialogs.ts';
import type { Text } from './text.ts';
import { loadPage, makeWindow } from './window.ts';
import type { Workspace } from './workspace.ts';

export interface ShellWindowWorld {
  session: Workspace['session'];
  file: SettingsFile;
  allowsDevTools: boolean;
  log: Log;
  text: () => Text;
  /** The page is there. */
  onLoaded: () => void;
  /** The window goes because the app, or its workspace, does. */
  isLeaving: () => boolean;
  /** Closing it leaves the app running out of sight. */
  staysHidden: () => boolean;
}

export function openShellWindow(world: ShellWindowWorld): BrowserWindow {
  const { file, log, text } = world;
  const window = makeWindow({
    session: world.session,
    title: app.name,
    remembered: file.windowPlace,
    allowsDevTools: world.allowsDevTools,
    onPlaced: (place) => {
      file.saveWindowPlace(place);
    },
  });
  if (process.platform === 'linux') window.setIcon(markImage(64, { kind: 'colour', hasDot: false }));
  window.on('close', (event) => {
    if (world.isLeaving()) return;
    event.preventDefault();
    if (process.platform === 'darwin' || world.staysHidden()) window.hide();
    else app.quit();
  });
  addContextMenu(window, text);
  watchPage(window, log, () => askToReload(window, text()));
  window.webContents.once('did-finish-load', world.onLoaded);
  loadPage(window).catch((thrown: unknown) => {
    log('error', `Loading the page: ${String(thrown)}`);
  });
  return window;
}
