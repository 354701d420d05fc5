// How fast a mailbox of 5,000 mails comes in; printed, not judged, since the machine may be busy.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { accountOn, depsFor, shop } from './mail-account.ts';
import { sampleMailbox } from './sample-mailbox.ts';

const count = Number(process.env['DEFTER_MAILS'] ?? 5000);
let server: DovecotServer;

beforeAll(async () => {
  server = await startDovecot();
  for (const mailbox of ['INBOX', 'Sent'] as const) {
    await server.deliverMany(
      shop,
      [...sampleMailbox(count)].filter((mail) => mail.mailbox === mailbox),
      mailbox,
    );
  }
  await server.doveadm('index', '-u', shop, '*');
}, 300_000);
afterAll(() => server.stop());

test('a whole mailbox, and again with nothing new', async () => {
  const session = emailConnector.open(accountOn(server), depsFor(server));
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  let [mails, chars, batches, firstMs] = [0, 0, 0, 0];
  let cursor = null;
  for await (const pulled of session.pull(null, new AbortController().signal)) {
    if (batches === 0) firstMs = performance.now() - startedAt;
    batches += 1;
    cursor = pulled.cursor;
    for (const item of pulled.items) {
      if (item.kind !== 'message') continue;
      mails += 1;
      chars += item.message.text.length + (item.message.unsafeHtml?.length ?? 0);
    }
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const againAt = performance.now();
  let again = 0;
  for await (const pulled of session.pull(cursor, new AbortController().signal)) again += pulled.items.length;
  console.log(
    `${String(mails)} mails, ${(chars / 1e6).toFixed(1)} M characters in ${seconds.toFixed(2)} s: ${(mails / seconds).toFixed(0)} mails/s,`,
    `CPU ${((cpu.user + cpu.system) / 1e6).toFixed(2)} s, first 50 after ${firstMs.toFixed(0)} ms, ${String(batches)} batches,`,
    `nothing new: ${(performance.now() - againAt).toFixed(0)} ms, cursor ${String(cursor?.length)} characters`,
  );
  expect(mails).toBe(count);
  expect(again).toBe(0);
  await session.close();
});
