// Writes a one-page PDF invoice by hand, with the Turkish letters that the standard fonts lack drawn from letter and accent.
import type { DemoOrder } from './demo-content.ts';

/** Letters of Helvetica that every viewer draws but WinAnsi lacks; they take the bytes from 128 up. */
const extraGlyphs = ['dotlessi', 'breve', 'dotaccent'] as const;
const breve = 129;
const dotAccent = 130;
const cedilla = 184;

interface ComposedLetter {
  letter: string;
  glyph: string;
  base: string;
  /** In thousandths of the size, like the shift of the accent (Helvetica font metrics). */
  width: number;
  accent: number;
  shiftX: number;
  shiftY: number;
}

/** Viewers' own Helvetica has no ş or ğ (seen in PDFium: blanks), so a Type 3 font puts the accents on the letters. */
const composedLetters: readonly ComposedLetter[] = [
  { letter: 'Ş', glyph: 'Scedilla', base: 'S', width: 667, accent: cedilla, shiftX: 167, shiftY: 0 },
  { letter: 'ş', glyph: 'scedilla', base: 's', width: 500, accent: cedilla, shiftX: 84, shiftY: 0 },
  { letter: 'Ğ', glyph: 'Gbreve', base: 'G', width: 778, accent: breve, shiftX: 222, shiftY: 195 },
  { letter: 'ğ', glyph: 'gbreve', base: 'g', width: 556, accent: breve, shiftX: 111, shiftY: 0 },
  { letter: 'İ', glyph: 'Idotaccent', base: 'I', width: 278, accent: dotAccent, shiftX: -28, shiftY: 195 },
];
/** Advance of the characters in amounts, in thousandths of the size (Helvetica font metrics). */
const amountWidths: Readonly<Record<string, number>> = { '.': 278, ',': 278, ' ': 278, T: 611, L: 556 };
const digitWidth = 556;
const pageWidth = 595;
const pageHeight = 842;
const leftEdge = 56;
const rightEdge = pageWidth - leftEdge;
const vatRate = 0.2;
/** Objects are numbered in the order in which they are assembled. */
const firstGlyphObject = 9;

interface Buyer {
  name: string;
  addressLines: readonly string[];
}

/** An invoice in Turkish lira with 20 % VAT included; says on its face that it is a specimen. */
export function writeInvoicePdf(order: DemoOrder, buyer: Buyer): Uint8Array {
  const font = (name: string): string => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding 6 0 R >>`;
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R /Lang (tr-TR) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${String(pageWidth)} ${String(pageHeight)}] /Contents 7 0 R ` +
      '/Resources << /Font << /F1 4 0 R /F2 5 0 R /F3 8 0 R >> >> >>',
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [128 ${names(extraGlyphs)}] >>`,
    stream(pageContent(order, buyer)),
    composedFont(firstGlyphObject, firstGlyphObject + composedLetters.length),
    ...composedLetters.map((letter) => stream(composedGlyph(letter))),
    stream(unicodeOfComposed()),
  ]);
}

/** A font of the composed letters, bytes 1 up (PDF 32000-1, 9.6.5); needs the objects of its glyphs and of its Unicode table. */
function composedFont(firstGlyph: number, unicodeTable: number): string {
  const procedures = composedLetters.map(({ glyph }, index) => `/${glyph} ${String(firstGlyph + index)} 0 R`).join(' ');
  return (
    '<< /Type /Font /Subtype /Type3 /FontBBox [0 -300 800 1000] /FontMatrix [0.001 0 0 0.001 0 0] ' +
    `/CharProcs << ${procedures} >> /Encoding << /Differences [1 ${names(composedLetters.map(({ glyph }) => glyph))}] >> ` +
    `/FirstChar 1 /LastChar ${String(composedLetters.length)} /Widths [${composedLetters.map(({ width }) => width).join(' ')}] ` +
    `/Resources << /Font << /F1 4 0 R >> >> /ToUnicode ${String(unicodeTable)} 0 R >>`
  );
}

function composedGlyph({ base, width, accent, shiftX, shiftY }: ComposedLetter): string {
  const accentByte = `\\${accent.toString(8)}`;
  return (
    `${String(width)} 0 0 -300 ${String(width)} 1000 d1 BT /F1 1000 Tf (${base}) Tj ET ` +
    `BT /F1 1000 Tf ${String(shiftX)} ${String(shiftY)} Td (${accentByte}) Tj ET`
  );
}

/** Lets a reader copy and search the composed letters (PDF 32000-1, 9.10.3). */
function unicodeOfComposed(): string {
  const lines = composedLetters.map(
    ({ letter }, index) => `<${hexOf(index + 1, 2)}> <${hexOf(letter.charCodeAt(0), 4)}>`,
  );
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Composed def /CMapType 2 def',
    '1 begincodespacerange <00> <FF> endcodespacerange',
    `${String(lines.length)} beginbfchar`,
    ...lines,
    'endbfchar endcmap end end',
  ].join('\n');
}

function hexOf(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function names(glyphs: readonly string[]): string {
  return glyphs.map((glyph) => `/${glyph}`).join(' ');
}

function stream(content: string): string {
  return `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`;
}

function pageContent(order: DemoOrder, buyer: Buyer): string {
  const draw: string[] = [];
  const text = (font: 'F1' | 'F2', size: number, x: number, y: number, words: string): void => {
    draw.push(`BT ${x.toFixed(1)} ${y.toFixed(1)} Td ${show(font, size, words)} ET`);
  };
  const amount = (font: 'F1' | 'F2', y: number, minor: number): void => {
    const words = lira(minor);
    text(font, 10, rightEdge - 8 - amountWidth(words, 10), y, words);
  };
  const bar = (grey: string, y: number, height: number): void => {
    draw.push(
      `${grey} rg ${String(leftEdge)} ${y.toFixed(1)} ${String(rightEdge - leftEdge)} ${String(height)} re f 0 g`,
    );
  };

  bar('0.12 0.30 0.62', 778, 4);
  text('F2', 22, leftEdge, 792, 'Mavi Çini');
  text('F1', 10, leftEdge, 760, 'Örnek Mah. Zeytinli Sok. No: 4, Ayvalık / Balıkesir');
  text('F1', 10, leftEdge, 746, 'merhaba@mavicini.example – www.mavicini.example');
  text('F2', 16, leftEdge, 704, 'Fatura');
  text('F1', 10, leftEdge, 686, `Sipariş: ${order.number}`);
  text('F2', 10, 330, 704, 'Alıcı');
  [buyer.name, ...buyer.addressLines].forEach((line, index) => text('F1', 10, 330, 686 - 14 * index, line));

  bar('0.93 0.95 0.98', 608, 22);
  text('F2', 10, leftEdge + 8, 615, 'Ürün');
  text('F2', 10, 330, 615, 'Adet');
  text('F2', 10, rightEdge - 34, 615, 'Tutar');
  let y = 588;
  for (const item of order.items) {
    text('F1', 10, leftEdge + 8, y, item.title);
    text('F1', 10, 330, y, `${String(item.quantity)} × ${lira(item.priceMinor)}`);
    amount('F1', y, item.quantity * item.priceMinor);
    y -= 22;
  }
  bar('0.75 0.79 0.85', y + 8, 1);
  const netMinor = Math.round(order.totalMinor / (1 + vatRate));
  const sums: [string, number][] = [
    ['Ara toplam', netMinor],
    ['KDV (%20)', order.totalMinor - netMinor],
  ];
  for (const [label, minor] of sums) {
    y -= 14;
    text('F1', 10, 330, y, label);
    amount('F1', y, minor);
    y -= 4;
  }
  y -= 16;
  text('F2', 10, 330, y, 'Genel toplam');
  amount('F2', y, order.totalMinor);
  text('F1', 10, leftEdge, y - 60, 'Bizi seçtiğiniz için teşekkür ederiz. Güle güle kullanın!');
  text('F1', 8, leftEdge, 60, 'Bu belge örnektir, mali değeri yoktur.');
  return draw.join('\n');
}

/** Shows words in a font, going over to the composed letters where needed. */
function show(font: string, size: number, words: string): string {
  const runs = words.normalize('NFC').split(/([ŞşĞğİ])/);
  return runs
    .filter((run) => run !== '')
    .map((run) => {
      const composed = composedLetters.findIndex(({ letter }) => letter === run);
      if (composed === -1) return `/${font} ${String(size)} Tf (${encode(run)}) Tj`;
      return `/F3 ${String(size)} Tf <${hexOf(composed + 1, 2)}> Tj`;
    })
    .join(' ');
}

/** Letters as bytes of the encoding; escapes what PDF strings treat specially. */
function encode(words: string): string {
  return Array.from(words, (letter) => {
    const byte = letter === 'ı' ? 128 : letter === '–' ? 150 : letter.charCodeAt(0);
    if (byte > 255) throw new Error(`The invoice font lacks “${letter}”`);
    const character = String.fromCharCode(byte);
    return '\\()'.includes(character) ? `\\${character}` : character;
  }).join('');
}

function lira(minor: number): string {
  const whole = String(Math.floor(minor / 100)).replace(/(\d)(?=(\d{3})+$)/g, '$1.');
  return `${whole},${String(minor % 100).padStart(2, '0')} TL`;
}

function amountWidth(words: string, size: number): number {
  return Array.from(words).reduce((sum, letter) => sum + (amountWidths[letter] ?? digitWidth), 0) * (size / 1000);
}

/** Numbers the objects, and closes the file with the table of their offsets (PDF 32000-1, 7.5). */
function assemble(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${String(index + 1)} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const tableAt = file.length;
  const count = String(objects.length + 1);
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R >>\n`;
  file += `startxref\n${String(tableAt)}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
