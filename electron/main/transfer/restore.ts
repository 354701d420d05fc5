// Puts a backup in the place of a shop, in steps that can be cut off anywhere: they are begun again at the next start.
import { copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { backupFiles, backupSettingsSchema, type BackupSettings } from '../../../shared/model/backup.ts';
import { AppError } from '../../../shared/errors.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type { ErasedPeople } from '../../../shared/service/erased-people.ts';
import { realDisk, replaceFile } from '../disk.ts';
import { Journal } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import { erasedPeopleIn } from './erased-people-in.ts';
import { forgetErasedPeople } from './forget-archived.ts';
import { appendAll, recordsIn, recordsOf, withoutSending } from './journal-copy.ts';

/** What was there before a restore is kept in folders of this name, in case that was a mistake; an erasure removes them. */
const asidePrefix = 'journal.before-restore-';
/** In the folder of an unpacked backup, when the person has said yes and all of it is ready. */
const readyName = 'ready.json';
interface RestoreWorld {
  userDataDir: string;
  log: Log;
}

interface FinishWorld extends RestoreWorld {
  save(content: BackupSettings): void;
  /** The store makes its database anew from the journal. */
  clearDatabase(): Promise<void>;
}

/** Where a backup is unpacked; it lies there until the person says yes. */
export function restoreDir(userDataDir: string): string {
  return join(userDataDir, 'restore');
}

/** Reads every line of an unpacked backup; answers how many records there are. `bad-data` when this Defter cannot take all of them. */
export async function checkBackup(dir: string): Promise<number> {
  await readSettings(dir);
  let count = 0;
  for await (const _record of recordsIn(join(dir, backupFiles.journal))) count += 1;
  return count;
}

/**
 * Makes a journal of the unpacked backup; `before` is the shop's own. Whoever was erased here stays erased: nothing of them in the backup
 * leaves its folder. Nothing of the shop changes.
 */
export async function stageRestore({ userDataDir, log }: RestoreWorld, before: Journal): Promise<void> {
  const dir = restoreDir(userDataDir);
  const backup = join(dir, backupFiles.journal);
  const people = await erasedPeopleIn(recordsOf(before), recordsIn(backup));
  const staged = join(dir, 'journal');
  await rm(staged, { recursive: true, force: true });
  const journal = await Journal.open(staged, realDisk, ({ kind }) => log('warn', `Journal of a restore: ${kind}`));
  const named = new Set<string>();
  try {
    await appendAll(journal, restored(backup, before, people, named));
  } finally {
    await journal.close();
  }
  await forgetErasedPeople(join(dir, 'archives'), people);
  for (const name of ['files', 'kept']) await forgetErasedFiles(join(dir, name), people, named);
  await forgetErasedSenders(dir, people);
  await replaceFile(realDisk, dir, readyName, Buffer.from(JSON.stringify({ at: Date.now() })));
}

/** Finishes a restore that a person has agreed to; drops one that nobody has. Call before the journal is opened. Answers whether it was done. */
export async function finishRestore({ userDataDir, log, save, clearDatabase }: FinishWorld): Promise<boolean> {
  const dir = restoreDir(userDataDir);
  const ready = await realDisk.read(join(dir, readyName));
  if (!ready) {
    await rm(dir, { recursive: true, force: true });
    return false;
  }
  const { at } = JSON.parse(ready.toString()) as { at: number };
  const aside = join(userDataDir, `${asidePrefix}${String(at)}`);
  const journal = join(userDataDir, 'journal');
  const staged = join(dir, 'journal');
  if (await isThere(staged)) {
    if (await isThere(journal)) await rename(journal, aside);
    const settings = join(userDataDir, 'settings.json');
    if ((await isThere(aside)) && (await isThere(settings))) await copyFile(settings, join(aside, 'settings.json'));
    await rename(staged, journal);
    await realDisk.syncDir(userDataDir);
  }
  for (const name of ['archives', 'files', 'kept']) await moveInto(join(dir, name), join(userDataDir, name));
  save(await readSettings(dir));
  await clearDatabase();
  await rm(dir, { recursive: true, force: true });
  log('info', 'A backup was restored');
  return true;
}

/** Removes what restores have put aside, and a backup that waits: after an erasure nothing of that person is left in them. */
export async function forgetRestores(userDataDir: string): Promise<void> {
  const names = (await readdir(userDataDir)).filter((name) => name.startsWith(asidePrefix));
  for (const name of names) await rm(join(userDataDir, name), { recursive: true, force: true });
  await rm(restoreDir(userDataDir), { recursive: true, force: true });
}

/** `named` collects the files that these records name. */
async function* restored(
  path: string,
  before: Journal,
  people: ErasedPeople,
  named: Set<string>,
): AsyncGenerator<JournalRecord> {
  for await (const record of recordsIn(path)) {
    if (await people.coversRecord(record)) continue;
    for (const id of filesNamedIn(record)) named.add(id);
    yield withoutSending(record);
  }
  for await (const { record } of recordsOf(before)) if (record.kind === 'erasure') yield record;
}

function filesNamedIn({ kind, data }: JournalRecord): string[] {
  if (data === null) return [];
  if (kind === 'outbox-frozen') return data.payloadFile === undefined ? [] : [data.payloadFile];
  if (kind !== 'outbox' && kind !== 'draft' && kind !== 'canned-reply') return [];
  const { attachments = [] } = kind === 'outbox' ? data.content : data;
  return attachments.map(({ fileId }) => fileId);
}

/** Files of erased persons, by their names; what somebody else's record names as well stays. */
async function forgetErasedFiles(dir: string, people: ErasedPeople, named: ReadonlySet<string>): Promise<void> {
  if (people.isEmpty || !(await isThere(dir))) return;
  for (const name of await readdir(dir)) {
    // whatever was erased, was erased after 1970
    if (!named.has(name) && (await people.covers(name, 0))) await rm(join(dir, name));
  }
}

/** Whose pictures are shown: a list of addresses in the settings. */
async function forgetErasedSenders(dir: string, people: ErasedPeople): Promise<void> {
  const { settings, accounts } = await readSettings(dir);
  const pictureSenders: string[] = [];
  for (const sender of settings.pictureSenders) {
    if (!(await people.covers(`email:${sender.toLowerCase()}`, 0))) pictureSenders.push(sender);
  }
  const content: BackupSettings = { settings: { ...settings, pictureSenders }, accounts };
  await replaceFile(realDisk, dir, backupFiles.settings, Buffer.from(JSON.stringify(content)));
}

async function readSettings(dir: string): Promise<BackupSettings> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(join(dir, backupFiles.settings), 'utf8'));
  } catch (thrown) {
    throw new AppError('bad-data', 'The settings in the backup are damaged', { cause: thrown });
  }
  const parsed = backupSettingsSchema.safeParse(value);
  if (!parsed.success) throw new AppError('bad-data', 'The settings in the backup break a rule');
  return parsed.data;
}

/** What has the same name has the same content: names are hashes and random ids. */
async function moveInto(from: string, to: string): Promise<void> {
  if (!(await isThere(from))) return;
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of await readdir(from)) {
    await rm(join(to, name), { recursive: true, force: true });
    await rename(join(from, name), join(to, name));
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw thrown;
  }
}
