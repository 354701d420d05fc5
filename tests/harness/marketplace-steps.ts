// What a person does to add a marketplace, by the words on its form; and marketplaces on the machine's own clock.
import type { Page } from '@playwright/test';
import type { Manifest } from '../../shared/model/manifest.ts';
import type { Language } from '../../shared/model/ids.ts';
import type { Marketplace } from './marketplaces/harness.ts';
import type { TestClock } from './marketplaces/test-clock.ts';

/** For servers that a real app talks to. */
export const wallClock: TestClock = {
  now: Date.now,
  sleep: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
  fetch,
  gaveUp: () => undefined,
  advance: () => {
    throw new Error('Nobody moves the machine’s clock');
  },
};

/** Fills in the open set-up form of a marketplace; the base address is shown because the app runs with developer settings. */
export async function fillMarketplace(
  page: Page,
  manifest: Manifest,
  { account, secrets }: Marketplace,
  language: Language = 'en',
): Promise<void> {
  const values: Record<string, string> = { ...account.fields, ...secrets };
  const dialog = page.getByRole('dialog');
  for (const field of manifest.accountFields) {
    const value = values[field.id];
    if (value === undefined || field.kind === 'choice') continue;
    const label = field.label[language];
    const shown = field.isRequired ? label : new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} \\(`);
    await dialog
      .getByLabel(shown, { exact: typeof shown === 'string' })
      .first()
      .fill(value);
  }
}
