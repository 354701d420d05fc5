// Help: every topic and every news item has its words, the tour's card stays on the screen, the report names nobody.
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { diagnosticsReport } from '../../../renderer/app/screens/settings/diagnostics-report.ts';
import { placeCard } from '../../../renderer/app/screens/help/place-card.ts';
import { releases } from '../../../renderer/app/screens/help/releases.ts';
import { settingsSchema } from '../../../shared/model/settings.ts';
import { accountSchema } from '../../../shared/model/account.ts';
import manifest from '../../../package.json' with { type: 'json' };

const card = { width: 340, height: 200 };

test('the card of the tour is whole inside any window it fits into', () => {
  const length = fc.integer({ min: 0, max: 3000 });
  const room = fc.record({ width: fc.integer({ min: 700, max: 3000 }), height: fc.integer({ min: 420, max: 2000 }) });
  const target = fc.option(fc.record({ left: length, top: length, width: length, height: length }));
  fc.assert(
    fc.property(target, room, (box, window) => {
      const { left, top } = placeCard(box, card, window);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(left + card.width).toBeLessThanOrEqual(window.width);
      expect(top + card.height).toBeLessThanOrEqual(window.height);
    }),
  );
});

test('the card does not lie over what it speaks of when there is room beside it', () => {
  const target = { left: 0, top: 0, width: 220, height: 900 };
  expect(placeCard(target, card, { width: 1440, height: 900 }).left).toBeGreaterThanOrEqual(220);
});

test('this version says what is new in it', () => {
  expect(releases[0]?.version).toBe(manifest.version);
});

test('the report holds no address, no name and no words of a server', () => {
  const account = accountSchema.parse({
    id: 'a1',
    channel: 'email',
    label: 'Elif’s Olives',
    address: 'elif@olives.example',
    senderName: 'Elif Deneme',
    createdAt: 1,
  });
  const report = diagnosticsReport(
    {
      versions: { app: '1', electron: '2', chrome: '3', node: '4' },
      mode: 'shop',
      settings: settingsSchema.parse({
        shop: { name: 'Elif’s Olives', website: 'https://olives.example', phone: '+90 555' },
      }),
      accounts: [account],
      secrets: { keeping: 'system', isLocked: false, missing: [] },
    },
    {
      system: 'Linux 6 x64',
      memoryBytes: 8e9,
      startedAt: 0,
      freeDiskBytes: 1e9,
      sizes: { databaseBytes: 1, journalBytes: 2, filesBytes: 3, logBytes: 4 },
      problems: [
        '2026-01-01T00:00:00.000Z warn Sign in failed for <address>',
        '2026-01-01T00:00:01.000Z warn Account a1: auth-failed: [AUTH] elif: no such user',
      ],
    },
    { messages: 7, conversations: 3, customers: 2, outbox: 0 },
    [
      {
        accountId: account.id,
        phase: 'asking',
        doneCount: 5,
        totalCount: 9,
        error: { code: 'auth-failed', message: 'elif@olives.example: no such user' },
        changedAt: 1,
      },
    ],
  );
  expect(report).toContain('1. email: asking 5/9, error auth-failed');
  expect(report).toContain('7 messages');
  expect(report).toMatch(/warn Account a1: auth-failed$/m);
  for (const secret of ['olives', 'Elif', 'elif', '555', 'no such user']) expect(report).not.toContain(secret);
});
