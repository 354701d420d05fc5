// What a person chose to import, as a stream of mails and lines: mbox, single mails, Maildir, folders of them, zips of exports.
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { mboxReader } from 'mbox-reader';
import { AppError } from '../../../shared/errors.ts';
import { linesIn } from '../../../shared/lines.ts';
import { onDisk } from '../part-files.ts';
import { openZip, type ZipSource } from './zip-source.ts';

/** Larger ones are no mail that any provider takes. */
export const largestMailBytes = 60 * 1024 * 1024;
/** Folders inside folders; deeper ones are a mistake or a loop. */
const deepest = 20;

export type Found =
  | { kind: 'mail'; bytes: Buffer; isSeen: boolean; at?: number }
  /** A line of an export of ours, and how to get at the files beside it. */
  | { kind: 'line'; line: string; file: (name: string) => Promise<Buffer | undefined> }
  /** Something that is no mail, or too large. */
  | { kind: 'unreadable' };

/** Everything in these files and folders, in order. `cancelled` at the signal. */
export async function* foundIn(paths: readonly string[], signal: AbortSignal): AsyncIterable<Found> {
  for (const path of paths) yield* foundAt(path, signal, 0);
}

async function* foundAt(path: string, signal: AbortSignal, depth: number): AsyncIterable<Found> {
  if (signal.aborted) throw new AppError('cancelled', 'The import was stopped');
  const info = await onDisk(() => stat(path));
  if (info.isDirectory()) {
    if (depth > deepest) return;
    const entries = await onDisk(() => readdir(path, { withFileTypes: true }));
    const names = entries.filter((entry) => entry.isFile() || entry.isDirectory()).map(({ name }) => name);
    // links are passed over: they may lead anywhere
    for (const name of names.sort()) yield* foundAt(join(path, name), signal, depth + 1);
    return;
  }
  if (!info.isFile() || info.size === 0) return;
  switch (await kindOf(path)) {
    case 'mbox':
      yield* mailsOfMbox(createReadStream(path));
      return;
    case 'mail':
      yield info.size > largestMailBytes
        ? { kind: 'unreadable' }
        : { kind: 'mail', bytes: await onDisk(() => readFile(path)), isSeen: isSeenInMaildir(path) };
      return;
    case 'lines':
      yield* linesOf(createReadStream(path), async () => undefined);
      return;
    case 'zip':
      yield* foundInZip(path, signal);
      return;
    case 'other':
      // beside mails lie indexes and settings of other programs; one that was named as mail is told
      if (depth === 0 || /\.(eml|mbox)$/i.test(path)) yield { kind: 'unreadable' };
  }
}

type Kind = 'mbox' | 'mail' | 'lines' | 'zip' | 'other';

/** By its first bytes: programs name their mail files as they like. */
async function kindOf(path: string): Promise<Kind> {
  const file = await onDisk(() => open(path, 'r'));
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2048), 0, 2048, 0);
    return kindOfHead(buffer.subarray(0, bytesRead), basename(path));
  } finally {
    await file.close();
  }
}

function kindOfHead(head: Buffer, name: string): Kind {
  const text = head.toString('latin1');
  if (text.startsWith('From ')) return 'mbox';
  if (text.startsWith('PK\u0003\u0004')) return 'zip';
  if (text.startsWith('{"type":"header","format":"defter-export"')) return 'lines';
  // a header field on one of the first lines, and no binary
  const isMail = /^[\x21-\x39\x3b-\x7e]{1,70}:[ \t]/m.test(text.slice(0, 1000)) && !text.includes('\0');
  return isMail && !/\.(msf|dat|json|html?|txt|csv|ini|js|sqlite|sbd)$/i.test(name) ? 'mail' : 'other';
}

/** `:2,S` at the end of a name in a Maildir says that it was read; mails of elsewhere count as read: they are history. */
function isSeenInMaildir(path: string): boolean {
  const flags = /:2,([A-Z]*)$/.exec(path)?.[1];
  return flags === undefined ? !/[\\/]new[\\/][^\\/]+$/.test(path) : flags.includes('S');
}

async function* mailsOfMbox(stream: Readable): AsyncIterable<Found> {
  for await (const { content, time, flags } of mboxReader(stream)) {
    if (content.length > largestMailBytes) yield { kind: 'unreadable' };
    else {
      const isSeen = flags.length === 0 || flags.includes('\\Seen');
      yield { kind: 'mail', bytes: content, isSeen, ...(time instanceof Date ? { at: time.getTime() } : {}) };
    }
  }
}

async function* linesOf(stream: Readable, file: (name: string) => Promise<Buffer | undefined>): AsyncIterable<Found> {
  for await (const line of linesIn(stream.setEncoding('utf8'))) {
    const content = line.replace(/\r$/, ''); // an editor may have saved it so
    if (content !== '') yield { kind: 'line', line: content, file };
  }
}

async function* foundInZip(path: string, signal: AbortSignal): AsyncIterable<Found> {
  const zip: ZipSource = await openZip(path);
  try {
    for (const name of zip.names) {
      if (signal.aborted) throw new AppError('cancelled', 'The import was stopped');
      if (/\.jsonl$/i.test(name)) yield* linesOf(await zip.stream(name), (file) => zip.read(file));
      else if (/\.mbox$/i.test(name)) yield* mailsOfMbox(await zip.stream(name));
      else if (/\.eml$/i.test(name)) {
        const bytes = await zip.read(name);
        yield bytes ? { kind: 'mail', bytes, isSeen: true } : { kind: 'unreadable' };
      }
    }
  } finally {
    zip.close();
  }
}
