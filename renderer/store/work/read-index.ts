// Bulk look-ups through an index: IndexedDB answers many single questions at once faster than one walking cursor.
import { Dexie, type Table } from 'dexie';
import { AppError } from '../../../shared/errors.ts';

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new AppError('storage', 'The database gave no reason'));
  });
}

function readThroughIndex<Row, Key, T>(
  table: Table<Row, Key>,
  indexName: string,
  read: (index: IDBIndex) => Promise<T>,
): Promise<T> {
  return table.db.transaction('r', table, (transaction) => {
    const raw = (transaction as unknown as { idbtrans: IDBTransaction }).idbtrans;
    return Dexie.Promise.resolve(read(raw.objectStore(table.name).index(indexName)));
  });
}

/** Primary keys of the rows whose unique index holds each of `values`; undefined where there is none. */
export function primaryKeysOf<Row, Key>(
  table: Table<Row, Key>,
  indexName: string,
  values: readonly string[],
): Promise<(Key | undefined)[]> {
  return readThroughIndex(table, indexName, (index) =>
    Promise.all(values.map((value) => answer(index.getKey(value)) as Promise<Key | undefined>)),
  );
}

/** Rows whose index holds any of `values`. */
export async function rowsOf<Row, Key>(
  table: Table<Row, Key>,
  indexName: string,
  values: readonly string[],
): Promise<Row[]> {
  if (values.length === 0) return [];
  const found = await readThroughIndex(table, indexName, (index) =>
    Promise.all(values.map((value) => answer(index.getAll(value)) as Promise<Row[]>)),
  );
  return found.flat();
}
