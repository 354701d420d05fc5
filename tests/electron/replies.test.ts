// The shop's own reply in the real app: written in two languages, used by "/", counted; a fact that has run out warns.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { conversation, openConversation, replyField, runCommand } from '../harness/app-steps.ts';
import { test } from '../harness/app-test.ts';

/** Opens the shop's facts by the command palette. */
async function openFacts(page: Page): Promise<void> {
  await runCommand(page, 'Shop: card');
  await page.getByRole('dialog').getByText('Facts', { exact: true }).click();
}

test('own reply with variants and a fact: found by “/”, counted once sent, and its fact warns when it has run out', async ({
  launch,
}) => {
  // two undo windows' worth of waiting beside the many steps
  test.setTimeout(150_000);
  const app = await launch({ isDemo: true });
  const { page } = app;
  await expect(conversation(page, /Emily Carter/)).toBeVisible();

  await openFacts(page);
  await page.getByRole('button', { name: 'Add a fact' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Engraving time');
  await page.getByLabel('In English').fill('five working days');
  await page.getByLabel('In Turkish').fill('beş iş günü');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Up to date')).toBeVisible();
  await page.keyboard.press('Escape');

  // written in English and Turkish, with chips for what is filled in
  await page.getByRole('button', { name: 'Canned replies', exact: true }).first().click();
  await page.getByRole('button', { name: 'New reply' }).click();
  const english = page.getByRole('region', { name: 'English' });
  await english.getByLabel('Title').fill('Engraving takes a while');
  await english.getByRole('textbox', { name: 'Text in English' }).click();
  await page.keyboard.type('Hello {{customer.firstName}}, engraving takes {{fact.engraving_time}}.');
  await expect(english.locator('[data-field="fact.engraving_time"]')).toHaveText('Engraving time');
  await page.getByRole('region', { name: 'Turkish' }).getByRole('button', { name: 'Write it' }).click();
  const turkish = page.getByRole('region', { name: 'Turkish' });
  await turkish.getByRole('textbox', { name: 'Text in Turkish' }).click();
  await page.keyboard.type('Merhaba {{customer.firstName}}, gravür {{fact.engraving_time}} sürer.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Reply saved')).toBeVisible();
  await page.getByLabel('Search in all languages').fill('GRAVÜR');
  const inList = page
    .getByRole('listbox', { name: 'Canned replies' })
    .getByRole('option', { name: /Engraving takes a while/ });
  await expect(inList).toContainText('never used');
  await page.getByRole('button', { name: 'Inbox', exact: true }).click();

  await openConversation(page, /Emily Carter/);
  await replyField(page).click();
  await page.keyboard.type('/');
  await expect(
    page.getByRole('listbox', { name: 'Canned replies' }).getByRole('option').first(),
    'what suits the message stands first',
  ).toContainText('Question about a product');
  await page.keyboard.type('takes a while');
  await page
    .getByRole('listbox', { name: 'Canned replies' })
    .getByRole('option', { name: /Engraving takes a while/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await expect(replyField(page)).toHaveText(/Hello Emily, engraving takes five working days\./);

  // the fact changes, and with it the draft; then its last day is over
  await openFacts(page);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel('In English').fill('a week');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Fact saved')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(replyField(page)).toHaveText(/engraving takes a week\./);
  await openFacts(page);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel(/Valid until/).fill('2020-01-31');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.keyboard.press('Escape');
  await expect(
    page.getByRole('alert').filter({ hasText: 'Please check before sending: Engraving time' }),
  ).toBeVisible();

  await replyField(page).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Sent(, with a copy in Sent)?$/).last()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('article').last()).toContainText('engraving takes a week.');

  await page.getByRole('button', { name: 'Canned replies', exact: true }).first().click();
  await page.getByLabel('Search in all languages').fill('gravur');
  await expect(inList).toContainText('used once');
  await expect(inList.getByLabel('A fact in it should be checked')).toBeVisible();
});

test('files of a canned reply: kept with it, sent with it, and told of where none can be sent; the menu of replies closes', async ({
  launch,
}) => {
  test.setTimeout(150_000);
  const app = await launch({ isDemo: true });
  const { page } = app;
  await expect(conversation(page, /Emily Carter/)).toBeVisible();
  await page.getByRole('button', { name: 'Canned replies', exact: true }).first().click();
  await page.getByRole('button', { name: 'New reply' }).click();
  await page.getByLabel('Title').fill('Size chart of the bowls');
  await page.getByRole('textbox', { name: 'Text in English' }).click();
  await page.keyboard.type('Hello {{customer.firstName}}, the size chart is below.');
  const files = page.getByRole('group', { name: 'Files' });
  await files.locator('input[type=file]').setInputFiles({
    name: 'bowls.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.alloc(120_000, 'bowls '),
  });
  await expect(files.getByRole('listitem').filter({ hasText: 'bowls.pdf' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Text in English' }).click();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Reply saved')).toBeVisible();
  await page.getByLabel('Search in all languages').fill('size chart of');
  await expect(
    page.getByRole('option', { name: /Size chart of the bowls/ }).getByLabel('One file goes along'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Import and export' }).click();
  await expect(page.getByText(/holds texts only.*bowls\.pdf/)).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Inbox', exact: true }).click();

  // by mail it goes along
  const menu = page.getByRole('listbox', { name: 'Canned replies' });
  await openConversation(page, /Sofia Rossi/);
  await replyField(page).click();
  await page.keyboard.type('/size chart of');
  await menu.getByRole('option', { name: /Size chart of the bowls/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'bowls.pdf' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Sent(, with a copy in Sent)?$/).last()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('article').last()).toContainText('bowls.pdf');

  // a marketplace takes no files: said before anything is sent
  await openConversation(page, /Emily Carter/);
  await replyField(page).click();
  await page.keyboard.type('/size chart of');
  await menu.getByRole('option', { name: /Size chart of the bowls/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('alert').filter({ hasText: '“bowls.pdf” is left out: no files can be sent' }),
  ).toBeVisible();

  // with nothing found Tab leaves the editor, and the menu goes with it
  await replyField(page).fill('');
  await page.keyboard.type('/nothing has these words');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(replyField(page)).not.toBeFocused();
  await expect(menu).toBeHidden();
});

test('a reply that is marketing asks for consent: recorded and sent, or sent as an answer after it was taken back', async ({
  launch,
}) => {
  test.setTimeout(150_000);
  const app = await launch({ isDemo: true });
  const { page } = app;
  const question = page.getByRole('alert', { name: 'Consent to marketing' });
  const menu = page.getByRole('listbox', { name: 'Canned replies' });
  const write = async () => {
    await replyField(page).click();
    await page.keyboard.type('/spring offer');
    await menu.getByRole('option', { name: /Spring offer/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
  };
  const sent = page.getByRole('article').filter({ hasText: 'our spring offer' });
  await expect(conversation(page, /Sofia Rossi/)).toBeVisible();
  await page.getByRole('button', { name: 'Canned replies', exact: true }).first().click();
  await page.getByRole('button', { name: 'New reply' }).click();
  await page.getByLabel('Title').fill('Spring offer');
  await page.getByRole('textbox', { name: 'Text in English' }).click();
  await page.keyboard.type('Hello {{customer.firstName}}, our spring offer is here: 10% off all bowls until 3 May.');
  await page.getByText('Marketing', { exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Reply saved')).toBeVisible();
  await page.getByRole('button', { name: 'Inbox', exact: true }).click();

  await openConversation(page, /Sofia Rossi/);
  await write();
  await expect(question).toContainText('“Spring offer” is marketing, and Sofia Rossi has not agreed to get any.');
  await expect(question.getByLabel('How do you know?')).toBeFocused();
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('[aria-label="Consent to marketing"]')
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.type('by phone, this morning');
  await page.keyboard.press('Enter');
  await expect(sent).toHaveCount(1);
  await expect(page.getByText(/Agreed on .*by phone, this morning/)).toBeVisible();

  // taken back on the card: asked again, and what is no marketing goes as an answer
  await page.getByRole('button', { name: 'Edit the customer' }).click();
  await page.getByLabel('Has agreed to get marketing messages').click();
  await page.getByLabel('How do you know?').fill('wrote so today');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/Asked on .*wrote so today/)).toBeVisible();
  await write();
  await expect(question).toContainText('asked on');
  await question.getByRole('button', { name: 'It is an answer, not marketing' }).click();
  await expect(sent).toHaveCount(2);
});
