// Pictures of the customer's card: a loyal customer, promises, a contact logged by hand, in every language.
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { launchApp, removeProfile } from '../harness/launch-app.ts';

const folder = process.env['DEFTER_SHOTS'] ?? '/tmp/defter-shots';
const languages = ['en', 'tr', 'el'] as const;
const themes = ['light', 'dark'] as const;
const imports = { en: 'Import orders', tr: 'Sipariş içe aktar', el: 'Εισαγωγή παραγγελιών' };
const answers = {
  en: 'Thank you for writing. I will send you an answer by Friday 15:00.',
  tr: 'Yazdığınız için teşekkür ederim. Cuma 15.00 itibarıyla yanıtım sizde olacak.',
  el: 'Σας ευχαριστώ που μας γράψατε. Θα έχετε την απάντησή μου την Παρασκευή έως τις 15:00.',
};

for (const language of languages) {
  for (const theme of themes) {
    test(`${language}-${theme} customer`, async () => {
      const shot = async (page: Page, name: string) => {
        await page.waitForTimeout(500);
        await page.screenshot({ path: join(folder, `${language}-${theme}-${name}.png`) });
      };
      const demo = await launchApp({ language, isDemo: true });
      try {
        const { page } = demo;
        await demo.electron.evaluate(({ nativeTheme, BrowserWindow }, source) => {
          nativeTheme.themeSource = source;
          BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 980);
        }, theme);
        const option = (name: RegExp) => page.getByRole('option', { name }).first();
        await option(/.+/).waitFor();
        if (theme === 'dark')
          await page.getByRole('button', { name: /^(Dark mode|Koyu görünüm|Σκούρα εμφάνιση)$/ }).click();
        await option(/Παπαδόπουλος/).click();
        await page.getByRole('heading', { name: /MC-10466/, level: 1 }).waitFor();
        const editor = page.getByRole('textbox', { name: /^(Reply|Yanıt|Απάντηση)$/ });
        await editor.click();
        await page.keyboard.type(answers[language]);
        await shot(page, '20-customer-card');
        await page.keyboard.press('Control+a');
        await page.keyboard.press('Delete');
        await page.keyboard.press('Escape');
        await page.locator('ol').last().scrollIntoViewIfNeeded();
        await shot(page, '21-timeline');
        await page.getByRole('listbox').first().focus();
        await page.keyboard.press('l');
        await page.keyboard.press('p');
        await shot(page, '22-log-call');
        await page.keyboard.press('Escape');
        await page.getByRole('listbox').first().focus();
        await page.keyboard.press('Shift+i');
        await shot(page, '23-profile');
        await page.keyboard.press('Escape');
        await page.getByRole('listbox').first().focus();
        await page.keyboard.press('g');
        await page.keyboard.press('p');
        await shot(page, '24-promises');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+,');
        await page.getByRole('tab').nth(2).click();
        await shot(page, '25-hours');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+k');
        await page.waitForTimeout(500); // the palette's field takes the focus
        await page.keyboard.type(imports[language]);
        await page.waitForTimeout(300);
        await page.keyboard.press('Enter');
        await shot(page, '26-import');
        await page.keyboard.press('Escape');
        await option(/Selin Acar/).click();
        await page.getByRole('textbox').last().waitFor();
        await shot(page, '27-missed-call');
      } finally {
        await demo.kill();
        removeProfile(demo.userData);
      }
    });
  }
}
