// Signing in through the browser in place of a password: added, answered, taken back by the provider, signed in again, nothing lost.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { choosePassphrase, conversation, fillAccount, openConversation, replyField } from '../harness/app-steps.ts';
import { launchApp, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';
import { customerMail, shopAddress, startMailServers, type MailServers } from '../harness/mail-servers.ts';
import { arrive, publicClient, startSignInServer, type SignInServer } from '../harness/sign-in-server.ts';

let provider: SignInServer;
let servers: MailServers;
let app: LaunchedApp;

test.beforeEach(async () => {
  provider = await startSignInServer();
  servers = await startMailServers(provider);
});
test.afterEach(async () => {
  await app.kill();
  removeProfile(app.userData);
  await servers.stop();
  await provider.stop();
});

/** In place of the system's browser: what it was asked to open is kept. */
async function takeBrowser(): Promise<() => Promise<string>> {
  await app.electron.evaluate(({ shell }) => {
    shell.openExternal = (url) => {
      Reflect.set(globalThis, 'openedUrl', url);
      return Promise.resolve();
    };
  });
  return () =>
    app.electron.evaluate(() => {
      const url: unknown = Reflect.get(globalThis, 'openedUrl');
      Reflect.set(globalThis, 'openedUrl', undefined);
      return typeof url === 'string' ? url : '';
    });
}

/** The person signs in on the page that was opened; what they read there at the end. */
async function signInBy(opened: () => Promise<string>): Promise<string> {
  let url = '';
  await expect.poll(async () => (url = await opened()), { timeout: 20_000 }).not.toBe('');
  const { status, body } = await arrive(await provider.browse(url));
  expect(status).toBe(200);
  return body;
}

test('sign in in the browser → mail arrives → the provider takes it back → signed in again → the reply that waited goes once', async () => {
  test.setTimeout(240_000);
  await servers.imap.deliver(shopAddress, customerMail('Kırık vazo hakkında', 'Merhaba, vazo kırık geldi.'));
  app = await launchApp({ caFile: servers.caFile });
  const { page } = app;
  const opened = await takeBrowser();

  await page.getByRole('button', { name: /Add your e-mail/ }).click();
  await fillAccount(page, servers, '');
  await page.getByRole('combobox', { name: 'Log in with' }).click();
  await page.getByRole('option', { name: 'Sign in with Google' }).click();
  await expect(page.getByText('Defter is not registered with Google yet')).toBeVisible();
  const button = page.getByRole('button', { name: 'Sign in with Google' });
  await button.click();
  expect(await opened()).toBe(''); // the field that is missing is pointed at
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Client ID' }).fill(publicClient);
  await page.getByLabel('Address of the sign-in server').fill(provider.url);

  // stopped once, then done
  await button.click();
  await expect(page.getByText(/Your browser shows Google’s page/)).toBeVisible();
  await expect.poll(opened).toContain('code_challenge_method=S256');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(/Your browser shows Google’s page/)).toBeHidden();
  await button.click();
  expect(await signInBy(opened)).toContain('You can close this page and go back to Defter.');
  await choosePassphrase(page);
  await expect(conversation(page, /Kırık vazo/)).toBeVisible();
  for (const name of readdirSync(app.userData)) {
    if (name.endsWith('.json')) expect(readFileSync(join(app.userData, name), 'utf8')).not.toContain('accessToken');
  }

  // the person takes the permission back at the provider: the account asks, a reply waits
  await provider.revokeAll();
  await servers.imap.kick(shopAddress);
  const again = page.getByRole('button', { name: 'Sign in again' });
  await expect(again).toBeVisible({ timeout: 60_000 });
  await openConversation(page, /Kırık vazo/);
  await replyField(page).fill('Merhaba, bugün yeni bir vazo gönderiyoruz.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Waiting: the account needs your attention.')).toBeVisible({ timeout: 60_000 });
  expect(servers.smtp.messages()).toHaveLength(0);

  await again.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in with Google' }).click();
  await signInBy(opened);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => servers.smtp.messages().length, { timeout: 60_000 }).toBe(1);
  await expect(again).toBeHidden();
  await expect(page.getByText('Waiting: the account needs your attention.')).toBeHidden();
  await servers.imap.deliver(shopAddress, customerMail('Teşekkürler', 'Çok naziksiniz.'));
  await page.keyboard.press('Escape');
  await expect(conversation(page, /Teşekkürler/)).toBeVisible({ timeout: 30_000 });
  expect(servers.smtp.messages()).toHaveLength(1);
});
