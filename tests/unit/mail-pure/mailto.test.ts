// mailto: links as web pages write them, honest and hostile ones.
import { expect, test } from 'vitest';
import { openRequestsIn } from '../../../electron/main/open-requests.ts';
import { readMailto } from '../../../shared/mail/mailto.ts';

const one = (address: string) => [{ name: '', address }];

test('people, subject and words, as RFC 6068 has them', () => {
  const link =
    'mailto:ay%C5%9Fe@shop.example,b%2Cc@shop.example?cc=x+y@shop.example&SUBJECT=Vazo%20ve%20k%C3%A2se&body=One%0D%0ATwo%20%26%203';
  expect(readMailto(link)).toEqual({
    to: [...one('ayşe@shop.example'), ...one('b,c@shop.example')],
    cc: one('x+y@shop.example'),
    subject: 'Vazo ve kâse',
    text: 'One\nTwo & 3',
  });
  expect(readMailto('MAILTO:?to=a@shop.example')).toMatchObject({ to: one('a@shop.example'), text: '' });
});

test('neither files nor hidden readers nor other headers; broken escapes stand for themselves', () => {
  const link =
    'mailto:a@shop.example?attach=/etc/passwd&attachment=x&bcc=evil@shop.example&from=x&subject=100%\u000d%0aBcc:%20evil@shop.example';
  const read = readMailto(link);
  expect(Object.keys(read ?? {})).toEqual(['to', 'cc', 'subject', 'text']);
  expect(JSON.stringify(read)).not.toMatch(/passwd|"evil/);
  expect(read?.subject).not.toMatch(/[\r\n]/);
});

test.each(['https://shop.example', 'mail:x', ''])('%j is none', (url) => {
  expect(readMailto(url)).toBeUndefined();
});

test('a command line: links and mail files of the folder it was given in, switches passed over', () => {
  const argv = [
    '/opt/defter',
    '--no-sandbox',
    'mailto:a@shop.example',
    'Old.EML',
    '/x/b.mbox',
    '.',
    'notes.txt',
    '--x=c.eml',
  ];
  expect(openRequestsIn(argv, '/home/deniz')).toEqual([
    { kind: 'write', mail: { to: one('a@shop.example'), cc: [], subject: '', text: '' } },
    { kind: 'files', paths: ['/home/deniz/Old.EML', '/x/b.mbox'] },
  ]);
  expect(openRequestsIn(['/opt/defter', '/opt/app'], '/')).toEqual([]);
});
