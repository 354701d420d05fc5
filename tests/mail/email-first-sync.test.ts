// The first fetch of a mailbox from a real Dovecot: everything, newest first, and resumable after every batch.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emailConnector } from '../../electron/sync/connectors/email/index.ts';
import { startDovecot, type DovecotServer } from '../harness/dovecot.ts';
import { accountOn, depsFor, Mirror, plainMail, pullInto, shop } from './mail-account.ts';

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
