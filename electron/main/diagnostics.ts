// Gathers what helps to find a fault: sizes on the disk and the last problems of the log.
import { readFile, readdir, stat } from 'node:fs/promises';
import { arch, release, totalmem, type as systemName } from 'node:os';
import { join } from 'node:path';
import type { Diagnostics } from '../../shared/model/diagnostics.ts';
import { isMissing, realDisk } from './disk.ts';

const shownProblems = 40;
const startedAt = Date.now();

/** `storage` when the disk cannot be asked. */
export async function readDiagnostics(
  userDataDir: string,
  filesDir: string,
  storagePath: string | null,
): Promise<Diagnostics> {
  const [databaseBytes, journalBytes, filesBytes, logBytes, problems, freeDiskBytes] = await Promise.all([
    storagePath === null ? 0 : folderBytes(join(storagePath, 'IndexedDB')),
    folderBytes(join(userDataDir, 'journal')),
    folderBytes(filesDir),
    folderBytes(join(userDataDir, 'logs')),
    lastProblems(join(userDataDir, 'logs', 'defter.log')),
    realDisk.freeBytes(userDataDir),
  ]);
  return {
    system: `${systemName()} ${release()} ${arch()}`,
    memoryBytes: totalmem(),
    startedAt,
    freeDiskBytes,
    sizes: { databaseBytes, journalBytes, filesBytes, logBytes },
    problems,
  };
}

/** Bytes of all files below; 0 where there is nothing yet. */
async function folderBytes(folder: string): Promise<number> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const sizes = await Promise.all(
      entries.filter((entry) => entry.isFile()).map((entry) => fileBytes(join(entry.parentPath, entry.name))),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch (thrown) {
    if (isMissing(thrown)) return 0;
    throw thrown;
  }
}

/** Files come and go while they are counted. */
async function fileBytes(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (thrown) {
    if (isMissing(thrown)) return 0;
    throw thrown;
  }
}

/** The lines of the log that are more than news; the log masks addresses and holds no text of mails. */
async function lastProblems(path: string): Promise<string[]> {
  try {
    const lines = (await readFile(path, 'utf8')).split('\n');
    return lines.filter((line) => /^\S+ (warn|error) /.test(line)).slice(-shownProblems);
  } catch (thrown) {
    if (isMissing(thrown)) return [];
    throw thrown;
  }
}
