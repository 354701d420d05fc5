// Pictures of what opens over the inbox in a small window: ways out and in, privacy, merges; a buyer's mail that came twice, the reviews.
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import type { Item } from '../../shared/model/item.ts';
import { wordsOf } from '../harness/app-words.ts';
import { launchApp, newProfile, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';
import { seededMail, seedShop } from '../harness/seeded-shop.ts';
import { weeksShop } from './weeks-shop.ts';

const folder = process.env['DEFTER_SHOTS'] ?? '/tmp/defter-shots';
const languages = ['en', 'tr', 'el'] as const;
const themes = ['light', 'dark'] as const;

const orders = [
  'Order;Date;Customer;E-mail;Total;Item',
  'W-77;3.11.2026;Elif Kaya;elif.kaya@posta.example;1.249,90;Lale desenli vazo',
  'W-78;someday;Νίκος Παππάς;n.pappas@tachydromos.example;48,00;Βάζο με τουλίπες',
  'W-79;5.11.2026;Sofia Rossi;sofia@rossi.example;90,00;Blue bowl',
].join('\n');

const question = 'Hello, can you ship the blue vase to Greece, and how long does it take?';
const relaySender = '0123456789abcdef0123@members.ebay.com';
/** One message of a buyer, by the marketplace and by mail. */
const twice: Item[] = [
  {
    kind: 'message',
    message: {
      ...seededMail(
        'e1',
        { name: 'test_buyer', address: 'test_buyer' },
        { channel: 'ebay', subject: 'Blue vase', text: question },
      ),
      rfcMessageId: undefined,
      threadKey: 'buyer-1',
    },
  },
  {
    kind: 'message',
    message: {
      ...seededMail(
        'm1',
        { name: 'test_buyer', address: relaySender },
        { channel: 'ebay', subject: 'Blue vase', text: `New message from: test_buyer\n${question}` },
      ),
      relay: { marketplace: 'ebay', label: 'eBay', isVerified: true, answer: 'mail', sender: relaySender },
    },
  },
];

for (const language of languages) {
  for (const theme of themes) {
    const words = wordsOf(language);
    const shot = async (page: Page, name: string) => {
      await page.waitForTimeout(500); // lets transitions end; pictures are looked at by people
      await page.screenshot({ path: join(folder, `${language}-${theme}-50-${name}.png`) });
    };
    const resize = (app: LaunchedApp, width: number, height: number) =>
      app.electron.evaluate(
        ({ BrowserWindow }, [wide, high]) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(wide ?? 0, high ?? 0);
        },
        [width, height],
      );
    const isDark = async (page: Page) => {
      if (theme === 'dark')
        await page.getByRole('button', { name: /^(Dark mode|Koyu görünüm|Σκούρα εμφάνιση)$/ }).click();
    };
    const run = async (page: Page, id: string) => {
      await page.keyboard.press('Control+k');
      await page.waitForTimeout(400); // the palette's field takes the focus
      await page.keyboard.type(words(id).replace('…', ''));
      await page.waitForTimeout(300);
      await page.keyboard.press('Enter');
    };
    const goTo = (page: Page, id: string) =>
      page
        .getByRole('navigation')
        .first()
        .getByRole('button', { name: new RegExp(`^${words(id)}`) })
        .click();
    const option = (page: Page, name: RegExp) => page.getByRole('option', { name }).first();

    test(`${language}-${theme} dialogs`, async () => {
      const app = await launchApp({ language, isDemo: true });
      const { page } = app;
      try {
        await option(page, /.+/).waitFor();
        await isDark(page);
        await resize(app, 1440, 900);
        await option(page, /engraving/).click();
        await page.getByRole('button', { name: words('merge.look') }).click();
        await shot(page, 'merge');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: words('customer.privacy'), exact: true }).click();
        await page.getByRole('menuitem', { name: words('customer.erase') }).click();
        await resize(app, 1024, 700);
        await shot(page, 'erase');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+Shift+E');
        await shot(page, 'export');
        await page.keyboard.press('Escape');
        await run(page, 'action.importOrders');
        await page
          .locator('input[type="file"]')
          .setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(orders) });
        await shot(page, 'import-orders');
        await page.keyboard.press('Escape');
        await run(page, 'action.logCall');
        await shot(page, 'touchpoint');
        await page.keyboard.press('Escape');
        await goTo(page, 'folder.reviews');
        await option(page, /.+/).click();
        await page.getByRole('textbox').last().waitFor();
        await shot(page, 'reviews');
        await run(page, 'action.practice');
        await page.locator('blockquote').waitFor();
        await page.keyboard.type('Maalesef Unfortunately Δυστυχώς');
        await page.keyboard.press('Control+Enter');
        await shot(page, 'practice-checked');
      } finally {
        await app.kill();
        removeProfile(app.userData);
      }
    });

    test(`${language}-${theme} weeks`, async () => {
      const userData = newProfile();
      const agents = ['Defne', 'Mert'].map((name, index) => ({
        id: `agent-${String(index + 1)}`,
        name,
        role: '',
        signature: '',
      }));
      await seedShop(userData, { ...weeksShop(language, Date.now()), settings: { agents } });
      const app = await launchApp({ language, userData });
      const { page } = app;
      try {
        await resize(app, 1024, 700);
        await page.getByRole('navigation').first().waitFor();
        await isDark(page);
        await goTo(page, 'folder.all');
        await option(page, /Elif/).click();
        await run(page, 'action.weeks');
        await page.getByRole('dialog').getByRole('radio').first().waitFor();
        await shot(page, 'weeks');
        await page.getByRole('dialog').getByRole('list').scrollIntoViewIfNeeded();
        await shot(page, 'weeks-rules');
        await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').last().click();
        await page.locator('blockquote').waitFor();
        await shot(page, 'weeks-practise');
        await page.keyboard.press('Escape');
        await run(page, 'action.handOver');
        await shot(page, 'hand-over');
      } finally {
        await app.kill();
        removeProfile(userData);
      }
    });

    test(`${language}-${theme} shop dialogs`, async () => {
      const userData = newProfile();
      await seedShop(userData, { items: twice, settings: { retention: { closedMonths: 12, keepTags: ['VIP'] } } });
      const app = await launchApp({ language, userData });
      const { page } = app;
      try {
        await resize(app, 1024, 700);
        await page.getByRole('navigation').first().waitFor();
        await isDark(page);
        await goTo(page, 'folder.closed');
        await option(page, /Blue vase/).click();
        await page.getByRole('heading', { level: 1, name: /Blue vase/ }).waitFor();
        await shot(page, 'mail-copy');
        for (const [id, name] of [
          ['action.backup', 'backup'],
          ['action.restoreBackup', 'restore'],
          ['action.import', 'import-mail'],
        ] as const) {
          await run(page, id);
          await page.getByRole('dialog').waitFor();
          await shot(page, name);
          await page.keyboard.press('Escape');
          await page.getByRole('dialog').waitFor({ state: 'detached' });
        }
        await page.keyboard.press('Control+,');
        await page.getByRole('tab', { name: words('settings.data') }).click();
        await shot(page, 'data');
        await page.getByLabel(words('privacy.hold')).last().scrollIntoViewIfNeeded();
        await shot(page, 'retention');
        await page.getByRole('tab', { name: words('settings.shop') }).click();
        await page.getByRole('dialog').getByRole('textbox').first().fill('Mavi Çini');
        await shot(page, 'unsaved');
      } finally {
        await app.kill();
        removeProfile(userData);
      }
    });
  }
}
