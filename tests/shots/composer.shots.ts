// Pictures of everything that is about writing: new mail, recipients, attachments, the coach, practice.
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { launchApp, removeProfile } from '../harness/launch-app.ts';

const folder = process.env['DEFTER_SHOTS'] ?? '/tmp/defter-shots';
const languages = ['en', 'tr', 'el'] as const;
const themes = ['light', 'dark'] as const;

for (const language of languages) {
  for (const theme of themes) {
    test(`${language}-${theme} writing`, async () => {
      const app = await launchApp({ language, isDemo: true });
      const { page } = app;
      const shot = async (name: string, on: Page = page) => {
        await on.waitForTimeout(500); // lets transitions end; pictures are looked at by people
        await on.screenshot({ path: join(folder, `${language}-${theme}-20-${name}.png`) });
      };
      try {
        const option = (name: RegExp) => page.getByRole('option', { name }).first();
        await option(/.+/).waitFor();
        if (theme === 'dark') await page.getByRole('button', { name: /^(Dark mode|Koyu görünüm|Σκούρα εμφάνιση)$/ }).click();
        await page.keyboard.press('Control+n');
        await page.getByLabel(/^(To|Kime|Προς)$/).waitFor();
        await page.waitForTimeout(300);
        await page.keyboard.type('a');
        await shot('new-mail-suggestions');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        await shot('new-mail');
        await option(/MC-10449/).click();
        await page.getByRole('textbox').last().waitFor();
        await page.keyboard.press('f');
        await shot('forward');
      } finally {
        await app.kill();
        removeProfile(app.userData);
      }
    });
  }
}
