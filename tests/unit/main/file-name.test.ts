// Names of attachments: whatever a mail calls a file, it stays in its folder and shows what it is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extensionOf, safeFileName } from '../../../shared/file-name.ts';
import { isProgram } from '../../../electron/main/program-types.ts';

describe('safeFileName', () => {
  test.each([
    ['invoice.pdf', 'invoice.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\Windows\\system.ini', 'system.ini'],
    ['C:\\Users\\x\\a.txt', 'a.txt'],
    ['/absolute/photo.jpg', 'photo.jpg'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['a\u0000b\r\n.txt', 'ab.txt'],
    ['notes.txt:hidden.exe', 'notes.txt_hidden.exe'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1.pdf', '_com1.pdf'],
    ['console.log', 'console.log'],
    ['trailing. . ', 'trailing'],
    ['.bashrc', 'bashrc'],
    ['-rf.txt', 'rf.txt'],
    ['..', 'attachment'],
    ['', 'attachment'],
    ['Fatura İADE ş.pdf', 'Fatura İADE ş.pdf'],
    ['Τιμολόγιο.pdf', 'Τιμολόγιο.pdf'],
    ['what?*<>|".png', 'what______.png'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test('a long name is cut, its extension is not', () => {
    const safe = safeFileName(`${'ü'.repeat(5000)}.exe`);
    expect(Array.from(safe)).toHaveLength(120);
    expect(safe.endsWith('.exe')).toBe(true);
  });

  test('any name at all: one plain part, stable, never empty', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('..', '/', '\\', ':', '\u202E', 'con', '.', ' ', '\0'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const safe = safeFileName(parts.join(''));
        expect(safe).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]/u);
        expect(safe).not.toMatch(/^[. -]|[. ]$/);
        expect(safe).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(Array.from(safe).length).toBeGreaterThan(0);
        expect(Array.from(safe).length).toBeLessThanOrEqual(121);
        expect(safeFileName(safe)).toBe(safe);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});

test.each([
  ['a.PDF', '.pdf'],
  ['a.tar.gz', '.gz'],
  ['a', ''],
  ['a.', ''],
])('extension of %j is %j', (name, extension) => {
  expect(extensionOf(name)).toBe(extension);
});

describe('isProgram', () => {
  const nothing = new Uint8Array();
  test.each([
    'setup.exe',
    'photo.jpg.scr',
    'run.SH',
    'link.lnk',
    'page.html',
    'sheet.xlsm',
    'x.desktop',
    'app.AppImage',
  ])('%s by its name', (name) => {
    expect(isProgram(name, 'application/octet-stream', nothing)).toBe(true);
  });
  test.each(['application/x-msdownload', 'application/x-sh; charset=utf-8', 'TEXT/HTML', 'image/svg+xml'])(
    '%s by its type',
    (mimeType) => {
      expect(isProgram('harmless', mimeType, nothing)).toBe(true);
    },
  );
  test.each([
    ['MZ\u0090\0', 'Windows'],
    ['\x7fELF', 'Linux'],
    ['#!/b', 'a script'],
    ['\xcf\xfa\xed\xfe', 'macOS'],
  ])('%j by its content: %s', (head) => {
    expect(isProgram('photo.jpg', 'image/jpeg', Buffer.from(head, 'latin1'))).toBe(true);
  });
  test.each([
    ['photo.jpg', 'image/jpeg', '\xff\xd8\xff\xe0'],
    ['invoice.pdf', 'application/pdf', '%PDF'],
    ['list.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK\x03\x04'],
    ['letter.docx', '', 'PK\x03\x04'],
    ['notes.txt', 'text/plain', 'note'],
  ])('%s is none', (name, mimeType, head) => {
    expect(isProgram(name, mimeType, Buffer.from(head, 'latin1'))).toBe(false);
  });
});
