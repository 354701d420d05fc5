// What goes past Dexie: bulk look-ups through an index (many single questions are answered faster than one cursor walks), and quiet writes.
import { Dexie, type Table } from 'dexie';
import { AppError } from '../../../shared/errors.ts';

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new AppError('storage', 'The database gave no reason'));
  });
}

function inRawStore<Row, Key, T>(
  table: Table<Row, Key>,
  mode: 'r' | 'rw',
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  return table.db.transaction(mode, table, (transaction) => {
    const raw = (transaction as unknown as { idbtrans: IDBTransaction }).idbtrans;
    return Dexie.Promise.resolve(work(raw.objectStore(table.name)));
  });
}

/** Puts and deletes rows of a table that nobody watches: Dexie would tell each page every key of every index. Answers the keys of `puts`. */
export function writeUnwatched<Row, Key extends IDBValidKey>(
  table: Table<Row, Key>,
  puts: readonly Row[],
  deletes: readonly Key[] = [],
): Promise<Key[]> {
  return inRawStore(table, 'rw', async (store) => {
    const [keys] = await Promise.all([
      Promise.all(puts.map((row) => answer(store.put(row)) as Promise<Key>)),
      Promise.all(deletes.map((key) => answer(store.delete(key)))),
    ]);
    return keys;
  });
}

/** Primary keys of the rows whose index holds each of `values`, one for each; undefined where there is none. */
export function primaryKeysOf<Row, Key>(
  table: Table<Row, Key>,
  indexName: string,
  values: readonly string[],
): Promise<(Key | undefined)[]> {
  return inRawStore(table, 'r', (store) => {
    const index = store.index(indexName);
    return Promise.all(values.map((value) => answer(index.getKey(value)) as Promise<Key | undefined>));
  });
}

/** Rows whose index holds any of `values`. */
export async function rowsOf<Row, Key>(
  table: Table<Row, Key>,
  indexName: string,
  values: readonly string[],
): Promise<Row[]> {
  if (values.length === 0) return [];
  const found = await inRawStore(table, 'r', (store) => {
    const index = store.index(indexName);
    return Promise.all(values.map((value) => answer(index.getAll(value)) as Promise<Row[]>));
  });
  return found.flat();
}
