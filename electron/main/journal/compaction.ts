// Compaction: the records that still count, rewritten into one base segment that replaces all segments before it.
import type { JournaledRecord } from '../../../shared/model/journal.ts';
import type { Disk, DiskFile } from '../disk.ts';
import { decodeLine, encodeLine } from './line.ts';
import type { Entry, Segment } from './segments.ts';

const writeBytes = 1024 * 1024;

/**
 * The latest record of each kind and key, in order. A tombstone goes once the store has seen it (`seenSeq`, from the sentinel), for
 * then nothing is left that it would have to undo; those of the outbox stay for ever, and so does the newest record of all, whose
 * number must not be given out again.
 */
export function liveEntries(entries: readonly Entry[], seenSeq: number): Entry[] {
  const latest = new Map<string, Entry>();
  for (const entry of entries) latest.set(entry.name, entry);
  const newest = entries.at(-1);
  return entries.filter((entry) => {
    if (latest.get(entry.name) !== entry) return false;
    if (!entry.isTombstone || entry === newest) return true;
    return entry.seq > seenSeq || entry.name.startsWith('outbox');
  });
}

/** More than half of the bytes are superseded, or there are more than three segments beside a base that they are no trifle to. */
export function isCompactionDue(entries: readonly Entry[], live: readonly Entry[]): boolean {
  const sum = (some: readonly Entry[]) => some.reduce((bytes, entry) => bytes + entry.bytes, 0);
  const appended = entries.filter((entry) => !entry.segment.isBase);
  const segments = new Set(appended.map((entry) => entry.segment)).size;
  if (sum(live) * 2 < sum(entries)) return true;
  return segments > 30 || (segments > 3 && sum(appended) * 8 > sum(entries) - sum(appended));
}

/**
 * Writes `live` into `base` under a temporary name, flushes, and makes it count with one rename. Numbers stay as they are.
 * Answers where the records lie now; when it rejects, nothing has changed.
 */
export async function writeBase(disk: Disk, dir: string, base: Segment, live: readonly Entry[]): Promise<Entry[]> {
  const temporary = `${dir}/${base.name}.tmp`;
  const files = new Map<Segment, DiskFile>();
  const target = await disk.open(temporary, true);
  const entries: Entry[] = [];
  let chunk: Buffer[] = [];
  let chunkFrom = 0;
  let offset = 0;
  try {
    for (const entry of live) {
      let source = files.get(entry.segment);
      if (!source) files.set(entry.segment, (source = await disk.open(`${dir}/${entry.segment.name}`, false)));
      const record = decodeLine(await source.read(entry.offset, entry.bytes)) as JournaledRecord;
      const line = encodeLine(record, 1, 1, 0);
      entries.push({ ...entry, segment: base, offset, bytes: line.length });
      chunk.push(line);
      offset += line.length;
      if (offset - chunkFrom >= writeBytes) {
        await target.write(Buffer.concat(chunk), chunkFrom);
        chunk = [];
        chunkFrom = offset;
      }
    }
    await target.write(Buffer.concat(chunk), chunkFrom);
    await target.sync();
  } catch (thrown) {
    await disk.remove(temporary).catch(() => undefined); // the next start removes it; the first error says more
    throw thrown;
  } finally {
    await target.close();
    for (const file of files.values()) await file.close();
  }
  await disk.rename(temporary, `${dir}/${base.name}`);
  await disk.syncDir(dir);
  base.bytes = offset;
  return entries;
}
