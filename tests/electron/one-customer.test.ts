// One customer on several channels, in the real app: suggested, merged, undone, taken apart; an order that links two channels; calls, orders and customers from files.
import { expect, type Page } from '@playwright/test';
import { trendyolManifest } from '../../electron/sync/connectors/trendyol/manifest.ts';
import { woocommerceManifest } from '../../electron/sync/connectors/woocommerce/manifest.ts';
import { choosePassphrase, conversation, openConversation } from '../harness/app-steps.ts';
import { test } from '../harness/app-test.ts';
import { encodeText } from '../harness/encode-text.ts';
import { fillMarketplace, wallClock } from '../harness/marketplace-steps.ts';
import { startTrendyol } from '../harness/marketplaces/trendyol.ts';
import { startWoo } from '../harness/marketplaces/woocommerce.ts';
import { countRows } from '../harness/seeded-shop.ts';

const calls = `Tarih;Arayan;Telefon;Konu;Sipariş No
20.11.2026 10:15;Elif Kaya;0532 000 11 22;Kutusu ezik gelmiş, yenisini istiyor;MC-1001
20.11.2026 11:40;;0532 000 33 44;Adresi sordu;
dün;;0532 000 55 66;Tarihi okunmuyor;`;
const orders = `Order number,Date,Customer,E-mail,Product,Quantity,Total,Currency
W-77,2026-11-18,Elif Kaya,elif@customer.example,Çini tabak,2,"1.240,50",TRY`;

const customers = encodeText(
  'Ad;Soyad;E-posta;Telefon;Not\nIşıl;Şen;isil@customer.example;;"Mavi sever,\nhediye paketi ister"\nElif;Kaya;;0532 000 11 22;\n;;;;kimse',
  'windows-1254',
);

test('two channels, one customer: suggested, merged, undone, separated; one order; a call log, orders and customers from files', async ({
  atEnd,
  launch,
}) => {
  test.setTimeout(300_000);
  const [trendyol, shop] = [await startTrendyol(wallClock), await startWoo(wallClock)];
  for (const market of [trendyol, shop]) atEnd(() => market.close());
  trendyol.ask('38 beden var mı?');
  shop.ask('Hediye paketi yapabilir misiniz?');
  const { page } = await launch();
  await page.getByRole('button', { name: /Add a marketplace/ }).click();
  await page.getByRole('button', { name: /^Trendyol/ }).click();
  await expect(page.getByRole('dialog').getByLabel('Seller ID')).toBeFocused(); // the next step of a dialog can be typed into at once
  await fillMarketplace(page, trendyolManifest, trendyol);
  await page.getByRole('button', { name: 'Test and add' }).click();
  await choosePassphrase(page);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+,');
  await page.getByRole('tab', { name: 'Accounts' }).click();
  await page.getByRole('button', { name: 'Add an account' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^WooCommerce/ })
    .click();
  await fillMarketplace(page, woocommerceManifest, shop);
  await page.getByRole('button', { name: 'Test and add' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  // suggested with its reason, merged, undone, merged again and taken apart
  await expect(conversation(page, /Hediye paketi/)).toBeVisible({ timeout: 60_000 });
  await openConversation(page, /38 beden/);
  await expect(suggestion(page)).toContainText('Elif Kaya · E-mail', { timeout: 60_000 });
  await expect(suggestion(page)).toContainText('same name and city');
  await merge(page);
  await expect(page.getByText('Hediye paketi yapabilir misiniz?').last()).toBeVisible(); // on the one timeline
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(suggestion(page)).toBeVisible();
  await merge(page);
  await page.getByRole('button', { name: 'Edit the customer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Separate' }).click();
  await expect(page.getByText('They are two customers again.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(suggestion(page)).toBeVisible();

  // a call in two keystrokes, about the order that the shop's note is about: each conversation names the other
  await page.getByRole('listbox', { name: 'Conversations' }).focus();
  await page.keyboard.press('l');
  await page.keyboard.press('p');
  await expect(page.getByRole('textbox', { name: 'What was it about?' })).toBeFocused();
  await page.keyboard.type('Paketin mavi kurdeleyle olmasını istedi');
  await page.getByLabel('Order number, if there is one').fill('MC-1001');
  await page.getByLabel('Put it into the inbox').check();
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page, /mavi kurdele/)).toBeVisible({ timeout: 30_000 });
  await conversation(page, /Hediye paketi/).click();
  await page.getByRole('button', { name: /Also asked: Phone/ }).click();
  await expect(page.getByRole('button', { name: /Also asked: WooCommerce/ })).toBeVisible();

  // files: what the columns mean is guessed and shown, what cannot be read is told, the rest comes in
  await importFile(page, 'Import a call log', 'boş.csv', 'Tarih;Arayan\n');
  await expect(page.getByText('There is no heading in it, or no line below the heading.')).toBeVisible();
  await chooseFile(page, 'aramalar.csv', calls);
  await expect(page.getByRole('table', { name: 'How the first lines will look' })).toContainText(
    'Elif Kaya · 0532 000 11 22',
  );
  await expect(page.getByText('1 line is left out')).toBeVisible();
  await expect(page.getByText(/Line 4: the date cannot be read/)).toBeVisible();
  await page.getByRole('button', { name: 'Import 2 lines' }).click();
  await expect(page.getByText('2 lines are imported.')).toBeVisible();
  await importFile(page, 'Import orders', 'orders.csv', 'a;b\n1;2');
  await expect(page.getByRole('alert').filter({ hasText: 'Please choose the columns' })).toBeVisible();
  await chooseFile(page, 'orders.csv', orders); // the same name, another table: its columns are found anew
  await expect(page.getByRole('table', { name: 'How the first lines will look' })).toContainText('#W-77');
  await page.getByRole('button', { name: 'Import 1 line' }).click();
  await expect(page.getByText('1 line is imported.')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const lookAtCustomers = async () => {
    await importFile(page, 'Import customers', 'musteriler.csv', customers);
    await expect(page.getByRole('table', { name: 'How the first lines will look' })).toContainText(
      'Işıl Şen · isil@customer.example',
    );
    await expect(page.getByText(/Line 4: nobody is named/)).toBeVisible();
  };
  await lookAtCustomers();
  await page.getByRole('button', { name: 'Import 1 line' }).click(); // Elif's call told her number: nothing is new of her
  await expect.poll(() => countRows(page, 'customerNotes')).toBe(1);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await lookAtCustomers();
  await expect(page.getByText('2 lines are here already')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import 0 lines' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('z');
  await expect.poll(() => countRows(page, 'customerNotes')).toBe(0);
  await lookAtCustomers();
  await expect(page.getByText('1 line is here already')).toBeVisible();
});

const suggestion = (page: Page) => page.getByRole('alert').filter({ hasText: 'The same person?' });

async function merge(page: Page): Promise<void> {
  await suggestion(page).getByRole('button', { name: 'Look and merge…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByText('They are one customer now.')).toBeVisible();
  await expect(suggestion(page)).toHaveCount(0);
}

/** By the palette, as far as the preview. */
async function importFile(page: Page, command: string, name: string, content: string | Uint8Array): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').fill(command);
  await page.getByRole('dialog').getByText(`${command}…`).click();
  await chooseFile(page, name, content);
}

const chooseFile = (page: Page, name: string, content: string | Uint8Array): Promise<void> =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
