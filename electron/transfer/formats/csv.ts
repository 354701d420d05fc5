// CSV: one row a message, UTF-8 with BOM, formulas neutralised (RFC 4180, OWASP CSV injection).
import { join } from 'node:path';
import type { ExportTask } from '../../../shared/contract/transfer-control.ts';
import { partName, type Format } from '../format.ts';
import { columns, harmless, rowsOf } from './rows.ts';

/** Excel splits a double-clicked file at the list separator of its language: a semicolon in Turkish and Greek. */
const separators: Record<ExportTask['language'], string> = { en: ',', tr: ';', el: ';' };

export const csvFormat: Format = {
  extension: '.csv',
  messagesPerPart: Infinity,
  async begin(part, { parts, task, label }) {
    const titles = columns.map((column) => quoted(label(`column.${column}`)));
    await parts.append(partName(part, '.csv'), `\ufeff${titles.join(separators[task.language])}\r\n`);
  },
  async add(part, chunk, context) {
    const { task, times, parts } = context;
    const lines = rowsOf(chunk, context).map((row) =>
      row
        .map((cell) => (typeof cell === 'string' ? quoted(harmless(cell)) : times.local(cell.at)))
        .join(separators[task.language]),
    );
    if (lines.length > 0) await parts.append(partName(part, '.csv'), `${lines.join('\r\n')}\r\n`);
  },
  end: async () => undefined,
  finish: async (_count, { task }) => [{ name: 'messages.csv', path: join(task.workDir, partName(0, '.csv')) }],
};

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
