// Attachment bytes on disk, named by their hash: fetched to a temporary file, limited, hashed, synced, renamed.
import { createHash, randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { fileIdSchema, type FileId } from '../../../shared/model/ids.ts';
import type { CachedFile, Sink } from '../connectors/connector.ts';

/** Larger than any mail provider takes (Gmail 25 MB, Outlook 150 MB for some): above it, open the mail elsewhere. */
export const largestFileBytes = 100 * 1024 * 1024;

/**
 * Runs `fetch` into a temporary file and keeps it under its SHA-256. Nothing is left behind when it fails.
 * Errors: `too-large` over {@link largestFileBytes}, `storage` when the disk refuses, and whatever `fetch` throws.
 */
export async function cacheFile(filesDir: string, fetch: (sink: Sink) => Promise<void>): Promise<CachedFile> {
  const temporary = join(filesDir, `.part-${randomBytes(8).toString('hex')}`);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  try {
    const file = await onDisk(() => open(temporary, 'wx', 0o600));
    try {
      await fetch({
        async write(chunk) {
          sizeBytes += chunk.length;
          if (sizeBytes > largestFileBytes) throw new AppError('too-large', 'The attachment is larger than 100 MB');
          hash.update(chunk);
          await onDisk(() => file.writeFile(chunk));
        },
      });
      await onDisk(() => file.sync());
    } finally {
      await file.close();
    }
    const fileId = fileIdSchema.parse(hash.digest('hex'));
    await onDisk(() => rename(temporary, join(filesDir, fileId)));
    await onDisk(() => syncFolder(filesDir));
    return { fileId, sizeBytes };
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw thrown;
  }
}

/** The bytes of a cached file; `gone` when it is not there, `too-large` over the limit. */
export async function readCachedFile(filesDir: string, fileId: FileId, limitBytes: number): Promise<Uint8Array> {
  if (!/^[0-9a-f]{64}$/.test(fileId)) throw new AppError('bad-data', 'Not the id of a cached file');
  const path = join(filesDir, fileId);
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new AppError('gone', 'The file is not in the cache any more');
  if (found.size > limitBytes) throw new AppError('too-large', `The file is larger than ${String(limitBytes)} bytes`);
  return new Uint8Array(await readFile(path));
}

/** Puts the new name on disk too; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw new AppError('storage', `The disk refused: ${thrown instanceof Error ? thrown.message : String(thrown)}`, {
      cause: thrown,
    });
  }
}
