// Reads what was chosen into an archive of items: the preview is what will be imported, already made.
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { exportSource } from '../../../shared/contract/export-source.ts';
import type { ImportTask } from '../../../shared/contract/transfer-control.ts';
import { AppError, throwIfCancelled } from '../../../shared/errors.ts';
import { archiveFiles, waitingFiles, type ImportPreview } from '../../../shared/model/archive.ts';
import { exportLinesVersion, readExportLine, type ExportLine } from '../../../shared/model/export-lines.ts';
import type { MessageId } from '../../../shared/model/ids.ts';
import type { Item } from '../../../shared/model/item.ts';
import type { JournaledRecord, JournalRecord } from '../../../shared/model/journal.ts';
import type { Client } from '../../../shared/rpc.ts';
import { onDisk, PartFiles } from '../part-files.ts';
import { LineReader } from './lines-to-items.ts';
import { readMail } from './mail-to-item.ts';
import { recordInArchive } from './record-to-archive.ts';
import { foundIn, type Found } from './sources.ts';

/** Message-IDs asked of the store at once. */
const askedAtOnce = 200;
const samples = 5;
const progressEveryMs = 200;

export interface ImportWorld {
  source: Pick<Client<typeof exportSource>, 'knownMessages'>;
  now(): number;
  progress(doneMessages: number): void;
}

/** Writes `items.jsonl`, `files/` and the head into `task.dir`, which is emptied first. `cancelled` at the signal. */
export async function runImport(task: ImportTask, world: ImportWorld, signal: AbortSignal): Promise<ImportPreview> {
  await onDisk(async () => {
    await rm(task.dir, { recursive: true, force: true });
    await mkdir(join(task.dir, archiveFiles.attachments), { recursive: true, mode: 0o700 });
  });
  const parts = await PartFiles.open(task.dir, {}, [archiveFiles.attachments]);
  const importing = new Importing(task, world, parts);
  try {
    for await (const found of foundIn(task.paths, signal)) {
      throwIfCancelled(signal);
      await importing.take(found);
    }
    await importing.end();
    await parts.append(archiveFiles.items, '');
    await parts.checkpoint();
  } finally {
    await parts.close();
  }
  const { preview } = importing;
  const head = { ...preview, label: task.label, importedAt: world.now() };
  await onDisk(() => writeFile(join(task.dir, archiveFiles.head), JSON.stringify(head), { mode: 0o600, flush: true }));
  return preview;
}

/** Half of what a newer Defter wrote would look like all of it. `unsupported` with the reason `newer`. */
function refuseNewer(line: string): void {
  const version = /^\{"type":"header","format":"defter-export","version":(\d+)/.exec(line)?.[1];
  if (version === undefined || Number(version) <= exportLinesVersion) return;
  throw new AppError('unsupported', `An export of version ${version} is newer than this Defter`, {
    detail: { reason: 'newer' },
  });
}

class Importing {
  readonly preview: ImportPreview = {
    messages: 0,
    duplicates: 0,
    damaged: 0,
    attachments: 0,
    customers: 0,
    orders: 0,
    records: 0,
    hasSettings: false,
    exportedAt: null,
    firstAt: null,
    lastAt: null,
    samples: [],
  };
  readonly #task: ImportTask;
  readonly #world: ImportWorld;
  readonly #parts: PartFiles;
  readonly #lines = new LineReader();
  readonly #own: Set<string>;
  readonly #keys = new Set<string>();
  readonly #files = new Set<string>();
  /** Messages that the store has already, by the ids that they would have had. */
  readonly #leftOut = new Set<MessageId>();
  /** Wait until the store has said which of them it knows. */
  #waiting: Item[] = [];
  #toldAt = -Infinity;

  constructor(task: ImportTask, world: ImportWorld, parts: PartFiles) {
    this.#task = task;
    this.#world = world;
    this.#parts = parts;
    this.#own = new Set(task.ownAddresses.map((address) => address.toLowerCase()));
  }

  async take(found: Found): Promise<void> {
    switch (found.kind) {
      case 'unreadable':
        this.preview.damaged += 1;
        return;
      case 'mail':
        await this.#takeMail(found);
        return;
      case 'line':
        await this.#takeLine(found);
    }
  }

  async end(): Promise<void> {
    this.#waiting.push(...this.#lines.end());
    await this.#settle();
  }

  async #takeMail({ bytes, isSeen, at }: Extract<Found, { kind: 'mail' }>): Promise<void> {
    const isOwn = (address: string) => this.#own.has(address.toLowerCase());
    const read = await readMail(bytes, { isSeen, isOwn, at });
    if (!read) {
      this.preview.damaged += 1;
      return;
    }
    for (const file of read.files) await this.#keepFile(file.sha256, file.bytes);
    await this.#put([{ kind: 'message', message: read.message }]);
  }

  async #takeLine({ line, file }: Extract<Found, { kind: 'line' }>): Promise<void> {
    const read = readExportLine(line);
    if (!read) {
      refuseNewer(line);
      if (/^\{"type":"(?:message|record|settings)"/.test(line)) this.preview.damaged += 1;
      return; // of a type that is not brought back
    }
    if (read.type === 'header' && read.exportedAt !== undefined)
      this.preview.exportedAt = Math.max(this.preview.exportedAt ?? 0, read.exportedAt);
    if (read.type === 'message') await this.#takeFiles(read, file);
    if (read.type === 'record') await this.#takeRecord(read.record);
    if (read.type === 'settings') await this.#takeSettings(read);
    await this.#put(this.#lines.take(read));
  }

  async #takeRecord(given: JournalRecord): Promise<void> {
    const record = recordInArchive(given, this.#task.accountId);
    if (!record) return;
    if (this.#waiting.length > 0) await this.#settle(); // then it is known which messages come
    // what speaks of a message that is here already, in another account, is not taken over
    const anchor = record.data !== null && 'anchor' in record.data ? record.data.anchor : null;
    if (anchor !== null && this.#leftOut.has(anchor)) return;
    this.preview.records += 1;
    const journaled: JournaledRecord = { seq: this.preview.records, record };
    await this.#parts.append(waitingFiles.records, `${JSON.stringify(journaled)}\n`);
  }

  async #takeSettings({ settings, accounts }: Extract<ExportLine, { type: 'settings' }>): Promise<void> {
    if (this.preview.hasSettings) return; // of another file that was chosen with it
    this.preview.hasSettings = true;
    await this.#parts.append(waitingFiles.settings, JSON.stringify({ settings, accounts }));
  }

  /** A file counts only when its bytes are those that the line speaks of. */
  async #takeFiles(
    line: Extract<ExportLine, { type: 'message' }>,
    file: (name: string) => Promise<Buffer | undefined>,
  ) {
    for (const attachment of line.attachments) {
      const bytes = attachment.file === undefined ? undefined : await file(attachment.file);
      const sha256 = bytes && createHash('sha256').update(bytes).digest('hex');
      if (bytes && sha256 !== undefined && sha256 === attachment.sha256) await this.#keepFile(sha256, bytes);
    }
  }

  async #keepFile(sha256: string, bytes: Uint8Array): Promise<void> {
    this.preview.attachments += 1;
    if (this.#files.has(sha256)) return;
    this.#files.add(sha256);
    const path = join(this.#task.dir, archiveFiles.attachments, sha256);
    await onDisk(() => writeFile(path, bytes, { mode: 0o600 }));
  }

  async #put(items: Item[]): Promise<void> {
    this.#waiting.push(...items);
    if (this.#waiting.length >= askedAtOnce) await this.#settle();
  }

  /** Writes what waits, without messages that are in the store or came before. */
  async #settle(): Promise<void> {
    const items = this.#waiting;
    this.#waiting = [];
    const ids = items.flatMap((item) => (item.kind === 'message' ? (item.message.rfcMessageId ?? []) : []));
    const asked = [...new Set(ids)];
    const mustAsk = this.#task.skipsKnown && asked.length > 0;
    const known = new Set(!mustAsk ? [] : await this.#world.source.knownMessages({ rfcMessageIds: asked }));
    const lines: string[] = [];
    for (const item of items) if (this.#count(item, known)) lines.push(`${JSON.stringify(item)}\n`);
    await this.#parts.append(archiveFiles.items, lines.join(''));
    if (this.#world.now() - this.#toldAt >= progressEveryMs) {
      this.#toldAt = this.#world.now();
      this.#world.progress(this.preview.messages + this.preview.duplicates);
    }
  }

  /** Whether the item is to be imported. */
  #count(item: Item, known: ReadonlySet<string>): boolean {
    const { preview } = this;
    if (item.kind === 'customer') preview.customers += 1;
    if (item.kind === 'order') preview.orders += 1;
    if (item.kind !== 'message') return true;
    const { key, rfcMessageId, receivedAt, from, subject } = item.message;
    const isKnown = rfcMessageId !== undefined && known.has(rfcMessageId);
    const isTwice = this.#keys.has(key) || isKnown;
    if (isKnown) this.#leftOut.add(`${this.#task.accountId}:${key}` as MessageId);
    this.#keys.add(key);
    if (isTwice) {
      preview.duplicates += 1;
      return false;
    }
    preview.messages += 1;
    preview.firstAt = Math.min(preview.firstAt ?? Infinity, receivedAt);
    preview.lastAt = Math.max(preview.lastAt ?? -Infinity, receivedAt);
    preview.samples.push({ from: from.name === '' ? from.address : from.name, subject, at: receivedAt });
    preview.samples.sort((a, b) => b.at - a.at);
    preview.samples.length = Math.min(samples, preview.samples.length);
    return true;
  }
}
