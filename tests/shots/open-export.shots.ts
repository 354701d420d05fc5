// Pictures of an export that is opened to be read: asked, found, read, searched, in every language.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { exportAs } from '../harness/exports.ts';
import { launchApp, newProfile, removeProfile } from '../harness/launch-app.ts';
import { seededMail, seedShop } from '../harness/seeded-shop.ts';

const folder = process.env['DEFTER_SHOTS'] ?? '/tmp/defter-shots';
const made = mkdtempSync(join(tmpdir(), 'defter-shots-'));
const file = join(made, 'Mavi Çini 2026.jsonl');

test.beforeAll(async () => {
  const demo = await launchApp({ isDemo: true });
  try {
    await demo.page
      .getByRole('option', { name: /Παπαδόπουλος/ })
      .first()
      .waitFor();
    await exportAs(demo, 'Everything (JSON Lines)', file, { withNotes: true });
  } finally {
    await demo.kill();
    removeProfile(demo.userData);
  }
});
test.afterAll(() => rmSync(made, { recursive: true, force: true }));

for (const language of ['en', 'tr', 'el'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${language}-${theme} open-export`, async () => {
      const shot = async (page: Page, name: string) => {
        await page.waitForTimeout(500);
        await page.screenshot({ path: join(folder, `${language}-${theme}-${name}.png`) });
      };
      const userData = newProfile();
      const ayse = { name: 'Ayşe Yılmaz', address: 'ayse@customer.example' };
      await seedShop(userData, {
        items: [{ kind: 'message', message: seededMail('a1', ayse) }],
        settings: { theme, language },
      });
      const app = await launchApp({ userData, language, opens: [file] });
      try {
        const dialog = app.page.getByRole('dialog');
        await dialog.waitFor();
        await shot(app.page, '40-open-or-import');
        await app.page.keyboard.press('Enter');
        await dialog.getByRole('table').waitFor();
        await shot(app.page, '41-found-in-export');
        const next = app.electron.waitForEvent('window');
        await app.page.keyboard.press('Enter'); // the way on has the focus
        const page = await next;
        await page
          .getByRole('option', { name: /Παπαδόπουλος/ })
          .first()
          .click();
        await page.getByRole('heading', { level: 1 }).waitFor();
        await shot(page, '42-reading');
        await page.keyboard.press('/');
        await page.keyboard.type('vazo');
        await page.waitForTimeout(600);
        await shot(page, '43-reading-search');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+,');
        await page.getByRole('dialog').getByRole('tab').nth(1).click();
        await shot(page, '44-reading-data');
        await page.keyboard.press('Escape');
        await page.getByRole('listbox').first().focus();
        await page.keyboard.press('Control+k');
        await shot(page, '45-reading-palette');
        await page.keyboard.press('Escape');
        await app.electron.evaluate(({ BrowserWindow }) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640);
        });
        await shot(page, '46-reading-small');
      } finally {
        await app.kill();
        removeProfile(userData);
      }
    });
  }
}
