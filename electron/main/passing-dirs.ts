// Folders of the profile for what leaves nothing behind: the demo shop, and an export that is read.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

const passingDirs = { demo: 'demo', reading: 'reading' } as const;
export type PassingMode = keyof typeof passingDirs;

export function passingDir(userDataDir: string, mode: PassingMode): string {
  return join(userDataDir, passingDirs[mode]);
}

export function archivesDirIn(dir: string): string {
  return join(dir, 'archives');
}

/** Where imports that are to be opened are read into, a folder each. */
export function readingArchivesDir(userDataDir: string): string {
  return archivesDirIn(passingDir(userDataDir, 'reading'));
}

export async function removePassing(dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true, maxRetries: 3 });
}

/** What was killed left these. */
export async function removeAllPassing(userDataDir: string): Promise<void> {
  for (const dir of Object.values(passingDirs)) await removePassing(join(userDataDir, dir));
}
