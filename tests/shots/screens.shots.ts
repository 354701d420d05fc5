// Walks through every screen of the demo shop and takes a picture of each.
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { launchApp, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';

const folder = process.env['DEFTER_SHOTS'] ?? '/tmp/defter-shots';
const languages = ['en', 'tr', 'el'] as const;
const themes = ['light', 'dark'] as const;
/** Conversations that show much, by what stands in their row: a broken vase with photos, an HTML mail. */
const rows = { photos: /σπασμένο/i, html: /MC-10489/, question: /Nan/ };

for (const language of languages) {
  for (const theme of themes) {
    test(`${language}-${theme}`, async () => {
      const shot = async (page: Page, name: string) => {
        await page.waitForTimeout(500); // lets transitions end; pictures are looked at by people
        await page.screenshot({ path: join(folder, `${language}-${theme}-${name}.png`) });
      };
      const themed = (app: LaunchedApp) =>
        app.electron.evaluate(({ nativeTheme }, source) => {
          nativeTheme.themeSource = source;
        }, theme);

      const fresh = await launchApp({ language });
      try {
        const { page } = fresh;
        await page.getByRole('button').first().waitFor();
        await themed(fresh);
        await shot(page, '01-welcome');
        await page
          .getByRole('button')
          .filter({ has: page.locator('svg') })
          .first()
          .click();
        await shot(page, '02-add-account');
        await page.locator('input[type="email"]').fill('hello@outlook.com');
        await page.locator('button[type="submit"]').click();
        await page.getByRole('dialog').locator('ol').waitFor();
        await shot(page, '02-sign-in');
      } finally {
        await fresh.kill();
        removeProfile(fresh.userData);
      }

      const demo = await launchApp({ language, isDemo: true });
      try {
        const { page } = demo;
        const option = (name: RegExp) => page.getByRole('option', { name }).first();
        await option(/.+/).waitFor();
        if (theme === 'dark')
          await page.getByRole('button', { name: /^(Dark mode|Koyu görünüm|Σκούρα εμφάνιση)$/ }).click();
        await shot(page, '03-inbox');
        await option(rows.photos).click();
        await page.getByRole('textbox').last().waitFor();
        await shot(page, '04-conversation');
        await page.keyboard.press('r');
        await page.keyboard.type('/');
        await shot(page, '05-canned-replies');
        await page.keyboard.press('Enter');
        await shot(page, '06-open-fields');
        await page.keyboard.press('Control+a');
        await page.keyboard.press('Delete');
        await page.keyboard.press('Escape');
        await option(rows.html).click();
        await page.waitForTimeout(800);
        const formatted = page.getByRole('article').first().getByRole('button').nth(1); // beside “keep as a canned reply”
        await formatted.click();
        await page.waitForTimeout(1200);
        await shot(page, '07-html-mail');
        await page.getByRole('listbox').first().focus();
        await page.keyboard.press('s');
        await shot(page, '08-snooze');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+k');
        await shot(page, '09-palette');
        await page.keyboard.press('Escape');
        await page.getByRole('listbox').first().focus();
        await page.keyboard.press('?');
        await shot(page, '10-shortcuts');
        await page.keyboard.press('Escape');
        await page.keyboard.press('/');
        await page.keyboard.type('vazo');
        await page.waitForTimeout(600);
        await shot(page, '11-search');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+,');
        const tabs = page.getByRole('dialog').getByRole('tab');
        await tabs.first().waitFor();
        for (let index = 0; index < (await tabs.count()); index += 1) {
          await tabs.nth(index).click();
          await shot(page, `12-settings-${String(index + 1)}`);
        }
        await page.keyboard.press('Escape');
        await page.keyboard.press('F1');
        await shot(page, '16-help');
        await page.keyboard.press('Escape');
        await demo.electron.evaluate(({ Menu }) => {
          const help = Menu.getApplicationMenu()?.items.at(-1)?.submenu?.items;
          help?.[1]?.click();
        });
        for (let stop = 1; stop <= 6; stop += 1) {
          await shot(page, `17-tour-${String(stop)}`);
          await page.keyboard.press('ArrowRight');
        }
        await demo.electron.evaluate(({ BrowserWindow }) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640);
        });
        await shot(page, '13-small-window');
      } finally {
        await demo.kill();
        removeProfile(demo.userData);
      }
    });
  }
}
