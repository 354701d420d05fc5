// Exports from the dialog of the running app, and looks into what they made.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { LaunchedApp } from './launch-app.ts';

export interface ExportSteps {
  /** The dialog is open already; otherwise everything is exported. */
  isOpen?: boolean;
  attachments?: string;
  channel?: string;
  withNotes?: boolean;
  timeoutMs?: number;
  /** Nothing looks into the page until the file is there: finding a button by its name keeps the page busy for 20 ms each time. */
  isLeftAlone?: boolean;
}

/** Chooses the format in the dialog and `target` in the system's own, waits for the end; answers the counts that it tells then. */
export async function exportAs(
  { electron, page }: LaunchedApp,
  format: string,
  target: string,
  {
    isOpen = false,
    attachments,
    channel,
    withNotes = false,
    timeoutMs = 120_000,
    isLeftAlone = false,
  }: ExportSteps = {},
): Promise<{ promised: number; messages: number; conversations: number; sha256: string; tookMs: number }> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  if (!isOpen) await page.keyboard.press('Control+Shift+E');
  const box = page.getByRole('dialog');
  await box.getByRole('radio', { name: format, exact: true }).check();
  if (attachments !== undefined) {
    await box.getByLabel('Attachments').click();
    await page.getByRole('option', { name: attachments, exact: true }).click();
  }
  if (channel !== undefined) {
    await box.getByLabel('Channel').click();
    await page.getByRole('option', { name: channel, exact: true }).click();
  }
  if (withNotes) await box.getByLabel('Internal notes and drafts').check();
  const promise = box.getByText(/^[\d,]+ messages? in [\d,]+ conversations?$/);
  await expect(promise).toBeVisible({ timeout: timeoutMs });
  const [promised = 0] = numbersIn(await promise.textContent());
  const startedAt = Date.now();
  await box.getByRole('button', { name: 'Choose where and export' }).click();
  if (isLeftAlone) await expect.poll(() => existsSync(target), { timeout: timeoutMs }).toBe(true);
  // only the card of an export that has come to rest has this button
  await expect(box.getByRole('button', { name: 'Export something else' })).toBeVisible({ timeout: timeoutMs });
  const tookMs = Date.now() - startedAt;
  await expect(box.getByText('Finished')).toBeVisible();
  const [messages = 0, conversations = 0] = numbersIn(
    await box.getByText(/^[\d,]+ messages? in [\d,]+ conversations? · /).textContent(),
  );
  const sha256 = ((await box.getByText(/^SHA-256 /).textContent()) ?? '').replace('SHA-256 ', '');
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  return { promised, messages, conversations, sha256, tookMs };
}

function numbersIn(words: string | null): number[] {
  return (words ?? '').replaceAll(',', '').match(/\d+/g)?.map(Number) ?? [];
}

export function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

export function zipNames(path: string): string[] {
  return execFileSync('unzip', ['-Z1', path], { encoding: 'utf8' }).trimEnd().split('\n');
}

export function zipText(path: string, name: string): string {
  return execFileSync('unzip', ['-p', path, name.replace(/[[\]]/g, '\\$&')], {
    encoding: 'utf8',
    maxBuffer: 500_000_000,
  });
}
