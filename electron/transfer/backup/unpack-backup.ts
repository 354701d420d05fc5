// Unpacks a backup that may come from anybody: every name and hash is checked before any of it counts.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, throwIfCancelled } from '../../../shared/errors.ts';
import { backupFiles, backupManifestSchema, type BackupManifest } from '../../../shared/model/backup.ts';
import { openZip, type ZipSource } from '../import/zip-source.ts';
import { onDisk } from '../part-files.ts';
import { percentTeller } from './percent.ts';

/** What deflate cannot pass (1:1032): a journal repeats itself. Each file is held to the size that the manifest gives it. */
const mostRatio = 1100;

/** Fills `dir`, which is emptied first. `bad-data`: damaged, not a backup, or made by a newer Defter; nothing is left then. */
export async function unpackBackup(
  path: string,
  dir: string,
  tell: (percent: number) => void,
  signal: AbortSignal,
): Promise<BackupManifest> {
  await onDisk(() => rm(dir, { recursive: true, force: true }));
  const zip = await openZip(path, mostRatio);
  try {
    const manifest = await readManifest(zip);
    const listed = new Set(manifest.files.map(({ name }) => name));
    const others = zip.names.filter((name) => name !== backupFiles.manifest && !listed.has(name));
    if (others.length > 0 || listed.size !== manifest.files.length)
      throw new AppError('bad-data', 'The backup holds what it does not list');
    for (const needed of [backupFiles.journal, backupFiles.settings]) {
      if (!listed.has(needed)) throw new AppError('bad-data', `The backup lacks ${needed}`);
    }
    const teller = percentTeller(
      manifest.files.reduce((sum, file) => sum + file.sizeBytes, 0),
      tell,
    );
    let doneBytes = 0;
    for (const file of manifest.files) {
      throwIfCancelled(signal);
      await unpackFile(zip, file, dir, signal);
      teller((doneBytes += file.sizeBytes));
    }
    return manifest;
  } catch (thrown) {
    await rm(dir, { recursive: true, force: true });
    if (thrown instanceof AppError) throw thrown;
    throwIfCancelled(signal);
    if (isOfDisk(thrown)) throw new AppError('storage', `The disk refused: ${String(thrown)}`, { cause: thrown });
    throw new AppError('bad-data', `The backup cannot be read: ${String(thrown)}`, { cause: thrown });
  } finally {
    zip.close();
  }
}

async function readManifest(zip: ZipSource): Promise<BackupManifest> {
  const bytes = await zip.read(backupFiles.manifest);
  if (!bytes) throw new AppError('bad-data', 'This zip is no backup of Defter');
  const parsed = backupManifestSchema.safeParse(JSON.parse(bytes.toString('utf8')));
  if (!parsed.success) throw new AppError('bad-data', 'This backup is of another kind, or of a newer Defter');
  return parsed.data;
}

async function unpackFile(
  zip: ZipSource,
  { name, sizeBytes, sha256 }: BackupManifest['files'][number],
  dir: string,
  signal: AbortSignal,
): Promise<void> {
  const target = join(dir, name);
  const hash = createHash('sha256');
  let bytes = 0;
  const check = new Transform({
    transform(chunk: Buffer, _encoding, give) {
      bytes += chunk.length;
      hash.update(chunk);
      give(bytes > sizeBytes ? new AppError('bad-data', `${name} is larger than the backup says`) : null, chunk);
    },
  });
  const source = await zip.stream(name);
  await onDisk(() => mkdir(dirname(target), { recursive: true, mode: 0o700 }));
  await pipeline(source, check, createWriteStream(target, { mode: 0o600 }), { signal });
  if (bytes !== sizeBytes || hash.digest('hex') !== sha256)
    throw new AppError('bad-data', `${name} is damaged in the backup`);
}

/** A full disk is no fault of the backup. */
function isOfDisk(thrown: unknown): boolean {
  return thrown instanceof Error && 'syscall' in thrown;
}
