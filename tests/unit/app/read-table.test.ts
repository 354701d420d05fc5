// Tables as shops have them: old and new characters, whatever parts the cells, quoted line breaks.
import { expect, it } from 'vitest';
import { tableRows, tableText } from '../../../renderer/app/screens/import/read-table.ts';
import { encodeText } from '../../harness/encode-text.ts';

const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));

it.each<[string, Uint8Array, 'en' | 'tr' | 'el', string]>([
  ['UTF-8', new TextEncoder().encode('Ayşe;Γεια'), 'en', 'Ayşe;Γεια'],
  ['UTF-8 with its mark', new TextEncoder().encode('\ufeffAyşe;1'), 'tr', 'Ayşe;1'],
  ['UTF-16, little end first', utf16('Ayşe\t1'), 'en', 'Ayşe\t1'],
  ['UTF-16, big end first', Uint8Array.from(Buffer.from('\ufeffNίκος', 'utf16le').swap16()), 'en', 'Nίκος'],
  [
    'Turkish Windows, read by somebody Turkish',
    encodeText('Ad;Şehir\nAyşe Işık;İzmir', 'windows-1254'),
    'tr',
    'Ad;Şehir\nAyşe Işık;İzmir',
  ],
  [
    'Turkish Windows, read by somebody Greek',
    encodeText('Ad;Şehir\nAyşe Işık;İzmir', 'windows-1254'),
    'el',
    'Ad;Şehir\nAyşe Işık;İzmir',
  ],
  [
    'Turkish, far down',
    encodeText(`${'a;b\n'.repeat(5000)}Ayşe Işık;1`, 'windows-1254'),
    'en',
    `${'a;b\n'.repeat(5000)}Ayşe Işık;1`,
  ],
  [
    'Greek Windows, read by somebody English',
    encodeText('name;text\nΝίκος;Γεια σου', 'windows-1253'),
    'en',
    'name;text\nΝίκος;Γεια σου',
  ],
  ['too little to tell, by the language', encodeText('1;Γ', 'windows-1253'), 'el', '1;Γ'],
])('%s', (_name, bytes, language, text) => {
  expect(tableText(bytes, language)).toBe(text);
});

it.each<[string, string[][]]>([
  [
    'name,total\nAyşe,"1.240,50"',
    [
      ['name', 'total'],
      ['Ayşe', '1.240,50'],
    ],
  ],
  [
    'name;total\r\nAyşe;1.240,50\r\nNikos;3,5',
    [
      ['name', 'total'],
      ['Ayşe', '1.240,50'],
      ['Nikos', '3,5'],
    ],
  ],
  [
    'name;total\nAyşe;1,5\n\n',
    [
      ['name', 'total'],
      ['Ayşe', '1,5'],
    ],
  ],
  [
    '"Name, first";a,b;c\nAyşe;1,5;2,5',
    [
      ['Name, first', 'a,b', 'c'],
      ['Ayşe', '1,5', '2,5'],
    ],
  ],
  ['name\nAyşe', [['name'], ['Ayşe']]],
  [
    'name\ttotal\nAyşe\t12',
    [
      ['name', 'total'],
      ['Ayşe', '12'],
    ],
  ],
  [
    'sep=;\r\nname;note\r\nAyşe;a, b, c',
    [
      ['name', 'note'],
      ['Ayşe', 'a, b, c'],
    ],
  ],
  [
    'name;note\nAyşe;"one\ntwo ""three"""\n\nNikos;x',
    [['name', 'note'], ['Ayşe', 'one\ntwo "three"'], [''], ['Nikos', 'x']],
  ],
])('%j', (text, rows) => {
  expect(tableRows(text)).toEqual(rows);
});
