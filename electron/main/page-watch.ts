// Brings the page back when it crashed or hangs, within a budget; then it is for a person to decide.
import type { BrowserWindow } from 'electron';
import { CrashBudget } from './crash-budget.ts';
import type { Log } from './log.ts';

/** A page that answers nothing for this long after Chromium called it unresponsive is ended. */
const patienceMs = 15_000;

/** `askPerson` is called when the page crashed too often; answered true, it is loaded once more with a fresh budget. */
export function watchPage(window: BrowserWindow, log: Log, askPerson: () => Promise<boolean>): void {
  const { webContents } = window;
  const budget = new CrashBudget();
  let patience: NodeJS.Timeout | undefined;

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    clearTimeout(patience);
    log('error', 'The page ended', { reason, exitCode });
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const waitMs = budget.countCrash(Date.now());
    if (waitMs !== null) {
      setTimeout(reload, waitMs);
      return;
    }
    void askPerson().then((goesOn) => {
      budget.reset();
      if (goesOn) reload();
    });
  });
  webContents.on('unresponsive', () => {
    log('warn', 'The page does not answer');
    if (webContents.isDevToolsOpened()) return; // a developer stopped it
    patience = setTimeout(() => {
      if (!webContents.isDestroyed()) webContents.forcefullyCrashRenderer();
    }, patienceMs);
  });
  webContents.on('responsive', () => {
    clearTimeout(patience);
  });
  webContents.on('did-fail-load', (_event, code, reason, _url, isMainFrame) => {
    if (isMainFrame) log('error', 'The page did not load', { code, reason });
  });
  webContents.on('preload-error', (_event, _path, error) => {
    log('error', `The preload failed: ${error.message}`);
  });

  function reload(): void {
    if (!window.isDestroyed()) webContents.reload();
  }
}
