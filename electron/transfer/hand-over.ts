// Hands an export over: one file, or a zip of several, written beside its place under another name and renamed when it is whole.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { throwIfCancelled } from '../../shared/errors.ts';
import type { Entry } from './format.ts';
import { onDisk } from './part-files.ts';

/** Packed already: packing them again costs time and gains nothing. */
const packed = /\.(jpe?g|png|gif|webp|heic|mp[34]|mov|m4a|zip|gz|7z|rar|docx|xlsx|pptx|odt|ods|pdf)$/i;

export interface ManifestFile {
  name: string;
  sizeBytes: number;
  sha256: string;
}

/** Size and SHA-256 of each entry; hashes known already are taken as they are. */
export async function describe(entries: readonly Entry[], signal: AbortSignal): Promise<ManifestFile[]> {
  const files = [];
  for (const entry of entries) {
    throwIfCancelled(signal);
    const sizeBytes = entry.range?.bytes ?? (await onDisk(() => stat(entry.path))).size;
    files.push({ name: entry.name, sizeBytes, sha256: entry.sha256 ?? (await hashOf(entry.path)) });
  }
  return files;
}

/** SHA-256 of a file, in hexadecimal. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await onDisk(() => pipeline(createReadStream(path), hash));
  return hash.digest('hex');
}

/** Copies one file to its place. */
export async function handOverFile(path: string, target: string, signal: AbortSignal): Promise<void> {
  await becomes(target, (temporary) =>
    pipeline(createReadStream(path), createWriteStream(temporary, { mode: 0o600 }), { signal }),
  );
}

/** Writes a text beside an export. */
export async function handOverText(text: string, target: string): Promise<void> {
  await becomes(target, async (temporary) => {
    const file = await open(temporary, 'w', 0o600);
    await file.writeFile(text);
    await file.close();
  });
}

/** Zips the entries, the manifest first, straight to the target's disk. `onWritten` hears the bytes of the zip so far. */
export async function handOverZip(
  entries: readonly Entry[],
  manifest: string,
  target: string,
  signal: AbortSignal,
  onWritten: (bytes: number) => void = () => undefined,
): Promise<void> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(manifest), 'manifest.json');
  for (const { name, path, range, isStored } of entries) {
    const options = { compress: !isStored && !packed.test(name), mode: 0o100644 };
    if (range && range.bytes === 0) zip.addBuffer(Buffer.alloc(0), name, options);
    else if (range) {
      zip.addReadStreamLazy(name, { ...options, size: range.bytes }, (give) => {
        give(null, createReadStream(path, { start: range.start, end: range.start + range.bytes - 1 }));
      });
    } else zip.addFile(path, name, options);
  }
  const output = zip.outputStream;
  zip.on('error', (error: Error) => output.emit('error', error));
  zip.end();
  let written = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, give) {
      onWritten((written += chunk.length));
      give(null, chunk);
    },
  });
  await becomes(target, (temporary) =>
    pipeline(output, counter, createWriteStream(temporary, { mode: 0o600 }), { signal }),
  );
}

/** What stands at `target` is the old file or the whole new one, never half of one. */
async function becomes(target: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${target}.part`;
  await onDisk(async () => {
    try {
      await write(temporary);
      const file = await open(temporary, 'r+');
      await file.sync();
      await file.close();
      await rename(temporary, target);
      await syncFolder(dirname(target));
    } catch (thrown) {
      await rm(temporary, { force: true });
      throw thrown;
    }
  });
}

async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return; // folders cannot be flushed there, and need not be
  const folder = await open(dir, 'r');
  await folder.sync();
  await folder.close();
}

/** `…/Exports/customer.csv` → `…/Exports/customer.manifest.json` */
export function manifestPath(target: string): string {
  return `${target.slice(0, target.length - extname(target).length)}.manifest.json`;
}
