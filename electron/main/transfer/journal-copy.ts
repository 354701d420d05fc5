// The journal as lines of text, as a backup holds it: written from a living one, and read back record by record.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import { linesIn } from '../../../shared/lines.ts';
import { journaledRecordSchema, type JournaledRecord, type JournalRecord } from '../../../shared/model/journal.ts';
import type { Journal } from '../journal/journal.ts';

const pageRecords = 5000;

/**
 * Writes what counts, a line each, in order: of each kind and key the latest. What was removed is not in it, so that a deleted note does
 * not live on in backups; removals in the outbox stay, as in a compaction. Answers how many lines there are.
 */
export async function copyJournal(journal: Journal, path: string): Promise<number> {
  const latest = new Map<string, number>();
  for await (const { seq, record } of recordsOf(journal)) latest.set(nameOf(record), seq);
  const file = await open(path, 'w', 0o600);
  let count = 0;
  try {
    for await (const journaled of recordsOf(journal)) {
      const { seq, record } = journaled;
      // what came meanwhile counts too
      const isSuperseded = seq < (latest.get(nameOf(record)) ?? 0);
      if (isSuperseded || (record.data === null && !record.kind.startsWith('outbox'))) continue;
      await file.write(`${JSON.stringify(journaled)}\n`);
      count += 1;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return count;
}

/** All records of a journal, in order. */
export async function* recordsOf(journal: Journal): AsyncGenerator<JournaledRecord> {
  for (let seq = 0, isEnd = false; !isEnd; ) {
    const page = await journal.readAfter(seq, pageRecords);
    yield* page.records;
    ({ lastSeq: seq, isEnd } = page);
  }
}

/** The records in such a file. `bad-data` at the first line that is none. */
export async function* recordsIn(path: string): AsyncGenerator<JournalRecord> {
  for await (const line of linesIn(createReadStream(path, { encoding: 'utf8' }))) yield recordOf(line);
}

function recordOf(line: string): JournalRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (thrown) {
    throw new AppError('bad-data', 'A line of the backup is damaged', { cause: thrown });
  }
  const parsed = journaledRecordSchema.safeParse(value);
  if (!parsed.success) throw new AppError('bad-data', 'The backup holds a record that this Defter does not know');
  return parsed.data.record;
}

function nameOf({ kind, key }: JournalRecord): string {
  return `${kind}\n${key}`;
}
