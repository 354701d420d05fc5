// Writes a one-page PDF invoice by hand; Turkish letters go through an encoding of their own, as WinAnsi lacks them.
import type { DemoOrder } from './demo-content.ts';

/** Bytes from 128 up, with their glyph names in Helvetica (Adobe glyph list; PDF 32000-1, annex D). */
const extraGlyphs: readonly (readonly [letter: string, glyph: string])[] = [
  ['Ç', 'Ccedilla'],
  ['ç', 'ccedilla'],
  ['Ğ', 'Gbreve'],
  ['ğ', 'gbreve'],
  ['İ', 'Idotaccent'],
  ['ı', 'dotlessi'],
  ['Ö', 'Odieresis'],
  ['ö', 'odieresis'],
  ['Ş', 'Scedilla'],
  ['ş', 'scedilla'],
  ['Ü', 'Udieresis'],
  ['ü', 'udieresis'],
  ['×', 'multiply'],
  ['–', 'endash'],
];
const byteOfLetter = new Map(extraGlyphs.map(([letter], index) => [letter, 128 + index]));
/** Advance of the characters in amounts, in thousandths of the size (Helvetica font metrics). */
const amountWidths: Readonly<Record<string, number>> = { '.': 278, ',': 278, ' ': 278, T: 611, L: 556 };
const digitWidth = 556;
const pageWidth = 595;
const pageHeight = 842;
const leftEdge = 56;
const rightEdge = pageWidth - leftEdge;
const vatRate = 0.2;

interface Buyer {
  name: string;
  addressLines: readonly string[];
}

/** An invoice in Turkish lira with 20 % VAT included; says on its face that it is a specimen. */
export function writeInvoicePdf(order: DemoOrder, buyer: Buyer): Uint8Array {
  const content = pageContent(order, buyer);
  const differences = `128 ${extraGlyphs.map(([, glyph]) => `/${glyph}`).join(' ')}`;
  const font = (name: string): string => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding 6 0 R >>`;
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R /Lang (tr-TR) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${String(pageWidth)} ${String(pageHeight)}] /Contents 7 0 R ` +
      '/Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>',
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [${differences}] >>`,
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
  ]);
}

function pageContent(order: DemoOrder, buyer: Buyer): string {
  const draw: string[] = [];
  const text = (font: 'F1' | 'F2', size: number, x: number, y: number, words: string): void => {
    draw.push(`BT /${font} ${String(size)} Tf ${x.toFixed(1)} ${y.toFixed(1)} Td (${encode(words)}) Tj ET`);
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
  text('F2', 10, rightEdge - 38, 615, 'Tutar');
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

/** Bytes of the font's encoding as characters 0 to 255; escapes what PDF strings treat specially. */
function encode(words: string): string {
  return Array.from(words.normalize('NFC'), (letter) => {
    const byte = byteOfLetter.get(letter) ?? letter.charCodeAt(0);
    if (byte > 255 || (byte > 126 && !byteOfLetter.has(letter))) throw new Error(`The invoice font lacks “${letter}”`);
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
