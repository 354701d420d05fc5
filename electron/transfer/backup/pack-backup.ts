// Packs a backup: the files that main has laid ready, and folders as they are, into one zip with hashes.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupTask } from '../../../shared/contract/transfer-control.ts';
import { backupFiles, backupName, type BackupManifest } from '../../../shared/model/backup.ts';
import type { Entry } from '../format.ts';
import { describe, handOverZip, type ManifestFile } from '../hand-over.ts';
import { onDisk } from '../part-files.ts';
import { percentTeller } from './percent.ts';

/** Answers the size of the finished file. `storage` when the disk refuses, `cancelled` at the signal; nothing stands at the place then. */
export async function packBackup(
  task: BackupTask,
  tell: (percent: number) => void,
  signal: AbortSignal,
): Promise<{ sizeBytes: number }> {
  const { workDir, archivesDir, keptDir, filesDir, targetPath, ...facts } = task;
  const entries: Entry[] = [backupFiles.journal, backupFiles.settings].map((name) => ({
    name,
    path: join(workDir, name),
  }));
  entries.push(...(await filesBelow(archivesDir, 'archives')), ...(await filesBelow(keptDir, 'kept')));
  if (filesDir !== undefined) entries.push(...(await filesBelow(filesDir, 'files')));
  let totalBytes = 0;
  for (const { path } of entries) totalBytes += (await onDisk(() => stat(path))).size;
  const teller = percentTeller(2 * totalBytes, tell); // each file is read for its hash, then packed
  const files: ManifestFile[] = [];
  let hashedBytes = 0;
  for (const entry of entries) {
    const [file] = await describe([entry], signal);
    if (!file) continue;
    files.push(file);
    teller((hashedBytes += file.sizeBytes));
  }
  const manifest: BackupManifest = { format: 'defter-backup', version: 1, ...facts, files };
  await handOverZip(entries, JSON.stringify(manifest), targetPath, signal, (bytes) => {
    teller(hashedBytes + bytes);
  });
  return { sizeBytes: (await onDisk(() => stat(targetPath))).size };
}

/** Unfinished imports and half-fetched files have other names and stay behind. Attachments are stored as they are: most are packed already. */
async function filesBelow(dir: string, prefix: string): Promise<Entry[]> {
  const found = await onDisk(() =>
    readdir(dir, { recursive: true, withFileTypes: true }).catch((thrown: unknown) => {
      if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw thrown;
    }),
  );
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: `${prefix}${path.slice(dir.length).replaceAll('\\', '/')}` }))
    .filter(({ name }) => backupName.test(name) && !name.startsWith('archives/waiting-'))
    .map((entry) => ({ ...entry, isStored: /\/[0-9a-f]{64}$/.test(entry.name) }));
}
