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
  for (let seq = 0, isEnd = false; !isEnd;) {
    const page = await journal.readAfter(seq, pageRecords);
    yield* page.records;
    ({ lastSeq: seq, isEnd } = page);
  }
}

/** Appended at once: as many records, or about as many bytes. */
const appendRecords = 2000;
const appendBytes = 4 * 1024 * 1024;

/** Appends all of `records`, in stretches that are each whole on the disk. */
export async function appendAll(journal: Journal, records: AsyncIterable<JournalRecord>): Promise<void> {
  let waiting: JournalRecord[] = [];
  let waitingBytes = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await journal.append(waiting);
    waiting = [];
    waitingBytes = 0;
  };
  for await (const record of records) {
    waiting.push(record);
    waitingBytes += JSON.stringify(record).length;
    if (waiting.length >= appendRecords || waitingBytes >= appendBytes) await flush();
  }
  await flush();
}

/** A reply that was on its way when the copy was made may have been sent since: it is looked for in Sent, else a person decides. */
export function withoutSending(record: JournalRecord): JournalRecord {
  if (record.kind !== 'outbox' || !record.data) return record;
  const isOnItsWay = ['queued', 'claimed', 'inflight'].includes(record.data.state);
  return isOnItsWay ? { ...record, data: { ...record.data, state: 'ambiguous' } } : record;
}

/** The name under which the latest record counts. */
export function nameOf({ kind, key }: JournalRecord): string {
  return `${kind}\n${key}`;
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
