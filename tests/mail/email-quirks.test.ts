// Servers that behave oddly: who they are is in each test's name; the dialogue is played by a small server of our own.
import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import { retryHintMs } from '../../electron/sync/connectors/email/error.ts';
import type { Account, Server } from '../../shared/model/account.ts';
import { startDovecot } from '../harness/dovecot.ts';
import { accountOn, depsFor, Mirror, plainMail, pullInto, type TestDeps } from './mail-account.ts';
import { startQuirkImap, type QuirkMail, type QuirkOptions, type QuirkServer } from './quirk-imap.ts';

function deps(extra = {}): TestDeps {
  return depsFor({ ca: '', users: { 'alice@test.local': 'secret' } }, 'alice@test.local', { ...extra });
}

function accountAt(port: number, more: Partial<Server> = {}): Account {
  const account = accountOn({ imapsPort: port } as never);
  return { ...account, email: { ...account.email!, imap: { host: '127.0.0.1', port, security: 'none', ...more } } };
}

const quirkDeps = (): TestDeps => {
  const made = deps();
  delete made.extraCa;
  return made;
};

async function pullFrom(options: QuirkOptions): Promise<{ mirror: Mirror; server: QuirkServer; lines: string[] }> {
  const server = await startQuirkImap(options);
  const own = quirkDeps();
  const session = emailConnector.open(accountAt(server.port), own);
  const mirror = new Mirror();
  try {
    await pullInto(mirror, session);
  } finally {
    await session.close();
    await server.stop();
  }
  return { mirror, server, lines: own.lines };
}

async function failureOf(options: QuirkOptions): Promise<unknown> {
  return pullFrom(options).then(
    () => 'no error',
    (thrown: unknown) => thrown,
  );
}

const mails = (count: number): QuirkMail[] =>
  Array.from({ length: count }, (_, index) => ({
    uid: index * 2 + 1,
    raw: plainMail({ subject: `q${String(index)}` }),
  }));

test('a plain server with wrong UIDNEXT and holes in its UIDs', async () => {
  const { mirror } = await pullFrom({ mails: mails(120), uidNext: 5 });
  expect(mirror.messages.size).toBe(120);
  expect(mirror.bySubject('q7').text).toBe('Hello\n');
});

test('Gmail: its own message id is the key', async () => {
  const { mirror } = await pullFrom({
    capabilities: 'IMAP4rev1 X-GM-EXT-1',
    mails: mails(2).map((mail, index) => ({ ...mail, gmailId: `18000${String(index)}` })),
  });
  expect([...mirror.messages.keys()].sort()).toEqual(['g:180000', 'g:180001']);
});

test('Cyrus: \\sent in small letters, a Turkish name', async () => {
  const { server } = await pullFrom({
    folders: ['() "/" INBOX', '(\\HasNoChildren \\sent) "/" "Kutu"', '() "/" "Sent"'],
  });
  expect(server.commands.some((command) => /^SELECT "?Kutu"?$/.test(command))).toBe(true);
  expect(server.commands.some((command) => /^SELECT "?Sent"?$/.test(command))).toBe(false);
});

test('Exchange: one mail that cannot be converted does not hold up the others, and is asked for again', async () => {
  const broken = 21;
  let isBroken = true;
  const server = await startQuirkImap({
    mails: mails(40),
    onCommand: (command) => {
      const set = /UID FETCH (\S+)/.exec(command)?.[1];
      const isAsked = set?.split(',').some((part) => {
        const [from = 0, to = from] = part.split(':').map(Number);
        return from <= broken && to >= broken;
      });
      const refusal = '% NO The requested message could not be converted to an RFC-822 compatible format\r\n';
      return isBroken && isAsked === true ? refusal : undefined;
    },
  });
  const own = quirkDeps();
  const session = emailConnector.open(accountAt(server.port), own);
  const mirror = new Mirror();
  await pullInto(mirror, session);
  expect(mirror.messages.size).toBe(39);
  isBroken = false;
  await pullInto(mirror, session);
  expect(mirror.messages.size).toBe(39);
  own.advance(25 * 3_600_000);
  await pullInto(mirror, session);
  expect(mirror.messages.size).toBe(40);
  expect(mirror.cursor).not.toContain('refused');
  await session.close();
  await server.stop();
});

test('a structure that nobody can parse: the mail comes with its header', async () => {
  const deep = `${'('.repeat(60)}"TEXT" "PLAIN" NIL NIL NIL "7BIT" 1 1${')'.repeat(60)}`;
  const { mirror } = await pullFrom({
    mails: mails(5),
    structureOf: (mail) => (mail.uid === 5 ? deep : undefined),
  });
  expect(mirror.messages.size).toBe(5);
  expect(mirror.bySubject('q2')).toMatchObject({ text: '', isTruncated: true });
  expect(mirror.bySubject('q1')).toMatchObject({ text: 'Hello\n', isTruncated: false });
});

test('an answer over our limits breaks the line: fetched carefully, the rest is complete', async () => {
  const endless = `("TEXT" "PLAIN" NIL NIL ${'x'.repeat(4_500_000)} "7BIT" 1 1)`;
  const { mirror, lines } = await pullFrom({
    mails: mails(60),
    structureOf: (mail) => (mail.uid === 61 ? endless : undefined),
  });
  expect(mirror.messages.size).toBe(60);
  expect(mirror.bySubject('q30')).toMatchObject({ text: '', isTruncated: true });
  expect(mirror.bySubject('q29')).toMatchObject({ text: 'Hello\n', isTruncated: false });
  expect(lines.join('\n')).toContain('more carefully');
});

const refusals: { name: string; options: QuirkOptions; code: string; wait?: number }[] = [
  {
    name: 'Exchange throttles',
    options: {
      onCommand: (command) =>
        command.startsWith('SELECT')
          ? '% BAD Request is throttled. Suggested Backoff Time: 924150 milliseconds\r\n'
          : undefined,
    },
    code: 'server-busy',
    wait: 924_150,
  },
  {
    name: 'Exchange: authenticated but not connected',
    options: {
      onCommand: (command) =>
        command.startsWith('NAMESPACE') ? '% BAD User is authenticated but not connected.\r\n' : undefined,
      capabilities: 'IMAP4rev1 NAMESPACE',
    },
    code: 'server-busy',
    wait: 300_000,
  },
  {
    name: 'Dovecot: too many connections',
    options: { greeting: '* BYE Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)' },
    code: 'server-busy',
    wait: 60_000,
  },
  {
    name: 'wrong password',
    options: {
      onCommand: (command) =>
        /^LOGIN/.test(command) ? '% NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)\r\n' : undefined,
    },
    code: 'auth-failed',
  },
  {
    name: 'wrong password, no code',
    options: { onCommand: (command) => (/^LOGIN/.test(command) ? '% NO LOGIN failed.\r\n' : undefined) },
    code: 'auth-failed',
  },
  {
    name: 'Gmail wants an app password',
    options: {
      onCommand: (command) =>
        /^LOGIN/.test(command) ? '% NO [ALERT] Application-specific password required\r\n' : undefined,
    },
    code: 'auth-failed',
  },
  {
    name: 'login for the moment unavailable',
    options: {
      onCommand: (command) =>
        /^LOGIN/.test(command) ? '% NO [UNAVAILABLE] Temporary authentication failure\r\n' : undefined,
    },
    code: 'server-busy',
    wait: 60_000,
  },
  {
    name: 'the line breaks in the login',
    options: { onCommand: (command) => (/^LOGIN/.test(command) ? null : undefined) },
    code: 'offline',
  },
  {
    name: 'the line breaks in a fetch',
    options: { mails: mails(3), onCommand: (command) => (/FETCH/.test(command) ? null : undefined) },
    code: 'offline',
  },
  {
    name: 'every fetch is refused',
    options: {
      mails: mails(900),
      onCommand: (command) => (/FETCH/.test(command) ? '% NO Server error\r\n' : undefined),
    },
    code: 'refused',
  },
  {
    name: 'search is refused',
    options: {
      mails: mails(3),
      onCommand: (command) => (/SEARCH/.test(command) ? '% NO Search is not for you\r\n' : undefined),
    },
    code: 'refused',
  },
  {
    name: 'no Inbox',
    options: {
      onCommand: (command) => (/^SELECT/.test(command) ? '% NO [NONEXISTENT] No such mailbox\r\n' : undefined),
    },
    code: 'gone',
  },
];

test.each(refusals)('$name: $code', async ({ options, code, wait }) => {
  const error = await failureOf(options);
  expect(error).toMatchObject({ code, ...(wait === undefined ? {} : { retryAfterMs: wait }) });
});

test('a refused login is not tried again by itself', async () => {
  const server = await startQuirkImap({
    onCommand: (command) => (/^LOGIN/.test(command) ? '% NO LOGIN failed.\r\n' : undefined),
  });
  const own = quirkDeps();
  const session = emailConnector.open(accountAt(server.port), own);
  await expect(pullInto(new Mirror(), session)).rejects.toMatchObject({ code: 'auth-failed' });
  expect(own.lines.join('\n')).not.toContain('secret');
  expect([server.sessions(), server.commands.filter((command) => /^LOGIN/.test(command)).length]).toEqual([1, 1]);
  await session.close();
  await server.stop();
});

test('no password leaves on a line that cannot be trusted', async () => {
  const naked = await startQuirkImap({ capabilities: 'IMAP4rev1' });
  const preauth = await startQuirkImap({ greeting: '* PREAUTH already in' });
  const strict = { ...quirkDeps(), allowsPlaintextOnLoopback: false };
  for (const [account, own] of [
    [accountAt(naked.port), strict],
    [accountAt(naked.port, { security: 'starttls' }), quirkDeps()],
    [accountAt(preauth.port, { security: 'starttls' }), quirkDeps()],
    [accountAt(naked.port, { host: 'mail.test', security: 'none' }), quirkDeps()],
  ] as const) {
    const session = emailConnector.open(account, own);
    await expect(pullInto(new Mirror(), session)).rejects.toMatchObject({ code: 'tls-untrusted' });
    await session.close();
  }
  expect([...naked.commands, ...preauth.commands].filter((command) => /LOGIN|AUTHENTICATE/.test(command))).toEqual([]);
  await Promise.all([naked.stop(), preauth.stop()]);
});

test('certificates: only a verified one or the very one that was trusted', async () => {
  const kinds = ['wrongHost', 'expired', 'selfSigned', 'unknownIssuer'] as const;
  const reasons = {
    wrongHost: 'wrong-host',
    expired: 'expired',
    selfSigned: 'self-signed',
    unknownIssuer: 'unknown-issuer',
  };
  for (const certificate of kinds) {
    const server = await startDovecot({ certificate });
    const own = depsFor(server);
    for (const [security, port] of [
      ['tls', server.imapsPort],
      ['starttls', server.imapPort],
    ] as const) {
      const imap: Server = { host: 'localhost', port, security };
      const account = accountOn(server);
      const open = (trusted?: string) =>
        emailConnector.open(
          {
            ...account,
            email: { ...account.email!, imap: trusted === undefined ? imap : { ...imap, trustedFingerprint: trusted } },
          },
          own,
        );
      const refused = open();
      await expect(pullInto(new Mirror(), refused)).rejects.toMatchObject({
        code: 'tls-untrusted',
        detail: { reason: reasons[certificate] },
      });
      const other = open(new X509Certificate(server.certificates.good.cert).fingerprint256);
      await expect(pullInto(new Mirror(), other)).rejects.toMatchObject({ code: 'tls-untrusted' });
      const logins = server.log().split('imap-login: Info: Login: user').length - 1;
      expect(logins).toBe(security === 'tls' ? 0 : 1);
      const pinned = open(
        new X509Certificate(server.certificates[certificate].cert).fingerprint256.replaceAll(':', '').toLowerCase(),
      );
      await pullInto(new Mirror(), pinned);
      await Promise.all([refused.close(), other.close(), pinned.close()]);
    }
    await server.stop();
  }
});

test('waits that servers name', () => {
  expect(retryHintMs('451 4.7.1 Greylisted, please try again in 300 seconds')).toBe(300_000);
  expect(retryHintMs('450 4.2.0 Greylisted for 5 minutes')).toBe(300_000);
  expect(retryHintMs('452 Too many messages, retry after 1 hour')).toBe(3_600_000);
  expect(retryHintMs('Request is throttled. Suggested Backoff Time: 92415 milliseconds')).toBe(92_415);
  expect(retryHintMs('550 5.1.1 User unknown')).toBeUndefined();
  expect(retryHintMs('421 4.7.0 Try again later, closing connection. a12si34567.89')).toBeUndefined();
});
