// What kind of file an export becomes.
import type { ExportFormat, ExportRequest } from '../../../shared/model/export.ts';

/** Largest number of messages that a format puts in one file; more become several files in a zip. */
const singleFileMessages: Partial<Record<ExportFormat, number>> = { pdf: 300, html: 2000, eml: 0, person: 0 };
const extensions: Record<ExportFormat, string> = {
  pdf: '.pdf',
  html: '.html',
  eml: '.zip',
  mbox: '.mbox',
  csv: '.csv',
  xlsx: '.xlsx',
  jsonl: '.jsonl',
  person: '.zip',
};

/** Extension of the file that such an export becomes. */
export function extensionFor({ format, attachments }: ExportRequest, messageCount: number): string {
  const isBeside = attachments !== 'none' && format !== 'mbox';
  return isBeside || messageCount > (singleFileMessages[format] ?? Infinity) ? '.zip' : extensions[format];
}
