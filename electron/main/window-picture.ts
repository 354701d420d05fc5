// Writes a picture of the window to a file, for a first look on machines without a screen.
import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';

/** Fonts and transitions settle within this after the page called itself usable. */
const settleMs = 600;

/** Writes a PNG to `path` and says so on stdout. Rejects when the window cannot be pictured or the disk refuses. */
export async function takePicture(window: BrowserWindow, path: string): Promise<void> {
  await wait(settleMs);
  const picture = await window.webContents.capturePage();
  await writeFile(path, picture.toPNG());
  process.stdout.write(`Picture of the window: ${path}\n`);
}
