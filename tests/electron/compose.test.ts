// A new mail with a file: written, killed in the middle, found again, sent, taken back, sent for good.
import { expect } from '@playwright/test';
import { conversation, savedDraft } from '../harness/app-steps.ts';
import { test } from '../harness/app-test.ts';
import { customerAddress, customerMail, shopAddress } from '../harness/mail-servers.ts';

test('new mail with a file → kill -9 → draft whole → asked for nothing → sent → taken back → sent → in Sent with the file', async ({
  servers,
  launchWithAccount,
  killAndLaunch,
}) => {
  test.setTimeout(240_000);
  await servers.imap.deliver(shopAddress, customerMail('Vazo', 'Merhaba, kataloğunuz var mı?'));
  let app = await launchWithAccount();
  let { page } = app;
  await expect(conversation(page, /Vazo/)).toBeVisible();

  await page.keyboard.press('Control+n');
  const to = page.getByRole('combobox', { name: 'To' }).or(page.getByRole('textbox', { name: 'To' }));
  await expect(to).toBeFocused();
  await page.keyboard.type(customerAddress.slice(0, 4));
  await expect(page.getByRole('listbox', { name: 'Known customers' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Subject' }).fill('Yeni katalog');
  const words = page.getByRole('textbox', { name: 'Text of the mail' });
  await words.fill('Merhaba Ayşe Hanım, kataloğumuz ektedir.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('You speak of an attachment, but there is none yet.')).toBeVisible();
  await page.getByTestId('attach').setInputFiles({
    name: 'Katalog – Güz.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.alloc(300_000, 'katalog '),
  });
  await expect(page.getByRole('listitem').filter({ hasText: 'Katalog – Güz.pdf' })).toBeVisible();
  await savedDraft(page, 'Katalog – Güz.pdf');

  app = await killAndLaunch(app, { caFile: servers.caFile });
  ({ page } = app);
  await conversation(page, /Yeni katalog/).click();
  await expect(page.getByRole('textbox', { name: 'Text of the mail' })).toContainText('kataloğumuz ektedir');
  await expect(page.getByRole('listitem').filter({ hasText: 'Katalog – Güz.pdf' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('Yeni katalog');

  await page.getByRole('textbox', { name: 'Text of the mail' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Sending in \d+ seconds?/)).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Text of the mail' })).toContainText('kataloğumuz ektedir');
  await expect(page.getByRole('listitem').filter({ hasText: 'Katalog – Güz.pdf' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Text of the mail' }).click();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => servers.subjectsIn('Sent'), { timeout: 60_000 }).toHaveLength(1);
  const [sent, ...more] = servers.smtp.messages();
  expect(more).toHaveLength(0);
  expect(sent?.to).toEqual([customerAddress]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('w');
  await expect(conversation(page, /Yeni katalog/)).toHaveCount(1);
});
