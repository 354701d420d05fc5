// What a format of export is: how stretches of conversations become bytes of parts, and parts the files that are handed over.
import type { ExportTask } from '../../shared/contract/transfer-control.ts';
import type { ExportChunk, ExportedAttachment, ExportedCustomer, ExportedMessage } from '../../shared/model/export.ts';
import type { JournalRecord } from '../../shared/model/journal.ts';
import type { PartFiles } from './part-files.ts';
import type { Times } from './times.ts';

export interface FormatContext {
  task: ExportTask;
  times: Times;
  parts: PartFiles;
  label(key: string, values?: Record<string, string | number>): string;
  /** Label of an account, or its id. */
  accountLabel(id: string): string;
  /** Bytes of an attachment that is here; undefined when it is not, or is not wanted. */
  readFile(attachment: ExportedAttachment): Promise<Buffer | undefined>;
  /** Name of an attachment among the files handed over; undefined when it is not among them. */
  fileName(attachment: ExportedAttachment): string | undefined;
}

/** A finished file: its name in the export and where its bytes lie. */
export interface Entry {
  name: string;
  path: string;
  /** A stretch of the file; absent: all of it. */
  range?: { start: number; bytes: number };
  /** Where it is known already. */
  sha256?: string;
  /** Goes into a zip as it is. */
  isStored?: boolean;
}

export interface Format {
  /** Of a finished single file, with its dot. */
  extension: string;
  /** Messages after which a new part is begun; a part ends between two stretches. */
  messagesPerPart: number;
  /** Attachments are inside the messages: they are not put beside them. */
  embedsFiles?: boolean;
  begin(part: number, context: FormatContext): Promise<void>;
  add(part: number, chunk: ExportChunk, context: FormatContext): Promise<void>;
  end(part: number, isLastPart: boolean, context: FormatContext): Promise<void>;
  /** Customers of what was exported, after all conversations and before the end of the last part. */
  addCustomers?(part: number, customers: ExportedCustomer[], context: FormatContext): Promise<void>;
  /** What the shop itself wrote, when all of the shop is exported; after the customers. */
  addRecords?(records: JournalRecord[], context: FormatContext): Promise<void>;
  /** Turns `partCount` parts into entries. */
  finish(partCount: number, context: FormatContext, tools: FinishTools): Promise<Entry[]>;
}

export interface FinishTools {
  signal: AbortSignal;
  printPdf(htmlName: string, pdfName: string): Promise<void>;
  /** How many of the messages are in finished files. */
  progress(part: number, partCount: number): void;
}

/** `messages-0002.html` of several, `messages.html` of one. */
export function partName(part: number, extension: string): string {
  return `messages-${String(part + 1).padStart(4, '0')}${extension}`;
}

/** As it is written in documents: `Name <address>`. */
export function addressText({ name, address }: ExportedMessage['from']): string {
  if (name === '' || name === address) return address;
  return address === '' ? name : `${name} <${address}>`;
}
