// Reads a table that a person chose, such as CSV: in which characters it is written, what parts its columns, its rows.
import Papa from 'papaparse';
import { suspectCharset } from '../../../../shared/language/suspect-charset.ts';
import type { Language } from '../../../../shared/model/ids.ts';

/** What spreadsheets on Turkish, Greek and western systems write when they do not write Unicode. */
const oldEncodings: Readonly<Record<Language, string>> = { tr: 'windows-1254', el: 'windows-1253', en: 'windows-1252' };

/** The text of a file in UTF-8, in UTF-16 with its mark (a spreadsheet's “Unicode text”), or in the old characters that it seems to be in. @param language where the bytes do not tell which */
export function tableText(bytes: Uint8Array, language: Language): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    const telling = bytes.subarray(bytes.findIndex((byte) => byte > 0x7f));
    return new TextDecoder(suspectCharset(telling) ?? oldEncodings[language]).decode(bytes);
  }
}

/** What parts the cells of a table; a spreadsheet takes whichever its country's numbers leave free. */
const delimiters = [',', ';', '\t', '|'] as const;

/** The rows of a table. Its cells are parted as a first line `sep=;` says, else by what parts its heading. Empty rows are kept: they count as lines; those at the end do not. */
export function tableRows(text: string): string[][] {
  const said = /^sep=(.)\r?\n/.exec(text);
  const rest = text.slice(said?.[0].length ?? 0).replace(/[\r\n]+$/, '');
  return Papa.parse<string[]>(rest, { delimiter: said?.[1] ?? delimiterOf(rest) }).data;
}

/** By the heading alone: in the lines below, amounts and sentences have delimiters of their own. */
function delimiterOf(text: string): string {
  const [heading = ''] = text
    .slice(0, 10_000)
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]/, 1);
  const count = (delimiter: string): number => heading.split(delimiter).length;
  return delimiters.reduce((best, each) => (count(each) > count(best) ? each : best));
}
