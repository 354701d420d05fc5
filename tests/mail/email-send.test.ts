// Sending through a real SMTP server that breaks at every point: never lost, never twice, and honest about what is unknown.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import type { Account } from '../../shared/model/account.ts';
import { outboxItemSchema, replyContentSchema, type OutboxItem } from '../../shared/model/outbox.ts';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { startSmtpSink, type SmtpSink } from '../harness/smtp-sink.ts';
import { accountOn, depsFor } from './mail-account.ts';

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
    frozen: await emailConnector.freeze(account, content),
    attempts: 0,
    queuedAt: Date.now(),
  });
}

test('a reply arrives byte for byte as it was frozen', async () => {
  const session = emailConnector.open(account, depsFor(server));
  const item = await reply();
  const marks: string[] = [];
  const outcome = await session.send(
    item,
    async () => {
      marks.push(`inflight, ${String(sink.messages().length)} sent`);
    },
    new AbortController().signal,
  );
  expect(outcome).toMatchObject({ kind: 'accepted' });
  expect(marks).toEqual(['inflight, 0 sent']);
  const [message] = sink.messages();
  expect(message?.raw.toString('latin1')).toBe(item.frozen.payload);
  expect(item.frozen.payload).toContain('X-Defter-ID: reply-1\r\n');
  await session.close();
});
