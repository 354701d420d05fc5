// The test Dovecot itself: delivery, flags, dates, folders and several servers at once.
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';

let server: DovecotServer;
let other: DovecotServer;

beforeAll(async () => {
  [server, other] = await Promise.all([
    startDovecot(),
    startDovecot({ prefix: 'INBOX.', specialUse: { Sent: 'Gönderilmiş Öğeler' }, caps: 'IMAP4rev1 IDLE UIDPLUS' }),
  ]);
});
afterAll(async () => {
  await Promise.all([server.stop(), other.stop()]);
});

function client(of: DovecotServer, user = 'alice@test.local'): ImapFlow {
  return new ImapFlow({
    host: of.host,
    port: of.imapsPort,
    secure: true,
    auth: { user, pass: of.users[user] ?? '' },
    tls: { ca: of.ca },
    logger: false,
    disableCompression: true,
  });
}

const mail = (subject: string): string =>
  `From: ada@shop.example\r\nTo: alice@test.local\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@shop.example>\r\n\r\nHello\r\n`;

test('mail is there with its flags, date, folder and order', async () => {
  const receivedAt = Date.UTC(2024, 1, 3, 4, 5, 6);
  await server.deliver('alice@test.local', mail('one'));
  await server.deliver('alice@test.local', mail('two'), { flags: ['\\Seen', '\\Answered'], receivedAt });
  await server.deliver('alice@test.local', mail('three'), { mailbox: 'Şikâyet & İade/Αρχείο', flags: ['\\Flagged'] });
  await server.deliverMany(
    'bob@test.local',
    Array.from({ length: 500 }, (_, index) => ({ raw: mail(`n${String(index)}`) })),
  );

  const alice = client(server);
  await alice.connect();
  await alice.mailboxOpen('INBOX');
  const found = await alice.fetchAll('1:*', { envelope: true, flags: true, internalDate: true }, { uid: true });
  expect(found.map((item) => item.envelope?.subject)).toEqual(['one', 'two']);
  expect([...(found[1]?.flags ?? [])].filter((flag) => flag !== '\\Recent').sort()).toEqual(['\\Answered', '\\Seen']);
  expect(new Date(found[1]?.internalDate ?? 0).getTime()).toBe(receivedAt);
  const opened = await alice.mailboxOpen('Şikâyet & İade/Αρχείο');
  expect(opened.exists).toBe(1);
  await alice.logout();

  const bob = client(server, 'bob@test.local');
  await bob.connect();
  await bob.mailboxOpen('INBOX');
  const many = await bob.fetchAll('1:*', { envelope: true }, { uid: true });
  expect(many.map((item) => item.envelope?.subject)).toEqual(
    Array.from({ length: 500 }, (_, index) => `n${String(index)}`),
  );
  await bob.logout();
  expect(await server.doveadm('mailbox', 'status', '-u', 'bob@test.local', 'messages', 'INBOX')).toContain('500');
});

test('a server with a prefix, a Turkish Sent folder and few capabilities', async () => {
  await other.deliver('alice@test.local', mail('sent'), { mailbox: 'INBOX.Gönderilmiş Öğeler', flags: ['\\Seen'] });
  const alice = client(other);
  await alice.connect();
  const folders = await alice.list();
  expect(folders.find((folder) => folder.specialUse === '\\Sent')?.path).toBe('INBOX.Gönderilmiş Öğeler');
  expect(alice.capabilities.has('CONDSTORE')).toBe(false);
  expect((await alice.mailboxOpen('INBOX.Gönderilmiş Öğeler')).exists).toBe(1);
  await alice.logout();
});

test('it halts and comes back with its mail', async () => {
  await other.deliver('carol@test.local', mail('kept'));
  await other.halt();
  await expect(client(other, 'carol@test.local').connect()).rejects.toThrow();
  await other.restart();
  const carol = client(other, 'carol@test.local');
  await carol.connect();
  expect((await carol.mailboxOpen('INBOX')).exists).toBe(1);
  await carol.logout();
});
