// A disk in memory that forgets what was not flushed, tears what was being written, fills up, and dies when told to.
import type { Disk, DiskFile } from '../../../electron/main/disk.ts';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export class Killed extends Error {}

class SystemError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

type Change = { kind: 'write'; offset: number; bytes: Buffer } | { kind: 'truncate'; length: number };
interface Content {
  flushed: Buffer;
  now: Buffer;
  since: Change[];
}
type NameChange =
  | { kind: 'make'; path: string; content: Content }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'remove'; path: string };

const sectorBytes = 512;

export class SimulatedDisk implements Disk {
  /** Calls that change something, so far. */
  steps = 0;
  syncs = 0;
  /** The step at which the program is killed. */
  killAt = Infinity;
  /** The steps at which the disk refuses, writing a part at most. */
  failAt = new Map<number, string>();
  /** Too small for the reserve, unless a test says otherwise. */
  capacityBytes = 200 * 1024 * 1024;
  /** Bytes of a file that the disk answers with EIO. */
  unreadable: { path: string; from: number; to: number } | undefined;
  private names = new Map<string, Content>();
  private flushedNames = new Map<string, Content>();
  private nameChanges: NameChange[] = [];
  private isDead = false;
  private readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  /** The power comes back: what was flushed is there, of the rest any part may be. */
  crash(): void {
    this.isDead = false;
    this.killAt = Infinity;
    this.failAt.clear();
    const survivingNames = Math.floor(this.random() * (this.nameChanges.length + 1));
    for (const change of this.nameChanges.slice(0, survivingNames)) applyName(this.flushedNames, change);
    this.nameChanges = [];
    this.names = new Map(this.flushedNames);
    for (const content of this.names.values()) {
      for (const change of content.since) content.flushed = this.applyTorn(content.flushed, change);
      content.since = [];
      content.now = Buffer.from(content.flushed);
    }
  }

  /** The program ends without a crash of the machine: everything written is there. */
  restart(): void {
    this.isDead = false;
    this.killAt = Infinity;
  }

  /** Bytes of a file, to look at or to damage; a change counts as being on the disk. */
  content(path: string): Buffer {
    const content = this.names.get(path);
    if (!content) throw new SystemError('ENOENT');
    return content.now;
  }

  damage(path: string, change: (bytes: Buffer) => Buffer): void {
    const content = this.names.get(path);
    if (!content) throw new SystemError('ENOENT');
    content.now = change(Buffer.from(content.now));
    content.flushed = Buffer.from(content.now);
    content.since = [];
  }

  paths(): string[] {
    return [...this.names.keys()].sort();
  }

  get usedBytes(): number {
    return [...this.names.values()].reduce((sum, { now }) => sum + now.length, 0);
  }

  async makeDir(): Promise<void> {
    await this.step();
  }

  async list(dir: string): Promise<string[]> {
    this.mustLive();
    return [...this.names.keys()].flatMap((path) => {
      const rest = path.startsWith(`${dir}/`) ? path.slice(dir.length + 1) : '';
      return rest === '' || rest.includes('/') ? [] : [rest];
    });
  }

  async read(path: string): Promise<Buffer | null> {
    this.mustLive();
    const content = this.names.get(path);
    if (content && this.unreadable?.path === path) throw new SystemError('EIO');
    return content ? Buffer.from(content.now) : null;
  }

  async open(path: string, isNew: boolean): Promise<DiskFile> {
    await this.step();
    let content = this.names.get(path);
    if (!content && !isNew) throw new SystemError('ENOENT');
    if (!content) {
      content = { flushed: Buffer.alloc(0), now: Buffer.alloc(0), since: [] };
      this.changeName({ kind: 'make', path, content });
    } else if (isNew) {
      content.now = Buffer.alloc(0);
      content.since.push({ kind: 'truncate', length: 0 });
    }
    return this.handle(path, content);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.step();
    if (!this.names.has(from)) throw new SystemError('ENOENT');
    this.changeName({ kind: 'rename', from, to });
  }

  async remove(path: string): Promise<void> {
    await this.step();
    if (this.names.has(path)) this.changeName({ kind: 'remove', path });
  }

  async syncDir(): Promise<void> {
    await this.step();
    for (const change of this.nameChanges) applyName(this.flushedNames, change);
    this.nameChanges = [];
  }

  async freeBytes(): Promise<number> {
    this.mustLive();
    return this.capacityBytes - this.usedBytes;
  }

  private handle(path: string, content: Content): DiskFile {
    return {
      write: async (bytes, offset) => {
        const whole = Buffer.from(bytes);
        try {
          await this.step();
        } catch (thrown) {
          this.write(content, whole.subarray(0, Math.floor(this.random() * (whole.length + 1))), offset);
          throw thrown;
        }
        const grows = Math.max(0, offset + whole.length - content.now.length);
        const room = Math.max(0, this.capacityBytes - this.usedBytes);
        if (grows > room) {
          this.write(content, whole.subarray(0, Math.max(0, whole.length - (grows - room))), offset);
          throw new SystemError('ENOSPC');
        }
        this.write(content, whole, offset);
      },
      read: async (offset, length) => {
        this.mustLive();
        const bad = this.unreadable?.path === path ? this.unreadable : undefined;
        if (bad && offset < bad.to && offset + length > bad.from) throw new SystemError('EIO');
        return Buffer.from(content.now.subarray(offset, offset + length));
      },
      truncate: async (length) => {
        await this.step();
        content.now = resized(content.now, length);
        content.since.push({ kind: 'truncate', length });
      },
      sync: async () => {
        await this.step();
        this.syncs++;
        content.flushed = Buffer.from(content.now);
        content.since = [];
      },
      close: async () => {
        this.mustLive();
      },
    };
  }

  private write(content: Content, bytes: Buffer, offset: number): void {
    if (bytes.length === 0) return;
    content.now = written(content.now, bytes, offset);
    content.since.push({ kind: 'write', offset, bytes: Buffer.from(bytes) });
  }

  private changeName(change: NameChange): void {
    applyName(this.names, change);
    this.nameChanges.push(change);
  }

  private async step(): Promise<void> {
    await Promise.resolve(); // a real disk never answers in the same breath
    this.mustLive();
    this.steps++;
    if (this.steps >= this.killAt) {
      this.isDead = true;
      throw new Killed('killed');
    }
    const code = this.failAt.get(this.steps);
    if (code !== undefined) throw new SystemError(code);
  }

  private mustLive(): void {
    if (this.isDead) throw new Killed('killed');
  }

  /** Sectors of a write reach the disk each for itself. */
  private applyTorn(before: Buffer, change: Change): Buffer {
    if (change.kind === 'truncate') return this.random() < 0.5 ? resized(before, change.length) : before;
    let after = before;
    const fate = this.random();
    for (let at = 0; at < change.bytes.length; at += sectorBytes) {
      const survives = fate < 0.25 || (fate < 0.75 && this.random() < 0.6);
      if (survives) after = written(after, change.bytes.subarray(at, at + sectorBytes), change.offset + at);
    }
    return after;
  }
}

function applyName(names: Map<string, Content>, change: NameChange): void {
  if (change.kind === 'make') names.set(change.path, change.content);
  else if (change.kind === 'remove') names.delete(change.path);
  else {
    const content = names.get(change.from);
    names.delete(change.from);
    if (content) names.set(change.to, content);
  }
}

function written(before: Buffer, bytes: Buffer, offset: number): Buffer {
  const after = resized(before, Math.max(before.length, offset + bytes.length));
  bytes.copy(after, offset);
  return after;
}

function resized(before: Buffer, length: number): Buffer {
  const after = Buffer.alloc(length);
  before.copy(after);
  return after;
}
