// An export opened to be read, in the real app: the same inbox, nothing to change, and the shop afterwards as it was; no file of it left.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { conversationIdOf } from '../../shared/mail/conversation-id.ts';
import type { MessageId } from '../../shared/model/ids.ts';
import { answerDialogs, conversation, runCommand, showAll } from '../harness/app-steps.ts';
import { exportAs } from '../harness/exports.ts';
import { launchApp, newProfile, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';
import { databaseRows, seededAccount, seededMail, seedShop } from '../harness/seeded-shop.ts';
import { shopRecords } from '../harness/shop-records.ts';

const ayse = { name: 'Ayşe Yılmaz', address: 'ayse@customer.example' };
const nikos = { name: 'Νίκος Παππάς', address: 'nikos@customer.example' };
const tables = ['conversations', 'messages', 'drafts', 'notes', 'customers', 'outbox', 'promises', 'touchpoints'];

/** The window that comes when `step` is done: each workspace has its own. */
async function windowAfter({ electron }: LaunchedApp, step: () => Promise<void>): Promise<Page> {
  const next = electron.waitForEvent('window', { timeout: 60_000 });
  await step();
  return next;
}

const openToRead = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Open to read', exact: true });

test('open an export, read and search it, change nothing; closed, the shop is as before; killed, nothing is left', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'defter-open-export-'));
  const file = join(folder, 'whole.jsonl');
  const userData = newProfile();
  const reading = join(userData, 'reading');
  const conversationId = conversationIdOf(seededAccount.id, 'i:a1@mail.example');
  const place = { accountId: seededAccount.id, conversationId, anchor: `${seededAccount.id}:a1` as MessageId };
  const mails = [
    seededMail('a1', ayse, { text: 'Mavi vazo var mı?' }),
    seededMail('n4444', nikos, { subject: 'Το βάζο' }),
  ];
  await seedShop(userData, {
    items: mails.map((message) => ({ kind: 'message', message })),
    records: shopRecords(place),
  });
  let app = await launchApp({ userData });
  try {
    await showAll(app.page, /Νίκος/);
    const { conversations } = await exportAs(app, 'Everything (JSON Lines)', file, { withNotes: true });
    const before = await databaseRows(app.page, tables);

    await test.step('what is damaged is told, and nothing is opened', async () => {
      const broken = join(folder, 'broken.zip');
      writeFileSync(broken, 'PK\u0003\u0004 no zip');
      await answerDialogs(app, broken);
      await runCommand(app.page, 'Open an export to read');
      await app.page.getByRole('button', { name: 'Choose files…' }).click();
      await expect(app.page.getByRole('alert').filter({ hasText: 'This file is damaged' })).toBeVisible();
    });

    await answerDialogs(app, file);
    await app.page.getByRole('button', { name: 'Choose files…' }).click();
    const page = await windowAfter(app, () => openToRead(app.page).click());
    const banner = page.getByRole('region', { name: 'Export, read only' });
    await expect(banner).toContainText('Read only: whole');
    await expect(banner).toContainText(`${String(conversations)} conversations`);
    await conversation(page, /Vase/).click();
    await expect(page.getByText('This is an export, open to be read')).toBeVisible();
    await expect(page.getByText('The store on this computer was damaged')).toHaveCount(0);
    await expect(page.getByRole('article', { name: 'Draft, as it was exported' })).toContainText('Merhaba');
    await expect(page.getByRole('complementary').getByText('Ayşe Hanım').first()).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveCount(0);
    for (const name of ['New mail', 'Canned replies', 'Snooze…', 'Tags…', 'Log a call or visit', 'Edit the customer'])
      await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(/Search or run/).fill('snooze');
    await expect(page.getByRole('dialog').getByText('Snooze…')).toHaveCount(0);
    await page.keyboard.press('Escape');

    await page.keyboard.press('/');
    await page.keyboard.type('ΒΑΖΟ');
    await expect(page.getByText('1 result', { exact: true })).toBeVisible();
    await expect(conversation(page, /Νίκος/)).toBeVisible();
    await page.keyboard.press('Escape');

    const shop = await windowAfter(app, () => banner.getByRole('button', { name: 'Close' }).click());
    await showAll(shop, /Νίκος/);
    expect(await databaseRows(shop, tables)).toEqual(before);
    expect(existsSync(reading)).toBe(false);

    await test.step('handed over by the system, and killed while it is open', async () => {
      await app.electron.evaluate(({ app: running }, path) => {
        running.emit('second-instance', {}, ['defter', path], '/');
      }, file);
      await openToRead(shop).click();
      await expect(shop.getByRole('dialog').getByText('Meanwhile your shop rests')).toBeVisible();
      const again = await windowAfter(app, () => openToRead(shop).click());
      await expect(again.getByRole('region', { name: 'Export, read only' })).toBeVisible();
      expect(existsSync(reading)).toBe(true);
      await app.kill();
      app = await launchApp({ userData });
      await showAll(app.page, /Νίκος/);
      expect(existsSync(reading)).toBe(false);
    });
  } finally {
    await app.kill();
    removeProfile(userData);
    rmSync(folder, { recursive: true, force: true });
  }
});
