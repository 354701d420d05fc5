// A Trendyol question in the real app: set up with its keys, answered, shown, refused after all, refused before it was shown, answered anew.
import { expect, type Page } from '@playwright/test';
import { trendyolManifest } from '../../electron/sync/connectors/trendyol/manifest.ts';
import { choosePassphrase, conversation, openConversation, replyField } from '../harness/app-steps.ts';
import { test } from '../harness/app-test.ts';
import { fillMarketplace, wallClock } from '../harness/marketplace-steps.ts';
import { startTrendyol } from '../harness/marketplaces/trendyol.ts';

const first = 'Merhaba, 38 beden haftaya stoklarımızda olacak.';
const second = 'Merhaba, 38 beden çarşamba günü yeniden satışta olacak.';
const third = 'Merhaba, 38 beden çarşamba günü satışta; sizi bekleriz.';

test('keys → question arrives → answered → accepted → refused later, visibly → answered anew', async ({
  atEnd,
  launch,
}) => {
  test.setTimeout(240_000);
  const market = await startTrendyol(wallClock, { moderationMs: 3_600_000 });
  atEnd(() => market.close());
  const threadKey = market.ask('Merhaba, bu ürünün 38 beden stoğu gelecek mi?');
  const app = await launch();
  const { page } = app;

  // the form: found from the welcome screen, a wrong key explained, then the right one
  await page.getByRole('button', { name: /Add a marketplace/ }).click();
  await page.getByRole('button', { name: /^Trendyol/ }).click();
  await fillMarketplace(page, trendyolManifest, market);
  await page.getByLabel('API secret', { exact: true }).fill('not the secret');
  await page.getByRole('button', { name: 'Test and add' }).click();
  await expect(page.getByText(/Trendyol did not take these keys/)).toBeVisible();
  await page.getByLabel('API secret', { exact: true }).fill(market.secrets['apiSecret'] ?? '');
  await page.getByRole('button', { name: 'Test and add' }).click();
  await choosePassphrase(page);

  // the question, with its deadline and its rules
  await expect(conversation(page, /38 beden stoğu/)).toBeVisible({ timeout: 30_000 });
  await expect(conversation(page, /38 beden stoğu/).getByText(/Answer by/)).toBeVisible();
  await openConversation(page, /38 beden stoğu/);
  await expect(page.getByText(/one answer only/)).toBeVisible();

  // too short is not sent; then the answer is, and no second one can be written
  await replyField(page).fill('Evet.');
  await expect(page.getByText(/at least 10/)).toBeVisible();
  await replyField(page).fill(first);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Your answer is on its way')).toBeVisible();
  await expect(page.getByText(/The marketplace checks it before it is shown/)).toBeVisible({ timeout: 60_000 });
  expect(market.delivered(threadKey)).toEqual([first]);

  // Trendyol shows it
  market.moderate();
  await page.keyboard.press('F5');
  await expect(page.getByText('Shown to the customer')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('This question has its answer')).toBeVisible();

  // and takes it away after all: the conversation is back in the inbox, with the reason, and can be answered
  market.refuseLater(threadKey, 'Cevabınız yasaklı kelime içermektedir.');
  await page.keyboard.press('F5');
  await expect(page.getByText(/The marketplace refused this answer/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/yasaklı kelime/).first()).toBeVisible();
  await answerAnew(page, first, second);
  await expect.poll(() => market.delivered(threadKey), { timeout: 60_000 }).toEqual([first, second]);

  // the next one is refused before anybody saw it: back in the inbox again
  market.refuseLater(threadKey, 'Cevabınız marka adı içermektedir.');
  await page.keyboard.press('F5');
  await expect(page.getByText(/marka adı/).first()).toBeVisible({ timeout: 30_000 });
  await answerAnew(page, second, third);
  await expect.poll(() => market.delivered(threadKey), { timeout: 60_000 }).toEqual([second, third]);
  market.moderate();
  await page.keyboard.press('F5');
  await expect(page.getByText('Shown to the customer')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Answer refused')).toHaveCount(0);
  expect(market.delivered(threadKey)).toEqual([second, third]);
});

/** Finds the refused answer in the inbox and writes another in its place. */
async function answerAnew(page: Page, refused: string, better: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(conversation(page, /38 beden/).getByText('Answer refused')).toBeVisible();
  await openConversation(page, /38 beden/);
  await page.getByRole('button', { name: 'Write it anew' }).last().click();
  await expect(replyField(page)).toHaveText(refused);
  await replyField(page).fill(better);
  await page.keyboard.press('Control+Enter');
}
