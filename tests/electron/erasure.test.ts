// A person is erased: no raw byte of them is left in any file of the profile, also after the mail has been delivered anew.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { conversationIdOf } from '../../shared/mail/conversation-id.ts';
import type { MessageId, RfcMessageId } from '../../shared/model/ids.ts';
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

test('erased: nothing of the person in any file, everything of the others', async () => {
  test.setTimeout(180_000);
  const userData = newProfile();
  const attachment = { ref: hash, name: 'ayse.png', mimeType: 'image/png', sizeBytes: picture.length, isInline: false };
  const mails = [
    seededMail('a1', ayse, { text: 'Vazoxkırık geldi', attachments: [attachment] }),
    seededMail('a22', ayse, { direction: 'out', to: [ayse], references: ['a1@mail.example' as RfcMessageId], text: 'Yenisixyolda' }),
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
  const app = await launchApp({ userData });
  const { page } = app;
  try {
    await page.getByRole('button', { name: /^All/ }).first().click();
    await expect(page.getByRole('option', { name: /Nikos/ })).toBeVisible();
    await page.getByRole('option', { name: /Vase/ }).first().click();
    expect(new Set(foundIn(userData, planted).map((line) => line.split(':')[0])).size).toBeGreaterThan(10);
    await page.getByRole('button', { name: 'Privacy' }).click();
    await page.getByRole('menuitem', { name: 'Erase this person…' }).click();
    const box = page.getByRole('dialog');
    await box.getByLabel('I understand that this cannot be undone').check();
    await box.getByRole('button', { name: 'Erase for good' }).click();
    await expect(box.getByText(/^Erased: /)).toBeVisible();
    const opened = app.electron.waitForEvent('window');
    await box.getByRole('button', { name: 'Rewrite the database now' }).click();
    const again = await opened;
    await again.getByRole('button', { name: /^All/ }).first().click();
    await expect(again.getByRole('option', { name: /Nikos/ })).toBeVisible();
    await expect(again.getByRole('option')).toHaveCount(1);
  } finally {
    await app.quit();
  }
  expect(foundIn(userData, planted)).toEqual([]);
  const archive = readFileSync(join(userData, 'archives', seededAccount.id, 'items.jsonl'), 'utf8');
  expect(archive).toContain('A word of somebody else');
  removeProfile(userData);
});
