// Pictures of the marketplaces: the set-up form, an inbox of five channels, an answer that was refused.
import { join } from 'node:path';
import { test, type Page } from '@playwright/test';
import { hepsiburadaManifest } from '../../electron/sync/connectors/hepsiburada/manifest.ts';
import { miraklManifest } from '../../electron/sync/connectors/mirakl/manifest.ts';
import { telegramManifest } from '../../electron/sync/connectors/telegram/manifest.ts';
import { trendyolManifest } from '../../electron/sync/connectors/trendyol/manifest.ts';
import { woocommerceManifest } from '../../electron/sync/connectors/woocommerce/manifest.ts';
import { baseUrlField, type Manifest } from '../../shared/model/manifest.ts';
import { passphrase } from '../harness/app-steps.ts';
import { launchApp, removeProfile } from '../harness/launch-app.ts';
import { fillMarketplace, wallClock } from '../harness/marketplace-steps.ts';
import type { Marketplace } from '../harness/marketplaces/harness.ts';
import { startHepsiburada } from '../harness/marketplaces/hepsiburada.ts';
import { miraklHarness } from '../harness/marketplaces/mirakl.ts';
import { startTelegram } from '../harness/marketplaces/telegram.ts';
import { startTrendyol } from '../harness/marketplaces/trendyol.ts';
import { woocommerceHarness } from '../harness/marketplaces/woocommerce.ts';

const folder = process.env['DEFTER_SHOTS'] ?? '/tmp/defter-shots';
/** Buttons, by language. */
const words = {
  en: {
    marketplace: /Add a marketplace/,
    test: 'Test and add',
    other: 'Other channel',
    refused: 'Answer refused',
    away: 'cannot be reached',
    keys: 'Check the keys',
    accounts: 'Accounts',
    add: 'Add an account',
  },
  tr: {
    marketplace: /Bir pazaryeri ekleyin/,
    test: 'Sına ve ekle',
    other: 'Başka kanal',
    refused: 'Yanıt reddedildi',
    away: 'ulaşılamıyor',
    keys: 'Anahtarları denetleyin',
    accounts: 'Hesaplar',
    add: 'Hesap ekle',
  },
  el: {
    marketplace: /Προσθέστε ένα marketplace/,
    test: 'Δοκιμή και προσθήκη',
    other: 'Άλλο κανάλι',
    refused: 'Απορρίφθηκε',
    away: 'Δεν υπάρχει επικοινωνία',
    keys: 'Ελέγξτε τα κλειδιά',
    accounts: 'Λογαριασμοί',
    add: 'Προσθήκη λογαριασμού',
  },
} as const;

for (const [language, theme] of [
  ['en', 'light'],
  ['tr', 'dark'],
  ['el', 'light'],
] as const) {
  test(`${language}-${theme}`, async () => {
    const trendyol = await startTrendyol(wallClock, { moderationMs: 3_600_000 });
    const hepsiburada = await startHepsiburada(wallClock);
    const telegram = await startTelegram(wallClock);
    const markets: readonly (readonly [Manifest, Marketplace])[] = [
      [trendyolManifest, trendyol],
      [hepsiburadaManifest, hepsiburada],
      [telegramManifest, telegram],
      [miraklManifest, await miraklHarness.start(wallClock)],
      [woocommerceManifest, await woocommerceHarness.start(wallClock)],
    ];
    const refused = trendyol.ask('Merhaba, bu ürünün 38 beden stoğu gelecek mi?');
    trendyol.ask('Kargo bugün çıkar mı?');
    hepsiburada.ask('Siparişim ne zaman kargoya verilecek?');
    telegram.ask('Καλησπέρα, στέλνετε στη Θεσσαλονίκη;');
    for (const [, market] of markets.slice(3)) market.ask('Is this still in stock?');
    const app = await launchApp({ language });
    const { page } = app;
    const shot = async (on: Page, name: string) => {
      await on.waitForTimeout(500); // lets transitions end; pictures are looked at by people
      await on.screenshot({ path: join(folder, `${language}-${theme}-${name}.png`) });
    };
    const own = words[language];
    try {
      await app.electron.evaluate(({ nativeTheme }, source) => {
        nativeTheme.themeSource = source;
      }, theme);
      await page.getByRole('button', { name: own.marketplace }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /Trendyol/ })
        .waitFor();
      await shot(page, '20-channels');
      for (const [index, [manifest, market]] of markets.entries()) {
        if (index > 0) {
          await page.keyboard.press('Control+,');
          await page.getByRole('tab', { name: own.accounts }).click();
          await page.getByRole('button', { name: own.add }).click();
        }
        await page
          .getByRole('dialog')
          .getByRole('button', { name: new RegExp(`^${manifest.label}`) })
          .click();
        await fillMarketplace(page, manifest, market, language);
        if (index < 3) await shot(page, `21-set-up-${manifest.id}`);
        if (index === 0) {
          await page
            .getByLabel(trendyolManifest.accountFields[2]?.label[language] ?? '', { exact: true })
            .fill('wrong');
          await page.getByRole('button', { name: own.test }).click();
          await page.getByRole('alert').waitFor();
          await page.getByRole('alert').scrollIntoViewIfNeeded();
          await shot(page, '22-wrong-key');
          const address = trendyolManifest.accountFields.find(({ id }) => id === baseUrlField)?.label[language] ?? '';
          await page.getByLabel(address).fill('http://127.0.0.1:9'); // nobody answers there
          await page.getByRole('button', { name: own.test }).click();
          await page.getByRole('alert').filter({ hasText: own.away }).waitFor();
          await page.getByRole('alert').scrollIntoViewIfNeeded();
          await shot(page, '22-unreachable');
          await fillMarketplace(page, manifest, market, language);
        }
        await page.getByRole('button', { name: own.test }).click();
        if (index === 0) {
          const fields = page.locator('input[type="password"]');
          await fields.nth(1).waitFor();
          await fields.nth(0).fill(passphrase);
          await fields.nth(1).fill(passphrase);
          await page.keyboard.press('Enter');
        }
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        if (index === 0 && theme === 'dark')
          await page.getByRole('button', { name: /^(Dark mode|Koyu görünüm|Σκούρα εμφάνιση)$/ }).click();
      }
      const option = (name: RegExp) => page.getByRole('option', { name }).first();
      await option(/38 beden/).waitFor();
      await option(/Θεσσαλονίκη/).waitFor();
      await page.waitForTimeout(3000);
      await option(/Siparişim/).click();
      await page.locator('[contenteditable="true"]').waitFor();
      await shot(page, '23-five-channels');
      await option(/38 beden/).click();
      await page.locator('[contenteditable="true"]').click();
      await page.keyboard.type('Merhaba, 38 beden haftaya stoklarımızda olacak.');
      await page.keyboard.press('Control+Enter');
      for (let tries = 0; tries < 90 && trendyol.delivered(refused).length === 0; tries += 1) {
        await page.waitForTimeout(500);
      }
      await shot(page, '24-being-checked');
      const resize = (wide: number, high: number) =>
        app.electron.evaluate(
          ({ BrowserWindow }, size) => {
            BrowserWindow.getAllWindows()[0]?.setContentSize(size[0] ?? 0, size[1] ?? 0);
          },
          [wide, high],
        );
      await resize(1024, 700);
      await shot(page, '24-being-checked-narrow');
      await resize(1360, 860);
      trendyol.refuseLater(refused, 'Cevabınız yasaklı kelime içermektedir.');
      await page.keyboard.press('F5');
      await page.waitForTimeout(5_000); // it is looked at again at once, and comes back to the inbox
      await page.keyboard.press('Escape');
      await page.keyboard.press('g');
      await page.keyboard.press('i');
      await page.getByText(own.refused).first().waitFor();
      await option(/38 beden/).click();
      await shot(page, '25-answer-refused');
      await option(/kargoya verilecek/).click();
      hepsiburada.setFault({ kind: 'status', status: 401 });
      await page.keyboard.press('F5');
      await page.getByRole('button', { name: own.keys }).waitFor();
      await shot(page, '26-keys-refused');
    } finally {
      await app.kill();
      removeProfile(app.userData);
      for (const [, market] of markets) await market.close();
    }
  });
}
