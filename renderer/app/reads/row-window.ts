// The part of a long list that is in memory: chunks of rows around what is on the screen, each kept live.
import type { ConversationRow } from '../../database/rows.ts';
import type { ErrorData } from '../../../shared/errors.ts';

/** Rows read at once. Measured on 100,000 rows: a chunk takes some 10 ms, so a screen is there before the eye is. */
export const chunkSize = 100;

/** Where the rows come from; each subscription answers with the way to end it. */
export interface RowSource {
  subscribeCount(onCount: (count: number) => void, onError: (error: ErrorData) => void): () => void;
  subscribeChunk(
    chunk: number,
    onRows: (rows: readonly ConversationRow[]) => void,
    onError: (error: ErrorData) => void,
  ): () => void;
}

interface Chunk {
  rows: readonly ConversationRow[];
  end(): void;
}

/** What the list draws from; a new object whenever anything in it changed. */
export interface WindowState {
  /** Null until the first count is there. */
  total: number | null;
  rows: ReadonlyMap<number, ConversationRow>;
  error: ErrorData | null;
}

/**
 * Rows by their place in the list. `show` says what is on the screen; chunks that are far from it are let go. Rows that did not
 * change keep their identity, so that a commit elsewhere draws nothing anew.
 */
export class RowWindow {
  private readonly chunks = new Map<number, Chunk>();
  private readonly listeners = new Set<() => void>();
  private state: WindowState = { total: null, rows: new Map(), error: null };
  private endCount: (() => void) | undefined;
  private readonly source: RowSource;
  private readonly known: readonly ConversationRow[];

  /** @param known the rows from the top as they were just now, for a list that is to be drawn at once; the source then keeps them live */
  constructor(source: RowSource, known?: readonly ConversationRow[]) {
    this.source = source;
    this.known = known ?? [];
    if (known) this.state = { total: known.length, rows: new Map(known.entries()), error: null };
  }

  readonly get = (): WindowState => this.state;

  /** The window is live while somebody watches. */
  readonly watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.open();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.close();
    };
  };

  /** Rows `first` to `last` are on the screen. */
  show(first: number, last: number): void {
    if (this.listeners.size === 0) return;
    const from = Math.max(0, Math.floor((first - 20) / chunkSize));
    const to = Math.floor((last + 20) / chunkSize);
    for (let chunk = from; chunk <= to; chunk++) this.openChunk(chunk);
    for (const [chunk, { end }] of this.chunks) {
      if (chunk >= from - 1 && chunk <= to + 1) continue;
      end();
      this.chunks.delete(chunk);
    }
  }

  private open(): void {
    this.endCount = this.source.subscribeCount(
      (total) => {
        this.publish({ total });
      },
      (error) => {
        this.publish({ error });
      },
    );
    this.openChunk(0);
  }

  private close(): void {
    this.endCount?.();
    for (const { end } of this.chunks.values()) end();
    this.chunks.clear();
  }

  private openChunk(number: number): void {
    if (this.chunks.has(number)) return;
    const known = this.known.slice(number * chunkSize, (number + 1) * chunkSize);
    const chunk: Chunk = { rows: known, end: () => undefined };
    this.chunks.set(number, chunk);
    chunk.end = this.source.subscribeChunk(
      number,
      (rows) => {
        const before = chunk.rows;
        chunk.rows = rows.map((row, index) => keepIdentity(before, row, index));
        if (rows.length > 0 && isSame(before, chunk.rows)) return;
        this.publish({ rows: this.rowsByIndex() });
      },
      (error) => {
        this.publish({ error });
      },
    );
  }

  private rowsByIndex(): Map<number, ConversationRow> {
    const rows = new Map<number, ConversationRow>();
    for (const [number, chunk] of this.chunks) {
      for (const [index, row] of chunk.rows.entries()) rows.set(number * chunkSize + index, row);
    }
    return rows;
  }

  private publish(change: Partial<WindowState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}

function isSame(before: readonly ConversationRow[], after: readonly ConversationRow[]): boolean {
  return before.length === after.length && after.every((row, index) => row === before[index]);
}

function keepIdentity(before: readonly ConversationRow[], row: ConversationRow, index: number): ConversationRow {
  const candidate = before[index]?.id === row.id ? before[index] : before.find((old) => old.id === row.id);
  return candidate && isSameRow(candidate, row) ? candidate : row;
}

/** Whether two readings of a row would be drawn alike. */
export function isSameRow(left: ConversationRow, right: ConversationRow): boolean {
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]) as Set<keyof ConversationRow>;
  for (const key of keys) {
    const [a, b] = [left[key], right[key]];
    if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length || a.some((item, index) => item !== b[index])) return false;
    } else if (a !== b) return false;
  }
  return true;
}
