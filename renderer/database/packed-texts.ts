// Keeps the texts of mails as UTF-8 in the database, unseen by those who read and write rows: half the bytes for Turkish and Greek.
import type { DBCore, DBCoreCursor, DBCoreTable, Dexie } from 'dexie';

const beyondLatin1 = /[^\0-\xff]/;
/** With the u flag only a surrogate that stands alone matches. */
const halfPair = /\p{Surrogate}/u;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** As it is stored: V8 writes a text with a single ş or α in it as two bytes for every letter. Half a surrogate pair is not UTF-8. */
export function packText(text: string): string | Uint8Array {
  return beyondLatin1.test(text) && !halfPair.test(text) ? encoder.encode(text) : text;
}

type Fields = Record<string, unknown>;

function mapFields(row: unknown, fields: readonly string[], change: (value: unknown) => unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  const changed: Fields = { ...row };
  for (const field of fields) if (field in changed) changed[field] = change(changed[field]);
  return changed;
}

const pack = (value: unknown): unknown => (typeof value === 'string' ? packText(value) : value);
const unpack = (value: unknown): unknown => (value instanceof Uint8Array ? decoder.decode(value) : value);

/** `texts`: the fields of each table that hold long texts. To be called before the database is opened. */
export function packTexts(database: Dexie, texts: Readonly<Record<string, readonly string[]>>): void {
  database.use({
    stack: 'dbcore',
    name: 'packed-texts',
    create: (core): Partial<DBCore> => ({
      table: (name) => {
        const table = core.table(name);
        const fields = texts[name];
        return fields ? packing(table, fields) : table;
      },
    }),
  });
}

function packing(table: DBCoreTable, fields: readonly string[]): DBCoreTable {
  const unpacked = (row: unknown): unknown => mapFields(row, fields, unpack);
  return {
    ...table,
    mutate: (request) =>
      table.mutate(
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: request.values.map((row: unknown) => mapFields(row, fields, pack)) }
          : request,
      ),
    // Chained, not awaited: these promises are Dexie's own, which know their transaction.
    get: (request) => table.get(request).then(unpacked),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(unpacked)),
    query: (request) =>
      table
        .query(request)
        .then((answer) => (request.values === true ? { ...answer, result: answer.result.map(unpacked) } : answer)),
    openCursor: (request) =>
      table.openCursor(request).then((cursor) => {
        if (!cursor || request.values !== true) return cursor;
        const value: PropertyDescriptor = { get: () => unpacked(cursor.value) };
        return Object.create(cursor, { value }) as DBCoreCursor;
      }),
  };
}
