// The unfinished files of an export: grown at their ends only, so that an interrupted one is cut back to its last checkpoint and goes on.
import { open, readdir, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';

/** Collected before a write: fewer, larger writes. */
const bufferBytes = 1024 * 1024;

export type PartSizes = Record<string, number>;

interface Part {
  file: FileHandle;
  bytes: number;
  waiting: Buffer[];
  waitingBytes: number;
}

export class PartFiles {
  readonly #dir: string;
  readonly #parts = new Map<string, Part>();
  readonly #sizes: PartSizes;

  private constructor(dir: string, sizes: PartSizes) {
    this.#dir = dir;
    this.#sizes = sizes;
  }

  /** Opens the parts in `dir` as the checkpoint `sizes` knew them: longer ones are cut, unknown ones go. `keep`: names of other files. */
  static async open(dir: string, sizes: PartSizes, keep: readonly string[]): Promise<PartFiles> {
    return onDisk(async () => {
      for (const name of await readdir(dir)) {
        if (keep.includes(name)) continue;
        if (sizes[name] === undefined) await rm(join(dir, name), { recursive: true, force: true });
        else {
          const file = await open(join(dir, name), 'r+');
          await file.truncate(sizes[name]);
          await file.close();
        }
      }
      return new PartFiles(dir, { ...sizes });
    });
  }

  /** Bytes of a part so far, also those not yet written. */
  sizeOf(name: string): number {
    return this.#parts.get(name)?.bytes ?? this.#sizes[name] ?? 0;
  }

  async append(name: string, content: string | Buffer): Promise<void> {
    const part = this.#parts.get(name) ?? (await this.#open(name));
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    part.waiting.push(bytes);
    part.waitingBytes += bytes.length;
    part.bytes += bytes.length;
    if (part.waitingBytes >= bufferBytes) await flush(part);
  }

  /** Everything so far is on the disk when answered. */
  async checkpoint(): Promise<PartSizes> {
    return onDisk(async () => {
      for (const [name, part] of this.#parts) {
        await flush(part);
        await part.file.sync();
        this.#sizes[name] = part.bytes;
      }
      return { ...this.#sizes };
    });
  }

  /** No more will be appended to it. */
  async finish(name: string): Promise<void> {
    const part = this.#parts.get(name);
    if (!part) return;
    await onDisk(async () => {
      await flush(part);
      await part.file.sync();
      await part.file.close();
    });
    this.#sizes[name] = part.bytes;
    this.#parts.delete(name);
  }

  async close(): Promise<void> {
    for (const name of [...this.#parts.keys()]) await this.finish(name);
  }

  async #open(name: string): Promise<Part> {
    const file = await onDisk(() => open(join(this.#dir, name), 'a', 0o600));
    const part = { file, bytes: this.#sizes[name] ?? 0, waiting: [], waitingBytes: 0 };
    this.#parts.set(name, part);
    return part;
  }
}

async function flush(part: Part): Promise<void> {
  if (part.waitingBytes === 0) return;
  const bytes = Buffer.concat(part.waiting);
  part.waiting = [];
  part.waitingBytes = 0;
  await onDisk(() => part.file.writeFile(bytes));
}

/** What the disk refuses is `storage`. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const words = thrown instanceof Error ? thrown.message : String(thrown);
    throw new AppError('storage', `The disk refused: ${words}`, { cause: thrown });
  }
}
