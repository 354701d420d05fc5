// Reads a CSV file of a shop: its characters, its delimiter, its heading.
import Papa from 'papaparse';
import { AppError } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import type { ImportFile } from '../../../../shared/service/import/plan-import.ts';

const mostBytes = 20_000_000;
export const mostLines = 20_000;
/** What spreadsheets on Turkish, Greek and western systems write when they do not write UTF-8. */
const oldEncodings: Readonly<Record<Language, string>> = { tr: 'windows-1254', el: 'windows-1253', en: 'windows-1252' };

/** `too-large` over 20 MB or 20,000 lines, `bad-data` for a file without a heading and a line. */
export async function readImportFile(file: File, language: Language): Promise<ImportFile> {
  if (file.size > mostBytes) throw new AppError('too-large', 'The file is larger than 20 MB');
  const bytes = await file.arrayBuffer();
  return parseImport(decoded(bytes, language));
}

/** @param text the file's text */
export function parseImport(text: string): ImportFile {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: false });
  const [header, ...rows] = data;
  if (!header || !rows.some((row) => row.some((cell) => cell.trim() !== ''))) {
    throw new AppError('bad-data', 'The file has no heading or no lines');
  }
  if (rows.length > mostLines) throw new AppError('too-large', `The file has more than ${String(mostLines)} lines`);
  return { header, rows };
}

function decoded(bytes: ArrayBuffer, language: Language): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (thrown) {
    if (thrown instanceof TypeError) return new TextDecoder(oldEncodings[language]).decode(bytes);
    throw thrown;
  }
}
