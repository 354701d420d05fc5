// The journal of shop data: an append-only log that has every record on the disk before it answers.
import { journaledRecordSchema, sentinelSchema } from '../../../shared/model/journal.ts';
import type { JournaledRecord, JournalRecord, Sentinel } from '../../../shared/model/journal.ts';
import { AppError } from '../../../shared/errors.ts';
import { isCompactionDue, liveEntries, writeBase } from './compaction.ts';
import { isFull, replaceFile, type Disk, type DiskFile } from '../disk.ts';
import { decodeLine, encodeLine } from './line.ts';
import { makeReserve, releaseReserve } from './reserve.ts';
import { makeSegment, readSalvaging, readSegment, sortSegments, type Entry, type Segment } from './segments.ts';

/** A full segment is closed and the next one begun. */
const segmentBytes = 8 * 1024 * 1024;
/** An answer of `readAfter` stays below this, unless a single record is larger. */
const answerBytes = 8 * 1024 * 1024;
const sentinelName = 'state.json';
const quarantine = 'quarantine';

/** What the journal wants known: for the log, and `damaged` for the person too. */
export type JournalReport =
  | { kind: 'torn'; file: string; bytes: number }
  | { kind: 'damaged'; file: string; bytes: number }
  | { kind: 'unreadable-record'; seq: number }
  | { kind: 'sentinel-ahead'; sentinelSeq: number; lastSeq: number }
  | { kind: 'compacted'; beforeBytes: number; afterBytes: number }
  | { kind: 'reserve-used' }
  | { kind: 'failed'; doing: string; error: string };

interface Call {
  records: readonly JournalRecord[];
  resolve(lastSeq: number): void;
  reject(error: AppError): void;
}

export class Journal {
  readonly #disk: Disk;
  readonly #dir: string;
  readonly #report: (report: JournalReport) => void;
  #entries: Entry[] = [];
  #lastSeq = 0;
  #lastNumber = 0;
  #active: { segment: Segment; file: DiskFile } | undefined;
  /** A failed write may have left bytes behind the end of the active segment: nothing is written before they are cut. */
  #mustCut = false;
  #hasDamage = false;
  #mayCompact = true;
  #waiting: Call[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  private constructor(dir: string, disk: Disk, report: (report: JournalReport) => void) {
    this.#dir = dir;
    this.#disk = disk;
    this.#report = report;
  }

  /**
   * Opens the journal in `dir`, which is made when it is missing. Reads and checks everything there, cuts a torn end, and copies
   * damaged bytes to `quarantine/`; all records that are whole stay readable. Never appends to a file of an earlier life.
   * `storage` when the folder cannot be read.
   */
  static async open(dir: string, disk: Disk, report: (report: JournalReport) => void): Promise<Journal> {
    const journal = new Journal(dir, disk, report);
    try {
      await journal.#load();
    } catch (thrown) {
      throw storageError('opening the journal', thrown);
    }
    return journal;
  }

  /** Number of the newest record; 0 when there is none. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  /**
   * Puts `records` on the disk: all of them or none, also after a crash. Calls that arrive together share one flush.
   * Answers the number of the last one. `storage` when the disk refuses; then none of them counts.
   */
  append(records: readonly JournalRecord[]): Promise<number> {
    if (this.#isClosed) return Promise.reject(closedError());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ records, resolve, reject });
      if (this.#waiting.length === 1) void this.#enqueue(() => this.#flush());
    });
  }

  /**
   * Records after `seq` in order, at most `limit` of them and about 8 MB. `lastSeq` is where to read on. Superseded records may be
   * missing; one whose shape this version does not know is reported, left out, and stays on the disk.
   */
  readAfter(seq: number, limit: number): Promise<{ records: JournaledRecord[]; lastSeq: number; isEnd: boolean }> {
    return this.#enqueue(async () => {
      const from = this.#entries.findIndex((entry) => entry.seq > seq);
      const rest = from === -1 ? [] : this.#entries.slice(from, from + limit);
      const records: JournaledRecord[] = [];
      const files = new Map<Segment, DiskFile>();
      let lastSeq = seq;
      let bytes = 0;
      try {
        for (const entry of rest) {
          if (bytes > 0 && bytes + entry.bytes > answerBytes) break;
          bytes += entry.bytes;
          const record = await this.#readRecord(entry, files);
          if (record) records.push(record);
          lastSeq = entry.seq;
        }
      } catch (thrown) {
        throw storageError('reading the journal', thrown);
      } finally {
        for (const file of files.values()) await file.close();
      }
      const isEnd = lastSeq >= (this.#entries.at(-1)?.seq ?? 0);
      return { records, lastSeq: isEnd ? Math.max(this.#lastSeq, lastSeq) : lastSeq, isEnd };
    });
  }

  /** null when there is none, or when it cannot be understood: then the store is rebuilt, which is always safe. */
  readSentinel(): Promise<Sentinel | null> {
    return this.#enqueue(() => this.#readSentinel());
  }

  /** On disk when answered; after a crash it is the old one or the new one. */
  writeSentinel(sentinel: Sentinel): Promise<void> {
    return this.#enqueue(async () => {
      try {
        await replaceFile(this.#disk, this.#dir, sentinelName, Buffer.from(JSON.stringify(sentinel)));
      } catch (thrown) {
        throw storageError('writing the sentinel', thrown);
      }
    });
  }

  /**
   * Rewrites the journal without superseded records when that is worth it: many segments, more than half of the bytes superseded,
   * or damage. Also makes the reserve. Answers whether it was done; a failure is reported and changes nothing.
   */
  upkeep(): Promise<boolean> {
    return this.#enqueue(async () => {
      try {
        return await this.#compact();
      } catch (thrown) {
        this.#report({ kind: 'failed', doing: 'compaction', error: String(thrown) });
        return false;
      } finally {
        await makeReserve(this.#disk, this.#dir).catch((thrown: unknown) => {
          this.#report({ kind: 'failed', doing: 'making the reserve', error: String(thrown) });
        });
      }
    });
  }

  /**
   * Rewrites the journal without superseded records and without removals that the store has seen, and drops what was set aside as
   * damaged. `storage` when the disk refuses; then nothing has changed.
   */
  compact(): Promise<void> {
    return this.#enqueue(async () => {
      try {
        await this.#rewrite(await this.#live());
        const dir = `${this.#dir}/${quarantine}`;
        await this.#disk.makeDir(dir);
        for (const name of await this.#disk.list(dir)) await this.#disk.remove(`${dir}/${name}`);
      } catch (thrown) {
        throw storageError('compacting the journal', thrown);
      }
    });
  }

  /** Answers when everything that was asked before is done. */
  async whenQuiet(): Promise<void> {
    await this.#queue;
  }

  /** Finishes what was asked; everything asked later is refused with `cancelled`. */
  async close(): Promise<void> {
    const closed = this.#enqueue(() => this.#closeActive());
    this.#isClosed = true;
    await closed;
  }

  /** One thing at a time, in the order asked. */
  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(closedError());
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined); // whoever asked gets the error; the next in line must go on
    return done;
  }

  async #load(): Promise<void> {
    const { segments, stale, lastNumber } = await this.#findSegments();
    this.#lastNumber = lastNumber;
    for (const segment of segments) {
      const found = await readSegment(this.#disk, this.#dir, segment);
      this.#entries.push(...found.entries);
      if (found.damage.length > 0) {
        // only what was copied may be compacted away
        if (await this.#setAside(segment, found.damage)) this.#hasDamage = true;
        else this.#mayCompact = false;
      }
      const isEndDamaged = found.damage.some((range) => range.to > found.segment.bytes);
      if (found.fileBytes > found.segment.bytes && !isEndDamaged) await this.#cut(found.segment, found.fileBytes);
    }
    this.#entries.sort((a, b) => a.seq - b.seq);
    this.#lastSeq = this.#entries.at(-1)?.seq ?? 0;
    const sentinel = await this.#readSentinel();
    if (sentinel && sentinel.lastSeq > this.#lastSeq) {
      // the store has seen records that are no longer here: their numbers must not be given out a second time
      this.#report({ kind: 'sentinel-ahead', sentinelSeq: sentinel.lastSeq, lastSeq: this.#lastSeq });
      this.#lastSeq = sentinel.lastSeq;
    }
    for (const name of stale) await this.#disk.remove(`${this.#dir}/${name}`);
  }

  async #findSegments() {
    await this.#disk.makeDir(this.#dir);
    return sortSegments(await this.#disk.list(this.#dir));
  }

  /** Keeps damaged bytes for a person to look at. The same damage gets the same name, so it is kept once. */
  async #setAside(segment: Segment, damage: { from: number; to: number }[]): Promise<boolean> {
    const bytes = damage.reduce((sum, range) => sum + range.to - range.from, 0);
    this.#report({ kind: 'damaged', file: segment.name, bytes });
    try {
      const content = await readSalvaging(this.#disk, `${this.#dir}/${segment.name}`);
      const dir = `${this.#dir}/${quarantine}`;
      await this.#disk.makeDir(dir);
      for (const { from, to } of damage) {
        await replaceFile(this.#disk, dir, `${segment.name}-${from}`, content.subarray(from, to));
      }
      return true;
    } catch (thrown) {
      this.#report({ kind: 'failed', doing: 'setting damaged bytes aside', error: String(thrown) });
      return false;
    }
  }

  /** Cuts what lies behind the last whole record. When the disk refuses, the bytes stay and are judged the same at every start. */
  async #cut(segment: Segment, fileBytes: number): Promise<void> {
    this.#report({ kind: 'torn', file: segment.name, bytes: fileBytes - segment.bytes });
    try {
      const file = await this.#disk.open(`${this.#dir}/${segment.name}`, false);
      try {
        await file.truncate(segment.bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (thrown) {
      this.#report({ kind: 'failed', doing: 'cutting a torn end', error: String(thrown) });
    }
  }

  async #flush(): Promise<void> {
    const calls = this.#waiting;
    this.#waiting = [];
    try {
      try {
        await this.#write(calls);
      } catch (thrown) {
        if (!isFull(thrown) || !(await releaseReserve(this.#disk, this.#dir))) throw thrown;
        this.#report({ kind: 'reserve-used' });
        await this.#write(calls);
      }
    } catch (thrown) {
      const error = storageError('writing the journal', thrown);
      this.#report({ kind: 'failed', doing: 'append', error: String(thrown) });
      for (const call of calls) call.reject(error);
    }
  }

  async #write(calls: Call[]): Promise<void> {
    const { segment, file } = await this.#openActive();
    const durable = segment.bytes;
    const lines: Buffer[] = [];
    const entries: Entry[] = [];
    let seq = this.#lastSeq;
    let offset = durable;
    for (const { records } of calls) {
      for (const [at, record] of records.entries()) {
        const line = encodeLine({ seq: ++seq, record }, at + 1, records.length, durable);
        const isTombstone = record.data === null;
        entries.push({ segment, offset, bytes: line.length, seq, name: `${record.kind}\n${record.key}`, isTombstone });
        lines.push(line);
        offset += line.length;
      }
    }
    try {
      await file.write(Buffer.concat(lines), durable);
      await file.sync();
    } catch (thrown) {
      this.#mustCut = true;
      await this.#cutActive().catch(() => undefined); // stays to be done: nothing is written before it has worked
      throw thrown;
    }
    segment.bytes = offset;
    this.#entries.push(...entries);
    this.#lastSeq = seq;
    let answered = seq - entries.length;
    for (const call of calls) call.resolve((answered += call.records.length));
    if (segment.bytes >= segmentBytes) await this.#closeActive();
  }

  async #openActive(): Promise<{ segment: Segment; file: DiskFile }> {
    if (this.#mustCut) await this.#cutActive();
    if (this.#active) return this.#active;
    const segment = makeSegment(this.#lastNumber + 1, false);
    const file = await this.#disk.open(`${this.#dir}/${segment.name}`, true);
    this.#lastNumber = segment.number;
    this.#active = { segment, file };
    try {
      await this.#disk.syncDir(this.#dir);
    } catch (thrown) {
      await this.#closeActive(); // a record in a file whose name may vanish is not on the disk
      throw thrown;
    }
    return this.#active;
  }

  /** Takes back what a failed write left, and begins a new file: after a failed flush this one cannot be trusted. */
  async #cutActive(): Promise<void> {
    if (this.#active) {
      const { segment, file } = this.#active;
      await file.truncate(segment.bytes);
      await file.sync();
    }
    this.#mustCut = false;
    await this.#closeActive();
  }

  async #closeActive(): Promise<void> {
    const active = this.#active;
    this.#active = undefined;
    // what was promised has been flushed: a file that does not close is only worth a line in the log
    await active?.file.close().catch((thrown: unknown) => {
      this.#report({ kind: 'failed', doing: 'closing a segment', error: String(thrown) });
    });
  }

  async #readRecord(entry: Entry, files: Map<Segment, DiskFile>): Promise<JournaledRecord | undefined> {
    let file = files.get(entry.segment);
    if (!file) {
      file = await this.#disk.open(`${this.#dir}/${entry.segment.name}`, false);
      files.set(entry.segment, file);
    }
    const parsed = journaledRecordSchema.safeParse(decodeLine(await file.read(entry.offset, entry.bytes)));
    if (parsed.success) return parsed.data;
    this.#report({ kind: 'unreadable-record', seq: entry.seq });
    return undefined;
  }

  async #readSentinel(): Promise<Sentinel | null> {
    const bytes = await this.#disk.read(`${this.#dir}/${sentinelName}`);
    if (!bytes) return null;
    try {
      return sentinelSchema.parse(JSON.parse(bytes.toString()));
    } catch (thrown) {
      this.#report({ kind: 'failed', doing: 'reading the sentinel', error: String(thrown) });
      return null;
    }
  }

  async #compact(): Promise<boolean> {
    if (!this.#mayCompact) return false;
    const live = await this.#live();
    const isWorthIt = this.#hasDamage || isCompactionDue(this.#entries, live);
    if (!isWorthIt) return false;
    await this.#rewrite(live);
    return true;
  }

  async #live(): Promise<Entry[]> {
    const sentinel = await this.#readSentinel();
    return liveEntries(this.#entries, sentinel?.lastSeq ?? 0);
  }

  async #rewrite(live: readonly Entry[]): Promise<void> {
    await this.#closeActive();
    const before = new Set(this.#entries.map((entry) => entry.segment));
    const beforeBytes = this.#entries.reduce((sum, entry) => sum + entry.bytes, 0);
    // taken even when the writing fails: the base may count all the same, and then later segments need higher numbers
    const base = makeSegment(++this.#lastNumber, true);
    const entries = await writeBase(this.#disk, this.#dir, base, live);
    this.#entries = entries;
    this.#hasDamage = false;
    this.#report({ kind: 'compacted', beforeBytes, afterBytes: base.bytes });
    for (const segment of before) await this.#disk.remove(`${this.#dir}/${segment.name}`);
  }
}

function closedError(): AppError {
  return new AppError('cancelled', 'The journal is closed');
}

function storageError(doing: string, thrown: unknown): AppError {
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  const reason = isFull(thrown) ? 'full' : 'io';
  return new AppError('storage', `While ${doing}: ${words}`, { detail: { reason }, cause: thrown });
}
