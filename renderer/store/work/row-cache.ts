// Rows of one table held during a piece of work: loaded in bulk, changed in memory, written back in bulk.
import type { Table } from 'dexie';
import { AppError } from '../../../shared/errors.ts';
import type { WrittenKeys } from './written-keys.ts';

type CachedTable<Row, Key> = Pick<Table<Row, Key>, 'bulkGet' | 'bulkPut' | 'bulkDelete' | 'name'>;

/** Rows are values: change one by putting a new object in its place. */
export class RowCache<Row extends object, Key extends string> {
  private readonly rows = new Map<Key, Row | undefined>();
  private readonly before = new Map<Key, Row | undefined>();
  private readonly table: CachedTable<Row, Key>;
  private readonly keyOf: (row: Row) => Key;

  private readonly written: WrittenKeys | undefined;

  /** @param written spares looking for what cannot be there */
  constructor(table: CachedTable<Row, Key>, keyOf: (row: Row) => Key, written?: WrittenKeys) {
    this.table = table;
    this.keyOf = keyOf;
    this.written = written;
  }

  /** Reads those that are not here yet, present or not. */
  async load(keys: Iterable<Key>): Promise<void> {
    const missing = this.missingOf(keys);
    if (missing.length === 0) return;
    const rows = await this.table.bulkGet(missing);
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
    if (row === undefined && !this.rows.has(key)) throw new AppError('bug', `${this.table.name} ${key} was not loaded`);
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
    const puts: Row[] = [];
    const deletes: Key[] = [];
    for (const { before, after } of this.changes()) {
      if (after !== undefined) puts.push(after);
      else if (before !== undefined) deletes.push(this.keyOf(before));
    }
    for (const row of puts) this.written?.note(this.keyOf(row));
    if (puts.length > 0) await this.table.bulkPut(puts);
    if (deletes.length > 0) await this.table.bulkDelete(deletes);
  }

  /** Those that have to be read; what cannot be there is noted as such at once. */
  private missingOf(keys: Iterable<Key>): Key[] {
    return [...new Set(keys)].filter((key) => {
      if (this.rows.has(key)) return false;
      const isAbsent = this.written?.isAbsent(key) === true;
      if (isAbsent) this.rows.set(key, undefined);
      return !isAbsent;
    });
  }

  private set(key: Key, row: Row | undefined): void {
    if (!this.before.has(key)) this.before.set(key, this.rows.get(key));
    this.rows.set(key, row);
  }
}
