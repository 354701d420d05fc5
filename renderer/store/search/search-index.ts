// The full-text index in memory: packed segments, and the tail of messages that came since the last one.
import { readBodies } from '../../database/bodies.ts';
import type { MessageRow } from '../../database/rows.ts';
import type { Database } from '../../database/schema.ts';
import { wordsOfMessage } from './document.ts';
import {
  addToDraft,
  draftOf,
  emptyDraft,
  findInDraft,
  findInSegment,
  packSegment,
  unpackSegment,
  type Segment,
  type SegmentDraft,
} from './segment.ts';

/** Messages per segment: packing one takes a tenth of a second, and reading thousands of records at start is avoided. */
export const segmentSize = 4000;
/** Segments below this are joined when there are many of them. */
const smallSegment = 1000;
const smallSegmentLimit = 6;
/** Bodies read at once while the tail is made anew. */
const tailPage = 250;

export interface Found {
  n: number;
  at: number;
}

interface StoredSegment {
  s: number;
  segment: Segment;
}

export class SearchIndex {
  private segments: StoredSegment[] = [];
  private tail: SegmentDraft = emptyDraft();
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  get tailLength(): number {
    return this.tail.ns.length;
  }

  /**
   * Reads the segments, then the words of the messages after them and before `end` (exclusive, a local number). A segment that cannot be
   * read has the whole index made anew.
   */
  async load(end: number): Promise<void> {
    const rows = await this.database.segments.toArray();
    const read = rows.map(({ s, bytes }) => ({ s, segment: unpackSegment(bytes) }));
    const whole = read.filter((stored): stored is StoredSegment => stored.segment !== undefined);
    if (whole.length < read.length) {
      await this.database.transaction('rw', this.database.segments, this.database.meta, async () => {
        await this.database.segments.clear();
        await this.database.meta.put({ key: 'indexedTo', value: 0 });
      });
    }
    this.segments = whole.length < read.length ? [] : whole;
    const meta = await this.database.meta.get('indexedTo');
    let from = meta?.key === 'indexedTo' ? meta.value : 0;
    for (;;) {
      const messages = await this.database.messages
        .where(':id')
        .between(from, end, false, false)
        .limit(tailPage)
        .toArray();
      if (messages.length === 0) return;
      from = messages.at(-1)?.n ?? end;
      await this.readTail(messages);
      if (this.tailLength >= segmentSize) await this.seal();
    }
  }

  /** Takes a new message into the tail; its words come from `wordsOfMessage`. */
  add(row: MessageRow, words: readonly string[]): void {
    addToDraft(this.tail, row.n, row.receivedAt, words);
  }

  /** Packs the tail into a segment and stores it. What comes meanwhile goes to a new tail. */
  async seal(): Promise<void> {
    const sealing = this.tail;
    if (sealing.ns.length === 0) return;
    this.tail = emptyDraft();
    const bytes = packSegment(sealing);
    const segment = unpackSegment(bytes);
    if (!segment) return;
    const s = this.nextS();
    const stored: StoredSegment = { s, segment };
    this.segments.push(stored);
    const indexedTo = sealing.ns.reduce((newest, n) => Math.max(newest, n), 0);
    await this.database.transaction('rw', this.database.segments, this.database.meta, async () => {
      await this.database.segments.put({ s, bytes });
      await this.database.meta.put({ key: 'indexedTo', value: indexedTo });
    });
    await this.joinSmall();
  }

  /** Makes the segments anew without the messages that are gone: for an account that was forgotten. */
  async dropGone(): Promise<void> {
    for (const stored of this.segments) {
      const rows = await this.database.messages.bulkGet([...stored.segment.ns]);
      const alive = new Set(rows.filter((row) => row !== undefined).map((row) => row.n));
      if (alive.size < stored.segment.ns.length) await this.replace([stored], (n) => alive.has(n));
    }
    const rows = await this.database.messages.bulkGet(this.tail.ns);
    const alive = new Set(rows.filter((row) => row !== undefined).map((row) => row.n));
    const kept = unpackSegment(packSegment(this.tail));
    if (kept && alive.size < kept.ns.length) this.tail = draftOf([kept], (n) => alive.has(n));
  }

  /**
   * Messages with all of the folded `prefixes`, newest first, as they are wanted: segments are looked into only when all newer ones are
   * used up.
   */
  *find(prefixes: readonly string[]): Iterable<Found> {
    const { tail } = this;
    const toFound =
      (ns: ArrayLike<number>, dates: ArrayLike<number>, unitMs: number) =>
      (place: number): Found => ({
        n: ns[place] ?? 0,
        at: (dates[place] ?? 0) * unitMs,
      });
    const pool = findInDraft(tail, prefixes).map(toFound(tail.ns, tail.dates, 1));
    const byAge = (a: Found, b: Found) => a.at - b.at || a.n - b.n;
    const ordered = this.segments.toSorted((a, b) => b.segment.newestAt - a.segment.newestAt);
    pool.sort(byAge);
    for (const { segment } of ordered) {
      while (pool.length > 0 && (pool.at(-1)?.at ?? 0) > segment.newestAt) yield pool.pop() ?? { n: 0, at: 0 };
      const found = findInSegment(segment, prefixes);
      if (found.length === 0) continue;
      pool.push(...found.map(toFound(segment.ns, segment.dates, 1000)));
      pool.sort(byAge);
    }
    for (let next = pool.pop(); next; next = pool.pop()) yield next;
  }

  private async readTail(messages: MessageRow[]): Promise<void> {
    const bodies = await readBodies(
      this.database.bodies,
      messages.map((row) => row.n),
    );
    const ids = [...new Set(messages.map((row) => row.conversationId))];
    const conversations = new Map(
      (await this.database.conversations.bulkGet(ids)).filter((row) => row !== undefined).map((row) => [row.id, row]),
    );
    messages.forEach((row) => {
      this.add(row, wordsOfMessage(row, bodies.get(row.n)?.text ?? '', conversations.get(row.conversationId)));
    });
  }

  private nextS(): number {
    return this.segments.reduce((highest, { s }) => Math.max(highest, s), 0) + 1;
  }

  private async joinSmall(): Promise<void> {
    const small = this.segments.filter(({ segment }) => segment.ns.length < smallSegment);
    if (small.length >= smallSegmentLimit) await this.replace(small, () => true);
  }

  private async replace(old: StoredSegment[], isAlive: (n: number) => boolean): Promise<void> {
    const bytes = packSegment(
      draftOf(
        old.map(({ segment }) => segment),
        isAlive,
      ),
    );
    const segment = unpackSegment(bytes);
    if (!segment) return;
    const s = this.nextS();
    const gone = new Set(old.map((stored) => stored.s));
    await this.database.transaction('rw', this.database.segments, async () => {
      await this.database.segments.bulkDelete([...gone]);
      if (segment.ns.length > 0) await this.database.segments.put({ s, bytes });
    });
    this.segments = this.segments.filter((stored) => !gone.has(stored.s));
    if (segment.ns.length > 0) this.segments.push({ s, segment });
  }
}
