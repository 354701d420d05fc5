// Rows of one table held during a piece of work: loaded in bulk, changed in memory, written back in bulk.
import type { Table } from 'dexie';
import { AppError } from '../../../shared/errors.ts';
import type { RecentRows } from './recent-rows.ts';
import type { WrittenKeys } from './written-keys.ts';

/** What a cache need not ask the database for. */
export interface Spared<Row, Key extends string> {
  /** Says what cannot be there. */
  written?: WrittenKeys;
  /** Holds what the works just before this one left there. */
  recent?: RecentRows<Row, Key> | undefined;
}

/** Rows are values: change one by putting a new object in its place. */
export abstract class CachedRows<Row extends object, Key extends string> {
  private readonly rows = new Map<Key, Row | undefined>();
  private readonly before = new Map<Key, Row | undefined>();
  private readonly name: string;
  protected readonly keyOf: (row: Row) => Key;
  private readonly spared: Spared<Row, Key>;

  protected constructor(name: string, keyOf: (row: Row) => Key, spared: Spared<Row, Key>) {
    this.name = name;
    this.keyOf = keyOf;
    this.spared = spared;
  }

  /** The rows of these keys, in their order. */
  protected abstract read(keys: Key[]): PromiseLike<(Row | undefined)[]>;

  /** Writes {@link changes}. */
  protected abstract write(): Promise<void>;

  /** Reads those that are not here yet, present or not. */
  async load(keys: Iterable<Key>): Promise<void> {
    const missing = this.missingOf(keys);
    if (missing.length === 0) return;
    const rows = await this.read(missing);
    missing.forEach((key, index) => this.rows.set(key, rows[index]));
  }

  /** Takes rows that were read in another way, unless they are here already. */
  adopt(rows: readonly Row[]): void {
    for (const row of rows) {
      const key = this.keyOf(row);
      if (!this.rows.has(key)) this.rows.set(key, row);
    }
  }

  /** The row as it stands in this work. Asking for one that was never loaded is a mistake. */
  get(key: Key): Row | undefined {
    const row = this.rows.get(key);
    if (row === undefined && !this.rows.has(key)) throw new AppError('bug', `${this.name} ${key} was not loaded`);
    return row;
  }

  has(key: Key): boolean {
    return this.rows.has(key);
  }

  /** Changes a row that has been loaded (present or not). */
  put(row: Row): void {
    const key = this.keyOf(row);
    this.get(key);
    this.set(key, row);
  }

  /** Writes a row whatever was there before: for keys known to be new, or to be overwritten. */
  add(row: Row): void {
    this.set(this.keyOf(row), row);
  }

  delete(key: Key): void {
    this.get(key);
    this.set(key, undefined);
  }

  /** Every row that stands now among those loaded or put. */
  *present(): Iterable<Row> {
    for (const row of this.rows.values()) if (row !== undefined) yield row;
  }

  /** What this work changes: each row before and after. */
  *changes(): Iterable<{ before: Row | undefined; after: Row | undefined }> {
    for (const [key, before] of this.before) {
      const after = this.rows.get(key);
      if (before !== after) yield { before, after };
    }
  }

  /** Writes the changes; inside a transaction. */
  async flush(): Promise<void> {
    if (this.spared.written) {
      for (const { after } of this.changes()) if (after !== undefined) this.spared.written.note(this.keyOf(after));
    }
    await this.write();
  }

  /** The changes are in the database: the next work may know of them. */
  remember(): void {
    if (!this.spared.recent) return;
    for (const { before, after } of this.changes()) {
      if (after !== undefined) this.spared.recent.put(this.keyOf(after), after);
      else if (before !== undefined) this.spared.recent.delete(this.keyOf(before));
    }
  }

  /** Those that have to be read; what cannot be there, and what was at hand a moment ago, is taken at once. */
  private missingOf(keys: Iterable<Key>): Key[] {
    return [...new Set(keys)].filter((key) => {
      if (this.rows.has(key)) return false;
      const recent = this.spared.recent?.get(key);
      const isKnown = recent !== undefined || this.spared.written?.isAbsent(key) === true;
      if (isKnown) this.rows.set(key, recent);
      return !isKnown;
    });
  }

  private set(key: Key, row: Row | undefined): void {
    if (!this.before.has(key)) this.before.set(key, this.rows.get(key));
    this.rows.set(key, row);
  }
}

type CachedTable<Row, Key> = Pick<Table<Row, Key>, 'bulkGet' | 'bulkPut' | 'bulkDelete' | 'name'>;

/** The rows of a table that has a record for each. */
export class RowCache<Row extends object, Key extends string> extends CachedRows<Row, Key> {
  private readonly table: CachedTable<Row, Key>;

  constructor(table: CachedTable<Row, Key>, keyOf: (row: Row) => Key, spared: Spared<Row, Key> = {}) {
    super(table.name, keyOf, spared);
    this.table = table;
  }

  protected override read(keys: Key[]): PromiseLike<(Row | undefined)[]> {
    return this.table.bulkGet(keys);
  }

  protected override async write(): Promise<void> {
    const puts: Row[] = [];
    const deletes: Key[] = [];
    for (const { before, after } of this.changes()) {
      if (after !== undefined) puts.push(after);
      else if (before !== undefined) deletes.push(this.keyOf(before));
    }
    if (puts.length > 0) await this.table.bulkPut(puts);
    if (deletes.length > 0) await this.table.bulkDelete(deletes);
  }
}
