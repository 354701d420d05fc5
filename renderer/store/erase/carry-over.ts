// Carries the rows over a deletion of the database: inside LevelDB's files a deleted row stays until they are rewritten, at no known time.
import type { Dexie, Table } from 'dexie';
import type { Carrying } from '../../../shared/contract/store-news.ts';
import { linesIn } from '../../../shared/lines.ts';
import { bodiesOf, packBody, type Body, type BodyPackRow } from '../../database/bodies.ts';
import type { SegmentRow } from '../../database/rows.ts';
import type { Database } from '../../database/schema.ts';
import type { Store } from '../store.ts';
import type { Progress } from '../work/progress.ts';
import { storageError } from '../work/storage-error.ts';

/** Of the rows of a line. A pack of bodies holds eight mails. */
const lineRows = 100;

/** The first line of the file; `Line`s follow. */
interface Head {
  epoch: string;
  /** How many there are. */
  rows: number;
}
interface Line {
  table: string;
  rows: unknown[];
}

/** Rows with bytes in them, as JSON can hold them. */
const codecs: Record<string, { toJson(row: never): unknown; fromJson(row: never): unknown }> = {
  bodies: {
    toJson: (row: BodyPackRow) => ({ n: row.n, bodies: bodiesOf(row) }),
    fromJson: ({ n, bodies }: { n: number; bodies: Body[] }): BodyPackRow => ({ n, bodies: bodies.map(packBody) }),
  },
  segments: {
    toJson: ({ bytes, ...rest }: SegmentRow) => ({
      ...rest,
      bytes: Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''),
    }),
    fromJson: ({ bytes, ...rest }: Omit<SegmentRow, 'bytes'> & { bytes: string }): SegmentRow => ({
      ...rest,
      bytes: Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)),
    }),
  },
};

const fileName = (database: Dexie): string => `${database.name}.rows`;

/**
 * Writes all rows into a file beside the database, which may then be deleted: the next opening takes them over. What comes in between is
 * in the journal, or fetched again from the cursors. `storage` when the disk refuses; nothing is left then.
 */
export async function packRows(store: Store): Promise<void> {
  await store.queue.run('person', async () => {
    const { database, progress } = store;
    try {
      const total = await countRows(database);
      const tell = carryingTeller(progress, 'laying-aside', total);
      const folder = await navigator.storage.getDirectory();
      const file = await folder.getFileHandle(fileName(database), { create: true });
      const writable = await file.createWritable(); // a file of its own until it is closed
      await writable.write(`${JSON.stringify({ epoch: store.epoch, rows: total } satisfies Head)}\n`);
      for (const table of inOrder(database)) {
        for await (const line of linesOf(table)) {
          await writable.write(`${JSON.stringify(line)}\n`);
          tell(line.rows.length);
        }
      }
      await writable.close();
    } catch (thrown) {
      progress.tell(null);
      await forgetRows(database);
      throw storageError(thrown);
    }
  });
}

/** Fills an empty database with the rows that were packed of the life `epoch`; answers whether there were any. Cut off, it is begun again. */
export async function unpackRows(database: Database, epoch: string | undefined, progress: Progress): Promise<boolean> {
  const file = await packedFile(database);
  if (!file) return false;
  let tell: ((rows: number) => void) | undefined;
  try {
    for await (const text of linesIn(file.stream().pipeThrough(new TextDecoderStream()))) {
      if (tell) {
        tell(await putRows(database, JSON.parse(text) as Line));
      } else {
        const head = JSON.parse(text) as Head;
        if (head.epoch !== epoch) break;
        tell = carryingTeller(progress, 'taking-over', head.rows);
      }
    }
    await forgetRows(database);
  } finally {
    if (tell) progress.tell(null);
  }
  return tell !== undefined;
}

/** Counts the rows that were carried, from none. */
function carryingTeller(progress: Progress, step: Carrying['step'], total: number): (rows: number) => void {
  let done = 0;
  progress.tell({ step, done, total });
  return (rows) => {
    done = Math.min(done + rows, total); // sync's state may have changed since they were counted
    progress.tell({ step, done, total });
  };
}

async function countRows(database: Database): Promise<number> {
  const counts = await Promise.all(database.tables.map((table) => table.count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Answers how many they were. */
async function putRows(database: Database, { table, rows }: Line): Promise<number> {
  const codec = codecs[table];
  await database.table(table).bulkPut(codec ? rows.map((row) => codec.fromJson(row as never)) : rows);
  return rows.length;
}

/** Removes rows that were packed and not asked for: the database was not deleted after all. */
export async function forgetRows(database: Database): Promise<void> {
  if (!(await packedFile(database))) return;
  const folder = await navigator.storage.getDirectory();
  await folder.removeEntry(fileName(database));
}

async function packedFile(database: Database): Promise<File | null> {
  const folder = await navigator.storage.getDirectory();
  try {
    return await (await folder.getFileHandle(fileName(database))).getFile();
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'NotFoundError') return null;
    throw thrown;
  }
}

/** `meta` last: with its epoch the database counts as ours. By name: Dexie has two objects for each table. */
function inOrder(database: Database): Table[] {
  return [...database.tables.filter(({ name }) => name !== database.meta.name), database.meta];
}

async function* linesOf(table: Table): AsyncGenerator<Line> {
  const keys = await table.toCollection().primaryKeys();
  const codec = codecs[table.name];
  for (let at = 0; at < keys.length; at += lineRows) {
    const rows = await table.bulkGet(keys.slice(at, at + lineRows));
    yield { table: table.name, rows: codec ? rows.map((row) => codec.toJson(row as never)) : rows };
  }
}
