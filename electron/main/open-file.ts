// Opens and saves cached attachments: found by id, copied under a safe name, programs only after a second question.
import { chmod, copyFile, mkdtemp, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, shell, type BrowserWindow } from 'electron';
import { AppError } from '../../shared/errors.ts';
import { onDisk } from './on-disk.ts';
import type { FileId } from '../../shared/model/ids.ts';
import { extensionOf, safeFileName } from '../../shared/file-name.ts';
import { isProgram } from './program-types.ts';

export interface AttachmentFile {
  fileId: FileId;
  /** As the mail calls it. */
  name: string;
  mimeType: string;
}

const openedFolder = 'defter-opened-';

/**
 * Opens a copy of a cached attachment with the system's program. `refused` for a program unless `isConfirmed`; `gone` when it is not
 * in the cache; `unsupported` with the system's words when it could not be opened.
 */
export async function openFile(
  folders: readonly string[],
  file: AttachmentFile & { isConfirmed: boolean },
): Promise<void> {
  const source = await sourceOf(folders, file.fileId);
  const name = safeFileName(file.name);
  if (isProgram(name, file.mimeType, await readHead(source)) && !file.isConfirmed) {
    throw new AppError('refused', 'This attachment is a program', { detail: { name } });
  }
  const folder = await mkdtemp(join(app.getPath('temp'), openedFolder));
  const copy = join(folder, name);
  await onDisk(() => copyFile(source, copy));
  await onDisk(() => chmod(copy, 0o400)); // a copy: what is changed in it would be lost, so it shows as read-only
  const problem = await shell.openPath(copy);
  if (problem !== '') throw new AppError('unsupported', problem, { detail: { name } });
}

/** Asks where and copies a cached attachment there; false when the person changed their mind. */
export async function saveFile(
  folders: readonly string[],
  file: AttachmentFile,
  window: BrowserWindow | undefined,
): Promise<boolean> {
  const source = await sourceOf(folders, file.fileId);
  await readHead(source);
  const target = await askWhere(file.name, window);
  if (target === null) return false;
  await onDisk(() => copyFile(source, target));
  return true;
}

/** Asks where and writes text there (UTF-8); false when the person changed their mind. */
export async function saveText(
  file: { name: string; text: string },
  window: BrowserWindow | undefined,
): Promise<boolean> {
  const target = await askWhere(file.name, window);
  if (target === null) return false;
  await onDisk(() => writeFile(target, file.text, 'utf8'));
  return true;
}

async function askWhere(suggested: string, window: BrowserWindow | undefined): Promise<string | null> {
  const name = safeFileName(suggested);
  const options = { defaultPath: join(app.getPath('downloads'), name) };
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  if (answer.canceled || !answer.filePath) return null;
  // what is saved is what was shown: typing another name must not turn a picture into a program unseen
  return extensionOf(answer.filePath) === '' ? `${answer.filePath}${extensionOf(name)}` : answer.filePath;
}

/** Takes files out of these folders, and every copy that was opened. */
export async function forgetFiles(folders: readonly string[], fileIds: readonly FileId[]): Promise<void> {
  for (const fileId of fileIds) {
    if (!/^[0-9a-f]{64}$/.test(fileId)) throw new AppError('bad-data', 'Not the id of a cached file');
    for (const folder of folders) await onDisk(() => rm(join(folder, fileId), { force: true }));
  }
  await removeOpenedCopies();
}

/** Removes the copies that earlier runs opened; those still in use by another program stay until the next start. */
export async function removeOpenedCopies(): Promise<void> {
  const temp = app.getPath('temp');
  const old = (await readdir(temp)).filter((name) => name.startsWith(openedFolder));
  await Promise.allSettled(old.map((name) => rm(join(temp, name), { recursive: true, force: true })));
}

async function sourceOf(folders: readonly string[], fileId: FileId): Promise<string> {
  if (!/^[0-9a-f]{64}$/.test(fileId)) throw new AppError('bad-data', 'Not the id of a cached file');
  for (const folder of folders) {
    const path = join(folder, fileId);
    if (await stat(path).catch(() => undefined)) return path; // not in this folder: perhaps in the next
  }
  throw new AppError('gone', 'The file is not here any more');
}

async function readHead(path: string): Promise<Buffer> {
  try {
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    throw new AppError('gone', 'The file is not in the cache any more', { cause: thrown });
  }
}
