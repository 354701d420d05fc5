// Pictures of everything that is about writing: new mail, recipients, attachments, the coach, practice.
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { launchApp, removeProfile } from '../harness/launch-app.ts';

const folder = process.env['DEFTER_SHOTS'] ?? '/tmp/defter-shots';
const languages = ['en', 'tr', 'el'] as const;
const themes = ['light', 'dark'] as const;

const practice = { en: /^Practise/, tr: /alıştırması/, el: /^Εξάσκηση/ };
const hurtful = {
  en: 'Hello,\n\nUnfortunately we cannot accept your return. You should have read the description.\n\nThanks for your patience.',
  tr: 'Merhaba,\n\nMaalesef iadenizi kabul edemiyoruz. Açıklamayı okumanız gerekirdi.\n\nSabrınız için teşekkürler.',
  el: 'Γεια σας,\n\nΔυστυχώς δεν μπορούμε να δεχτούμε την επιστροφή. Έπρεπε να διαβάσετε την περιγραφή.\n\nΕυχαριστούμε για την υπομονή.',
};

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
        if (theme === 'dark')
          await page.getByRole('button', { name: /^(Dark mode|Koyu görünüm|Σκούρα εμφάνιση)$/ }).click();
        await page.keyboard.press('Control+n');
        await page.getByLabel(/^(To|Kime|Προς)$/).waitFor();
        await page.waitForTimeout(300);
        await page.keyboard.type('a');
        await shot('new-mail-suggestions');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        await shot('new-mail');
        await option(/MC-10449/).click();
        await page.locator('[data-tour=composer] .ProseMirror').waitFor();
        await page.keyboard.press('f');
        await page.getByLabel(/^(To|Kime|Προς)$/).waitFor();
        await shot('forward');
        await page.keyboard.press('Escape');
        await option(/MC-10449/).click();
        await option(/MC-10479/).click();
        await page.getByRole('textbox').last().waitFor();
        await page.locator('.ProseMirror').fill(hurtful[language]);
        await page.getByTestId('attach').setInputFiles([
          { name: 'Vazo – 16 cm.png', mimeType: 'image/png', buffer: Buffer.alloc(840_000, 1) },
          { name: 'Fatura 2026-118.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(120_000, 2) },
        ]);
        await page.waitForTimeout(600);
        await shot('coach');
        await page.keyboard.press('Control+.');
        await shot('coach-hint');
        await page.keyboard.press('Escape');
        await page.locator('[data-level]').last().click();
        await shot('coach-reasons');
        await page.keyboard.press('Escape');
        await page.locator('.ProseMirror').click();
        await page.keyboard.press('Control+Enter');
        await shot('coach-asks');
        await page.keyboard.press('Control+,');
        await page.getByRole('tab', { name: /^(Coach|Koç|Ύφος)$/ }).click();
        await page.waitForTimeout(500);
        await shot('coach-settings');
        await page.getByRole('button', { name: practice[language] }).click();
        await page.locator('blockquote').waitFor();
        await shot('practice');
      } finally {
        await app.kill();
        removeProfile(app.userData);
      }
    });
  }
}
