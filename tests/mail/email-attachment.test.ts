// Attachments fetched from a real server: byte for byte, whatever their encoding, from wherever the mail lies now.
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import type { Session } from '../../electron/sync/connectors/connector.ts';
import { AppError } from '../../shared/errors.ts';
import type { Attachment, Placement } from '../../shared/model/message.ts';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { accountOn, depsFor, Mirror, pullInto, shop } from './mail-account.ts';

const { signal } = new AbortController();
const bigFile = randomBytes(3_000_001);
const textFile = Buffer.from('şikâyet = formu\r\nsatır sonu boşluk \r\n=3D kaçış\r\n'.repeat(2_000), 'utf8');
const latinFile = Buffer.from([0xfe, 0xfd, 0xf0, 0x0d, 0x0a, 0xe7]);
const inner = 'From: x@y.example\r\nSubject: inside\r\n\r\ninner text\r\n';

function quotedPrintable(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .split('\r\n')
    .map((line) =>
      line
        .replace(/[^ -<>-~]/g, (letter) => `=${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
        .replace(/ $/, '=20')
        .replace(/(.{60,70}?)(?=[^=]|=[0-9A-F]{2})(?![0-9A-F]{0,1}$)/g, '$1=\r\n')
        .replace(/=\r\n$/, ''),
    )
    .join('\r\n');
}

const raw = [
  'From: Ada <ada@customer.example>',
  `To: ${shop}`,
  'Subject: files',
  'Message-ID: <files@customer.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  'see files',
  '--b',
  'Content-Type: application/octet-stream; name=big.bin',
  'Content-Transfer-Encoding: base64',
  'Content-Disposition: attachment; filename=big.bin',
  '',
  bigFile.toString('base64').replace(/.{76}/g, '$&\r\n'),
  '--b',
  'Content-Type: text/plain; charset=utf-8; name=form.txt',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Disposition: attachment; filename=form.txt',
  '',
  quotedPrintable(textFile),
  '--b',
  'Content-Type: text/plain; charset=windows-1254; name=latin.txt',
  'Content-Transfer-Encoding: base64',
  'Content-Disposition: attachment; filename=latin.txt',
  '',
  latinFile.toString('base64'),
  '--b',
  'Content-Type: message/rfc822',
  '',
  inner.trimEnd(),
  '--b',
  'Content-Type: application/x-empty; name=empty.bin',
  'Content-Transfer-Encoding: base64',
  'Content-Disposition: attachment; filename=empty.bin',
  '',
  '',
  '--b--',
  '',
].join('\r\n');

let server: DovecotServer;
let session: Session;
const mirror = new Mirror();

beforeAll(async () => {
  server = await startDovecot();
  await server.deliver(shop, raw);
  session = emailConnector.open(accountOn(server), depsFor(server));
  await pullInto(mirror, session);
});
afterAll(async () => {
  await session.close();
  await server.stop();
});

async function fetchIt(name: string, places?: Placement[]): Promise<Buffer> {
  const message = mirror.bySubject('files');
  const attachment = message.attachments.find((each) => each.name === name);
  if (attachment === undefined) throw new Error(`No ${name} in ${message.attachments.map((each) => each.name).join()}`);
  return collect(attachment, places ?? [message.placement!]);
}

async function collect(attachment: Attachment, places: Placement[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const sink = {
    async write(chunk: Uint8Array) {
      chunks.push(Uint8Array.from(chunk));
    },
  };
  await session.fetchAttachment('key', places, attachment, sink, signal);
  return Buffer.concat(chunks);
}

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

test('files arrive byte for byte', async () => {
  expect(hash(await fetchIt('big.bin'))).toBe(hash(bigFile));
  expect((await fetchIt('form.txt')).toString()).toBe(textFile.toString());
  expect(await fetchIt('latin.txt')).toEqual(latinFile);
  expect((await fetchIt('empty.bin')).length).toBe(0);
  expect((await fetchIt('inside.eml')).toString().trimEnd()).toBe(inner.trimEnd());
});

test('their sizes are told before, near enough', () => {
  const { attachments } = mirror.bySubject('files');
  expect(Math.abs((attachments[0]?.sizeBytes ?? 0) - bigFile.length)).toBeLessThan(bigFile.length / 500);
});

test('a limit of the sink stops it, and the line stays usable', async () => {
  const message = mirror.bySubject('files');
  let taken = 0;
  const narrow = {
    async write(chunk: Uint8Array) {
      taken += chunk.length;
      if (taken > 1_000_000) throw new AppError('too-large', 'Over the limit');
    },
  };
  await expect(
    session.fetchAttachment('key', [message.placement!], message.attachments[0]!, narrow, signal),
  ).rejects.toMatchObject({ code: 'too-large' });
  expect(taken).toBeLessThan(2_000_000);
  expect(await fetchIt('latin.txt')).toEqual(latinFile);
});

test('from another placement when the first is gone; gone when all are', async () => {
  const place = mirror.bySubject('files').placement!;
  const lost = [
    { ...place, uid: 4711 },
    { ...place, uidValidity: '1' },
    { ...place, mailbox: 'No such folder' },
  ];
  expect(await fetchIt('latin.txt', [...lost, place])).toEqual(latinFile);
  await expect(fetchIt('latin.txt', lost)).rejects.toMatchObject({ code: 'gone' });
  await expect(fetchIt('latin.txt', [])).rejects.toMatchObject({ code: 'gone' });
});
