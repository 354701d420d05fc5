// The demo shop in the real app: opened from the welcome screen, alive, answered, left without a trace.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { conversation, openConversation, replyField } from '../harness/app-steps.ts';
import { test } from '../harness/app-test.ts';

test('explore the demo shop, answer with a canned reply, leave nothing behind', async ({ launch }) => {
  test.setTimeout(150_000); // a reply waits for its undo window
  const app = await launch();
  const opened = app.electron.waitForEvent('window');
  await app.page.getByRole('button', { name: /Explore the demo shop/ }).click();
  const page = await opened;
  await expect(conversation(page, /Emily Carter/)).toBeVisible();
  await openConversation(page, /Emily Carter/);

  // a marketplace passes nothing on: said in words, and the reply is where one writes
  await page.keyboard.press('f');
  await expect(page.getByText('Only e-mail conversations that you can answer here can be forwarded.')).toBeVisible();
  await expect(replyField(page)).toBeFocused();

  // a canned reply by typing "/": open fields keep it from being sent
  await replyField(page).click();
  await page.keyboard.type('/thank');
  await expect(page.getByRole('listbox', { name: 'Canned replies' }).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(replyField(page)).toContainText('Emily');
  await replyField(page).fill('Hello Emily, yes, we engrave gladly. {{date}} it is.');
  await expect(page.getByText('One field is still open:')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(replyField(page)).toContainText('{{date}}');
  await replyField(page).fill('Hello Emily, yes, we engrave gladly. It will be ready on 4 December.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Sending in \d+ seconds?/)).toBeVisible();

  // taken back: the words are in the editor again
  await page.getByRole('button', { name: 'Take back' }).first().click();
  await expect(replyField(page)).toContainText('It will be ready on 4 December.');
  await page.getByRole('button', { name: 'Send', exact: false }).last().click();
  await expect(page.getByText(/^Sent(, with a copy in Sent)?$/).last()).toBeVisible({ timeout: 30_000 });

  const left = app.electron.waitForEvent('window');
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect((await left).getByRole('button', { name: /Explore the demo shop/ })).toBeVisible();
  await expect.poll(() => existsSync(join(app.userData, 'demo'))).toBe(false);
});

test('search, keyboard and accessible names', async ({ launch }) => {
  const app = await launch({ isDemo: true });
  const { page } = app;
  await expect(conversation(page, /Emily Carter/)).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('ΕΠΙΣΤΡΟΦΗ');
  await expect(page.getByText(/\d+ results?/)).toBeVisible();
  await expect(conversation(page, /επιστροφή/i).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(replyField(page)).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByPlaceholder(/Search or run/)).toBeVisible();
  await page.keyboard.press('Escape');
  // a conversation opens at its newest message, and stays there when its pane becomes small
  await openConversation(page, /MC-10489/);
  const belowPx = () => page.getByRole('log').evaluate((log) => log.scrollHeight - log.clientHeight - log.scrollTop);
  await expect.poll(belowPx).toBeLessThan(2);
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640);
  });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024);
  await expect.poll(belowPx).toBeLessThan(2);
  // no folder's name is cut
  const cutNames = () =>
    page
      .getByRole('navigation')
      .first()
      .getByRole('button')
      .evaluateAll((items) =>
        items
          .filter(({ children }) => [...children].some((part) => part.scrollWidth > part.clientWidth))
          .flatMap((item) => item.getAttribute('title') ?? []),
      );
  await expect.poll(cutNames).toEqual([]);
  // the default mode of axe opens a second page, which Electron cannot do
  const found = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa'])
    .analyze();
  const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual(
    [],
  );
});
