// Reads a CSV file of a shop: a heading, and lines within limits.
import { AppError } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import type { ImportFile } from '../../../../shared/service/import/plan-import.ts';
import { tableRows, tableText } from '../import/read-table.ts';

const mostBytes = 20_000_000;
export const mostLines = 20_000;

/** `too-large` over 20 MB or 20,000 lines, `bad-data` for a file without a heading and a line. */
export async function readImportFile(file: File, language: Language): Promise<ImportFile> {
  if (file.size > mostBytes) throw new AppError('too-large', 'The file is larger than 20 MB');
  const [header, ...rows] = tableRows(tableText(new Uint8Array(await file.arrayBuffer()), language));
  if (!header || !rows.some((row) => row.some((cell) => cell.trim() !== ''))) {
    throw new AppError('bad-data', 'The file has no heading or no lines');
  }
  if (rows.length > mostLines) throw new AppError('too-large', `The file has more than ${String(mostLines)} lines`);
  return { header, rows };
}
