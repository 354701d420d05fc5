// The test SMTP server itself: it accepts like a real one and breaks at each of its points.
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { knownFaults, smtpPoints, startSmtpSink, type SmtpSink } from '../harness/smtp-sink.ts';

let dovecot: DovecotServer;
let sink: SmtpSink;

beforeAll(async () => {
  dovecot = await startDovecot();
  sink = await startSmtpSink({
    certificates: dovecot.certificates,
    savesSent: true,
    deliverTo: (user, raw, mailbox) =>
      dovecot.deliver(user, raw, { mailbox, ...(mailbox === 'Sent' ? { flags: ['\\Seen'] } : {}) }),
  });
});
afterEach(() => {
  sink.setFault();
  sink.clear();
});
afterAll(async () => {
  await Promise.all([sink.stop(), dovecot.stop()]);
});

const raw = (id: string, body = 'Hello\r\n.dot\r\n'): string =>
  `From: alice@test.local\r\nTo: bob@test.local\r\nMessage-ID: <${id}@test.local>\r\nX-Defter-Id: ${id}\r\nSubject: x\r\n\r\n${body}`;

interface Outcome {
  isSent: boolean;
  code?: string;
  responseCode?: number;
  rejected?: string[];
}

type Ways = { secure?: boolean; password?: string; to?: string[]; method?: string };

function send(
  message: string,
  { secure = false, password = 'secret-alice', to = ['bob@test.local'], method }: Ways = {},
): Promise<Outcome> {
  const connection = new SMTPConnection({
    host: sink.host,
    port: secure ? sink.tlsPort : sink.port,
    secure,
    requireTLS: !secure,
    tls: { ca: sink.ca },
    connectionTimeout: 500,
    greetingTimeout: 500,
    socketTimeout: 500,
  });
  return new Promise((resolve) => {
    const fail = (known: Error & { code?: string | undefined; responseCode?: number | undefined }): void => {
      connection.close();
      resolve({
        isSent: false,
        ...(known.code === undefined ? {} : { code: known.code }),
        ...(known.responseCode === undefined ? {} : { responseCode: known.responseCode }),
      });
    };
    connection.on('error', fail);
    connection.connect(() => {
      connection.login(
        { user: 'alice@test.local', pass: password, ...(method === undefined ? {} : { method }) },
        (loginError) => {
          if (loginError) {
            fail(loginError);
            return;
          }
          connection.send({ from: 'alice@test.local', to, size: message.length }, message, (sendError, info) => {
            if (sendError) {
              fail(sendError);
              return;
            }
            connection.quit();
            resolve({ isSent: true, rejected: info.rejected });
          });
        },
      );
    });
  });
}

test('a mail is kept byte for byte and filed in the real mailboxes', async () => {
  expect(await send(raw('whole'))).toMatchObject({ isSent: true });
  expect(await send(raw('whole-tls'), { secure: true })).toMatchObject({ isSent: true });
  const [first, second] = sink.messages();
  expect(first?.raw.toString()).toBe(raw('whole'));
  expect(first).toMatchObject({
    from: 'alice@test.local',
    to: ['bob@test.local'],
    user: 'alice@test.local',
    messageId: '<whole@test.local>',
    xDefterId: 'whole',
  });
  expect(second?.xDefterId).toBe('whole-tls');
  expect(
    await dovecot.doveadm('search', '-u', 'bob@test.local', 'mailbox', 'INBOX', 'header', 'X-Defter-Id', 'whole'),
  ).not.toBe('');
  expect(await dovecot.doveadm('fetch', '-u', 'alice@test.local', 'flags', 'mailbox', 'Sent')).toContain('\\Seen');
});

const kept = new Set(['dot-accepted', 'done']);
for (const secure of [false, true]) {
  for (const cut of secure ? (['rst', 'fin'] as const) : (['rst', 'fin', 'stall'] as const)) {
    for (const at of smtpPoints) {
      // Not on the way of this port.
      if (secure && (at === 'ehlo' || at === 'starttls')) continue;
      test(`${secure ? 'TLS' : 'STARTTLS'} ${cut} at ${at}`, async () => {
        sink.setFault({ at, cut });
        const outcome = await send(raw('cut', 'x'.repeat(70) + `\r\n`.repeat(2000)), { secure });
        expect(outcome.isSent).toBe(at === 'done');
        expect(sink.messages().length).toBe(kept.has(at) ? 1 : 0);
        sink.setFault();
        expect(await send(raw('after'), { secure })).toMatchObject({ isSent: true });
      });
    }
  }
}

test('answers instead of cuts', async () => {
  sink.setFault(knownFaults.greylist);
  expect(await send(raw('grey'))).toMatchObject({ isSent: false, responseCode: 451 });
  expect(await send(raw('grey'))).toMatchObject({ isSent: true });
  sink.setFault(knownFaults.spam);
  expect(await send(raw('spam'))).toMatchObject({ isSent: false, responseCode: 554 });
  sink.setFault(knownFaults.tooBusy);
  expect(await send(raw('busy'))).toMatchObject({ isSent: false, responseCode: 421 });
  sink.setFault(knownFaults.authBusy);
  expect(await send(raw('auth'))).toMatchObject({ isSent: false, code: 'EAUTH', responseCode: 454 });
  sink.setFault({ ...knownFaults.noSuchUser, recipient: 'nobody@test.local' });
  expect(await send(raw('partial'), { to: ['bob@test.local', 'nobody@test.local'] })).toMatchObject({
    isSent: true,
    rejected: ['nobody@test.local'],
  });
  sink.setFault();
  expect(await send(raw('bad'), { password: 'wrong' })).toMatchObject({
    isSent: false,
    code: 'EAUTH',
    responseCode: 535,
  });
  expect(sink.messages().map(({ xDefterId }) => xDefterId)).toEqual(['grey', 'partial']);
});

test('kept, but the client does not learn of it', async () => {
  sink.setFault({ at: 'dot-accepted', delayMs: 1_500 });
  expect(await send(raw('late'))).toMatchObject({ isSent: false });
  sink.setFault(knownFaults.garbageInsteadOf250);
  expect(await send(raw('garbage'))).toMatchObject({ isSent: false });
  expect(sink.messages().map(({ xDefterId }) => xDefterId)).toEqual(['late', 'garbage']);
});

test('refused connections and the way back; credentials only ever in TLS', async () => {
  await sink.refuse(true);
  expect(await send(raw('refused'))).toMatchObject({ isSent: false, code: 'ESOCKET' });
  await sink.refuse(false);
  expect(await send(raw('back'), { method: 'LOGIN' })).toMatchObject({ isSent: true });
  expect(sink.commands().filter((command) => command.startsWith('AUTH'))).toEqual(['AUTH LOGIN', 'AUTH …', 'AUTH …']);
  expect(sink.wire().toString('latin1')).toContain('STARTTLS');
  expect(sink.wire().toString('latin1')).not.toContain('AUTH');
});
