// The frozen form of a reply on channels that take plain text: the text, its files and the thread it belongs to.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AppError, type ErrorCode } from '../../../shared/errors.ts';
import { fileRefusal, type FileRefusal } from '../../../shared/model/file-limits.ts';
import type { Manifest } from '../../../shared/model/manifest.ts';
import { frozenReplySchema, type OutboxItem, type ReplyContent } from '../../../shared/model/outbox.ts';
import type { Connector } from './connector.ts';

const fileSchema = z.strictObject({ name: z.string(), mimeType: z.string(), base64: z.base64() });
const plainReplySchema = z.strictObject({
  threadKey: z.string(),
  text: z.string(),
  /** Whom it is for, where the channel needs to know. */
  to: z.array(z.string()),
  files: z.array(fileSchema).optional(),
});

export interface ReplyFile {
  name: string;
  mimeType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface PlainReply {
  threadKey: string;
  text: string;
  to: string[];
  /** In the order in which they were attached; every try sends exactly these bytes. */
  files: ReplyFile[];
}

/**
 * `Connector.freeze` of a channel that takes plain text. Rejects with `bad-data` without a thread or below the channel's shortest reply,
 * `too-large` above its longest or beyond what it takes in files, `unsupported` for files that it does not take, what `readFile` throws.
 */
export function plainFreeze(manifest: Manifest): Connector['freeze'] {
  return async (account, content, readFile) => {
    const text = content.text.trim();
    if (content.threadKey === undefined)
      throw new AppError('bad-data', 'The reply belongs to no thread of this channel');
    if (text.length < (manifest.minReplyChars ?? 1))
      throw new AppError('bad-data', 'The reply is too short for this channel');
    const files = await filesOf(manifest, content, readFile);
    const limits = [manifest.maxReplyChars, files.length > 0 ? manifest.outgoingFiles?.maxReplyChars : undefined];
    if (text.length > Math.min(...limits.map((limit) => limit ?? Infinity))) {
      throw new AppError('too-large', 'The reply is too long for this channel');
    }
    const reply: z.infer<typeof plainReplySchema> = {
      threadKey: content.threadKey,
      text,
      to: content.to.map(({ address }) => address),
      ...(files.length === 0 ? {} : { files }),
    };
    const payload = JSON.stringify(reply);
    return frozenReplySchema.parse({
      payload,
      sha256: createHash('sha256').update(payload).digest('hex'),
      envelope: { from: account.address, to: reply.to },
    });
  };
}

const refusalCodes: Readonly<Record<FileRefusal, ErrorCode>> = {
  type: 'unsupported',
  'file-size': 'too-large',
  sum: 'too-large',
  count: 'too-large',
};

async function filesOf(
  { outgoingFiles: limits }: Manifest,
  { attachments = [] }: ReplyContent,
  readFile: Parameters<Connector['freeze']>[2],
): Promise<z.infer<typeof fileSchema>[]> {
  const files = [];
  const sizes: { sizeBytes: number }[] = [];
  for (const { fileId, name, mimeType } of attachments) {
    if (limits === undefined) throw new AppError('unsupported', 'This channel takes no files');
    const bytes = await readFile(fileId);
    const size = { sizeBytes: bytes.length };
    const refusal = fileRefusal(limits, sizes, { ...size, mimeType });
    if (refusal !== null)
      throw new AppError(refusalCodes[refusal], `“${name}” cannot go out on this channel: ${refusal}`);
    sizes.push(size);
    files.push({ name, mimeType, base64: Buffer.from(bytes).toString('base64') });
  }
  return files;
}

/** What `plainFreeze` froze; `bad-data` when it was damaged. */
export function plainReplyOf(item: Pick<OutboxItem, 'frozen'>): PlainReply {
  const { payload, sha256 } = item.frozen;
  if (createHash('sha256').update(payload).digest('hex') !== sha256) {
    throw new AppError('bad-data', 'The frozen reply was damaged');
  }
  const { files = [], ...reply } = plainReplySchema.parse(JSON.parse(payload));
  return {
    ...reply,
    files: files.map(({ base64, ...file }) => ({ ...file, bytes: new Uint8Array(Buffer.from(base64, 'base64')) })),
  };
}
