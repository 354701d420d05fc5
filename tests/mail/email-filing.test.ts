// After sending: proof for what may have been sent, and exactly one copy in Sent, whatever the server does by itself.
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import { fileCopy, newFilingMemory } from '../../electron/sync/connectors/email/file-copy.ts';
import { connectImap } from '../../electron/sync/connectors/email/imap-client.ts';
import { makeImapLine } from '../../electron/sync/connectors/email/imap-line.ts';
import { findMailboxes } from '../../electron/sync/connectors/email/mailboxes.ts';
import type { Account } from '../../shared/model/account.ts';
import { outboxItemSchema, replyContentSchema, type OutboxItem } from '../../shared/model/outbox.ts';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { startSmtpSink, type SmtpSink } from '../harness/smtp-sink.ts';
import { noFiles, accountOn, depsFor, Mirror, plainMail, pullInto, shop, type TestDeps } from './mail-account.ts';

const { signal } = new AbortController();
const writtenAt = Date.UTC(2026, 1, 3, 10, 20, 30);
let server: DovecotServer;
let sink: SmtpSink;
let account: Account;
let count = 0;

beforeAll(async () => {
  server = await startDovecot();
  sink = await startSmtpSink({ certificates: server.certificates });
  account = accountOn(server, sink);
});
afterAll(async () => {
  await Promise.all([server.stop(), sink.stop()]);
});

async function reply(state: OutboxItem['state'], extra: Record<string, unknown> = {}): Promise<OutboxItem> {
  count += 1;
  const content = replyContentSchema.parse({
    outboxId: `filed-${String(count)}`,
    to: [{ name: '', address: 'ada@customer.example' }],
    cc: [],
    subject: `Ynt: Soru ${String(count)}`,
    text: `Merhaba, ${String(count)} numaralı siparişiniz yolda. İyi günler dileriz.`,
    html: '<p>Merhaba</p>',
    references: [],
    writtenAt,
    ...extra,
  });
  const frozen = await emailConnector.freeze(account, content, noFiles);
  return outboxItemSchema.parse({
    id: content.outboxId,
    accountId: account.id,
    state,
    frozen,
    attempts: 1,
    queuedAt: Date.now(),
  });
}

/** How many mails with this subject's number lie in the folder, as another program sees it. */
async function copies(of: DovecotServer, item: OutboxItem, mailbox: string): Promise<number> {
  const found = await of
    .doveadm(
      'search',
      '-u',
      shop,
      'mailbox',
      mailbox,
      'header',
      'to',
      'ada@customer.example',
      'body',
      item.id.replace('filed-', ''),
    )
    .catch(() => '');
  const ids = await of.doveadm('fetch', '-u', shop, 'hdr.x-defter-id', 'mailbox', mailbox).catch(() => '');
  return found === '' && ids === '' ? 0 : ids.split('\n').filter((line) => line.trim().endsWith(`: ${item.id}`)).length;
}

const rewritten = (item: OutboxItem, change: (payload: string) => string): string => change(item.frozen.payload);

describe('what may have been sent', () => {
  const proofs: [string, (payload: string) => string, string][] = [
    ['as it is', (payload) => payload, 'accepted'],
    [
      'with another Message-ID',
      (payload) => payload.replace(/Message-ID: .*/, 'Message-ID: <rewritten@provider.example>'),
      'accepted',
    ],
    ['without our id', (payload) => payload.replace(/X-Defter-ID: .*\r\n/, ''), 'accepted'],
    [
      'without any of our ids',
      (payload) =>
        payload.replace(/X-Defter-ID: .*\r\n/, '').replace(/Message-ID: .*/, 'Message-ID: <r2@provider.example>'),
      'accepted',
    ],
    [
      'without our ids and with a later date, but our words',
      (payload) =>
        payload
          .replace(/X-Defter-ID: .*\r\n/, '')
          .replace(/Message-ID: .*/, 'Message-ID: <r3@provider.example>')
          .replace('10:20:30', '10:22:00'),
      'accepted',
    ],
    [
      'another answer to the same person a minute later',
      (payload) =>
        payload
          .replace(/X-Defter-ID: .*\r\n/, '')
          .replace(/Message-ID: .*/, 'Message-ID: <r4@provider.example>')
          .replace('10:20:30', '10:21:30')
          .replace('Merhaba,', 'Tekrar merhaba,'),
      'ambiguous',
    ],
    [
      'the copy of another reply',
      (payload) =>
        payload
          .replace(/X-Defter-ID: .*/, 'X-Defter-ID: filed-999')
          .replace(/Message-ID: .*/, 'Message-ID: <filed-999@test.local>'),
      'ambiguous',
    ],
    [
      'the same long ago',
      (payload) =>
        payload
          .replace(/X-Defter-ID: .*\r\n/, '')
          .replace(/Message-ID: .*/, 'Message-ID: <r5@provider.example>')
          .replace('10:20:30', '08:00:00'),
      'ambiguous',
    ],
  ];

  test.each(proofs)('a copy in Sent: %s', async (_name, change, kind) => {
    const item = await reply('ambiguous');
    await server.deliver(shop, rewritten(item, change), { mailbox: 'Sent' });
    const session = emailConnector.open(account, depsFor(server));
    const outcome = await session.send(item, () => Promise.reject(new Error('never')), signal);
    expect(outcome.kind).toBe(kind);
    expect(sink.connections().opened).toBe(0);
    await session.close();
  });

  test('no copy proves nothing; a copy in the own Inbox does', async () => {
    const item = await reply('ambiguous');
    const session = emailConnector.open(account, depsFor(server));
    expect((await session.send(item, () => Promise.reject(new Error('never')), signal)).kind).toBe('ambiguous');
    await server.deliver(shop, item.frozen.payload);
    expect((await session.send(item, () => Promise.reject(new Error('never')), signal)).kind).toBe('accepted');
    await session.close();
  });
});

describe('one copy in Sent', () => {
  /** Looks as often as the outcome says, with the connector's clock moved on; what the provider does lies between. */
  async function fileUntilDone(
    of: DovecotServer,
    item: OutboxItem,
    provider: { smtpHost?: string; between?: (look: number) => Promise<void> } = {},
    memory = newFilingMemory(),
    deps: TestDeps = depsFor(of),
  ): Promise<{ looks: number; tookMs: number; memory: typeof memory; deps: TestDeps }> {
    const line = makeImapLine((aborted) => connectImap(accountOn(of, sink).email!, deps, aborted));
    const context = {
      line,
      smtpHost: provider.smtpHost ?? 'mail.shop.example',
      deps,
      mailboxes: (aborted: AbortSignal) => line.run(aborted, findMailboxes),
      forgetMailboxes: () => undefined,
    };
    const startedAt = deps.now();
    for (let looks = 1; looks <= 20; looks += 1) {
      const outcome = await fileCopy(context, memory, item, signal);
      if (outcome.kind === 'filed') {
        await line.close();
        return { looks, tookMs: deps.now() - startedAt, memory, deps };
      }
      if (outcome.kind !== 'retry') throw new Error(outcome.kind);
      await provider.between?.(looks);
      deps.advance(Math.max(0, outcome.retryAt - deps.now()));
    }
    throw new Error('Never filed');
  }

  test('a server that keeps none: put there after five minutes, at once the next time', async () => {
    const first = await reply('accepted');
    const { looks, tookMs, memory, deps } = await fileUntilDone(server, first);
    expect(looks).toBe(4);
    expect(tookMs).toBeGreaterThanOrEqual(300_000);
    const second = await reply('accepted');
    expect((await fileUntilDone(server, second, {}, memory, deps)).looks).toBe(1);
    expect([await copies(server, first, 'Sent'), await copies(server, second, 'Sent')]).toEqual([1, 1]);
    const again = await fileUntilDone(server, first, {}, memory, deps);
    expect([again.looks, await copies(server, first, 'Sent')]).toEqual([1, 1]);
  });

  test('the copy is read, its bytes are ours, and it comes back as the reply', async () => {
    const item = await reply('accepted');
    await fileUntilDone(server, item, {}, { ...newFilingMemory(), savesSent: false });
    const session = emailConnector.open(account, depsFor(server));
    const mirror = new Mirror();
    await pullInto(mirror, session);
    await session.close();
    const message = [...mirror.messages.values()].find((entry) => entry.message.outboxId === item.id)?.message;
    expect(message).toMatchObject({ direction: 'out', isSeen: true, rfcMessageId: item.frozen.rfcMessageId });
    expect(message?.text).toContain('siparişiniz yolda');
  });

  test('a server that keeps one at once, or after two minutes', async () => {
    const fast = await reply('accepted');
    await server.deliver(shop, fast.frozen.payload, { mailbox: 'Sent' });
    const { looks, memory } = await fileUntilDone(server, fast);
    expect([looks, memory.savesSent, await copies(server, fast, 'Sent')]).toEqual([1, true, 1]);
    const slow = await reply('accepted');
    await fileUntilDone(server, slow, {
      async between(look) {
        if (look === 2) await server.deliver(shop, slow.frozen.payload, { mailbox: 'Sent' });
      },
    });
    expect(await copies(server, slow, 'Sent')).toBe(1);
  });

  test.each(['smtp.gmail.com', 'smtp.office365.com', 'smtp.mail.me.com', 'smtp.qq.com', 'smtp.163.com'])(
    '%s keeps them itself: never put there',
    async (smtpHost) => {
      const item = await reply('accepted');
      const { deps } = await fileUntilDone(server, item, { smtpHost });
      expect(await copies(server, item, 'Sent')).toBe(0);
      expect(deps.lines.join('\n')).toContain(`${smtpHost} should keep sent mail`);
    },
  );

  test('a folder with a Turkish name, none marked, several to choose from, none at all', async () => {
    const plain = { advertiseSpecialUse: false } as const;
    const [turkish, two, none] = await Promise.all([
      startDovecot({ ...plain, specialUse: { Sent: 'Gönderilmiş Öğeler' } }),
      startDovecot({ ...plain, specialUse: { Sent: 'Sent Items', Archive: 'Archive/Sent' } }),
      startDovecot({ ...plain, specialUse: false, prefix: 'INBOX.' }),
    ]);
    const memory = () => ({ ...newFilingMemory(), savesSent: false });
    for (const [of, path] of [
      [turkish, 'Gönderilmiş Öğeler'],
      [two, 'Sent Items'],
      [none, 'INBOX.Sent'],
    ] as const) {
      const item = await reply('accepted');
      await fileUntilDone(of, item, {}, memory());
      await fileUntilDone(of, item, {}, memory());
      expect([path, await copies(of, item, path)]).toEqual([path, 1]);
    }
    await Promise.all([turkish.stop(), two.stop(), none.stop()]);
  });

  test('a full mailbox: tried again later, and one copy when there is room', async () => {
    const small = await startDovecot({ quota: '30k' });
    await small.deliver(shop, plainMail({ subject: 'big', text: 'x'.repeat(29_000) }));
    const item = await reply('accepted', { text: 'uzun bir satır\n'.repeat(300) });
    const other = new ImapFlow({
      host: '127.0.0.1',
      port: small.imapsPort,
      secure: true,
      auth: { user: shop, pass: small.users[shop] ?? '' },
      tls: { ca: small.ca },
      logger: false,
    });
    await other.connect();
    let refusals = 0;
    await fileUntilDone(
      small,
      item,
      {
        async between(look) {
          refusals = look;
          if (look !== 2) return;
          await other.mailboxOpen('INBOX');
          await other.messageDelete('1:*');
        },
      },
      { ...newFilingMemory(), savesSent: false },
    );
    expect([refusals, await copies(small, item, 'Sent')]).toEqual([2, 1]);
    await other.logout();
    await small.stop();
  });
});
