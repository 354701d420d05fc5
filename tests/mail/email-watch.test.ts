// Watching: news is noticed over IDLE, on servers without it too, and a line that dies is told.
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import type { Session } from '../../electron/sync/connectors/connector.ts';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { startTcpFront, type TcpFront } from '../harness/tcp-front.ts';
import { accountOn, depsFor, Mirror, plainMail, pullInto, shop } from './mail-account.ts';

let server: DovecotServer;

beforeAll(async () => {
  server = await startDovecot();
  await server.deliver(shop, plainMail({ subject: 'old' }));
});
afterAll(() => server.stop());

/** Resolves at the first change; the caller makes it happen. */
function firstChange(session: Session, signal: AbortSignal): Promise<void> {
  return (async () => {
    for await (const _change of session.watch!(signal)) return;
    throw new Error('The watch ended without a change');
  })();
}

/** Long enough for IDLE to have begun; sooner the look before it finds the news instead. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

function openThrough(front: TcpFront): Session {
  const account = accountOn(server);
  const imap = { host: '127.0.0.1', port: front.port, security: 'tls' as const };
  return emailConnector.open({ ...account, email: { ...account.email!, imap } }, depsFor(server));
}

test('a new mail, a flag and a deletion by somebody else, each over the one line', async () => {
  const front = await startTcpFront({ targetPort: server.imapsPort });
  const session = openThrough(front);
  const mirror = new Mirror();
  const { signal } = new AbortController();
  await pullInto(mirror, session);

  const arrival = firstChange(session, signal);
  await settle();
  await server.deliver(shop, plainMail({ subject: 'fresh' }));
  const deliveredAt = performance.now();
  await arrival;
  console.log(`IDLE told of a new mail after ${(performance.now() - deliveredAt).toFixed(0)} ms`);
  await pullInto(mirror, session);
  expect(mirror.summary()).toEqual(['fresh', 'old']);

  const other = new ImapFlow({
    host: '127.0.0.1',
    port: server.imapsPort,
    secure: true,
    auth: { user: shop, pass: server.users[shop] ?? '' },
    tls: { ca: server.ca },
    logger: false,
  });
  await other.connect();
  await other.mailboxOpen('INBOX');
  const flagged = firstChange(session, signal);
  await settle();
  await other.messageFlagsAdd('1', ['\\Seen']);
  await flagged;
  await pullInto(mirror, session);
  expect(mirror.summary()).toEqual(['fresh', 'old seen']);
  const deleted = firstChange(session, signal);
  await settle();
  await other.messageDelete('1');
  await deleted;
  await pullInto(mirror, session);
  expect(mirror.summary()).toEqual(['fresh']);
  expect(front.opened()).toBe(1);
  await other.logout();
  await session.close();
  await front.stop();
});

test('what happened between a pull and the watch is noticed at once', async () => {
  const session = emailConnector.open(accountOn(server), depsFor(server));
  const mirror = new Mirror();
  await pullInto(mirror, session);
  await server.deliver(shop, plainMail({ subject: 'in between' }));
  await firstChange(session, new AbortController().signal);
  await pullInto(mirror, session);
  expect(mirror.summary()).toContain('in between');
  await session.close();
});

test('the watch ends quietly with its signal, and other work breaks into it', async () => {
  const session = emailConnector.open(accountOn(server), depsFor(server));
  const mirror = new Mirror();
  await pullInto(mirror, session);
  const stopping = new AbortController();
  const watched: string[] = [];
  const watching = (async () => {
    for await (const change of session.watch!(stopping.signal)) watched.push(change);
  })();
  await pullInto(mirror, session);
  await session.tellSeen(
    [{ id: 'c', messageId: 'm' as never, placements: [[...mirror.placements.values()][0]!.place], isSeen: true }],
    stopping.signal,
  );
  stopping.abort();
  await watching;
  await pullInto(mirror, session);
  expect(mirror.messages.size).toBeGreaterThan(0);
  await session.close();
});

test('a line that breaks ends the watch with offline, and the next pull opens a new one', async () => {
  const front = await startTcpFront({ targetPort: server.imapsPort });
  const session = openThrough(front);
  const mirror = new Mirror();
  await pullInto(mirror, session);
  const watching = firstChange(session, new AbortController().signal);
  const broken = expect(watching).rejects.toMatchObject({ code: 'offline' });
  await settle();
  front.cutAll('rst');
  await broken;
  await server.deliver(shop, plainMail({ subject: 'while away' }));
  await pullInto(mirror, session);
  expect(mirror.summary()).toContain('while away');

  const kicked = firstChange(session, new AbortController().signal);
  const ended = expect(kicked).rejects.toMatchObject({ code: expect.stringMatching(/offline|server-busy/) });
  await settle();
  await server.kick(shop);
  await ended;
  await session.close();
  await front.stop();
});

test('without IDLE the next look finds it', async () => {
  const plain = await startDovecot({ caps: 'IMAP4rev1 UIDPLUS NAMESPACE' });
  await plain.deliver(shop, plainMail({ subject: 'one' }));
  const deps = depsFor(plain);
  const session = emailConnector.open(accountOn(plain), {
    ...deps,
    // Two minutes pass in a tenth of a second here.
    sleep: (ms, signal) => deps.sleep(Math.min(ms, 100), signal),
  });
  const mirror = new Mirror();
  await pullInto(mirror, session);
  const change = firstChange(session, new AbortController().signal);
  await plain.deliver(shop, plainMail({ subject: 'two' }));
  await change;
  await pullInto(mirror, session);
  expect(mirror.summary()).toEqual(['one', 'two']);
  await session.close();
  await plain.stop();
});
