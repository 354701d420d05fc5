// A file with a marketplace's answer in the real app: too large is refused before anything is sent, a killed app still sends it, once and whole.
import { expect } from '@playwright/test';
import { hepsiburadaManifest } from '../../electron/sync/connectors/hepsiburada/manifest.ts';
import { choosePassphrase, openConversation, replyField } from '../harness/app-steps.ts';
import { test } from '../harness/app-test.ts';
import { fillMarketplace, wallClock } from '../harness/marketplace-steps.ts';
import { startHepsiburada } from '../harness/marketplaces/hepsiburada.ts';

const words = 'Merhaba, kutunun resmi ektedir.';
const photo = { name: 'kutu ön.png', mimeType: 'image/png', buffer: Buffer.alloc(400_000, 'resim') };

test('attach → too large is refused in words → answered with a picture → kill -9 → sent once, with the picture', async ({
  atEnd,
  launch,
  killAndLaunch,
}) => {
  test.setTimeout(240_000);
  const market = await startHepsiburada(wallClock);
  atEnd(() => market.close());
  const threadKey = market.ask('Kutunun önden resmini gönderir misiniz?');
  const app = await launch();
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

  ({ page } = await killAndLaunch(app));
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
