// The whole shop out and in again: exported as JSON Lines, wiped, imported into an empty profile: every table of shop data is equal.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { JournalRecord } from '../../shared/model/journal.ts';
import { conversationIdOf } from '../../shared/mail/conversation-id.ts';
import type { MessageId } from '../../shared/model/ids.ts';
import { settingsSchema } from '../../shared/model/settings.ts';
import { answerDialogs, showAll } from '../harness/app-steps.ts';
import { exportAs } from '../harness/exports.ts';
import { launchApp, newProfile, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';
import { databaseRows, seededAccount, seededMail, seedShop } from '../harness/seeded-shop.ts';
import { shopRecords } from '../harness/shop-records.ts';

const ayse = { name: 'Ayşe Yılmaz', address: 'ayse@customer.example' };
const second = { name: 'A. Yılmaz', address: 'a.yilmaz@customer.example' };
const nikos = { name: 'Νίκος Παππάς', address: 'nikos@customer.example' };

const mails = [
  seededMail('a1', ayse, { text: 'Mavi vazo var mı?\u2028Teşekkürler' }),
  seededMail('a22', ayse, {
    direction: 'out',
    to: [ayse],
    references: ['a1@mail.example' as never],
    text: 'Var efendim.',
  }),
  seededMail('b333', second, { subject: 'Other vase' }),
  seededMail('n4444', nikos, { subject: 'Το βάζο', text: 'Έφτασε σπασμένο.' }),
  seededMail('m55555', { name: 'Müşteri 77', address: '77' }, { channel: 'trendyol', subject: 'Soru' }),
];

/** All of the shop's own, and what mail becomes. */
const tables = [
  'cannedReplies',
  'conversations',
  'customerDistincts',
  'customerNotes',
  'customers',
  'drafts',
  'erasures',
  'facts',
  'messages',
  'notes',
  'orders',
  'outbox',
  'promises',
  'touchpoints',
  'waitingRecords',
];

/** Local numbers, names that an account gives, and who decided where a conversation stands for which nobody had: the rest must be equal. */
function comparable(rows: Record<string, Record<string, unknown>[]>): Record<string, string[]> {
  const names = new Map<string, string>();
  for (const { id, rfcMessageId, outboxId } of rows['messages'] ?? []) {
    if (typeof id === 'string') names.set(id, String(rfcMessageId ?? outboxId));
  }
  for (const { id, subject, accountId } of rows['conversations'] ?? []) {
    if (typeof id === 'string' && accountId !== 'by-hand') names.set(id, `conversation ${String(subject)}`);
  }
  const longestFirst = [...names].sort(([a], [b]) => b.length - a.length);
  const plain = (table: string, row: Record<string, unknown>): string => {
    const isGuessed = table === 'conversations' && row['decidedBy'] !== 'shop';
    const left = new Set(['n', 'accountId', 'threadKey', ...(isGuessed ? ['decidedBy', 'decidedAt'] : [])]);
    const shown = Object.entries(row).filter(([key]) => !left.has(key));
    const text = JSON.stringify(Object.fromEntries(shown.sort(([a], [b]) => (a < b ? -1 : 1)))).replace(
      /"threadKey":"export:[0-9a-f]{40}",?/,
      '',
    );
    return longestFirst.reduce((sum, [id, name]) => sum.replaceAll(`"${id}"`, `"${name}"`), text);
  };
  return Object.fromEntries(
    Object.entries(rows).map(([table, each]) => [table, each.map((row) => plain(table, row)).sort()]),
  );
}

function linesOf(path: string): { type: string; record?: JournalRecord; settings?: unknown }[] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; record?: JournalRecord; settings?: unknown });
}

async function importWhole(app: LaunchedApp, path: string): Promise<void> {
  const { page } = app;
  await answerDialogs(app, path);
  await page.getByRole('button', { name: /Bring mail along/ }).click();
  await page.getByRole('button', { name: 'Choose files…' }).click();
  const box = page.getByRole('dialog');
  await expect(box.getByText(/14 notes, replies and other things/)).toBeVisible();
  await expect(box.getByLabel('Use the settings of the export here')).toBeChecked();
  await box.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText(/is being filled in/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
}

test('a whole shop, exported, wiped and imported: every table equal, settings too', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'defter-whole-'));
  const file = join(folder, 'whole.jsonl');
  const again = join(folder, 'again.jsonl');
  const first = newProfile();
  const anchor = `${seededAccount.id}:a1` as MessageId;
  const place = {
    accountId: seededAccount.id,
    conversationId: conversationIdOf(seededAccount.id, 'i:a1@mail.example'),
    anchor,
  };
  const given = settingsSchema.parse({
    isTourDone: true,
    undoWindowMs: 5000,
    voice: { tone: 'Warm, never hurried' },
    coach: { mutedRules: ['x'] },
  });
  await seedShop(first, {
    items: mails.map((message) => ({ kind: 'message', message })),
    records: shopRecords(place),
    settings: given,
  });
  let before: Record<string, string[]>;
  const shop = await launchApp({ userData: first });
  try {
    await showAll(shop.page, /Νίκος/);
    const { messages } = await exportAs(shop, 'Everything (JSON Lines)', file, { withNotes: true });
    expect(messages).toBe(mails.length + 2); // a contact logged by hand, a reply that could not be sent
    before = comparable(await databaseRows(shop.page, tables));
  } finally {
    await shop.quit();
    removeProfile(first);
  }
  for (const table of tables.filter((name) => name !== 'waitingRecords'))
    expect(before[table]?.length, table).toBeGreaterThan(0);
  const records = linesOf(file).flatMap(({ record }) => (record ? [record] : []));
  expect(new Set(records.map(({ kind }) => kind)).size).toBe(14);

  const userData = newProfile();
  const empty = await launchApp({ userData });
  try {
    await importWhole(empty, file);
    await showAll(empty.page, /Νίκος/);
    await expect
      .poll(async () => comparable(await databaseRows(empty.page, tables)), { timeout: 30_000 })
      .toEqual(before);
    // and nothing of it hangs on the database alone
    await exportAs(empty, 'Everything (JSON Lines)', again, { withNotes: true });
    expect(linesOf(again).at(-1)?.settings).toEqual(linesOf(file).at(-1)?.settings);
    expect(linesOf(again).at(-1)?.settings).toEqual(given);
  } finally {
    await empty.quit();
    removeProfile(userData);
    rmSync(folder, { recursive: true, force: true });
  }
});
