// Passwords in the system's keyring: never in plain text on the disk, there after a restart, asked for when the keyring is gone.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { addAccount, conversation } from '../harness/app-steps.ts';
import { startKeyring, type TestKeyring } from '../harness/keyring.ts';
import { launchApp, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';
import { customerMail, shopAddress, startMailServers, type MailServers } from '../harness/mail-servers.ts';

test.skip(process.platform !== 'linux', 'Other systems have one keyring, and no way to make another');

let servers: MailServers;
let keyring: TestKeyring;
let app: LaunchedApp;

test.beforeEach(async () => {
  servers = await startMailServers();
  keyring = await startKeyring();
});
test.afterEach(async () => {
  await app.kill();
  removeProfile(app.userData);
  await keyring.stop();
  await servers.stop();
});

const launch = (userData?: string, env: Record<string, string> = keyring.env) =>
  launchApp({ caFile: servers.caFile, isOrdinaryPerson: true, env, ...(userData === undefined ? {} : { userData }) });

/** Files below `folder` that hold `secret` as it is, in UTF-16 or in base64. */
function filesWith(secret: string, folder: string): string[] {
  const forms = [
    Buffer.from(secret),
    Buffer.from(secret, 'utf16le'),
    Buffer.from(Buffer.from(secret).toString('base64')),
  ];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    });
}

test('a password in the keyring survives a restart, lies nowhere in plain text, and is asked for where the keyring is gone', async () => {
  test.setTimeout(180_000);
  await servers.imap.deliver(shopAddress, customerMail('Birinci soru', 'Kargom nerede?'));
  app = await launch();
  const { userData } = app;
  expect(
    await app.electron.evaluate(({ safeStorage }) => [
      safeStorage.getSelectedStorageBackend(),
      safeStorage.isEncryptionAvailable(),
    ]),
  ).toEqual(['gnome_libsecret', true]);
  // nothing is asked of the person: the keyring is there
  await addAccount(app.page, servers);
  await expect(conversation(app.page, /Birinci soru/)).toBeVisible();
  await app.quit();
  expect(readFileSync(join(userData, 'secrets.json'), 'utf8')).toContain('"system":{"');
  expect(filesWith(servers.password, userData)).toEqual([]);

  app = await launch(userData);
  await servers.imap.deliver(shopAddress, customerMail('İkinci soru', 'İade etmek istiyorum.'));
  await expect(conversation(app.page, /İkinci soru/)).toBeVisible({ timeout: 40_000 });
  await app.quit();

  app = await launch(userData, { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent', XDG_CURRENT_DESKTOP: 'GNOME' });
  await app.page.getByRole('textbox', { name: `Password of ${shopAddress}` }).fill(servers.password);
  await app.page.getByRole('button', { name: 'Sign in' }).click();
  await servers.imap.deliver(shopAddress, customerMail('Üçüncü soru', 'Fatura rica ederim.'));
  await expect(conversation(app.page, /Üçüncü soru/)).toBeVisible({ timeout: 40_000 });
  await app.quit();
  expect(filesWith(servers.password, userData)).toEqual([]);
});
