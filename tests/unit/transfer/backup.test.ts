// A backup's way out of one profile and into another: equal, cut off anywhere, damaged, foreign.
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { realDisk } from '../../../electron/main/disk.ts';
import { Journal } from '../../../electron/main/journal/journal.ts';
import { copyJournal, recordsOf } from '../../../electron/main/transfer/journal-copy.ts';
import {
  checkBackup,
  finishRestore,
  forgetRestores,
  restoreDir,
  stageRestore,
} from '../../../electron/main/transfer/restore.ts';
import { packBackup } from '../../../electron/transfer/backup/pack-backup.ts';
import { unpackBackup } from '../../../electron/transfer/backup/unpack-backup.ts';
import type { ConversationId, MessageId } from '../../../shared/model/ids.ts';
import type { BackupSettings } from '../../../shared/model/backup.ts';
import type { Item } from '../../../shared/model/item.ts';
import { journalRecordSchema, type JournalRecord } from '../../../shared/model/journal.ts';
import { settingsSchema } from '../../../shared/model/settings.ts';
import { foundIn } from '../../harness/raw-search.ts';
import { seededAccount, seededMail, seedShop } from '../../harness/seeded-shop.ts';
import { shopRecords } from '../../harness/shop-records.ts';

let folder: string;
let from: string;
let to: string;
let zip: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'defter-backup-'));
  from = join(folder, 'from');
  to = join(folder, 'to');
  zip = join(folder, 'shop.zip');
  for (const dir of [from, to]) mkdirSync(dir);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const never = new AbortController().signal;
const quiet = () => undefined;
const hashOf = (bytes: string) => createHash('sha256').update(bytes).digest('hex');
const openJournal = (profile: string) => Journal.open(join(profile, 'journal'), realDisk, quiet);

function note(key: string, text: string | null): JournalRecord {
  const data = { id: key, conversationId: 'c', anchor: null, text, author: 'Defne', createdAt: 1 };
  return journalRecordSchema.parse({ kind: 'note', key, at: 1, data: text === null ? null : data });
}

function waitingReply(state: string): JournalRecord {
  const content = { outboxId: 'o', to: [], cc: [], subject: '', text: 'Hi', html: '', references: [], writtenAt: 1 };
  const times = { notBeforeAt: 1, queuedAt: 1, attempts: 0 };
  const data = {
    id: 'o',
    accountId: 'a',
    conversationId: 'c',
    anchor: null,
    state,
    content,
    ...times,
    closeAfter: false,
  };
  return journalRecordSchema.parse({ kind: 'outbox', key: 'o', at: 1, data });
}

function erasure(id: string): JournalRecord {
  const counts = { conversations: 1, messages: 1, notes: 0, orders: 0, attachments: 0, unsent: 0 };
  const data = { id, erasedAt: 5, reason: 'request', salt: 's', handleHashes: [hashOf('s')], counts };
  return journalRecordSchema.parse({ kind: 'erasure', key: id, at: 5, data });
}

async function recordsAt(profile: string): Promise<JournalRecord[]> {
  const journal = await openJournal(profile);
  const records: JournalRecord[] = [];
  for await (const { record } of recordsOf(journal)) records.push(record);
  await journal.close();
  return records;
}

/** As main does it, without its dialogs. */
async function backUp(settings: unknown = settingsSchema.parse({ theme: 'dark' })): Promise<void> {
  const workDir = join(from, 'work');
  mkdirSync(workDir, { recursive: true });
  const journal = await openJournal(from);
  const records = await copyJournal(journal, join(workDir, 'journal.jsonl'));
  await journal.close();
  writeFileSync(join(workDir, 'settings.json'), JSON.stringify({ settings, accounts: [] }));
  const [archivesDir, keptDir, filesDir] = ['archives', 'kept', 'files'].map((name) => join(from, name));
  const facts = { app: '1.0.0', madeAt: 7, accounts: 0, records };
  await packBackup(
    { ...facts, workDir, archivesDir, keptDir, filesDir, targetPath: zip } as Parameters<typeof packBackup>[0],
    quiet,
    never,
  );
}

const unpack = (path = zip) => unpackBackup(path, restoreDir(to), quiet, never);

async function stage(): Promise<void> {
  const journal = await openJournal(to);
  await stageRestore({ userDataDir: to, log: quiet }, journal);
  await journal.close();
}

async function finish(clearDatabase: () => Promise<void> = () => Promise.resolve()) {
  const saved: BackupSettings[] = [];
  const isDone = await finishRestore({ userDataDir: to, log: quiet, save: (each) => saved.push(each), clearDatabase });
  return { isDone, saved: saved.at(-1) };
}

async function seed(): Promise<void> {
  const journal = await openJournal(from);
  await journal.append([note('n1', 'first'), note('n2', 'deleted later'), waitingReply('queued')]);
  await journal.append([note('n1', 'with\u2028a line separator, ğ, ά'), note('n2', null)]);
  await journal.close();
  for (const [name, bytes] of [
    ['kept', 'draft file'],
    ['files', '\0'.repeat(2_000_000)],
  ] as const) {
    mkdirSync(join(from, name));
    writeFileSync(join(from, name, hashOf(bytes)), bytes);
    writeFileSync(join(from, name, 'half-fetched.part'), 'x');
  }
  mkdirSync(join(from, 'archives/old-mail'), { recursive: true });
  writeFileSync(join(from, 'archives/old-mail/items.jsonl'), '\n');
  mkdirSync(join(from, 'archives/waiting-1'), { recursive: true });
  writeFileSync(join(from, 'archives/waiting-1/items.jsonl'), '{}\n');
}

test('everything arrives; what was there stands aside, erasures hold, nothing is sent by itself', async () => {
  await seed();
  await backUp();
  const before = await openJournal(to);
  await before.append([note('mine', 'of this computer'), erasure('e1')]);
  await before.close();
  writeFileSync(join(to, 'settings.json'), '{"mine":true}');

  const manifest = await unpack();
  expect(await checkBackup(restoreDir(to))).toBe(manifest.records);
  expect(await recordsAt(to)).toHaveLength(2); // nothing has changed yet
  await stage();
  const { isDone, saved } = await finish();
  expect(isDone).toBe(true);
  expect(saved?.settings.theme).toBe('dark');

  const records = await recordsAt(to);
  expect(records).toEqual([waitingReply('ambiguous'), note('n1', 'with\u2028a line separator, ğ, ά'), erasure('e1')]);
  expect(readdirSync(join(to, 'kept'))).toEqual([hashOf('draft file')]);
  expect(readdirSync(join(to, 'files'))).toEqual([hashOf('\0'.repeat(2_000_000))]);
  expect(readdirSync(join(to, 'archives'))).toEqual(['old-mail']);
  expect(existsSync(restoreDir(to))).toBe(false);
  const aside = readdirSync(to).filter((name) => name.startsWith('journal.before-restore-'));
  expect(aside).toHaveLength(1);
  expect(readFileSync(join(to, aside[0] ?? '', 'settings.json'), 'utf8')).toBe('{"mine":true}');
  expect((await finish()).isDone).toBe(false);

  await forgetRestores(to);
  expect(readdirSync(to).filter((name) => name.includes('restore'))).toEqual([]);
});

test('cut off before its end, a restore is finished at the next start; one that nobody agreed to is dropped', async () => {
  await seed();
  await backUp();
  await unpack();
  expect((await finish()).isDone).toBe(false);
  expect(existsSync(restoreDir(to))).toBe(false);

  await unpack();
  await stage();
  await expect(finish(() => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
  expect((await finish()).isDone).toBe(true);
  expect((await recordsAt(to)).map(({ key }) => key)).toEqual(['o', 'n1']);
});

/** Her mail, a file that only her draft names, one that a canned reply names too, and one record of every kind about her. */
const ayse = 'email:ayse@customer.example';
const hers = {
  accountId: seededAccount.id,
  conversationId: 'old-mail:c1' as ConversationId,
  anchor: 'old-mail:a1' as MessageId,
};
const draftFile = 'file of her draft';
const sharedFile = 'file of a canned reply';
const traces = [
  'ayse@',
  'a.yilmaz@',
  'Yılmaz',
  'Ayşe',
  '0555',
  'Likes blue',
  'Pays by card',
  'second vase',
  'by Friday',
  'Kargoya',
  'Vazom',
  'Merhaba',
  draftFile,
];

async function seedAyse(): Promise<void> {
  const from_ = { name: 'Ayşe Yılmaz', address: 'ayse@customer.example' };
  const nikos = { name: 'Nikos', address: 'nikos@customer.example' };
  const records = shopRecords(hers).filter(({ kind }) => kind !== 'erasure');
  const attachment = (bytes: string) => ({
    fileId: hashOf(bytes),
    name: 'a.txt',
    mimeType: 'text/plain',
    sizeBytes: 1,
  });
  for (const record of records) {
    if (record.kind === 'draft')
      Object.assign(record.data ?? {}, { attachments: [attachment(draftFile), attachment(sharedFile)] });
    if (record.kind === 'canned-reply') Object.assign(record.data ?? {}, { attachments: [attachment(sharedFile)] });
  }
  const mails = [
    seededMail('a1', from_, { text: 'Vazom geldi' }),
    seededMail('n1', nikos, { text: 'Of somebody else' }),
  ];
  const note = {
    id: 'n',
    handle: ayse,
    kind: 'note',
    text: 'Vazom, told at the desk',
    author: 'Deniz',
    createdAt: 1,
    isPinned: false,
  } as const;
  const items: Item[] = mails.map((message) => ({ kind: 'message', message }));
  await seedShop(from, { items: [...items, { kind: 'customer-note', note }], records });
  for (const name of ['files', 'kept']) {
    mkdirSync(join(from, name));
    for (const bytes of [draftFile, sharedFile]) writeFileSync(join(from, name, hashOf(bytes)), bytes);
  }
}

/** As the store writes it when she is erased. */
function erasureOfAyse(erasedAt: number): JournalRecord {
  const hashed = (names: string[]) => names.map((name) => hashOf(`salt\n${name}`));
  const things = [hers.conversationId, hers.anchor, 'out-1', hashOf(draftFile), hashOf(sharedFile)];
  const handles = hashed([ayse, 'email:a.yilmaz@customer.example']);
  const counts = { conversations: 1, messages: 1, notes: 0, orders: 0, attachments: 0, unsent: 0 };
  const data = {
    id: 'hers',
    erasedAt,
    reason: 'request',
    salt: 'salt',
    handleHashes: handles,
    thingHashes: hashed(things),
    counts,
  };
  return journalRecordSchema.parse({ kind: 'erasure', key: 'hers', at: erasedAt, data });
}

test('an older backup that holds an erased person brings no byte of them, and everything of the others', async () => {
  await seedAyse();
  await backUp(settingsSchema.parse({ pictureSenders: ['ayse@customer.example', 'nikos@customer.example'] }));
  const before = await openJournal(to);
  await before.append([erasureOfAyse(Date.UTC(2026, 5, 1)), erasure('other-salt')]);
  await before.close();
  await unpack();
  expect(foundIn(to, traces)).not.toEqual([]);
  await stage();
  expect((await finish()).saved?.settings.pictureSenders).toEqual(['nikos@customer.example']);
  expect(foundIn(to, traces)).toEqual([]);
  expect((await recordsAt(to)).map(({ kind }) => kind)).toEqual(['canned-reply', 'fact', 'erasure', 'erasure']);
  expect(readdirSync(join(to, 'kept'))).toEqual([hashOf(sharedFile)]);
  expect(readFileSync(join(to, 'archives/old-mail/items.jsonl'), 'utf8')).toContain('Of somebody else');
});

test('what a person who was erased has written since comes with a newer backup', async () => {
  await seedAyse();
  await backUp();
  const before = await openJournal(to);
  await before.append([erasureOfAyse(Date.UTC(2026, 0, 1))]);
  await before.close();
  await unpack();
  await stage();
  await finish();
  expect((await recordsAt(to)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['note', 'customer', 'outbox']));
  expect(foundIn(join(to, 'archives'), ['Vazom'])).toHaveLength(1);
});

async function zipOf(files: Record<string, string>): Promise<string> {
  const path = join(folder, 'other.zip');
  const output = new ZipFile();
  for (const [name, text] of Object.entries(files)) output.addBuffer(Buffer.from(text), name);
  output.end();
  await pipeline(output.outputStream, createWriteStream(path));
  return path;
}

test('damaged, foreign and hostile files are refused and leave nothing', async () => {
  await seed();
  await backUp();
  const bytes = readFileSync(zip);
  const broken = join(folder, 'broken.zip');
  const refused = async (path: string) => {
    await expect(unpack(path)).rejects.toMatchObject({ code: 'bad-data' });
    expect(existsSync(restoreDir(to))).toBe(false);
  };
  writeFileSync(broken, bytes.subarray(0, bytes.length / 2));
  await refused(broken);
  const flipped = Buffer.from(bytes);
  const place = flipped.indexOf('draft file');
  flipped.write('DRAFT', place);
  writeFileSync(broken, flipped);
  await refused(broken);
  writeFileSync(broken, 'no zip at all');
  await refused(broken);
  await refused(await zipOf({ 'letter.txt': 'hello' }));

  const file = (name: string, text: string) => ({ name, sizeBytes: text.length, sha256: hashOf(text) });
  const manifest = (version: number, ...files: ReturnType<typeof file>[]) =>
    JSON.stringify({ format: 'defter-backup', version, app: '1', madeAt: 1, accounts: 0, records: 0, files });
  const whole = { 'journal.jsonl': '', 'settings.json': '{}' };
  const listed = Object.entries(whole).map(([name, text]) => file(name, text));
  await refused(await zipOf({ ...whole, 'manifest.json': manifest(2, ...listed) }));
  await refused(await zipOf({ ...whole, 'more.txt': 'x', 'manifest.json': manifest(1, ...listed) }));
  await refused(await zipOf({ 'manifest.json': manifest(1, file('files/../../evil', 'x')) }));

  // whole as a file, and yet not what this version knows
  await unpack(await zipOf({ ...whole, 'manifest.json': manifest(1, ...listed) }));
  await expect(checkBackup(restoreDir(to))).rejects.toMatchObject({ code: 'bad-data' });
});
