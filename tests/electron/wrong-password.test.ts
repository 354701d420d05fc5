// An address that nobody can answer is refused. A wrong password: the person is told which step failed at which server, nothing is kept, and the right one works.
import { expect } from '@playwright/test';
import { choosePassphrase, conversation, fillAccount } from '../harness/app-steps.ts';
import { test } from '../harness/app-test.ts';
import { customerMail, shopAddress } from '../harness/mail-servers.ts';

test('a no-reply address is refused with the reason; wrong password is told step by step, then the right one works', async ({
  servers,
  launch,
}) => {
  test.setTimeout(120_000);
  await servers.imap.deliver(shopAddress, customerMail('Günaydın', 'Siparişim nerede?'));
  const { page } = await launch({ caFile: servers.caFile });
  await page.getByRole('button', { name: /Add your e-mail/ }).click();
  const address = page.getByLabel('E-mail address');
  await address.fill('no-reply@shop.example');
  await page.keyboard.press('Enter');
  await expect(address).toHaveAccessibleDescription(/^Customers could not answer/);
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  await fillAccount(page, servers, 'not the password');
  await page.getByRole('button', { name: 'Test and add' }).click();
  await expect(page.getByText(/Incoming mail.*“Sign in” did not work/)).toBeVisible();
  await expect(page.getByText('Please check user name and password.', { exact: false }).first()).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(servers.password);
  await page.getByRole('button', { name: 'Test and add' }).click();
  await choosePassphrase(page);
  await expect(conversation(page, /Günaydın/)).toBeVisible();
});
