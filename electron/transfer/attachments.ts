// The attachments of an export: brought here where wanted, found in the cache by their hash, named for the files handed over.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { exportSource } from '../../shared/contract/export-source.ts';
import type { ExportTask } from '../../shared/contract/transfer-control.ts';
import { AppError } from '../../shared/errors.ts';
import { safeFileName } from '../../shared/file-name.ts';
import { linesIn } from '../../shared/lines.ts';
import type { ExportChunk, ExportedAttachment } from '../../shared/model/export.ts';
import type { Client } from '../../shared/rpc.ts';
import type { Entry } from './format.ts';
import { onDisk, type PartFiles } from './part-files.ts';

const listName = 'attachments.jsonl';
const fetchTimeoutMs = 330_000;

export class ExportAttachments {
  readonly #task: ExportTask;
  readonly #source: Client<typeof exportSource>;
  readonly #isBeside: boolean;
  /** Hashes of files that are here; false: not (any more). */
  readonly #known = new Map<string, boolean>();
  /** Names already in the list: a file that hangs on ten mails is handed over once. */
  readonly #listed = new Set<string>();
  found = 0;
  missing = 0;

  /** @param isBeside the files are handed over beside the messages, not inside them */
  constructor(task: ExportTask, source: Client<typeof exportSource>, isBeside: boolean) {
    this.#task = task;
    this.#source = source;
    this.#isBeside = isBeside;
  }

  /** Continues the list of an earlier run. */
  async resume(sizes: Record<string, number>): Promise<void> {
    if ((sizes[listName] ?? 0) > 0) for await (const { name } of this.#list()) this.#listed.add(name);
  }

  /** Makes sure that what can be had is here, and lists it. A file that cannot be had is counted and told in the document. */
  async prepare(chunk: ExportChunk, parts: PartFiles): Promise<ExportChunk> {
    const { attachments: wanted } = this.#task.request;
    if (wanted === 'none' || chunk.messages.every(({ attachments }) => attachments.length === 0)) return chunk;
    const messages = [];
    for (const message of chunk.messages) {
      const attachments = [];
      for (const attachment of message.attachments) {
        const { sha256, ...described } = attachment;
        const present: ExportedAttachment =
          sha256 !== undefined && (await this.#isHere(sha256))
            ? attachment
            : wanted === 'all'
              ? await this.#fetch(message.id, attachment)
              : described;
        if (present.sha256 === undefined) this.missing += 1;
        else {
          this.found += 1;
          await this.#enlist(present, parts);
        }
        attachments.push(present);
      }
      messages.push({ ...message, attachments });
    }
    return { ...chunk, messages };
  }

  /** Its name among the files handed over. */
  nameOf(attachment: ExportedAttachment): string | undefined {
    if (!this.#isBeside || this.#task.request.attachments === 'none') return undefined;
    const { sha256 } = attachment;
    if (sha256 === undefined || this.#known.get(sha256) !== true) return undefined;
    return `attachments/${sha256.slice(0, 12)}-${safeFileName(attachment.name)}`;
  }

  async read({ sha256 }: ExportedAttachment): Promise<Buffer | undefined> {
    if (this.#task.request.attachments === 'none' || sha256 === undefined || !(await this.#isHere(sha256)))
      return undefined;
    return onDisk(() => readFile(join(this.#task.filesDir, sha256)));
  }

  /** Every file to be handed over beside the messages. */
  async entries(sizes: Record<string, number>): Promise<Entry[]> {
    if (!this.#isBeside || (sizes[listName] ?? 0) === 0) return [];
    const entries = [];
    for await (const { name, sha256 } of this.#list()) {
      entries.push({ name, sha256, path: join(this.#task.filesDir, sha256) });
    }
    return entries;
  }

  async #enlist(attachment: ExportedAttachment, parts: PartFiles): Promise<void> {
    const name = this.nameOf(attachment);
    if (name === undefined || this.#listed.has(name)) return;
    this.#listed.add(name);
    await parts.append(listName, `${JSON.stringify({ name, sha256: attachment.sha256 })}\n`);
  }

  async *#list(): AsyncIterable<{ name: string; sha256: string }> {
    const lines = linesIn(createReadStream(join(this.#task.workDir, listName), { encoding: 'utf8' }));
    for await (const line of lines) yield JSON.parse(line) as { name: string; sha256: string };
  }

  async #isHere(sha256: string): Promise<boolean> {
    const known = this.#known.get(sha256);
    if (known !== undefined) return known;
    if (!/^[0-9a-f]{64}$/.test(sha256)) return false;
    const isHere = await stat(join(this.#task.filesDir, sha256)).then(
      () => true,
      () => false,
    );
    this.#known.set(sha256, isHere);
    return isHere;
  }

  async #fetch(
    messageId: ExportChunk['messages'][number]['id'],
    attachment: ExportedAttachment,
  ): Promise<ExportedAttachment> {
    const { sha256: _before, ...described } = attachment;
    try {
      const input = { messageId, ref: attachment.ref };
      const { fileId, sizeBytes } = await this.#source.fetchFile(input, { timeoutMs: fetchTimeoutMs });
      this.#known.set(fileId, true);
      return { ...described, sha256: fileId, sizeBytes };
    } catch (thrown) {
      // offline, or deleted on the server: the document says that it is not here. A broken way to the store ends the export.
      if (thrown instanceof AppError && thrown.code !== 'bug' && thrown.code !== 'cancelled') return described;
      throw thrown;
    }
  }
}
