// Every screen that a command opens: nothing serious for axe in light and dark, no words cut at 1,024 px in Turkish and Greek, nor at 200 %.
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { Carrying, StoreNews } from '../../shared/contract/store-news.ts';
import { replyField } from '../harness/app-steps.ts';
import { launchApp, removeProfile, type LaunchedApp, type LaunchOptions } from '../harness/launch-app.ts';

const leaves = /demo|Export selected/i;
/** Commands that open a screen although their names do not end in “…”. */
const otherOpeners = [
  'agents',
  'coach',
  'diagnostics',
  'help',
  'practice',
  'promises',
  'replies',
  'shop',
  'shortcuts',
  'weeks',
  'whatsNew',
];

function otherNames(language: 'en' | 'tr' | 'el'): string[] {
  const file = new URL(`../../renderer/app/text/${language}.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return otherOpeners.map((id) => texts[`action.${id}`] ?? id);
}

/** What axe calls serious or critical on the page now, as `screen: rule: element`. */
async function findings(page: Page, screen: string): Promise<string[]> {
  return seriousOf(screen, await axe(page).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze());
}

/** The only thing that another theme can change. */
async function contrasts(page: Page, screen: string): Promise<string[]> {
  return seriousOf(screen, await axe(page).withRules(['color-contrast']).analyze());
}

/** The default mode of axe opens a second page, which Electron cannot do. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true);
}

function seriousOf(screen: string, found: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] {
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${screen}: ${id}: ${html.slice(0, 160)}`));
}

/** Buttons, tabs, labels and headings whose words are wider than their box and not marked as shortened on purpose. */
async function cutWords(page: Page, screen: string): Promise<string[]> {
  const found = await page.evaluate(() => {
    const isShown = (element: Element): boolean => element.getClientRects().length > 0;
    return [...document.querySelectorAll<HTMLElement>('button, [role=tab], label, h1, h2, h3, h4, legend, dt')]
      .filter((element) => isShown(element) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter((element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX))
      .filter((element) => getComputedStyle(element).textOverflow !== 'ellipsis')
      .map((element) => element.textContent.trim().slice(0, 60));
  });
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  return [...found.map((words) => `${screen}: cut: ${words}`), ...(isWide ? [`${screen}: wider than the window`] : [])];
}

/** Everything has been loaded and drawn and what moves has come to rest: a word still sliding in is neither cut nor pale. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async (quietMs) => {
    await new Promise<void>((quiet) => {
      const end = (): void => {
        changes.disconnect();
        quiet();
      };
      let timer = setTimeout(end, quietMs);
      const changes = new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(end, quietMs);
      });
      changes.observe(document.body, { childList: true, subtree: true });
    });
    const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  }, 120);
}

async function openPalette(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k');
  const field = page.locator('[role=dialog] input').first();
  await expect(field).toBeFocused();
  return field;
}

/** Names of the commands that open something, as the palette shows them. */
async function openers(page: Page, language: 'en' | 'tr' | 'el'): Promise<string[]> {
  await openPalette(page);
  await settled(page);
  const names = await page.locator('[role=dialog] button').allInnerTexts();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const dotted = names.map((name) => name.split('\n')[0]?.trim() ?? '').filter((name) => name.endsWith('…'));
  return [...new Set([...dotted.filter((name) => !leaves.test(name)), ...otherNames(language)])];
}

/** Looks while the screen stands that is there for a moment after an erasure: the store's worker, which tells of it, is played. */
async function duringTakeOver<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const tell = (carrying: Carrying | null) =>
    page.evaluate(
      (news) => {
        (globalThis as unknown as { storeWorker: Worker }).storeWorker.dispatchEvent(
          new MessageEvent('message', { data: news }),
        );
      },
      { kind: 'carrying', carrying } satisfies StoreNews,
    );
  await page.addInitScript(() => {
    globalThis.Worker = class extends Worker {
      constructor(...options: ConstructorParameters<typeof Worker>) {
        super(...options);
        Object.assign(globalThis, { storeWorker: this });
      }
    };
  });
  await page.reload();
  await page.getByRole('option').first().waitFor();
  await tell({ step: 'taking-over', done: 40, total: 100 });
  await page.getByRole('progressbar').waitFor();
  await settled(page);
  const seen = await look();
  await tell(null);
  await page.getByRole('option').first().waitFor();
  return seen;
}

type Look = (page: Page, screen: string) => Promise<string[]>;

/** Goes through every screen and looks at each. */
async function lookAtAll(page: Page, look: Look, language: 'en' | 'tr' | 'el' = 'en'): Promise<string[]> {
  const found: string[] = [];
  const seenTabs = new Set<string>();
  const rows = page.getByRole('listbox').first().getByRole('option');
  await rows.first().click();
  await settled(page);
  found.push(...(await look(page, 'conversation')));
  for (const name of await openers(page, language)) {
    const field = await openPalette(page);
    await field.fill(name);
    await settled(page);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog').first();
    await expect(dialog, `${name} opens`).toBeVisible();
    await settled(page);
    const tabs = dialog.getByRole('tab');
    const names = await tabs.allInnerTexts();
    // several commands open a tab of the same dialog: every tab is looked at once
    const count = seenTabs.has(names.join()) ? 0 : names.length;
    seenTabs.add(names.join());
    for (let index = 0; index < Math.max(1, count); index += 1) {
      if (count > 0) await tabs.nth(index).click();
      if (count > 0) await settled(page);
      found.push(...(await look(page, `${name} ${names[index] ?? ''}`)));
    }
    for (let tries = 0; tries < 3 && (await page.getByRole('dialog').count()) > 0; tries += 1) {
      await page.keyboard.press('Escape');
      await settled(page);
    }
    await expect(page.getByRole('dialog'), `${name} closes with Escape`).toHaveCount(0);
  }
  return found;
}

/** A test in the demo shop, once its list is there. */
function inDemo(name: string, options: LaunchOptions, look: (app: LaunchedApp) => Promise<void>): void {
  test(name, async () => {
    test.setTimeout(400_000);
    const app = await launchApp({ ...options, isDemo: true });
    try {
      await app.page.getByRole('listbox').first().getByRole('option').first().waitFor();
      await look(app);
    } finally {
      await app.kill();
      removeProfile(app.userData);
    }
  });
}

for (const theme of ['light', 'dark'] as const) {
  inDemo(`axe finds nothing serious on any screen, ${theme}`, {}, async ({ page }) => {
    if (theme === 'dark') await page.getByRole('button', { name: 'Dark mode' }).click();
    const look = theme === 'dark' ? contrasts : findings;
    expect(await lookAtAll(page, look)).toEqual([]);
    expect(await duringTakeOver(page, () => look(page, 'taking over'))).toEqual([]);
  });
}

/** Who it is and what is waited for, in a conversation's header: words that are shortened although the line could break. */
function cutInHeader(page: Page): Promise<string[]> {
  return page.locator('header', { has: page.getByRole('heading', { level: 1 }) }).evaluate((header) =>
    [...header.querySelectorAll<HTMLElement>('p, span')]
      .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1) // 1: only read out
      .map((element) => element.textContent.trim()),
  );
}

for (const language of ['tr', 'el'] as const) {
  inDemo(`no words are cut in a window of 1,024 px, ${language}`, { language }, async ({ page, electron }) => {
    await electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700);
    });
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^(Bekleyen|Σε αναμονή)/ })
      .click();
    await page.getByRole('option', { name: /Siparişi iptal edebilir miyim/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Siparişi iptal edebilir miyim?' }).waitFor();
    await expect(
      page.locator('header').getByText(/^(Müşteriden yanıt bekleniyor|Αναμονή για τον πελάτη)$/),
    ).toBeVisible();
    expect(await cutInHeader(page)).toEqual([]);
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^(Gelen kutusu|Εισερχόμενα)/ })
      .click();
    await page.getByRole('option', { selected: true }).waitFor({ state: 'detached' });
    expect(await lookAtAll(page, cutWords, language)).toEqual([]);
  });
}

inDemo('at 200 % nothing is cut, and a reply can be written and sent', {}, async ({ page, electron }) => {
  await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1440, 900);
    window?.webContents.setZoomFactor(2);
  });
  await page.waitForFunction(() => innerWidth <= 720);
  expect(await lookAtAll(page, cutWords)).toEqual([]);
  await replyField(page).click();
  await page.keyboard.type('Thank you, it leaves tomorrow.');
  await expect(page.getByRole('button', { name: /^Tone/ })).toBeVisible(); // what comes last, and takes room
  const send = page.getByRole('button', { name: 'Send', exact: true });
  await send.scrollIntoViewIfNeeded();
  await expect(send).toBeInViewport({ ratio: 1 });
});

inDemo('in a contrast theme, what is chosen or on is told by more than a ground', {}, async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog.getByRole('tab', { selected: true })).toHaveCSS('outline-style', 'solid');
  await expect(dialog.getByRole('tab', { selected: false }).first()).toHaveCSS('outline-style', 'none');
  await expect(dialog.locator('.mantine-Switch-track').first()).toHaveCSS('border-style', 'solid');
});
