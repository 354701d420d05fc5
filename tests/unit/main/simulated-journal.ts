// What tests of the journal share: notes to write, a journal on a simulated disk, and how it is read back.
import { expect } from 'vitest';
import { Journal, type JournalReport } from '../../../electron/main/journal/journal.ts';
import { journalRecordSchema, type JournaledRecord, type JournalRecord } from '../../../shared/model/journal.ts';
import type { SimulatedDisk } from './simulated-disk.ts';

const dir = '/journal';

export function note(key: string, text: string | null): JournalRecord {
  const data = { id: key, conversationId: 'c', anchor: null, text, author: 'Defne', createdAt: 1 };
  return journalRecordSchema.parse({ kind: 'note', key, at: 1, data: text === null ? null : data });
}

/** Text of a note record; its own name when it is a tombstone. */
export function textOf({ record }: JournaledRecord): string {
  return record.kind === 'note' && record.data ? record.data.text : `gone ${record.key}`;
}

export async function readAll(journal: Journal, limit = 7): Promise<JournaledRecord[]> {
  const all: JournaledRecord[] = [];
  for (let seq = 0; ;) {
    const { records, lastSeq, isEnd } = await journal.readAfter(seq, limit);
    all.push(...records);
    if (isEnd) return all;
    expect(lastSeq).toBeGreaterThan(seq);
    seq = lastSeq;
  }
}

export async function openQuietly(disk: SimulatedDisk): Promise<{ journal: Journal; reports: JournalReport[] }> {
  const reports: JournalReport[] = [];
  return { journal: await Journal.open(dir, disk, (report) => reports.push(report)), reports };
}

export async function writeSentinel(journal: Journal, epoch: number): Promise<void> {
  await journal.writeSentinel({ epoch: String(epoch), lastSeq: journal.lastSeq, messageCount: 0, writtenAt: 1 });
}
