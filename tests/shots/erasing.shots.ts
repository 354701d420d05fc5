// Pictures of a database that is written anew after an erasure: before the window goes, and in the one that comes.
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Item } from '../../shared/model/item.ts';
import { eraseCustomer } from '../harness/app-steps.ts';
import { wordsOf } from '../harness/app-words.ts';
import { launchApp, newProfile, removeProfile } from '../harness/launch-app.ts';
import { countRows, seededMail, seedShop } from '../harness/seeded-shop.ts';

const folder = process.env['DEFTER_SHOTS'] ?? '/tmp/defter-shots';
/** Enough to be seen at it. */
const mailCount = 6000;

for (const [language, theme] of [
  ['en', 'light'],
  ['tr', 'dark'],
  ['el', 'light'],
] as const) {
  test(`${language}-${theme} erasing`, async () => {
    const words = wordsOf(language);
    const userData = newProfile();
    const items = Array.from({ length: mailCount }, (_, n): Item => {
      const from = { name: `Müşteri ${String(n % 200)}`, address: `m${String(n % 200)}@customer.example` };
      return {
        kind: 'message',
        message: seededMail(`k${String(n)}`, from, { text: 'Merhaba, siparişim gelmedi. '.repeat(20) }),
      };
    });
    await seedShop(userData, { items, settings: { theme } });
    const app = await launchApp({ language, userData });
    const shot = (page: Page, name: string) =>
      page.screenshot({ path: join(folder, `${language}-${theme}-51-${name}.png`) });
    try {
      await app.page.getByRole('navigation').first().waitFor();
      await expect.poll(() => countRows(app.page, 'messages'), { timeout: 120_000 }).toBe(mailCount);
      await app.page
        .getByRole('navigation')
        .first()
        .getByRole('button', { name: new RegExp(`^${words('folder.closed')}`) })
        .click();
      await app.page.getByRole('option').first().click();
      const { opened } = await eraseCustomer(app, { words });
      await app.page.getByRole('progressbar').waitFor();
      await shot(app.page, 'laying-aside');
      const again = await opened;
      await app.electron.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700);
      });
      await again.getByRole('progressbar').waitFor();
      await shot(again, 'taking-over');
      await again.getByRole('navigation').first().waitFor();
    } finally {
      await app.kill();
      removeProfile(userData);
    }
  });
}
