// What the shop wrote, from an import of a whole export, goes into the journal: whatever stands there already stays.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitingFiles, type ImportPreview } from '../../../shared/model/archive.ts';
import { backupSettingsSchema, type BackupSettings } from '../../../shared/model/backup.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type { ErasedPeople } from '../../../shared/service/erased-people.ts';
import type { Journal } from '../journal/journal.ts';
import { forgetInArchive } from './forget-archived.ts';
import { appendAll, nameOf, recordsIn, recordsOf, withoutSending } from './journal-copy.ts';

/**
 * Appends the records of an import that waits in `dir`. Those of which this shop has a word of its own, be it that it was removed, are left
 * out; and those about `people`, who were erased here.
 */
async function takeRecords(journal: Journal, dir: string, people: ErasedPeople): Promise<void> {
  const here = new Set<string>();
  for await (const { record } of recordsOf(journal)) here.add(nameOf(record));
  await appendAll(journal, wanted());

  async function* wanted(): AsyncGenerator<JournalRecord> {
    for await (const record of recordsIn(join(dir, waitingFiles.records))) {
      if (here.has(nameOf(record)) || (await people.coversRecord(record))) continue;
      yield withoutSending(record);
    }
  }
}

/**
 * Takes over what an import has left in `dir`: its records go into `journal`, and whoever was erased in this shop is taken out of it.
 */
export async function takeArchive(
  journal: Journal,
  dir: string,
  { records }: ImportPreview,
  people: ErasedPeople,
): Promise<void> {
  if (records > 0) await takeRecords(journal, dir, people);
  if (!people.isEmpty) await forgetInArchive(dir, people);
}

/** The settings of an import that waits in `dir`. */
export async function readWaitingSettings(dir: string): Promise<BackupSettings> {
  return backupSettingsSchema.parse(JSON.parse(await readFile(join(dir, waitingFiles.settings), 'utf8')));
}
