// The first fetch of a mailbox from a real Dovecot: everything, newest first, and resumable after every batch.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { startTcpFront } from '../harness/tcp-front.ts';
import { accountOn, depsFor, Mirror, plainMail, pullInto, shop } from './mail-account.ts';
import { sampleMailbox, seeded } from './sample-mailbox.ts';

let server: DovecotServer;
const inboxCount = 300;
const sentCount = 40;

beforeAll(async () => {
  server = await startDovecot();
  await server.deliverMany(
    shop,
    Array.from({ length: inboxCount }, (_, index) => ({
      raw: plainMail({ subject: `in ${String(index)}`, text: `Sipariş ${String(index)}` }),
      receivedAt: Date.UTC(2026, 0, 1) + index * 3_600_000,
      flags: index % 3 === 0 ? ['\\Seen'] : [],
    })),
  );
  await server.deliverMany(
    shop,
    Array.from({ length: sentCount }, (_, index) => ({
      raw: plainMail({ from: shop, to: 'ada@customer.example', subject: `out ${String(index)}` }),
      receivedAt: Date.UTC(2026, 0, 1) + index * 86_400_000,
      flags: ['\\Seen'],
    })),
    'Sent',
  );
});
afterAll(() => server.stop());

test('all of Inbox and Sent arrive once, the newest first', async () => {
  const session = emailConnector.open(accountOn(server), depsFor(server));
  const mirror = new Mirror();
  await pullInto(mirror, session);
  expect(mirror.messages.size).toBe(inboxCount + sentCount);
  expect(mirror.placements.size).toBe(inboxCount + sentCount);

  const [first, last] = [mirror.batches[0]!, mirror.batches.findLast(({ items }) => items.length > 0)!];
  expect(first.phase).toBe('first');
  expect(first.items).toHaveLength(50);
  expect(first.items[0]).toMatchObject({ kind: 'message', message: { subject: 'in 299', text: 'Sipariş 299\n' } });
  expect(last).toMatchObject({ doneCount: inboxCount + sentCount, totalCount: inboxCount + sentCount });
  expect(mirror.bySubject('in 3')).toMatchObject({
    direction: 'in',
    isSeen: true,
    receivedAt: Date.UTC(2026, 0, 1, 3),
  });
  expect(mirror.bySubject('out 3')).toMatchObject({ direction: 'out', to: [{ address: 'ada@customer.example' }] });

  await pullInto(mirror, session);
  expect(mirror.batches.at(-1)).toBe(mirror.batches.findLast(({ items }) => items.length === 0) ?? last);
  await session.close();
});

test('stopped after any batch, the next pull goes on exactly there', async () => {
  const whole = new Mirror();
  const session = emailConnector.open(accountOn(server), depsFor(server));
  await pullInto(whole, session);
  const subjects = whole.summary();
  for (let stopAfter = 1; stopAfter < whole.batches.length; stopAfter += 1) {
    const mirror = new Mirror();
    let applied = 0;
    for await (const pulled of session.pull(null, new AbortController().signal)) {
      mirror.apply(pulled);
      applied += 1;
      if (applied === stopAfter) break;
    }
    const had = mirror.messages.size;
    await pullInto(mirror, session);
    const fetched = mirror.batches
      .slice(stopAfter)
      .reduce((sum, { items }) => sum + items.filter(({ kind }) => kind === 'message').length, 0);
    expect(fetched).toBe(subjects.length - had);
    expect(mirror.summary()).toEqual(subjects);
    const { doneCount, totalCount } = mirror.batches.findLast(({ items }) => items.length > 0)!;
    expect([doneCount, totalCount]).toEqual([subjects.length, subjects.length]);
  }
  await session.close();
});

test('stopped after every single batch, and mail that comes meanwhile is news', async () => {
  const user = 'bob@test.local';
  await server.deliverMany(
    user,
    Array.from({ length: 120 }, (_, index) => ({ raw: plainMail({ subject: `old ${String(index)}`, to: user }) })),
  );
  const mirror = new Mirror();
  const session = emailConnector.open(accountOn(server, undefined, user), depsFor(server, user));
  for (let round = 0; round < 20; round += 1) {
    let count = 0;
    for await (const pulled of session.pull(mirror.cursor, new AbortController().signal)) {
      mirror.apply(pulled);
      count += pulled.items.length;
      break;
    }
    if (round < 3) await server.deliver(user, plainMail({ subject: `new ${String(round)}`, to: user }));
    else if (count === 0) break;
  }
  expect(mirror.messages.size).toBe(123);
  const phaseOf = (subject: string): string | undefined =>
    mirror.batches.find(({ items }) =>
      items.some((item) => item.kind === 'message' && item.message.subject === subject),
    )?.phase;
  expect([phaseOf('new 0'), phaseOf('new 2'), phaseOf('old 3')]).toEqual(['live', 'live', 'first']);
  await session.close();
});

test('a signal ends the pull at once, and the session can be used again', async () => {
  const session = emailConnector.open(accountOn(server), depsFor(server));
  const stopping = new AbortController();
  const mirror = new Mirror();
  const pulling = (async () => {
    for await (const pulled of session.pull(null, stopping.signal)) {
      mirror.apply(pulled);
      stopping.abort();
    }
  })();
  await expect(pulling).rejects.toMatchObject({ code: 'cancelled' });
  await pullInto(mirror, session);
  expect(mirror.messages.size).toBe(inboxCount + sentCount);
  await session.close();
});

test('a server that has no folder for sent mail, an empty Inbox, a prefix and few capabilities', async () => {
  const plain = await startDovecot({ prefix: 'INBOX.', specialUse: false, caps: 'IMAP4rev1 UIDPLUS NAMESPACE' });
  const session = emailConnector.open(accountOn(plain), depsFor(plain));
  const mirror = new Mirror();
  await pullInto(mirror, session);
  expect(mirror.messages.size).toBe(0);
  await plain.deliver(shop, plainMail({ subject: 'first ever' }));
  await plain.deliver(shop, plainMail({ subject: 'written elsewhere', from: shop }), {
    mailbox: 'INBOX.Gönderilmiş Öğeler',
  });
  const later = emailConnector.open(accountOn(plain), depsFor(plain));
  await pullInto(mirror, later);
  expect(mirror.summary()).toEqual(['first ever', 'written elsewhere']);
  expect(mirror.bySubject('written elsewhere').direction).toBe('out');
  expect(mirror.bySubject('first ever').placement?.mailbox).toBe('INBOX');
  await Promise.all([session.close(), later.close()]);
  await plain.stop();
});

test('a line that breaks again and again: every mail once, and no batch fetched twice', async () => {
  const front = await startTcpFront({ targetPort: server.imapsPort });
  const user = 'carol@test.local';
  for (const mailbox of ['INBOX', 'Sent'] as const) {
    const mails = [...sampleMailbox(700)].filter((mail) => mail.mailbox === mailbox);
    await server.deliverMany(user, mails, mailbox);
  }
  const account = accountOn(server, undefined, user);
  const imap = { host: '127.0.0.1', port: front.port, security: 'tls' as const };
  const session = emailConnector.open({ ...account, email: { ...account.email!, imap } }, depsFor(server, user));
  const mirror = new Mirror();
  const random = seeded(7);
  let breaks = 0;
  for (let tries = 0; tries < 60; tries += 1) {
    const how = (['rst', 'fin'] as const)[tries % 2] ?? 'rst';
    // The last tries get a whole line.
    front.setQuality(tries < 40 ? { cutAfterBytes: 20_000 + Math.floor(random() * 900_000), how } : {});
    front.cutAll('rst');
    try {
      await pullInto(mirror, session);
      break;
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'offline' });
      breaks += 1;
    }
  }
  expect(mirror.messages.size).toBe(700);
  const delivered = mirror.batches.reduce((sum, { items }) => sum + items.length, 0);
  expect(delivered).toBe(700);
  console.log(`${String(breaks)} broken lines`);
  await session.close();
  await front.stop();
});
