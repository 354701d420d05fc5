// Imported mail: a file of items in the profile, delivered as any server's would be, so that a rebuilt store has it again.
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { AppError, throwIfCancelled } from '../../../../shared/errors.ts';
import { archiveFiles } from '../../../../shared/model/archive.ts';
import { itemSchema, type Item } from '../../../../shared/model/item.ts';
import type { Connector, Pulled, Session } from '../connector.ts';
import { archiveManifest } from './manifest.ts';

/** A batch: small enough to leave others their turn. */
const batchItems = 200;
const batchBytes = 1024 * 1024;

const placeSchema = z.strictObject({ offset: z.number().int().nonnegative(), done: z.number().int().nonnegative() });
type Place = z.infer<typeof placeSchema>;

export const archiveConnector: Connector = {
  manifest: archiveManifest,
  freeze: () => Promise.reject(readOnly()),
  open: (account, { archivesDir }) => {
    if (archivesDir === undefined) throw new AppError('bug', 'Nobody said where archives lie');
    return openSession(join(archivesDir, account.id));
  },
};

function openSession(dir: string): Session {
  return {
    async *pull(cursor, signal) {
      const { messages } = await readHead(dir);
      let place: Place = cursor === null ? { offset: 0, done: 0 } : placeSchema.parse(JSON.parse(cursor));
      for (;;) {
        throwIfCancelled(signal);
        const { items, bytes } = await readItems(dir, place.offset);
        if (bytes === 0) return;
        const done = place.done + items.filter((item) => item.kind === 'message').length;
        place = { offset: place.offset + bytes, done };
        yield {
          items,
          cursor: JSON.stringify(place),
          phase: 'first',
          doneCount: done,
          totalCount: messages,
        } satisfies Pulled;
      }
    },
    send: () => Promise.resolve({ kind: 'failed', error: { code: 'unsupported', message: 'An archive cannot send' } }),
    file: () => Promise.resolve({ kind: 'filed' }),
    tellSeen: () => Promise.resolve(),
    async fetchAttachment(_messageKey, _placements, attachment, sink, signal) {
      if (!/^[0-9a-f]{64}$/.test(attachment.ref)) throw new AppError('gone', 'The archive does not hold this file');
      try {
        for await (const chunk of createReadStream(join(dir, archiveFiles.attachments, attachment.ref), { signal })) {
          await sink.write(chunk as Buffer);
        }
      } catch (thrown) {
        throw diskError(thrown);
      }
    },
    close: () => Promise.resolve(),
  };
}

const headSchema = z.object({ messages: z.number().int().nonnegative() });

async function readHead(dir: string): Promise<z.infer<typeof headSchema>> {
  try {
    return headSchema.parse(JSON.parse(await readFile(join(dir, archiveFiles.head), 'utf8')));
  } catch (thrown) {
    throw diskError(thrown);
  }
}

/** Whole lines from `offset` on; `bytes` is what they take in the file, 0 at its end. */
async function readItems(dir: string, offset: number): Promise<{ items: Item[]; bytes: number }> {
  const file = await open(join(dir, archiveFiles.items), 'r').catch((thrown: unknown) => {
    throw diskError(thrown);
  });
  try {
    let size = batchBytes;
    for (;;) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, offset);
      if (bytesRead === 0) return { items: [], bytes: 0 };
      const found = wholeLines(buffer.subarray(0, bytesRead));
      if (found.bytes > 0) return found;
      if (bytesRead < size) throw new AppError('bad-data', 'The archive ends in the middle of a message');
      size *= 4; // one message larger than the stretch
    }
  } finally {
    await file.close();
  }
}

function wholeLines(buffer: Buffer): { items: Item[]; bytes: number } {
  const items: Item[] = [];
  let bytes = 0;
  while (items.length < batchItems) {
    const end = buffer.indexOf(10, bytes);
    if (end === -1) break;
    const line = buffer.toString('utf8', bytes, end);
    bytes = end + 1;
    if (line.trim() === '') continue; // what stood there was erased
    const parsed = itemSchema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new AppError('bad-data', `A line of the archive breaks a rule: ${parsed.error.message}`);
    items.push(parsed.data);
  }
  return { items, bytes };
}

function diskError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
  return new AppError(isMissing ? 'gone' : 'storage', `The archive: ${words}`, { cause: thrown });
}

function readOnly(): AppError {
  return new AppError('unsupported', 'An imported archive is there to be read');
}
