// A file with a marketplace's answer in the real app: too large is refused before anything is sent, a killed app still sends it, once and whole.
import { expect, test } from '@playwright/test';
import { hepsiburadaManifest } from '../../electron/sync/connectors/hepsiburada/manifest.ts';
import { choosePassphrase, openConversation, replyField, unlock } from '../harness/app-steps.ts';
import { launchApp, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';
import { fillMarketplace, wallClock } from '../harness/marketplace-steps.ts';
import { startHepsiburada, type HepsiburadaMarketplace } from '../harness/marketplaces/hepsiburada.ts';

const words = 'Merhaba, kutunun resmi ektedir.';
const photo = { name: 'kutu ön.png', mimeType: 'image/png', buffer: Buffer.alloc(400_000, 'resim') };
let market: HepsiburadaMarketplace;
let app: LaunchedApp;

test.beforeEach(async () => {
  market = await startHepsiburada(wallClock);
});
test.afterEach(async () => {
  await app.kill();
  removeProfile(app.userData);
  await market.close();
});

test('attach → too large is refused in words → answered with a picture → kill -9 → sent once, with the picture', async () => {
  test.setTimeout(240_000);
  const threadKey = market.ask('Kutunun önden resmini gönderir misiniz?');
  app = await launchApp();
  let { page } = app;
  await page.getByRole('button', { name: /Add a marketplace/ }).click();
  await page.getByRole('button', { name: /^Hepsiburada/ }).click();
  await fillMarketplace(page, hepsiburadaManifest, market);
  await page.getByRole('button', { name: 'Test and add' }).click();
  await choosePassphrase(page);

  await openConversation(page, /Kutunun önden/);
  const files = page.getByTestId('attach');
  await files.setInputFiles({ ...photo, name: 'film.mp4', buffer: Buffer.alloc(10_000_001) });
  await expect(page.getByText('“film.mp4” is too large: this channel takes files of up to 10 MB each.')).toBeVisible();
  await files.setInputFiles(photo);
  const attached = page.getByRole('listitem').filter({ hasText: photo.name });
  await expect(attached).toBeVisible();
  await replyField(page).fill(words);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Sending in \d+ seconds?/)).toBeVisible();
  expect(market.delivered(threadKey)).toEqual([]);

  const { userData } = app;
  await app.kill();
  app = await launchApp({ userData });
  ({ page } = app);
  await unlock(page);
  await expect.poll(() => market.delivered(threadKey), { timeout: 60_000 }).toEqual([words]);
  const [arrived, ...more] = market.deliveredFiles?.(threadKey) ?? [];
  expect(more).toEqual([]);
  expect(arrived).toMatchObject({ name: photo.name, mimeType: photo.mimeType });
  expect(Buffer.from(arrived?.bytes ?? []).equals(photo.buffer)).toBe(true);

  // the marketplace's copy takes the place of ours, picture included
  await page.keyboard.press('F5');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await openConversation(page, /Örgü Kazak/);
  await expect(page.getByRole('button', { name: `Open ${photo.name}` })).toHaveCount(1);
  expect(market.delivered(threadKey)).toEqual([words]);
});
