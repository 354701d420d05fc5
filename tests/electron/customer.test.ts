// The customer's card in the real app: promises, notes, what was given, merges, loyalty, and what nobody has acknowledged.
import { expect, test, type Page } from '@playwright/test';
import { conversation, noticeUndo, openConversation, replyField, wholeDemo } from '../harness/app-steps.ts';
import { launchApp, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';
import { databaseRows } from '../harness/seeded-shop.ts';

let app: LaunchedApp;
let page: Page;

test.beforeAll(async () => {
  app = await launchApp({ isDemo: true });
  ({ page } = app);
  await wholeDemo(page);
});

test.afterAll(async () => {
  await app.kill();
  removeProfile(app.userData);
});

/** The card beside the conversation. */
const card = () => page.getByRole('complementary', { name: 'Customer' });
const hints = () => page.getByRole('complementary', { name: 'Before you write' });
const goTo = (name: RegExp) =>
  page.getByRole('navigation', { name: 'Folders and channels' }).getByRole('button', { name }).click();

// First: later, customers of the demo shop answer what the other tests send, and are counted here too.
test('what nobody has acknowledged: counted, and an acknowledgement names a person and a time; off by itself', async () => {
  const unanswered = page.getByRole('button', { name: /^Not acknowledged/ });
  const count = async () => Number(/\d+/.exec(await unanswered.innerText())?.[0]);
  await goTo(/^Not acknowledged/);
  const rows = (await databaseRows(page, ['conversations']))['conversations'] ?? [];
  const before = rows.filter(({ unansweredAt }) => unansweredAt !== undefined).length;
  await expect.poll(count).toBe(before);
  expect(before).toBeGreaterThan(3);
  await openConversation(page, /Lucas Meyer/);
  await page.getByRole('listbox', { name: 'Conversations' }).focus();
  await page.keyboard.press('a');
  await expect(replyField(page)).toContainText('Defne');
  await expect(replyField(page)).toContainText(/\d{1,2}[:.]\d\d/);
  await expect(page.getByRole('group', { name: 'Promises' }).getByRole('checkbox').first()).toBeChecked();
  await expect(page.getByText('When sent: stays open until you answer')).toBeVisible();
  await replyField(page).click();
  await page.keyboard.press('Control+Enter');
  await expect.poll(count).toBe(before - 1);
  await expect(conversation(page, /Lucas Meyer/)).toHaveCount(0);
  await goTo(/^Inbox/);
  await expect(conversation(page, /Lucas Meyer/)).toBeVisible();

  await page.keyboard.press('Control+,');
  await page.getByRole('tab', { name: 'Opening hours' }).click();
  await expect(page.getByRole('switch', { name: 'Acknowledge messages by itself' })).not.toBeChecked();
  await page.keyboard.press('Escape');
});

test('“by Friday 15:00” in a reply: proposed, recorded once sent, overdue after its time, kept, opened again by undo', async () => {
  test.setTimeout(120_000);
  await goTo(/^Inbox/);
  await openConversation(page, /Emily Carter/);
  await replyField(page).fill(
    'Dear Emily, thank you for writing.\n\nI will send you the drawing by Friday 15:00.\n\nWe will be glad to help.',
  );
  const proposed = page.getByRole('group', { name: 'Promises' });
  await expect(proposed.getByRole('checkbox')).toHaveCount(1);
  await expect(
    proposed.getByRole('checkbox', { name: /Fri, .*15:00: I will send you the drawing by Friday 15:00/ }),
  ).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(replyField(page)).toHaveText('');
  await expect(card().getByTitle('I will send you the drawing by Friday 15:00.', { exact: true })).toBeVisible();
  await expect(card().getByText(/^by Fri, .*15:00$/)).toBeVisible();
  await expect(hints().getByText(/^Promised by Fri, .*I will send you the drawing/)).toBeVisible();

  // its time passes
  const friday = new Date();
  friday.setDate(friday.getDate() + ((5 - friday.getDay() + 7) % 7 || 7));
  friday.setHours(15, 5, 0, 0);
  await page.clock.setSystemTime(friday);
  await page.reload();
  await goTo(/^All/); // she may have answered meanwhile
  await openConversation(page, /Emily Carter/);
  await expect(hints().getByText(/^Promised by Fri, .*still open: I will send you the drawing/)).toBeVisible();
  await expect(card().getByText('Overdue')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: 'Promises' });
  await expect(dialog.getByText('I will send you the drawing by Friday 15:00.', { exact: true })).toBeVisible();
  // the innermost thing that has both: its line
  const line = dialog
    .locator('div')
    .filter({ has: page.getByTitle('I will send you the drawing by Friday 15:00.', { exact: true }) });
  await line
    .filter({ has: page.getByRole('button', { name: 'Mark as kept' }) })
    .last()
    .getByRole('button', { name: 'Mark as kept' })
    .click();
  await expect(dialog.getByText('I will send you the drawing by Friday 15:00.', { exact: true })).toHaveCount(0);
  await dialog.getByText('Kept and let go').click();
  await expect(dialog.getByText('Kept late')).toBeVisible();
  await noticeUndo(page, 'Promise kept.');
  await expect(dialog.getByText('Kept late')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(card().getByText('Overdue')).toBeVisible();
});

test('notes with @time, pinned facts, what was given and the hand-over stand before the words are written', async () => {
  await goTo(/^Inbox/);
  await openConversation(page, /Mehmet Demir/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  const field = card().getByRole('textbox', { name: 'Add a note' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Ask how the invoice went @tomorrow 10:00');
  await expect(card().getByText(/^You will be reminded: .*10:00$/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const note = card().getByRole('article', { name: 'Note', exact: true });
  await expect(note).toContainText('Ask how the invoice went');
  await expect(note.getByRole('button', { name: 'Done' })).toBeVisible();
  await expect(hints().getByText(/Ask how the invoice went/)).toHaveCount(0);
  await note.getByRole('button', { name: 'Edit or delete the note' }).click();
  await page.getByRole('menuitem', { name: 'Pin to the top' }).click();
  await expect(hints().getByText(/Ask how the invoice went/)).toBeVisible();
  await note.getByRole('button', { name: 'Done' }).click();
  await expect(note.getByRole('button', { name: 'Done' })).toHaveCount(0);

  for (const [kind, words] of [
    ['Given', '5% off the next order'],
    ['Hand-over', 'Mert phones him on Monday'],
  ] as const) {
    await card().getByRole('button', { name: 'Add a note' }).click();
    await field.fill(words);
    await card().getByText(kind, { exact: true }).last().click();
    await card().getByRole('button', { name: 'Save' }).click();
    await expect(card().getByRole('article', { name: kind })).toContainText(words);
    await expect(hints().getByText(words)).toBeVisible();
  }

  // handing over asks for a line that says it; by key or from the conversation's menu
  await page.getByRole('listbox', { name: 'Conversations' }).focus();
  await page.keyboard.press('h');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('placeholder', /^In one line: what they want/);
  await page.keyboard.type('see above');
  await expect(card().getByText(/^Please begin with one line/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(card().getByRole('button', { name: 'Save' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Hand over to a colleague' }).click();
  await expect(card().getByRole('button', { name: 'Save' })).toBeDisabled();
  await expect(field).toBeFocused();
  await page.keyboard.type('Wants the invoice anew, Mert sends it');
  await page.keyboard.press('Control+Enter');
  await expect(hints().getByText('Wants the invoice anew, Mert sends it')).toBeVisible();
});

test('one person on two channels: suggested with reasons, merged, taken apart by undo and by hand', async () => {
  await goTo(/^All/);
  await openConversation(page, /Emily Carter/);
  const suggestion = card().getByRole('alert').filter({ hasText: 'The same person?' });
  await expect(suggestion).toContainText('same name and city');
  const merge = async () => {
    await suggestion.getByRole('button', { name: 'Look and merge…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(suggestion).toHaveCount(0);
  };
  await merge();
  await noticeUndo(page, 'They are one customer now.');
  await expect(suggestion).toBeVisible();
  await merge();
  await expect(card().getByText('2 orders')).toBeVisible();
  await card().getByRole('button', { name: 'Edit the customer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Separate' }).click();
  const earlier = await page.getByRole('alert').filter({ hasText: 'They are two customers again.' }).elementHandle();
  await page.keyboard.press('Escape');
  await expect(suggestion).toBeVisible();
  await suggestion.getByRole('button', { name: 'Two people' }).click();
  const later = await page.getByRole('alert').filter({ hasText: 'They will not be suggested again.' }).elementHandle();
  // a notice of its own, with its whole time, not what was left of the earlier one's
  expect(await later.evaluate((shown, before) => shown === before, earlier)).toBe(false);
  await expect(suggestion).toHaveCount(0);
  await noticeUndo(page, 'They will not be suggested again.');
  await expect(suggestion).toBeVisible();
});

test('a loyal customer is marked in the list and on the card, and comes first when asked for', async () => {
  await goTo(/^Inbox/);
  await expect(conversation(page, /Παπαδόπουλος/).getByLabel('Loyal customer')).toBeVisible();
  await page.getByRole('listbox', { name: 'Conversations' }).focus();
  await page.keyboard.press('Shift+L');
  await expect(page.getByRole('option').first().getByLabel('Loyal customer')).toBeVisible();
  await openConversation(page, /Παπαδόπουλος/);
  await expect(card().getByText('Loyal: 3 orders within a year')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+L');
});
