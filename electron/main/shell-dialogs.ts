// What the shell says and asks in the system's own boxes: the page or the workspace has failed, where exports go.
import { app, dialog, type BrowserWindow } from 'electron';
import { errorData } from '../../shared/errors.ts';
import { languageOf, textIn, type Text } from './text.ts';

/** Whether the page that crashed again and again is to be loaded once more; quits when the person wants that. */
export async function askToReload(window: BrowserWindow, text: Text): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: text('crash.title'),
    detail: text('crash.detail'),
    buttons: [text('crash.reload'), text('crash.quit')],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 1) app.quit();
  return response === 0;
}

/** The workspace cannot be opened: says why and quits. */
export function tellCannotOpen(thrown: unknown): void {
  const text = textIn(languageOf('system', app.getPreferredSystemLanguages()));
  dialog.showErrorBox(
    text('start.failed', { name: app.name }),
    text('start.storage', { reason: errorData(thrown).message }),
  );
  app.quit();
}

/** A folder for the monthly export; null when the person changed their mind. */
export async function askExportFolder(
  parent: BrowserWindow | undefined,
  text: Text,
  before: string | undefined,
): Promise<string | null> {
  const options = {
    title: text('export.folderDialog'),
    defaultPath: before ?? app.getPath('documents'),
    properties: ['openDirectory' as const, 'createDirectory' as const],
  };
  const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}
