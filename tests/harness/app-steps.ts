// What a person does in the app, step by step, by the names they see.
import { expect, type Page } from '@playwright/test';
import { wordsOf, type Words } from './app-words.ts';
import type { LaunchedApp } from './launch-app.ts';
import { shopAddress, type MailServers } from './mail-servers.ts';
import { databaseRows } from './seeded-shop.ts';

export const passphrase = 'olive oil and thyme';

/** From the welcome screen to an account that works; the password is kept under a passphrase. */
export async function addAccount(page: Page, servers: MailServers, password = servers.password): Promise<void> {
  await page.getByRole('button', { name: /Add your e-mail/ }).click();
  await fillAccount(page, servers, password);
  await page.getByRole('button', { name: 'Test and add' }).click();
}

/** Address, password and servers, up to the button that tests. */
export async function fillAccount(page: Page, servers: MailServers, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(shopAddress);
  if (password !== '') await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
  const imap = page.getByRole('group', { name: 'Incoming mail (IMAP)' });
  await imap.getByLabel('Server').fill('127.0.0.1');
  await imap.getByLabel('Port').fill(String(servers.imap.imapsPort));
  const smtp = page.getByRole('group', { name: 'Outgoing mail (SMTP)' });
  await smtp.getByLabel('Server').fill('127.0.0.1');
  await smtp.getByLabel('Port').fill(String(servers.smtp.tlsPort));
  for (const group of [imap, smtp]) {
    await group.getByLabel('Encryption').click();
    await page.getByRole('option', { name: /^TLS/ }).click();
  }
  await page.getByLabel('User name').fill(shopAddress);
}

/** The system has no keyring in tests: the person chooses a passphrase. */
export async function choosePassphrase(page: Page): Promise<void> {
  await page.getByText('Encrypt them with a passphrase').click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The passphrase again').fill(passphrase);
  await page.getByRole('button', { name: 'Go on' }).click();
}

/** After a restart: gives the passphrase. */
export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Folders and channels' })).toBeVisible();
}

/** From here on the system's own dialogs answer with this file. */
export async function answerDialogs({ electron }: Pick<LaunchedApp, 'electron'>, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** Backs everything up, downloaded files too, from any screen. */
export async function backUp(app: LaunchedApp, path: string): Promise<void> {
  const { page } = app;
  await answerDialogs(app, path);
  await page.keyboard.press('Control+,');
  await page.getByRole('tab', { name: /Data/ }).click();
  await page.getByRole('button', { name: 'Back up everything…' }).click();
  await page.getByLabel('With downloaded attachments').check();
  await page.getByRole('button', { name: 'Choose where…' }).click();
  await expect(page.getByText(/The backup is ready/)).toBeVisible();
}

/** In the open dialog of a restore; answers the window that takes the place of this one. */
export async function restoreBackup(app: LaunchedApp, page: Page, path: string): Promise<Page> {
  await answerDialogs(app, path);
  await page.getByRole('button', { name: 'Choose a backup…' }).click();
  await page.getByLabel(/Yes, put this backup/).check();
  const opened = app.electron.waitForEvent('window');
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  return opened;
}

export function conversation(page: Page, name: RegExp | string) {
  return page.getByRole('listbox', { name: 'Conversations' }).getByRole('option', { name });
}

export function replyField(page: Page) {
  return page.getByRole('textbox', { name: 'Reply' });
}

/** The demo shop's newest conversations come first, alone: what counts, sorts or exports waits until all are there. */
export async function wholeDemo(page: Page): Promise<void> {
  await expect(conversation(page, /Emily Carter/)).toBeVisible();
  const phases = async () => (await databaseRows(page, ['syncStates']))['syncStates']?.map((state) => state['phase']);
  await expect.poll(phases).toEqual(['idle']);
}

/** A draft with this in it, in its text or as the name of a file, is on the disk: the store writes it into its journal first. */
export async function savedDraft(page: Page, part: string): Promise<void> {
  await expect.poll(async () => JSON.stringify(await databaseRows(page, ['drafts']))).toContain(part);
}

/** Shows every folder, once the inbox is there, and waits for this conversation. */
export async function showAll(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^All/ }).first().click();
  await expect(conversation(page, name)).toBeVisible();
}

/** Opens the conversation with this subject and waits for its composer. */
export async function openConversation(page: Page, name: RegExp | string): Promise<void> {
  const row = conversation(page, name).first();
  await expect(async () => {
    await row.click();
    await expect(row).toHaveAttribute('aria-selected', 'true', { timeout: 2_000 });
  }).toPass({ timeout: 30_000 }); // a list that is sorted anew between press and release takes no click: a person clicks once more
  await expect(replyField(page)).toBeVisible();
}

/** Runs a command by its name, as in the palette. */
export async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByPlaceholder(/Search or run/);
  await palette.fill(name);
  await expect(page.getByRole('dialog').getByRole('button').first()).toContainText(name);
  await page.keyboard.press('Enter');
}

/** The way back in the notice that says so. */
export async function noticeUndo(page: Page, done: string): Promise<void> {
  await page.getByRole('alert').filter({ hasText: done }).getByRole('button', { name: 'Undo' }).click();
}

/** Erases the customer of the shown conversation. Answers once it was said; `opened` is the window that comes with the new database. */
export async function eraseCustomer(
  { electron, page }: Pick<LaunchedApp, 'electron' | 'page'>,
  { words = wordsOf('en'), timeoutMs = 60_000 }: { words?: Words; timeoutMs?: number } = {},
): Promise<{ opened: Promise<Page> }> {
  await page.getByRole('button', { name: words('customer.privacy'), exact: true }).click();
  await page.getByRole('menuitem', { name: words('customer.erase') }).click();
  const box = page.getByRole('dialog');
  await box.getByLabel(words('erase.sure')).check();
  const opened = electron.waitForEvent('window', { timeout: timeoutMs });
  await box.getByRole('button', { name: words('erase.do') }).click();
  return { opened };
}
