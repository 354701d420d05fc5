// Old mails that do not say in what charset they are, as an import reads them.
import { expect, it } from 'vitest';
import { readMail } from '../../../electron/transfer/import/mail-to-item.ts';
import { encodeText } from '../../harness/encode-text.ts';

type Old = 'windows-1252' | 'windows-1253' | 'windows-1254';
const turkish = 'Siparişim hâlâ gelmedi, kargo nerede?';
const greek = 'Καλημέρα σας, πού είναι η παραγγελία μου;';

const mailOf = (contentType: string, subject: string, text: string, charset: Old): Buffer =>
  Buffer.concat([
    Buffer.from(
      `From: Ayse <ayse@customer.example>\r\nTo: shop@shop.example\r\nDate: Tue, 3 Nov 2026 10:00:00 +0300\r\n${contentType}Subject: `,
    ),
    encodeText(`${subject}\r\n\r\n${text}`, charset),
  ]);

it.each<[string, string, string, string, Old]>([
  ['nothing', '', 'Siparişim gelmedi', turkish, 'windows-1254'],
  ['a type alone', 'Content-Type: text/plain\r\n', 'Παραγγελία 77', greek, 'windows-1253'],
  [
    'plain ASCII, wrongly',
    'Content-Type: text/plain; charset="us-ascii"\r\nContent-Transfer-Encoding: 8bit\r\n',
    'Kargo',
    turkish,
    'windows-1254',
  ],
  [
    'its charset, but not the subject’s',
    'Content-Type: text/plain; charset=windows-1253\r\n',
    'Παραγγελία',
    greek,
    'windows-1253',
  ],
  ['nothing, Western', '', 'Schüssel', 'Ich hätte gern zwei große Schüsseln.', 'windows-1252'],
])('a mail that declares %s', async (_name, contentType, subject, text, charset) => {
  const read = await readMail(mailOf(contentType, subject, text, charset), { isSeen: true, isOwn: () => false });
  expect(read?.message).toMatchObject({ subject, text: `${text}\n` });
});

it('leaves mails alone that say what they are', async () => {
  const utf8 = Buffer.from(
    `From: a@customer.example\r\nContent-Type: text/plain; charset=utf-8\r\nSubject: Sipariş\r\n\r\n${turkish}`,
  );
  const read = await readMail(utf8, { isSeen: true, isOwn: () => false });
  expect(read?.message).toMatchObject({ subject: 'Sipariş', text: `${turkish}\n` });
});
