// The TCP front: a slow, chopped or broken line before a real server.
import { ImapFlow } from 'imapflow';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { startTcpFront, type TcpFront } from '../harness/tcp-front.ts';

let dovecot: DovecotServer;
let front: TcpFront;

beforeAll(async () => {
  dovecot = await startDovecot();
  front = await startTcpFront({ targetPort: dovecot.imapsPort });
  const raw = `Subject: one\r\n\r\n${'x'.repeat(60)}\r\n`.padEnd(50_000, 'line\r\n');
  await dovecot.deliverMany(
    'bob@test.local',
    Array.from({ length: 20 }, () => ({ raw })),
  );
});
afterEach(() => {
  front.setQuality({});
});
afterAll(async () => {
  await front.stop();
  await dovecot.stop();
});

async function fetchAll(): Promise<number> {
  const client = new ImapFlow({
    host: dovecot.host,
    port: front.port,
    secure: true,
    auth: { user: 'bob@test.local', pass: 'secret-bob' },
    tls: { ca: dovecot.ca },
    logger: false,
    disableCompression: true,
    socketTimeout: 700,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.mailboxOpen('INBOX');
    return (await client.fetchAll('1:*', { source: true }, { uid: true })).length;
  } finally {
    client.close();
  }
}

test('a slow line in small pieces loses nothing', async () => {
  front.setQuality({ latencyMs: 5, chopBytes: 701, bytesPerSecond: 20_000_000 });
  expect(await fetchAll()).toBe(20);
});

test.each(['rst', 'fin', 'stall'] as const)('%s after 300 kB is noticed', async (how) => {
  front.setQuality({ cutAfterBytes: 300_000, how });
  await expect(fetchAll()).rejects.toThrow();
  front.setQuality({});
  expect(await fetchAll()).toBe(20);
});

test('a refused port, and everybody thrown out', async () => {
  await front.refuse(true);
  await expect(fetchAll()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await front.refuse(false);
  front.setQuality({ latencyMs: 100 });
  const running = fetchAll();
  await expect.poll(() => front.open()).toBe(1);
  front.cutAll('rst');
  await expect(running).rejects.toThrow();
});
