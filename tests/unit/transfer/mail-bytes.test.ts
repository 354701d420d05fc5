// The bytes of composed mails made in one go, held against the composer's own streams.
import MailComposer from 'nodemailer/lib/mail-composer';
import { expect, test } from 'vitest';
import { bytesOf } from '../../../electron/transfer/formats/mail-bytes.ts';
import { seeded } from '../../mail/sample-mailbox.ts';

const mail = (parts: object) =>
  new MailComposer({
    from: { name: 'Çağrı Güneş', address: 'cagri@mail.example' },
    to: [{ name: 'Shop', address: 'shop@defter.example' }],
    subject: 'Sipariş 12 · Παραγγελία',
    date: new Date(0),
    messageId: '<one@mail.example>',
    textEncoding: 'quoted-printable',
    baseBoundary: 'fixed',
    ...parts,
  }).compile();

const file = (content: Buffer, more: object = {}) => ({
  filename: 'ğ.bin',
  content,
  contentType: 'application/octet-stream',
  ...more,
});

test.each<[string, object]>([
  ['plain', { text: 'Hello\nthere\n' }],
  ['empty', { text: '' }],
  ['no line end', { text: 'Hello' }],
  ['space at the end of lines', { text: 'a \n\tb\t\n  ' }],
  ['long lines', { text: `${'x'.repeat(2000)} ${'ş'.repeat(999)}` }],
  ['text and HTML', { text: 'Merhaba', html: '<p>Γειά σας</p>' }],
  ['files', { text: 'See', attachments: [file(Buffer.from([0, 255, 13, 10, 61])), file(Buffer.alloc(0))] }],
  ['picture in the HTML', { html: '<img src="cid:a">', attachments: [file(Buffer.alloc(5000, 7), { cid: 'a' })] }],
  [
    'a mail inside',
    { text: 'x', attachments: [file(Buffer.from('Subject: ü\r\n\r\nhi'), { contentType: 'message/rfc822' })] },
  ],
])('%s', async (_name, parts) => {
  expect(bytesOf(mail(parts)).toString('latin1')).toBe((await mail(parts).build()).toString('latin1'));
});

const unfolded = (text: string) => text.replaceAll('=\r\n', '');

test('any text', async () => {
  const random = seeded(7);
  const letters = ['a', 'ş', 'Ω', ' ', '\t', '\n', '.', '=', '😀', 'From ', 'kargo', '\u00a0', '\u0007'];
  for (let round = 0; round < 200; round += 1) {
    const length = Math.floor(random() * 3000);
    const text = Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
    const made = bytesOf(mail({ text })).toString('latin1');
    // the streams look at a text in slices: their soft breaks may stand elsewhere
    expect(unfolded(made)).toBe(unfolded((await mail({ text }).build()).toString('latin1')));
    expect(Math.max(...made.split(/\r?\n/).map((line) => line.length))).toBeLessThanOrEqual(76);
  }
});
