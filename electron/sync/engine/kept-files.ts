// Files that go out with replies, and large frozen replies: kept on disk under their hash until no reply or draft needs them.
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { FileId } from '../../../shared/model/ids.ts';
import type { FrozenReply, OutboxItem } from '../../../shared/model/outbox.ts';
import type { CachedFile } from '../connectors/connector.ts';
import { cacheFile, readCachedFile } from './attachment-cache.ts';

/** A frozen reply above this lies in a file of its own: journal and database stay small. */
const largePayloadBytes = 64 * 1024;
/** The largest that is read back: 25 MB of files in base64, and some. */
const readLimitBytes = 100 * 1024 * 1024;
/** A file that nothing names stays this long: drafts that are taken back, stores that are being rebuilt. */
export const unusedForMs = 30 * 86_400_000;

const isKeptName = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** On disk when answered. `too-large` over 100 MB, `storage` when the disk refuses. */
export async function keepBytes(keptDir: string, bytes: Uint8Array): Promise<CachedFile> {
  await mkdir(keptDir, { recursive: true, mode: 0o700 });
  return cacheFile(keptDir, (sink) => sink.write(bytes));
}

/** Makes a cached attachment a kept file. `gone` when it is not in the cache any more. */
export async function keepCached(filesDir: string, keptDir: string, fileId: FileId): Promise<CachedFile> {
  return keepBytes(keptDir, await readCachedFile(filesDir, fileId, readLimitBytes));
}

/** `gone` when it is not there. */
export function readKept(keptDir: string, fileId: FileId): Promise<Uint8Array> {
  return readCachedFile(keptDir, fileId, readLimitBytes);
}

/** The frozen reply with a large payload put aside. */
export async function putPayloadAside(keptDir: string, frozen: FrozenReply): Promise<FrozenReply> {
  if (frozen.payload.length <= largePayloadBytes) return frozen;
  const { fileId } = await keepBytes(keptDir, Buffer.from(frozen.payload, 'utf8'));
  return { ...frozen, payload: '', payloadFile: fileId };
}

/** The item with its payload in hand, as connectors know it. */
export async function withPayload(keptDir: string, item: OutboxItem): Promise<OutboxItem> {
  const { payloadFile } = item.frozen;
  if (payloadFile === undefined) return item;
  const payload = Buffer.from(await readKept(keptDir, payloadFile)).toString('utf8');
  return { ...item, frozen: { ...item.frozen, payload } };
}

/**
 * Removes what nothing names any more and was not named for 30 days; what is named counts as used now. Answers how many files went.
 * @param now epoch ms
 */
export async function sweepKept(keptDir: string, inUse: ReadonlySet<string>, now: number): Promise<number> {
  const names = await readdir(keptDir).catch((thrown: unknown) => {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new AppError('storage', `The folder of kept files cannot be read: ${String(thrown)}`, { cause: thrown });
  });
  let count = 0;
  for (const name of names.filter(isKeptName)) {
    const path = join(keptDir, name);
    if (inUse.has(name)) await utimes(path, now / 1000, now / 1000);
    else if ((await stat(path)).mtimeMs < now - unusedForMs) {
      await rm(path, { force: true });
      count += 1;
    }
  }
  return count;
}
