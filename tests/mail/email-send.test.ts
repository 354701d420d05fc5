// Sending through a real SMTP server that breaks at every point: never lost, never twice, and honest about what is unknown.
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import { AppError } from '../../shared/errors.ts';
import type { Account } from '../../shared/model/account.ts';
import { outboxItemSchema, replyContentSchema, type OutboxItem } from '../../shared/model/outbox.ts';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { knownFaults, smtpPoints, startSmtpSink, type SmtpFault, type SmtpSink } from '../harness/smtp-sink.ts';
import { sendReply } from '../../electron/sync/connectors/email/send.ts';
import type { SendOutcome } from '../../shared/model/outbox.ts';
import { noFiles, accountOn, depsFor } from './mail-account.ts';

let server: DovecotServer;
let sink: SmtpSink;
let account: Account;

beforeAll(async () => {
  server = await startDovecot();
  sink = await startSmtpSink({ certificates: server.certificates });
  account = accountOn(server, sink);
});
afterAll(async () => {
  await Promise.all([server.stop(), sink.stop()]);
});
beforeEach(() => {
  sink.setFault();
  sink.clear();
});

let count = 0;

async function reply(extra: Record<string, unknown> = {}): Promise<OutboxItem> {
  count += 1;
  const content = replyContentSchema.parse({
    outboxId: `reply-${String(count)}`,
    to: [{ name: 'Ada Yılmaz', address: 'ada@customer.example' }],
    cc: [],
    subject: 'Ynt: Siparişim nerede?',
    text: 'Merhaba Ada,\nkargo bugün çıktı.\n.\nSaygılar',
    html: '<p>Merhaba Ada,</p><p>kargo bugün çıktı.</p>',
    inReplyTo: 'question@customer.example',
    references: ['first@customer.example', 'question@customer.example'],
    writtenAt: Date.UTC(2026, 1, 3, 10, 20, 30),
    ...extra,
  });
  return outboxItemSchema.parse({
    id: content.outboxId,
    accountId: account.id,
    state: 'claimed',
    frozen: await emailConnector.freeze(account, content, noFiles),
    attempts: 0,
    queuedAt: Date.now(),
  });
}

/** One try, with short waits for dead lines. */
async function send(
  item: OutboxItem,
  hooks: { onBytes?: () => Promise<void>; signal?: AbortSignal; on?: Account } = {},
): Promise<{ outcome: SendOutcome; asked: number }> {
  let asked = 0;
  const timeouts = { connectionTimeout: 2_000, greetingTimeout: 1_000, socketTimeout: 1_000, dnsTimeout: 1_000 };
  const outcome = await sendReply(
    (hooks.on ?? account).email!,
    depsFor(server),
    item,
    async () => {
      asked += 1;
      await hooks.onBytes?.();
    },
    hooks.signal ?? new AbortController().signal,
    timeouts,
  );
  return { outcome, asked };
}

test.each(['tls', 'starttls'] as const)('a reply arrives byte for byte as it was frozen (%s)', async (security) => {
  const smtp = { host: '127.0.0.1', port: security === 'tls' ? sink.tlsPort : sink.port, security };
  const session = emailConnector.open({ ...account, email: { ...account.email!, smtp } }, depsFor(server));
  const item = await reply();
  const marks: string[] = [];
  const outcome = await session.send(
    item,
    async () => {
      marks.push(`inflight, ${String(sink.messages().length)} sent`);
    },
    new AbortController().signal,
  );
  expect(outcome).toMatchObject({ kind: 'accepted', serverWords: expect.stringContaining('250') });
  expect(marks).toEqual(['inflight, 0 sent']);
  const [message] = sink.messages();
  expect(message?.raw.toString('latin1')).toBe(item.frozen.payload);
  expect(message).toMatchObject({
    from: account.address,
    to: ['ada@customer.example'],
    xDefterId: item.id,
    user: account.address,
  });
  await session.close();
});

/** Whether the message was surely not kept, surely kept, or nobody can say: what each point means. */
const cutMeans: Readonly<Record<string, { kind: string; kept: number }>> = {
  'dot-unaccepted': { kind: 'ambiguous', kept: 0 },
  'dot-accepted': { kind: 'ambiguous', kept: 1 },
  done: { kind: 'accepted', kept: 1 },
};
const cuts = smtpPoints.flatMap((at) => (['rst', 'fin', 'stall'] as const).map((cut) => ({ at, cut })));

test.each(cuts)('a line that breaks ($cut) at $at', async ({ at, cut }) => {
  const item = await reply();
  const on = {
    ...account,
    email: { ...account.email!, smtp: { host: '127.0.0.1', port: sink.port, security: 'starttls' as const } },
  };
  sink.setFault({ at, cut });
  const { outcome } = await send(item, { on });
  const { kind, kept } = cutMeans[at] ?? { kind: 'retry', kept: 0 };
  // A small message is handed over whole before the line is seen to break.
  const expected = at.startsWith('body-') ? ['ambiguous', 'retry'] : [kind];
  expect(expected).toContain(outcome.kind);
  expect(sink.messages()).toHaveLength(kept);
  // What the engine does next: a retry must not make a second copy, an ambiguous one is not sent again.
  if (outcome.kind === 'retry') {
    sink.setFault();
    expect((await send(item, { on })).outcome.kind).toBe('accepted');
    expect(sink.messages()).toHaveLength(1);
  }
});

test('a big message cut in the middle was certainly not sent', async () => {
  const item = await reply({ text: 'uzun satır\n'.repeat(60_000), html: '' });
  sink.setFault({ at: 'body-10', cut: 'rst' });
  expect((await send(item)).outcome).toMatchObject({ kind: 'retry', error: { code: 'offline' } });
  expect(sink.messages()).toHaveLength(0);
});

const answers: { name: string; fault: SmtpFault; kind: string; code: string; kept?: number }[] = [
  { name: 'greylisting', fault: knownFaults.greylist, kind: 'retry', code: 'server-busy' },
  { name: 'full mailbox', fault: knownFaults.mailboxFull, kind: 'retry', code: 'server-busy' },
  { name: 'unknown user', fault: knownFaults.noSuchUser, kind: 'failed', code: 'refused' },
  { name: 'too many connections', fault: knownFaults.tooBusy, kind: 'retry', code: 'server-busy' },
  { name: '421 in the middle', fault: knownFaults.shuttingDown, kind: 'retry', code: 'server-busy' },
  { name: 'too big', fault: knownFaults.tooBig, kind: 'failed', code: 'too-large' },
  { name: 'taken for spam', fault: knownFaults.spam, kind: 'failed', code: 'refused' },
  { name: 'local error after the dot', fault: knownFaults.localError, kind: 'retry', code: 'server-busy' },
  {
    name: '421 after the dot',
    fault: { at: 'dot-unaccepted', reply: '421 4.3.2 Going down' },
    kind: 'retry',
    code: 'server-busy',
  },
  { name: 'login busy', fault: knownFaults.authBusy, kind: 'retry', code: 'server-busy' },
  {
    name: 'sender refused',
    fault: { at: 'mail', reply: '553 5.7.1 Sender not owned by user' },
    kind: 'failed',
    code: 'refused',
  },
  {
    name: 'rate limit at MAIL',
    fault: { at: 'mail', reply: '452 4.2.1 Try again in 15 minutes' },
    kind: 'retry',
    code: 'server-busy',
  },
  {
    name: 'DATA refused',
    fault: { at: 'data', reply: '554 5.5.1 No valid recipients' },
    kind: 'failed',
    code: 'refused',
  },
  { name: 'no service', fault: { at: 'greeting', reply: '554 5.3.2 No service' }, kind: 'failed', code: 'refused' },
  {
    name: 'garbage instead of 250',
    fault: knownFaults.garbageInsteadOf250,
    kind: 'ambiguous',
    code: 'offline',
    kept: 1,
  },
  { name: 'kept, then lost', fault: knownFaults.acceptedThenLost, kind: 'ambiguous', code: 'offline', kept: 1 },
  { name: 'a late 250', fault: { at: 'dot-accepted', delayMs: 2_500 }, kind: 'ambiguous', code: 'offline', kept: 1 },
];

test.each(answers)('$name: $kind', async ({ fault, kind, code, kept = 0 }) => {
  sink.setFault(fault);
  const before = Date.now();
  const { outcome } = await send(await reply());
  expect(outcome).toMatchObject({ kind, error: { code } });
  expect(sink.messages()).toHaveLength(kept);
  if (outcome.kind === 'retry') expect(outcome.retryAt).toBeGreaterThanOrEqual(before + 60_000);
});

test('a wait that the server asks for is kept, and waits grow up to four hours', async () => {
  sink.setFault({ at: 'mail', reply: '452 4.2.1 Try again in 15 minutes' });
  const first = await send(await reply());
  expect(first.outcome).toMatchObject({ kind: 'retry', error: { retryAfterMs: 900_000 } });
  const waits: number[] = [];
  sink.setFault(knownFaults.mailboxFull);
  for (const attempts of [1, 2, 3, 6, 9, 20]) {
    const now = Date.now();
    const { outcome } = await send({ ...(await reply()), attempts });
    if (outcome.kind === 'retry') waits.push(Math.round((outcome.retryAt - now) / 60_000));
  }
  expect(waits).toEqual([1, 2, 4, 32, 240, 240]);
});

test('a refused password is told, not tried again', async () => {
  sink.setFault(knownFaults.authRefused);
  await expect(send(await reply())).rejects.toMatchObject({ code: 'auth-failed' });
  expect(sink.commands().filter((command) => command.startsWith('AUTH PLAIN'))).toHaveLength(1);
});

test('one of two recipients refused: nobody gets it, and the person hears which', async () => {
  const two = { cc: [{ name: '', address: 'old@customer.example' }] };
  sink.setFault({ at: 'rcpt', reply: '550 5.1.1 User unknown', recipient: 'old@customer.example' });
  const { outcome, asked } = await send(await reply(two));
  expect(outcome).toMatchObject({
    kind: 'failed',
    error: { code: 'refused', detail: { recipient: 'old@customer.example' } },
  });
  sink.setFault({ at: 'rcpt', reply: '451 4.7.1 Greylisted', recipient: 'old@customer.example', times: 1 });
  const item = await reply(two);
  expect((await send(item)).outcome).toMatchObject({ kind: 'retry' });
  expect([asked, sink.messages().length]).toEqual([0, 0]);
  expect((await send(item)).outcome).toMatchObject({ kind: 'accepted' });
  expect(sink.messages()[0]?.to).toEqual(['ada@customer.example', 'old@customer.example']);
});

test('when it cannot be journaled, no byte leaves', async () => {
  const item = await reply();
  const refused = send(item, {
    onBytes: async () => {
      throw new AppError('conflict', 'Not claimed any more');
    },
  });
  await expect(refused).rejects.toMatchObject({ code: 'conflict' });
  expect(sink.messages()).toHaveLength(0);
});

test('stopped before the first byte, nothing leaves', async () => {
  const stopping = new AbortController();
  sink.setFault({ at: 'mail', delayMs: 30_000 });
  setTimeout(() => {
    stopping.abort();
  }, 300);
  await expect(send(await reply(), { signal: stopping.signal })).rejects.toMatchObject({ code: 'cancelled' });
  expect(sink.messages()).toHaveLength(0);
});

test('no network, a wrong certificate, no encryption', async () => {
  const item = await reply();
  await sink.refuse(true);
  expect((await send(item)).outcome).toMatchObject({ kind: 'retry', error: { code: 'offline' } });
  await sink.refuse(false);
  const smtp = { host: 'localhost', port: sink.port, security: 'starttls' as const };
  const strange = await startSmtpSink({ certificates: server.certificates, certificate: 'selfSigned' });
  const naked = await startSmtpSink({ certificates: server.certificates, starttls: false });
  const at = (port: number, more = {}): Account => ({
    ...account,
    email: { ...account.email!, smtp: { ...smtp, port, ...more } },
  });
  await expect(send(item, { on: at(strange.port) })).rejects.toMatchObject({
    code: 'tls-untrusted',
    detail: { reason: 'self-signed' },
  });
  await expect(send(item, { on: at(naked.port) })).rejects.toMatchObject({
    code: 'tls-untrusted',
    detail: { reason: 'no-starttls' },
  });
  const { fingerprint256 } = new X509Certificate(server.certificates.selfSigned.cert);
  const pinned = await send(item, { on: at(strange.port, { trustedFingerprint: fingerprint256 }) });
  expect(pinned.outcome.kind).toBe('accepted');
  const other = new X509Certificate(server.certificates.good.cert).fingerprint256;
  await expect(send(item, { on: at(strange.port, { trustedFingerprint: other }) })).rejects.toMatchObject({
    code: 'tls-untrusted',
  });
  expect([...strange.commands(), ...naked.commands()].filter((command) => command.startsWith('AUTH'))).toHaveLength(1);
  expect(strange.messages()).toHaveLength(1);
  await Promise.all([strange.stop(), naked.stop()]);
});

test('a damaged frozen reply is not sent', async () => {
  const item = await reply();
  const damaged = { ...item, frozen: { ...item.frozen, payload: item.frozen.payload.replace('kargo', 'kango') } };
  expect((await send(damaged)).outcome).toMatchObject({ kind: 'failed', error: { code: 'bad-data' } });
});
