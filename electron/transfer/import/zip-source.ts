// Reads a zip that may come from anybody: only by name inside it, never onto the disk, within limits.
import type { Readable } from 'node:stream';
import { fromFd, type Entry, type ZipFile } from 'yauzl';
import { open as openFd } from 'node:fs';
import { AppError } from '../../../shared/errors.ts';

/** More entries than any export makes. */
const mostEntries = 1_000_000;
/** Of one entry that is read whole. */
const largestEntryBytes = 100 * 1024 * 1024;
/** Deflate reaches 1:1032; text of mails stays far below. */
const highestRatio = 500;

export interface ZipSource {
  names: string[];
  /** Whole content; undefined when there is no such entry, or it is over the limits. */
  read(name: string): Promise<Buffer | undefined>;
  stream(name: string): Promise<Readable>;
  close(): void;
}

/**
 * `bad-data` for what is no zip, holds too much, or names an entry twice. `mostRatio`: how far an entry over 1 MB may be packed; whoever
 * raises it bounds the bytes of each entry.
 */
export async function openZip(path: string, mostRatio = highestRatio): Promise<ZipSource> {
  const zip = await opened(path);
  const entries = await listed(zip, mostRatio);
  const stream = (name: string): Promise<Readable> => {
    const entry = entries.get(name);
    if (!entry) return Promise.reject(new AppError('gone', 'The zip has no such entry'));
    return new Promise((resolve, reject) => {
      zip.openReadStream(entry, (error, readable) => {
        if (error) reject(broken(error));
        else resolve(readable);
      });
    });
  };
  return {
    names: [...entries.keys()],
    stream,
    async read(name) {
      const entry = entries.get(name);
      if (!entry || entry.uncompressedSize > largestEntryBytes) return undefined;
      const chunks: Buffer[] = [];
      let bytes = 0;
      for await (const chunk of await stream(name)) {
        bytes += (chunk as Buffer).length;
        if (bytes > largestEntryBytes) return undefined;
        chunks.push(chunk as Buffer);
      }
      return Buffer.concat(chunks);
    },
    close: () => {
      zip.close();
    },
  };
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    openFd(path, 'r', (problem, fd) => {
      if (problem) {
        reject(new AppError('storage', problem.message, { cause: problem }));
        return;
      }
      fromFd(
        fd,
        { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true },
        (error, zip) => {
          if (error) reject(broken(error));
          else resolve(zip);
        },
      );
    });
  });
}

function listed(zip: ZipFile, mostRatio: number): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    const refuse = (reason: string) => {
      zip.close();
      reject(new AppError('bad-data', reason));
    };
    zip.on('error', (error: Error) => refuse(error.message));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      const { fileName, uncompressedSize, compressedSize } = entry;
      if (entries.size >= mostEntries) {
        refuse('The zip has too many entries');
        return;
      }
      if (entries.has(fileName)) {
        refuse('The zip names an entry twice');
        return;
      }
      if (uncompressedSize > 1_000_000 && uncompressedSize > compressedSize * mostRatio) {
        refuse('The zip is a bomb');
        return;
      }
      if (!fileName.endsWith('/')) entries.set(fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function broken(thrown: unknown): AppError {
  return new AppError('bad-data', `Not a zip that can be read: ${String(thrown)}`, { cause: thrown });
}
