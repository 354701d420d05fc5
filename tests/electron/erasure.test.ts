// A person is erased: no raw byte of them is left in any file of the profile, also after a backup that held them was restored.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { conversationIdOf } from '../../shared/mail/conversation-id.ts';
import type { MessageId, RfcMessageId } from '../../shared/model/ids.ts';
import { backUp, eraseCustomer, restoreBackup, runCommand } from '../harness/app-steps.ts';
import { launchApp, newProfile, removeProfile } from '../harness/launch-app.ts';
import { foundIn } from '../harness/raw-search.ts';
import { seededAccount, seededMail, seedShop } from '../harness/seeded-shop.ts';
import { shopRecords } from '../harness/shop-records.ts';

const ayse = { name: 'Ayşe Yılmaz', address: 'ayse@customer.example' };
const second = { name: 'A. Yılmaz', address: 'a.yilmaz@customer.example' };
const nikos = { name: 'Nikos Pappas', address: 'nikos@customer.example' };
const picture = Buffer.from('bytesxpicture of a vase');
const hash = createHash('sha256').update(picture).digest('hex');

/** Addresses, names, numbers and words, as the shop and the mails have them. */
const planted = [
  'ayse@customer.example',
  'a.yilmaz@customer.example',
  'Yılmaz',
  'Ayşe Hanım',
  '0555 000 11 22',
  '5550001122',
  'azoxkırık',
  'Yenisixyolda',
  'Likes blue',
  'Pays by card',
  'second vase',
  'call by Friday',
  'Kargoya verdik',
  'bytesxpicture',
];

test('erased in one click: nothing of the person in any file, nor after an older backup was restored; everything of the others', async () => {
  test.setTimeout(180_000);
  const userData = newProfile();
  const attachment = { ref: hash, name: 'ayse.png', mimeType: 'image/png', sizeBytes: picture.length, isInline: false };
  const mails = [
    seededMail('a1', ayse, { text: 'Vazoxkırık geldi', attachments: [attachment] }),
    seededMail('a22', ayse, {
      direction: 'out',
      to: [ayse],
      references: ['a1@mail.example' as RfcMessageId],
      text: 'Yenisixyolda',
    }),
    seededMail('b333', second, { subject: 'Other', text: 'Yine vazoxkırık geldi' }),
    seededMail('n4444', nikos, { subject: 'A plate', text: 'A word of somebody else' }),
  ];
  const anchor = `${seededAccount.id}:a1` as MessageId;
  const conversationId = conversationIdOf(seededAccount.id, 'i:a1@mail.example');
  await seedShop(userData, {
    items: mails.map((message) => ({ kind: 'message', message })),
    records: shopRecords({ accountId: seededAccount.id, conversationId, anchor }),
    files: new Map([[hash, picture]]),
  });
  const folder = mkdtempSync(join(tmpdir(), 'defter-erasure-'));
  const backup = join(folder, 'older.zip');
  const first = await launchApp({ userData });
  try {
    const { page } = first;
    await page.getByRole('button', { name: /^All/ }).first().click();
    await expect(page.getByRole('option', { name: /Nikos/ })).toBeVisible();
    // what the store has to say reaches the log
    const log = join(userData, 'logs/defter.log');
    await expect
      .poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : ''))
      .toContain('Store worker: The bytes of reply out-1');
    await backUp(first, backup);
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
    await page.getByRole('option', { name: /Vase/ }).first().click();
    expect(new Set(foundIn(userData, planted).map((line) => line.split(':')[0])).size).toBeGreaterThan(10);
    const again = await (await eraseCustomer(first)).opened;
    await expect(again.getByText(/The person was erased/)).toBeVisible();
    await hasOnlyNikos(again);
  } finally {
    await first.quit();
  }
  expect(foundIn(userData, planted)).toEqual([]);

  const later = await launchApp({ userData });
  try {
    await hasOnlyNikos(later.page);
    await runCommand(later.page, 'Restore a backup');
    await hasOnlyNikos(await restoreBackup(later, later.page, backup));
  } finally {
    await later.quit();
    rmSync(folder, { recursive: true, force: true });
  }
  expect(foundIn(userData, planted)).toEqual([]);
  const archive = readFileSync(join(userData, 'archives', seededAccount.id, 'items.jsonl'), 'utf8');
  expect(archive).toContain('A word of somebody else');
  removeProfile(userData);
});

async function hasOnlyNikos(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^All/ }).first().click();
  await expect(page.getByRole('option', { name: /Nikos/ })).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(1);
}
