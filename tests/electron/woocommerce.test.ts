// A WooCommerce shop in the real app: set up, words with an order answered by a note, a review answered in public without private data.
import { expect } from '@playwright/test';
import { choosePassphrase, conversation, openConversation, replyField } from '../harness/app-steps.ts';
import { test } from '../harness/app-test.ts';
import { wallClock } from '../harness/marketplace-steps.ts';
import { startWoo } from '../harness/marketplaces/woocommerce.ts';

test('set up a shop → answer an order → a private review answer is held back → a public one goes out', async ({
  atEnd,
  launch,
}) => {
  test.setTimeout(180_000);
  const shop = await startWoo(wallClock);
  atEnd(() => shop.close());
  const order = shop.ask('Hediye paketi yapabilir misiniz?');
  const review = shop.review('<p>Vazo güzel ama kutusu ezik geldi.</p>', 3);
  const { page } = await launch();

  await page
    .getByRole('button', { name: /marketplace/i })
    .first()
    .click();
  await page.getByRole('button', { name: /WooCommerce/ }).click();
  await page.getByLabel('Address of the shop').fill(shop.account.fields?.['shop'] ?? '');
  await page.getByLabel('Consumer key').fill('ck_wrong');
  await page.getByLabel('Consumer secret').fill(shop.secrets['consumerSecret'] ?? '');
  await page.getByRole('button', { name: 'Test and add' }).click();
  await expect(page.getByText(/did not take these keys/)).toBeVisible();
  await page.getByLabel('Consumer key').fill(shop.secrets['consumerKey'] ?? '');
  await page.getByLabel('WordPress user name').fill(shop.account.fields?.['wordpressUser'] ?? '');
  await page.getByLabel('Application password').fill(shop.secrets['wordpressPassword'] ?? '');
  await page.getByRole('button', { name: 'Test and add' }).click();
  await choosePassphrase(page);

  await openConversation(page, /Elif Kaya/);
  await expect(page.getByText('Hediye paketi yapabilir misiniz?').last()).toBeVisible();
  await replyField(page).fill('Elbette, hediye paketini hazırladık.');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => shop.delivered(order), { timeout: 60_000 }).toEqual(['Elbette, hediye paketini hazırladık.']);

  // reviews stand in a list of their own, with how many of them are answered
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Reviews/ })
    .click();
  await expect(page.getByRole('note').filter({ hasText: '0 of 1 review answered' })).toBeVisible();
  await expect(conversation(page, /Elif Kaya/)).toHaveCount(0);
  await openConversation(page, /Hale S\./);
  await expect(page.getByRole('img', { name: '3 stars of 5' }).first()).toBeVisible();
  await expect(page.getByText('Public answer: the next customer reads this too.')).toBeVisible();
  await replyField(page).fill('Üzgünüz, sipariş no 48211 için 0532 000 00 00 numarasından arayın.');
  await expect(page.getByText('Private contact details')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await replyField(page).fill('Üzgünüz; artık daha kalın bir kutu kullanıyoruz.');
  await expect(page.getByText('Private contact details')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(() => shop.delivered(review), { timeout: 60_000 })
    .toEqual(['Üzgünüz; artık daha kalın bir kutu kullanıyoruz.']);
  await expect(conversation(page, /Hale S\./)).toHaveCount(0);
  await expect(page.getByText('Every review has its answer')).toBeVisible();
  await expect(page.getByText('1 of 1 review answered (100%)').first()).toBeVisible();
});
