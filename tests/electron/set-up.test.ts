// Setting up every marketplace that is offered by keyboard alone: found, filled in, tested with wrong keys, and told in plain words what is wrong.
import { expect, type Locator, type Page } from '@playwright/test';
import { registry } from '../../electron/sync/connectors/registry.ts';
import type { Manifest } from '../../shared/model/manifest.ts';
import { test } from '../harness/app-test.ts';
import { wallClock } from '../harness/marketplace-steps.ts';
import { harnesses } from '../harness/marketplaces/all.ts';
import type { Marketplace } from '../harness/marketplaces/harness.ts';

const offered = registry.map(({ manifest }) => manifest).filter(({ id, isOffered }) => isOffered && id !== 'email');

test('every marketplace, by keyboard alone, with keys that are wrong', async ({ atEnd, launch }) => {
  test.setTimeout(300_000);
  const { electron, page } = await launch();
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640);
  });
  expect(offered.length).toBeGreaterThanOrEqual(8);
  await tabTo(page, /^Add a marketplace/);
  await page.keyboard.press('Enter');
  for (const manifest of offered) {
    const harness = harnesses.find(({ channel }) => channel === manifest.id);
    if (!harness) throw new Error(`${manifest.id} has no server`);
    const market = await harness.start(wallClock);
    atEnd(() => market.close());
    await tabTo(page, new RegExp(`^${manifest.label}`));
    await page.keyboard.press('Enter');
    await fillByKeyboard(page, manifest, market);
    await page.keyboard.press('Enter');
    const alert = page.getByRole('dialog').getByRole('alert');
    await expect(alert, manifest.id).toBeVisible({ timeout: 60_000 });
    await expect(alert, manifest.id).toContainText(manifest.label);
    await expect(alert, manifest.id).not.toContainText(/undefined|\[object|status code|auth-failed/);
    // the whole of it, above the buttons that stay in sight
    const bottomOf = async (place: Locator) =>
      (await place.boundingBox().then((box) => box && box.y + box.height)) ?? Infinity;
    const topOfButtons = async () => (await page.getByRole('button', { name: 'Other channel' }).boundingBox())?.y ?? 0;
    await expect
      .poll(async () => (await bottomOf(alert)) <= (await topOfButtons()), { message: manifest.id })
      .toBe(true);
    await tabTo(page, /^Other channel$/);
    await page.keyboard.press('Enter');
  }
});

/** Tab until what has the focus is called so; waits for it first, as a person waits for the screen that Enter leads to. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const named = page.getByRole('button', { name }).or(page.getByRole('textbox', { name })).or(page.getByLabel(name));
  await expect(named.filter({ visible: true }).first()).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return ''; // the body, which has every text, has it while nothing has
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
      return (element.getAttribute('aria-label') ?? label ?? element.textContent).trim();
    });
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Nothing that is called ${name.source} can be reached with Tab`);
}

/** Every field that has a value, in the order in which Tab finds them; ends in the last. */
async function fillByKeyboard(page: Page, manifest: Manifest, { account, secrets }: Marketplace): Promise<void> {
  const wrong = Object.fromEntries(Object.keys(secrets).map((id) => [id, `${secrets[id] ?? ''}x`]));
  const values: Record<string, string> = { ...account.fields, ...wrong };
  for (const { id, kind, label } of manifest.accountFields) {
    const value = values[id];
    if (value === undefined || kind === 'choice') continue;
    await tabTo(page, new RegExp(`^${label.en.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(value);
  }
}
