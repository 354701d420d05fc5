// What goes on when something ends: sync or the page by a crash, the window by its close button, a second start by the first one.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { electronRuntime } from '../../electron/launch/electron-runtime.mjs';
import { projectRoot } from '../../electron/launch/project.mjs';
import {
  addAccount,
  choosePassphrase,
  conversation,
  openConversation,
  replyField,
  savedDraft,
} from '../harness/app-steps.ts';
import { launchApp, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';
import { customerMail, shopAddress, startMailServers, type MailServers } from '../harness/mail-servers.ts';
import { startNotificationDaemon, type NotificationDaemon } from '../harness/notification-daemon.ts';

let servers: MailServers;
let notifications: NotificationDaemon;
let app: LaunchedApp;

test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

test.beforeAll(async () => {
  servers = await startMailServers();
  await servers.imap.deliver(shopAddress, customerMail('Birinci soru', 'Kargom nerede?'));
  notifications = await startNotificationDaemon();
  app = await launchApp({ caFile: servers.caFile, env: notifications.env });
  await addAccount(app.page, servers);
  await choosePassphrase(app.page);
  await expect(conversation(app.page, /Birinci soru/)).toBeVisible();
});
test.afterAll(async () => {
  await app.kill();
  removeProfile(app.userData);
  await notifications.stop();
  await servers.stop();
});

async function syncPid(): Promise<number | undefined> {
  return app.electron.evaluate(
    ({ app: electronApp }) =>
      electronApp
        .getAppMetrics()
        .find(({ type, serviceName }) => type === 'Utility' && serviceName === 'node.mojom.NodeService')?.pid,
  );
}

/** By its close button: the app stays in the tray. */
async function closeWindow(): Promise<void> {
  // the driver lets a page believe that it always has the focus
  await app.page.evaluate(() => {
    document.hasFocus = () => false;
  });
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await expect.poll(isShown).toBe(false);
}

function isShown(): Promise<boolean> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);
}

test('sync that is killed comes back by itself and mail goes on arriving', async () => {
  const before = await syncPid();
  expect(before).toBeDefined();
  if (before !== undefined) process.kill(before, 'SIGKILL');
  await expect.poll(async () => [undefined, before].includes(await syncPid())).toBe(false);
  await servers.imap.deliver(shopAddress, customerMail('İkinci soru', 'İade etmek istiyorum.'));
  await expect(conversation(app.page, /İkinci soru/)).toBeVisible({ timeout: 40_000 });
});

test('the tray says how much is unread, in the language that the person chooses', async () => {
  await watchTray();
  const name = await app.electron.evaluate(({ app: electronApp }) => electronApp.getName());
  const { page } = app;
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.locator('#set-language').click();
  await page.getByRole('option', { name: 'Türkçe' }).click();
  await expect.poll(trayNow).toEqual({
    says: `${name}: 2 okunmamış`,
    entries: [`${name} uygulamasını aç`, 'Postayı şimdi denetle', 'Ayarlar…', '', `${name} uygulamasından çık`],
  });
  await page.locator('#set-language').click();
  await page.getByRole('option', { name: 'English' }).click();
  await expect.poll(trayNow).toEqual({
    says: `${name}: 2 unread`,
    entries: [`Open ${name}`, 'Check for mail now', 'Settings…', '', `Quit ${name}`],
  });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeHidden();
});

test('a closed window goes on receiving, counting in the tray and notifying; a second start or a click shows it', async () => {
  await closeWindow();
  await servers.imap.deliver(shopAddress, customerMail('Dördüncü soru', 'Mağazanız bugün açık mı?'));
  await expect(conversation(app.page, /Dördüncü soru/)).toHaveCount(1, { timeout: 40_000 });
  await expect.poll(async () => (await trayNow()).says).toMatch(/: 3 unread$/);
  expect(await isShown()).toBe(false);
  await expect.poll(notifications.shown).toContain('Dördüncü soru');
  await secondStart(app.userData);
  await expect.poll(isShown).toBe(true);
  await closeWindow();
  notifications.click();
  await expect.poll(isShown).toBe(true);
  await expect(app.page.getByRole('heading', { name: 'Dördüncü soru' })).toBeVisible();
});

test('a page that crashes comes back by itself with what was typed, and mail goes on arriving', async () => {
  await openConversation(app.page, /Birinci soru/);
  await replyField(app.page).click();
  await app.page.keyboard.type('Kargonuz bugün yola çıktı');
  await savedDraft(app.page, 'Kargonuz bugün yola çıktı');
  await app.electron
    .evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    })
    .catch(() => undefined); // the driver gives the app up as soon as its page crashes
  const { browser, page } = await attach(app.userData);
  await expect(conversation(page, /Birinci soru/)).toBeVisible({ timeout: 30_000 });
  await servers.imap.deliver(shopAddress, customerMail('Üçüncü soru', 'Fatura rica ederim.'));
  await expect(conversation(page, /Üçüncü soru/)).toBeVisible({ timeout: 40_000 });
  await openConversation(page, /Birinci soru/);
  await expect(replyField(page)).toContainText('Kargonuz bugün yola çıktı');
  await browser.close();
});

interface TrayWords {
  says: string;
  entries: string[];
}
declare global {
  /** In the main process: what the tray was last given. */
  var trayWords: TrayWords | undefined;
}

/** From now on main notes what it gives the tray: a tray does not tell what it shows. */
async function watchTray(): Promise<void> {
  await app.electron.evaluate(({ Tray }) => {
    const words: TrayWords = { says: '', entries: [] };
    globalThis.trayWords = words;
    const { setToolTip, setContextMenu } = Tray.prototype;
    Tray.prototype.setToolTip = function (says) {
      words.says = says;
      setToolTip.call(this, says);
    };
    Tray.prototype.setContextMenu = function (menu) {
      words.entries = menu?.items.map(({ label }) => label) ?? [];
      setContextMenu.call(this, menu);
    };
  });
}

const trayNow = (): Promise<TrayWords> =>
  app.electron.evaluate(() => globalThis.trayWords ?? { says: '', entries: [] });

/** A second way to the running app's window, which outlives a crash of its page. */
async function attach(userData: string): Promise<{ browser: Browser; page: Page }> {
  const [port] = readFileSync(join(userData, 'DevToolsActivePort'), 'utf8').split('\n');
  let page: Page | undefined;
  let browser: Browser | undefined;
  await expect
    .poll(
      async () => {
        await browser?.close();
        // while the page is gone a connection may wait for it in vain: it is given up and made anew
        browser = await chromium
          .connectOverCDP(`http://127.0.0.1:${String(port)}`, { timeout: 5_000 })
          .catch(() => undefined);
        page = browser?.contexts().flatMap((context) => context.pages())[0];
        return page !== undefined;
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  if (!browser || !page) throw new Error('The app shows no page');
  return { browser, page };
}

/** Starts Defter with the same profile as a person would by its icon; resolves when that start has ended. */
async function secondStart(userData: string): Promise<void> {
  const runtime = await electronRuntime();
  const second = spawn(runtime.program, [projectRoot, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], {
    env: { ...process.env, DEFTER_USER_DATA: userData, DEFTER_DEVELOPER: '1' },
    stdio: 'ignore',
  });
  await new Promise((resolve) => second.once('exit', resolve));
}
