// Help: found by its key and by search, the tour walks over the screen by the keyboard alone, the diagnostics name nobody.
import { expect, test } from '@playwright/test';
import { runCommand } from '../harness/app-steps.ts';
import { launchApp, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';

let app: LaunchedApp;

test.beforeAll(async () => {
  app = await launchApp({ isDemo: true });
  await expect(app.page.getByRole('listbox', { name: 'Conversations' })).toBeVisible();
});
test.afterAll(async () => {
  await app.kill();
  removeProfile(app.userData);
});

test('F1 opens the help, words find a topic in it, and the focus goes back to where it was', async () => {
  const { page } = app;
  const list = page.getByRole('listbox', { name: 'Conversations' });
  await list.focus();
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help.getByRole('heading', { name: 'First steps' })).toBeVisible();
  await expect(help.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('keyring');
  await expect(help.getByRole('heading', { name: 'Where your data lies' })).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('zzz');
  await expect(help.getByText('Nothing in the help about “zzz”')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(list).toBeFocused();
});

test('the tour is offered once and walks over the screen by the arrow keys', async () => {
  const { page } = app;
  await page.getByRole('button', { name: /one-minute tour/ }).click();
  const tour = page.getByRole('dialog', { name: 'Tour' });
  const titles = [
    'Whose turn is it?',
    'Everything in one list',
    'The whole conversation',
    'Answer fast and warmly',
    'Who is writing',
  ];
  for (const title of titles) {
    await expect(tour.getByText(title)).toBeVisible();
    await page.keyboard.press('ArrowRight');
  }
  await expect(tour.getByText('6 of 6')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(tour).toBeHidden();
  await expect(page.getByRole('button', { name: /one-minute tour/ })).toBeHidden();
});

test('after the tour a week has its practice: offered in a quiet moment, its result kept with the person, then offered no more', async () => {
  const { page } = app;
  await page.reload();
  const offer = page.getByRole('button', { name: 'Practise this week’s five sentences' });
  await offer.click();
  const practice = page.getByRole('dialog', { name: 'Two minutes of practice' });
  for (let number = 1; number <= 5; number += 1) {
    await expect(practice.getByText(`Sentence ${number} of 5`, { exact: true })).toBeVisible();
    await practice.getByRole('button', { name: 'Skip' }).click();
  }
  await expect(practice.getByRole('table', { name: 'This week' }).getByRole('row')).toHaveText([
    'Defne0 of 5 made kind',
  ]);
  await practice.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('Nothing open yet')).toBeVisible();
  await expect(offer).toHaveCount(0);
});

test('the diagnostics count and copy a report without addresses', async () => {
  const { page } = app;
  await runCommand(page, 'Diagnostics');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByText('How Defter is doing')).toBeVisible();
  await settings.getByRole('button', { name: 'Copy report' }).click();
  await expect(settings.getByRole('button', { name: 'Copied' })).toBeVisible();
  const report = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(report).toMatch(/Store: \d+ messages/);
  expect(report).not.toContain('@');
});
