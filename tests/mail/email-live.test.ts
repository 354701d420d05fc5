// What happens after the first fetch: new mail, and what a second program does, on servers that tell much, little or nothing.
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import type { Session } from '../../electron/sync/connectors/connector.ts';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { accountOn, depsFor, Mirror, plainMail, pullInto, shop } from './mail-account.ts';
import { seeded } from './sample-mailbox.ts';

const poor = 'IMAP4rev1 IDLE UIDPLUS NAMESPACE LITERAL+';
const modes = [
  { mode: 'QRESYNC', caps: undefined },
  { mode: 'CONDSTORE', caps: `${poor} ENABLE CONDSTORE MOVE SPECIAL-USE` },
  { mode: 'neither', caps: poor },
];

async function otherClient(server: DovecotServer): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: server.host,
    port: server.imapsPort,
    secure: true,
    auth: { user: shop, pass: server.users[shop] ?? '' },
    tls: { ca: server.ca },
    logger: false,
    disableAutoIdle: true,
  });
  await client.connect();
  return client;
}

/** What the server has, in the mirror's words. */
async function truth(client: ImapFlow, paths: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const path of paths) {
    const { exists } = await client.mailboxOpen(path);
    if (exists === 0) continue;
    for (const { envelope, flags } of await client.fetchAll('1:*', { envelope: true, flags: true })) {
      lines.push(
        `${envelope?.subject ?? ''}${flags?.has('\\Seen') === true ? ' seen' : ''}${flags?.has('\\Answered') === true ? ' answered' : ''}`,
      );
    }
  }
  return lines.sort();
}

describe.each(modes)('on a server with $mode', ({ caps }) => {
  let server: DovecotServer;
  let session: Session;
  let other: ImapFlow;
  const mirror = new Mirror();

  beforeAll(async () => {
    server = await startDovecot(caps === undefined ? {} : { caps });
    await server.deliverMany(
      shop,
      Array.from({ length: 30 }, (_, index) => ({ raw: plainMail({ subject: `m${String(index)}` }) })),
    );
    session = emailConnector.open(accountOn(server), depsFor(server));
    await pullInto(mirror, session);
    other = await otherClient(server);
  });
  afterAll(async () => {
    await Promise.all([session.close(), other.logout()]);
    await server.stop();
  });

  test('new mail is live, and only the new is fetched', async () => {
    const before = mirror.batches.length;
    await server.deliver(shop, plainMail({ subject: 'news' }));
    await pullInto(mirror, session);
    const items = mirror.batches.slice(before).flatMap((batch) => batch.items);
    expect(items).toHaveLength(1);
    expect(mirror.batches.slice(before).every(({ phase }) => phase === 'live')).toBe(true);
    expect(mirror.summary()).toEqual(await truth(other, ['INBOX', 'Sent']));
  });

  test('flags, deletions and moves of a second program arrive', async () => {
    await other.mailboxOpen('INBOX');
    await other.messageFlagsAdd('1:5', ['\\Seen']);
    await other.messageFlagsAdd('3', ['\\Answered']);
    await other.messageDelete('7,9:11', { uid: true });
    await other.messageMove('20', 'Trash', { uid: true });
    await pullInto(mirror, session);
    expect(mirror.summary()).toEqual(await truth(other, ['INBOX', 'Sent']));
    await other.mailboxOpen('INBOX');
    await other.messageFlagsRemove('1:2', ['\\Seen']);
    await pullInto(mirror, session);
    expect(mirror.summary()).toEqual(await truth(other, ['INBOX', 'Sent']));
    expect(mirror.placements.size).toBe(mirror.messages.size);
  });

  test('a mail moved from the Inbox to Sent and back stays one message', async () => {
    const { key } = mirror.bySubject('m14');
    await other.mailboxOpen('INBOX');
    await other.messageMove('15', 'Sent', { uid: true });
    await pullInto(mirror, session);
    expect(mirror.bySubject('m14').key).toBe(key);
    expect([...mirror.placements.values()].filter((placement) => placement.key === key)).toHaveLength(1);
  });

  test('after any mixture of operations the mirror equals the server', async () => {
    const random = seeded(20_261_122);
    for (let round = 0; round < 6; round += 1) {
      await other.mailboxOpen('INBOX');
      for (let step = 0; step < 10; step += 1) {
        const { exists } = other.mailbox === false ? { exists: 0 } : other.mailbox;
        const at = String(1 + Math.floor(random() * Math.max(1, exists)));
        const choice = random();
        if (choice < 0.3) await server.deliver(shop, plainMail({ subject: `r${String(round)}-${String(step)}` }));
        else if (choice < 0.5) await other.messageFlagsAdd(at, [random() < 0.5 ? '\\Seen' : '\\Answered']);
        else if (choice < 0.65) await other.messageFlagsRemove(at, ['\\Seen']);
        else if (choice < 0.85) await other.messageDelete(at);
        else await other.messageMove(at, 'Sent');
        await other.noop();
      }
      await pullInto(mirror, session);
      expect(mirror.summary()).toEqual(await truth(other, ['INBOX', 'Sent']));
    }
  });

  test('what was read here is told, in the mailbox where it lies', async () => {
    await server.deliver(shop, plainMail({ subject: 'to read' }));
    await pullInto(mirror, session);
    const message = mirror.bySubject('to read');
    const change = { id: 'c1', messageId: 'm' as never, placements: [message.placement!], isSeen: true };
    const { signal } = new AbortController();
    await session.tellSeen([change], signal);
    expect((await truth(other, ['INBOX'])).filter((line) => line.startsWith('to read'))).toEqual(['to read seen']);
    await session.tellSeen([{ ...change, isSeen: false }], signal);
    expect((await truth(other, ['INBOX'])).filter((line) => line.startsWith('to read'))).toEqual(['to read']);
    const stale = { ...message.placement!, uidValidity: '1' };
    await session.tellSeen([{ ...change, placements: [stale] }], signal);
    expect((await truth(other, ['INBOX'])).filter((line) => line.startsWith('to read'))).toEqual(['to read']);
    await pullInto(mirror, session);
  });

  test('a mailbox made anew is fetched again: keys stay, nothing is doubled, what is gone goes', async () => {
    const keys = new Set(mirror.messages.keys());
    await server.doveadm('mailbox', 'update', '--uid-validity', '777777', '-u', shop, 'INBOX');
    await other.mailboxOpen('INBOX');
    await other.messageDelete('1');
    await pullInto(mirror, session);
    expect(mirror.summary()).toEqual(await truth(other, ['INBOX', 'Sent']));
    expect([...mirror.messages.keys()].every((key) => keys.has(key))).toBe(true);
    const inInbox = [...mirror.placements.values()].filter(({ place }) => place.mailbox === 'INBOX');
    expect(new Set(inInbox.map(({ place }) => place.uidValidity))).toEqual(new Set(['777777']));
  });
});

test('a Sent folder that is renamed: the same messages, none lost, none doubled', async () => {
  const server = await startDovecot({ specialUse: false, caps: `${poor} MOVE` });
  await server.deliver(shop, plainMail({ subject: 'question' }));
  await server.deliver(shop, plainMail({ subject: 'answer', from: shop, to: 'ada@customer.example' }), {
    mailbox: 'Sent',
  });
  const mirror = new Mirror();
  const before = emailConnector.open(accountOn(server), depsFor(server));
  await pullInto(mirror, before);
  await before.close();
  const keys = [...mirror.messages.keys()];
  const other = await otherClient(server);
  await other.mailboxRename('Sent', 'Gönderilmiş Öğeler');
  await other.logout();
  const session = emailConnector.open(accountOn(server), depsFor(server));
  await pullInto(mirror, session);
  expect([...mirror.messages.keys()].sort()).toEqual(keys.sort());
  expect([...mirror.placements.values()].map(({ place }) => place.mailbox).sort()).toEqual([
    'Gönderilmiş Öğeler',
    'INBOX',
  ]);
  await session.close();
  await server.stop();
});

test('addresses that mail was sent from are known as the own ones', async () => {
  const server = await startDovecot();
  const alias = 'Satış <satis@dukkan.example>';
  await server.deliver(shop, plainMail({ subject: 'sent as alias', from: alias, to: 'ada@customer.example' }), {
    mailbox: 'Sent',
  });
  const moved = ['Return-Path: <ada@customer.example>', 'Delivered-To: alice@test.local'];
  await server.deliver(shop, plainMail({ subject: 'customer mail moved to Sent', headers: moved }), {
    mailbox: 'Sent',
  });
  const mirror = new Mirror();
  const session = emailConnector.open(accountOn(server), depsFor(server));
  await pullInto(mirror, session);
  await server.deliver(shop, plainMail({ subject: 'copy to self', from: alias, to: `ada@customer.example, ${shop}` }));
  await server.deliver(shop, plainMail({ subject: 'form', from: alias, to: shop }));
  await server.deliver(shop, plainMail({ subject: 'customer again' }));
  await pullInto(mirror, session);
  const directions = ['copy to self', 'form', 'customer again'].map((subject) => mirror.bySubject(subject).direction);
  expect(directions).toEqual(['out', 'in', 'in']);
  await session.close();
  await server.stop();
});

test('a history that is deleted while it is being fetched comes to an end', async () => {
  const server = await startDovecot();
  await server.deliverMany(
    shop,
    Array.from({ length: 130 }, (_, index) => ({ raw: plainMail({ subject: `h${String(index)}` }) })),
  );
  const mirror = new Mirror();
  const session = emailConnector.open(accountOn(server), depsFor(server));
  for await (const pulled of session.pull(null, new AbortController().signal)) {
    mirror.apply(pulled);
    break;
  }
  const other = await otherClient(server);
  await other.mailboxOpen('INBOX');
  await other.messageDelete('1:80');
  await pullInto(mirror, session);
  expect(mirror.summary()).toEqual(await truth(other, ['INBOX']));
  expect(mirror.cursor).toContain('"todo":""');
  await other.logout();
  await session.close();
  await server.stop();
});
