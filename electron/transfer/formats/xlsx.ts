// XLSX: one row a message. The sheet is written as it is read, so that 100,000 messages need no more memory than ten.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { onDisk } from '../part-files.ts';
import { partName, type Format, type FormatContext } from '../format.ts';
import { columns, harmless, rowsOf, type Cell } from './rows.ts';

/** Limits of Excel: rows of a sheet, less its title and room for notes; characters of a cell. */
const messagesPerBook = 900_000;
const longestCell = 32_767;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org';
const widths = [20, 9, 25, 11, 11, 12, 24, 24, 32, 32, 24, 40, 80, 32, 28, 12, 18, 16, 40];

export const xlsxFormat: Format = {
  extension: '.xlsx',
  messagesPerPart: messagesPerBook,
  async begin(part, { parts, label }) {
    const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
    const titles = columns.map((column) => textCell(label(`column.${column}`), 2));
    await parts.append(
      partName(part, '.xml'),
      `${declaration}<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">` +
        `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
        `<cols>${cols.join('')}</cols><sheetData><row>${titles.join('')}</row>`,
    );
  },
  async add(part, chunk, context) {
    const rows = rowsOf(chunk, context).map(
      (row) => `<row>${row.map((cell) => cellXml(cell, context)).join('')}</row>`,
    );
    await context.parts.append(partName(part, '.xml'), rows.join(''));
  },
  async end(part, _isLast, { parts }) {
    await parts.append(partName(part, '.xml'), '</sheetData></worksheet>');
  },
  async finish(partCount, context, { progress }) {
    const entries = [];
    for (let part = 0; part < partCount; part += 1) {
      const path = join(context.task.workDir, partName(part, '.xlsx'));
      await writeBook(join(context.task.workDir, partName(part, '.xml')), path, context.label('kind.messages'));
      entries.push({ name: partCount === 1 ? 'messages.xlsx' : partName(part, '.xlsx'), path });
      progress(part + 1, partCount);
    }
    return entries;
  },
};

function cellXml(cell: Cell, { times }: FormatContext): string {
  if (typeof cell !== 'string') return `<c s="1"><v>${times.serial(cell.at).toFixed(9)}</v></c>`;
  return cell === '' ? '<c/>' : textCell(cell, 0);
}

/** An inline string is never read as a formula; the apostrophe guards those who save the sheet as CSV. */
function textCell(text: string, style: number): string {
  const shown = harmless(text);
  const cut = shown.length > longestCell ? `${shown.slice(0, longestCell - 1)}…` : shown;
  return `<c t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${xml(cut)}</t></is></c>`;
}

function xml(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Office Open XML (ECMA-376): the smallest book that holds one sheet, dates and a bold title line. */
async function writeBook(sheetPath: string, path: string, sheetName: string): Promise<void> {
  const main = `${office}/spreadsheetml/2006/main`;
  const relations = `${office}/officeDocument/2006/relationships`;
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const files: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${xml(sheetName.slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml':
      `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>` +
      `<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
      `<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>` +
      `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
  };
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(declaration + content), name);
  zip.addFile(sheetPath, 'xl/worksheets/sheet1.xml');
  zip.end();
  await onDisk(() => pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 })));
}
