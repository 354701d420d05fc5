// A wrong password: the person is told which step failed at which server, nothing is kept, and the right one works.
import { expect, test } from '@playwright/test';
import { addAccount, choosePassphrase, conversation } from '../harness/app-steps.ts';
import { launchApp, removeProfile } from '../harness/launch-app.ts';
import { customerMail, shopAddress, startMailServers } from '../harness/mail-servers.ts';

test('wrong password is told step by step, then the right one works', async () => {
  test.setTimeout(120_000);
  const servers = await startMailServers();
  await servers.imap.deliver(shopAddress, customerMail('Günaydın', 'Siparişim nerede?'));
  const app = await launchApp({ caFile: servers.caFile });
  const { page } = app;
  try {
    await addAccount(page, servers, 'not the password');
    await expect(page.getByText(/Incoming mail.*“Sign in” did not work/)).toBeVisible();
    await expect(page.getByText('Please check user name and password.', { exact: false }).first()).toBeVisible();
    await page.getByLabel('Password', { exact: true }).fill(servers.password);
    await page.getByRole('button', { name: 'Test and add' }).click();
    await choosePassphrase(page);
    await expect(conversation(page, /Günaydın/)).toBeVisible();
  } finally {
    await app.kill();
    removeProfile(app.userData);
    await servers.stop();
  }
});
