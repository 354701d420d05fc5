// The little of a disk that the journal needs, so that tests can make one that fails; and the real one.
import { open, mkdir, readdir, rename, rm, stat, statfs } from 'node:fs/promises';

/** Every method rejects with the system's own error (`code` such as ENOSPC). */
export interface Disk {
  /** With parents, for this user only. */
  makeDir(dir: string): Promise<void>;
  /** Names of the files in `dir`. */
  list(dir: string): Promise<string[]>;
  /** Whole content, or null when there is no such file. */
  read(path: string): Promise<Buffer | null>;
  /** Opens for reading and writing; `isNew` makes or empties it. */
  open(path: string, isNew: boolean): Promise<DiskFile>;
  rename(from: string, to: string): Promise<void>;
  /** Does nothing when there is no such file. */
  remove(path: string): Promise<void>;
  /** Makes new, renamed and removed names in `dir` last through a power cut. */
  syncDir(dir: string): Promise<void>;
  /** Bytes that this user can still write. */
  freeBytes(dir: string): Promise<number>;
}

export interface DiskFile {
  /** Writes all of `bytes` at `offset`, or rejects and may have written a part. */
  write(bytes: Uint8Array, offset: number): Promise<void>;
  read(offset: number, length: number): Promise<Buffer>;
  truncate(length: number): Promise<void>;
  /** Content is on the disk when answered. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The machine's own disk; files 0600, folders 0700. */
export const realDisk: Disk = {
  makeDir: async (dir) => {
    await mkdir(dir, { recursive: true, mode: 0o700 });
  },
  list: async (dir) => (await readdir(dir, { withFileTypes: true })).filter((e) => e.isFile()).map((e) => e.name),
  read: async (path) => {
    const handle = await openIfThere(path);
    if (!handle) return null;
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  },
  open: async (path, isNew) => {
    const handle = await open(path, isNew ? 'w+' : 'r+', 0o600);
    return {
      write: async (bytes, offset) => {
        let done = 0;
        while (done < bytes.length) {
          const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, offset + done);
          done += bytesWritten;
        }
      },
      read: async (offset, length) => {
        const buffer = Buffer.alloc(length);
        let done = 0;
        while (done < length) {
          const { bytesRead } = await handle.read(buffer, done, length - done, offset + done);
          if (bytesRead === 0) break;
          done += bytesRead;
        }
        return buffer.subarray(0, done);
      },
      truncate: (length) => handle.truncate(length),
      sync: () => handle.datasync(),
      close: () => handle.close(),
    };
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  syncDir: async (dir) => {
    // Windows has no handle of a folder to flush: NTFS journals names by itself
    if (process.platform === 'win32') return;
    const handle = await open(dir, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  freeBytes: async (dir) => {
    const { bavail, bsize } = await statfs(dir);
    return bavail * bsize;
  },
};

async function openIfThere(path: string) {
  try {
    await stat(path);
    return await open(path, 'r');
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

/** Whether an error of the disk says that there is no such file. */
export function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
}

/** Whether an error of the disk says that it is full, or this user's share of it. */
export function isFull(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT');
}

/**
 * Replaces a small file in one step: after a crash it is the old one or the new one, never a mixture. A temporary file beside it
 * is written, flushed and renamed over it.
 */
export async function replaceFile(disk: Disk, dir: string, name: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${dir}/${name}.tmp`;
  const file = await disk.open(temporary, true);
  try {
    await file.write(bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await disk.rename(temporary, `${dir}/${name}`);
  await disk.syncDir(dir);
}
