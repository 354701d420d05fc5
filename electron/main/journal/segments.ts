// The segment files of a journal: their names, and what a start finds in them.
import { largest } from '../../../shared/extremes.ts';
import type { Disk } from '../disk.ts';
import { scanSegment, type BadRange, type Line } from './line.ts';

/**
 * `000007.jsonl` takes appended records. `000008.base.jsonl` was made by compaction and stands for everything with a lower number:
 * one rename makes it count, and what it replaced is removed afterwards or at the next start.
 */
export interface Segment {
  number: number;
  name: string;
  isBase: boolean;
  /** Length of what counts; the file may be longer when its end was torn and could not be cut. */
  bytes: number;
}

/** Where a record lies. */
export interface Entry {
  segment: Segment;
  offset: number;
  bytes: number;
  seq: number;
  name: string;
  isTombstone: boolean;
}

/** What a start found. `torn`: the end of what was being written when the program was stopped, promised to nobody. */
export interface FoundSegment {
  segment: Segment;
  entries: Entry[];
  damage: BadRange[];
  torn: BadRange[];
  /** Length of the file as it lies on the disk. */
  fileBytes: number;
}

/** No file here is larger: a disk that answers nothing but errors must not be asked for ever. */
const largestFileBytes = 1024 * 1024 * 1024;
const segmentName = /^(\d{6})(\.base)?\.jsonl$/;

export function makeSegment(number: number, isBase: boolean): Segment {
  const name = `${String(number).padStart(6, '0')}${isBase ? '.base' : ''}.jsonl`;
  return { number, name, isBase, bytes: 0 };
}

/** The segments among `names` that count, in order, and the files that may go: half-made ones and those that a base replaced. */
export function sortSegments(names: readonly string[]): { segments: Segment[]; stale: string[]; lastNumber: number } {
  const all = names.flatMap((name) => {
    const match = segmentName.exec(name);
    return match ? [{ number: Number(match[1]), name, isBase: match[2] !== undefined, bytes: 0 }] : [];
  });
  all.sort((a, b) => a.number - b.number);
  const base = all.findLast((segment) => segment.isBase);
  const counts = (segment: Segment) => !base || segment === base || segment.number > base.number;
  return {
    segments: all.filter(counts),
    stale: [...names.filter((name) => name.endsWith('.tmp')), ...all.filter((s) => !counts(s)).map((s) => s.name)],
    lastNumber: all.at(-1)?.number ?? 0,
  };
}

/** Reads one segment and judges each of its bytes. */
export async function readSegment(disk: Disk, dir: string, segment: Segment): Promise<FoundSegment> {
  const bytes = await readSalvaging(disk, `${dir}/${segment.name}`);
  const { lines, bad } = scanSegment(bytes);
  const safeUntil = segment.isBase ? bytes.length : Math.max(0, largest(lines.map((line) => line.durable)));
  const isKept = (line: Line, at: number) => line.offset < safeUntil || isWholeCall(lines, at);
  const kept = lines.filter(isKept);
  const lost = lines.filter((line, at) => !isKept(line, at)).map((line) => ({ from: line.offset, to: line.end }));
  const whole = { ...segment, bytes: kept.at(-1)?.end ?? 0 };
  return {
    segment: whole,
    entries: kept.map((line) => entryOf(whole, line)),
    damage: bad.filter((range) => range.from < safeUntil),
    torn: [...bad.filter((range) => range.from >= safeUntil), ...lost],
    fileBytes: bytes.length,
  };
}

const blockBytes = 4096;

/** Content of a file; blocks that the disk cannot read come as zeros, which the checksums then tell. */
export async function readSalvaging(disk: Disk, path: string): Promise<Buffer> {
  try {
    return (await disk.read(path)) ?? Buffer.alloc(0);
  } catch {
    // the disk cannot read all of it: block by block it may give most
  }
  const file = await disk.open(path, false);
  try {
    const blocks: Buffer[] = [];
    for (let at = 0; ; at += blockBytes) {
      const block = await file.read(at, blockBytes).catch(() => Buffer.alloc(blockBytes));
      blocks.push(block);
      if (block.length < blockBytes) return Buffer.concat(blocks);
      if (blocks.length * blockBytes > largestFileBytes) throw new Error(`The end of ${path} cannot be found`);
    }
  } finally {
    await file.close();
  }
}

function entryOf(segment: Segment, line: Line): Entry {
  const { offset, end, seq, name, isTombstone } = line;
  return { segment, offset, bytes: end - offset, seq, name, isTombstone };
}

/** Whether all parts of the call that the line at `at` belongs to are there, one behind the other. */
function isWholeCall(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (!line) return false;
  const first = at - (line.part - 1);
  for (let part = 1; part <= line.of; part++) {
    const other = lines[first + part - 1];
    if (other?.part !== part || other.of !== line.of || other.seq !== line.seq - line.part + part) return false;
    if (part > 1 && other.offset !== lines[first + part - 2]?.end) return false;
  }
  return true;
}
