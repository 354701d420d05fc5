// Pictures of marketplaces: a review whose answer is held back, and an answer that eBay would punish.
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, removeProfile } from '../harness/launch-app.ts';

const folder = process.env['DEFTER_SHOTS'] ?? '/tmp/defter-shots';
const languages = ['en', 'tr', 'el'] as const;
const themes = ['light', 'dark'] as const;

for (const language of languages) {
  for (const theme of themes) {
    test(`${language}-${theme} marketplaces`, async () => {
      const app = await launchApp({ language, isDemo: true });
      const { page } = app;
      const shot = async (name: string) => {
        await page.waitForTimeout(500); // lets transitions end; pictures are looked at by people
        await page.screenshot({ path: join(folder, `${language}-${theme}-40-${name}.png`) });
      };
      const write = async (row: RegExp, words: string) => {
        await expect(async () => {
          await page.getByRole('option', { name: row }).first().click(); // the list may still be moving
          await page.getByRole('heading', { level: 1, name: row }).waitFor({ timeout: 2000 });
        }).toPass();
        await page.locator('[contenteditable="true"]').click();
        await page.keyboard.type(words);
      };
      try {
        await page.getByRole('option').first().waitFor();
        if (theme === 'dark')
          await page.getByRole('button', { name: /^(Dark mode|Koyu görünüm|Σκούρα εμφάνιση)$/ }).click();
        await write(/Lale desenli/, 'Merhaba Hale Hanım, 0532 000 00 00 numarasından arayın. Sipariş no: 48211.');
        await shot('review');
        await write(
          /engraving/,
          'Hi! We are away this week, please order directly from us or write to a@mavicini.example.',
        );
        await shot('manners');
      } finally {
        await app.kill();
        removeProfile(app.userData);
      }
    });
  }
}
