// Moving house in the real app: a note, a canned reply and imported mail reach an empty profile; what is no backup changes nothing.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { answerDialogs, backUp, conversation, restoreBackup, runCommand } from '../harness/app-steps.ts';
import { zipNames, zipText } from '../harness/exports.ts';
import { launchApp, newProfile, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';

const mail = `From ayla@customer.example Tue Mar  3 10:00:00 2026
From: Ayla Demir <ayla@customer.example>
To: shop@defter.example
Subject: Walnut tray
Message-ID: <tray-1@customer.example>
Date: Tue, 3 Mar 2026 10:00:00 +0000

Is the walnut tray still there?
`;

async function makeShop(app: LaunchedApp, mbox: string): Promise<void> {
  const { page } = app;
  await answerDialogs(app, mbox);
  await page.getByRole('button', { name: /Bring mail along/ }).click();
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText(/is being filled in/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();

  await page.getByRole('button', { name: 'Canned replies', exact: true }).first().click();
  await page.getByRole('button', { name: 'New reply' }).click();
  const english = page.getByRole('region', { name: 'English' });
  await english.getByLabel('Title').fill('Trays are oiled by hand');
  await english.getByRole('textbox', { name: 'Text in English' }).click();
  await page.keyboard.type('We oil every tray by hand.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Reply saved')).toBeVisible();
  await page.getByRole('button', { name: 'Inbox', exact: true }).last().click();

  await openMail(page);
  await page.getByText('Internal note', { exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Internal note' }).fill('Ayla prefers to be called in the evening');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: /Internal note/ })).toContainText('in the evening');
}

/** Imported mail comes in closed: it is found among everything. */
async function openMail(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^All/ }).first().click();
  await conversation(page, /Walnut tray/).click();
}

test('back up, restore in an empty profile: note, reply and mail are there; no password, and nothing of a broken file', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'defter-moving-'));
  const file = join(folder, 'house.zip');
  const mbox = join(folder, 'old.mbox');
  writeFileSync(mbox, mail);
  const first = await launchApp();
  try {
    await makeShop(first, mbox);
    await backUp(first, file);
    await expect(first.page.getByRole('dialog').getByText(/1 account/)).toBeVisible();
  } finally {
    await first.quit();
    removeProfile(first.userData);
  }
  expect(zipNames(file)).toEqual(expect.arrayContaining(['manifest.json', 'journal.jsonl', 'settings.json']));
  expect(zipNames(file).filter((name) => name.includes('secret'))).toEqual([]);
  expect(zipText(file, 'journal.jsonl')).toContain('in the evening');

  const userData = newProfile();
  const second = await launchApp({ userData });
  const { page } = second;
  try {
    await answerDialogs(second, mbox);
    await page.getByRole('button', { name: /Restore a backup/ }).click();
    await page.getByRole('button', { name: 'Choose a backup…' }).click();
    await expect(page.getByRole('alert')).toContainText('Nothing was changed');
    expect(existsSync(join(userData, 'restore'))).toBe(false);

    const moved = await restoreBackup(second, page, file);
    await openMail(moved);
    await expect(moved.getByRole('article', { name: /Internal note/ })).toContainText('in the evening');
    await expect(moved.getByText('Is the walnut tray still there?').first()).toBeVisible();
    await runCommand(moved, 'Canned replies');
    await moved.getByLabel('Search in all languages').fill('trays are oiled');
    const replies = moved.getByRole('listbox', { name: 'Canned replies' });
    await expect(replies.getByRole('option', { name: /Trays are oiled by hand/ })).toBeVisible();
    expect(readdirSync(userData).filter((name) => name.startsWith('journal.before-restore-'))).toHaveLength(1);
    expect(existsSync(join(userData, 'restore'))).toBe(false);
  } finally {
    await second.quit();
    removeProfile(userData);
    rmSync(folder, { recursive: true, force: true });
  }
});
