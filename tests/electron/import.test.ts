// The way in, in the real app: an export of the demo shop is imported into an empty shop, equals what it was, and is undone whole.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerDialogs, showAll, wholeDemo } from '../harness/app-steps.ts';
import { exportAs } from '../harness/exports.ts';
import { launchApp, newProfile, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';

interface Line {
  type: string;
  [field: string]: unknown;
}

/** What must be the same: everything but the names that a store gives to things, and the order of conversations. */
function contentOf(path: string): string[] {
  const lines = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const kept = lines.filter(({ type }) => type === 'message' || type === 'note');
  return kept
    .map((line) => {
      const { id: _id, conversationId: _conversationId, attachments, delivery: _delivery, ...rest } = line;
      const files = ((attachments ?? []) as Line[]).map(({ name, mimeType, sizeBytes }) => ({
        name,
        mimeType,
        sizeBytes,
      }));
      return JSON.stringify({ ...rest, language: null, files });
    })
    .sort();
}

async function importFile(app: LaunchedApp, path: string): Promise<void> {
  const { page } = app;
  await answerDialogs(app, path);
  await page.getByRole('button', { name: /Bring mail along/ }).click();
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText(/is being filled in/)).toBeVisible();
}

test('export, import into an empty shop, export again: equal; undone: nothing is left', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'defter-import-'));
  const first = join(folder, 'first.jsonl');
  const second = join(folder, 'second.jsonl');
  const demo = await launchApp({ isDemo: true });
  try {
    await wholeDemo(demo.page);
    await exportAs(demo, 'Everything (JSON Lines)', first, { withNotes: true });
  } finally {
    await demo.kill();
    removeProfile(demo.userData);
  }
  const userData = newProfile();
  const shop = await launchApp({ userData });
  try {
    await importFile(shop, first);
    await shop.page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
    await showAll(shop.page, /Emily Carter/);
    const exported = async () => {
      await exportAs(shop, 'Everything (JSON Lines)', second, { withNotes: true });
      return contentOf(second);
    };
    await expect.poll(exported, { timeout: 60_000 }).toEqual(contentOf(first)); // it is being filled in meanwhile

    // undone as any account is removed
    await shop.page.keyboard.press('Control+,');
    await shop.page.getByRole('tab', { name: 'Accounts' }).click();
    await shop.page.getByRole('button', { name: 'Remove' }).first().click();
    await shop.page
      .getByRole('alert')
      .getByRole('button', { name: /^Remove/ })
      .click();
    await expect
      .poll(() => existsSync(join(userData, 'archives')) && readdirSync(join(userData, 'archives')).length)
      .toBe(0);
  } finally {
    await shop.quit();
    removeProfile(userData);
    rmSync(folder, { recursive: true, force: true });
  }
});
