// Pictures of the library of canned replies and of the shop's page: card, voice, people, facts.
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { launchApp, removeProfile } from '../harness/launch-app.ts';

const folder = process.env['DEFTER_SHOTS'] ?? '/tmp/defter-shots';
const languages = ['en', 'tr', 'el'] as const;
const themes = ['light', 'dark'] as const;
const words = {
  en: { reply: /order/i },
  tr: { reply: /sipariş/i },
  el: { reply: /παραγγελία/i },
} as const;

for (const language of languages) {
  for (const theme of themes) {
    test(`${language}-${theme} replies`, async () => {
      const app = await launchApp({ language, isDemo: true });
      const { page } = app;
      const text = words[language];
      const shot = async (name: string, on: Page = page) => {
        await on.waitForTimeout(500); // lets transitions end; pictures are looked at by people
        await on.screenshot({ path: join(folder, `${language}-${theme}-30-${name}.png`) });
      };
      try {
        const option = (name: RegExp) => page.getByRole('option', { name }).first();
        await option(/.+/).waitFor();
        if (theme === 'dark')
          await page.getByRole('button', { name: /^(Dark mode|Koyu görünüm|Σκούρα εμφάνιση)$/ }).click();
        await option(/MC-10449/).click();
        await page.getByRole('textbox').last().waitFor();
        await shot('suggestions');
        await page.getByRole('listbox').first().focus();
        await page.keyboard.press('g');
        await page.keyboard.press('r');
        const inLibrary = page.getByRole('dialog').getByRole('option', { name: text.reply }).first();
        await inLibrary.waitFor();
        await inLibrary.click();
        await shot('library');
        await page
          .getByRole('dialog')
          .locator('input[type=file]')
          .setInputFiles({
            name: 'Beden – μέγεθος.pdf',
            mimeType: 'application/pdf',
            buffer: Buffer.alloc(240_000, 1),
          });
        await page.mouse.move(900, 500);
        await page.mouse.wheel(0, 2000);
        await shot('library-settings');
        await page.getByRole('button', { name: /^(New reply|Yeni yanıt|Νέα απάντηση)$/ }).click();
        await shot('library-new');
        await app.electron.evaluate(({ BrowserWindow }) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640);
        });
        await shot('library-small');
        await app.electron.evaluate(({ BrowserWindow }) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900);
        });
        await page
          .getByRole('button', { name: /^(Import and export|İçe ve dışa aktar|Εισαγωγή και εξαγωγή)$/ })
          .click();
        await shot('transfer');
        await page.keyboard.press('Escape');
        await page
          .getByRole('button', { name: /^(Inbox|Gelen kutusu|Εισερχόμενα)$/ })
          .first()
          .click();
        await page.getByRole('listbox').first().focus();
        await page.keyboard.press('g');
        await page.keyboard.press('r');
        await page.getByRole('button', { name: /^(New reply|Yeni yanıt|Νέα απάντηση)$/ }).click();
        await page.getByLabel(/^(Title|Başlık|Τίτλος)$/).fill('Bahar 2026');
        await page.getByRole('dialog').locator('.ProseMirror').first().click();
        await page.keyboard.type('Hello {{customer.firstName}}, 10% until 3 May.');
        await page.getByText(/^(Marketing|Pazarlama|Προώθηση)$/).click();
        await page.keyboard.press('Control+s');
        await page
          .getByRole('button', { name: /^(Inbox|Gelen kutusu|Εισερχόμενα)$/ })
          .first()
          .click();
        await option(/MC-10449/).click();
        await page.locator('.ProseMirror').click();
        await page.keyboard.type('/bahar 2026');
        await shot('slash');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Control+Enter');
        await shot('consent');
        await page.getByRole('button', { name: /^(Edit the customer|Müşteriyi düzenle|Επεξεργασία πελάτη)$/ }).click();
        await shot('consent-customer');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+,');
        await page.getByRole('tab').nth(1).click();
        await shot('shop-card');
        const sections = page.getByRole('dialog').getByRole('radiogroup').first().locator('label');
        for (let index = 1; index < (await sections.count()); index += 1) {
          await sections.nth(index).click();
          await shot(`shop-${String(index + 1)}`);
        }
      } finally {
        await app.kill();
        removeProfile(app.userData);
      }
    });
  }
}
