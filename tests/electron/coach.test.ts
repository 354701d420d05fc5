// An angry Turkish mail: suggested reply → the coach fixes two phrases → the promise is recorded → sent as it should be.
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { conversation, openConversation, replyField } from '../harness/app-steps.ts';
import { test } from '../harness/app-test.ts';
import { customerMail, shopAddress } from '../harness/mail-servers.ts';

test('an angry Turkish mail → suggested reply → two phrases made kind → asked once → promise recorded → sent', async ({
  servers,
  launchWithAccount,
}) => {
  test.setTimeout(240_000);
  await servers.imap.deliver(
    shopAddress,
    customerMail(
      'Vazom kırık geldi',
      'Vazo KIRIK geldi, üç gündür ses yok!! Bu kabul edilemez, paramı istiyorum. Yenisi ne zaman gelir?',
    ),
  );
  // sent some days ago by another mail program
  const cold = customerMail('Kupa', 'Merhaba,\n\nMaalesef iadenizi kabul edemiyoruz.', {
    From: shopAddress,
    To: 'bob@test.local',
  });
  await servers.imap.deliver(shopAddress, cold, { mailbox: 'Sent' });
  const app = await launchWithAccount();
  const { page } = app;
  await openConversation(page, /kırık geldi/);

  // suggested for this message, with the reason; by keyboard
  const suggested = page.getByRole('group', { name: 'Suggested replies' }).getByRole('button').first();
  await expect(suggested).toHaveAccessibleDescription(/^Because .*kırık/i);
  await suggested.focus();
  await page.keyboard.press('Enter');
  await expect(replyField(page)).toContainText('Ayşe');

  // the question is ticked once a day is named that is more than when the shop will write
  const line = page.getByRole('button', { name: /^Tone/ });
  await replyField(page).fill('Merhaba,\n\nYarın 15.00’e kadar size yazacağım.');
  await expect(line).toContainText('0 of 1 question');
  await replyField(page).fill('Merhaba,\n\nYeni vazonuz cuma günü elinizde olur.');
  await expect(line).toContainText('1 of 1 question');
  await line.click();
  await expect(page.getByRole('list', { name: 'What they asked' })).toContainText('Answered by “cuma');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(line).toBeFocused();

  // the person spoils it in a hurry; the coach says so
  await replyField(page).fill(
    'Merhaba,\n\nİadenizi kabul edemiyoruz.\n\nAçıklamayı okumanız gerekirdi.\n\nYarın 15.00’e kadar size yazacağım.',
  );
  const marks = replyField(page).locator('[data-coach]');
  await expect(marks).toHaveCount(2);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: /may hurt the customer/ })).toBeVisible();
  await page.getByRole('button', { name: 'Show me' }).click();

  // by keyboard: the first wording has the focus; Enter takes it, and the caret waits at what is missing
  const card = page.locator('[data-coach-card]');
  await expect(card.getByRole('button').first()).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[data-coach-card]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(card).toBeHidden();
  await expect(marks).toHaveCount(1);
  await page.keyboard.press('Control+.');
  await expect(card.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(marks).toHaveCount(0);

  // open blanks keep it from being sent; filled in it goes
  for (let turn = 0; turn < 8; turn += 1) {
    const open = /\{\{[^}]+\}\}/.exec(await replyField(page).innerText());
    if (!open) break;
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('yarın');
  }
  await expect(replyField(page)).not.toContainText('{{');
  await expect(replyField(page)).not.toContainText('kabul edemiyoruz');
  const promised = page
    .getByRole('group', { name: 'Promises' })
    .getByRole('checkbox', { name: /15:00: Yarın 15.00’e kadar size yazacağım/ });
  await expect(promised).toBeChecked();
  await page.keyboard.press('Control+Enter');
  const again = page.getByRole('button', { name: 'Send as it is' });
  await expect(again.or(page.getByText(/Sending in \d+ seconds?/).first())).toBeVisible();
  if (await again.isVisible()) await again.click();
  await expect.poll(() => servers.subjectsIn('Sent'), { timeout: 60_000 }).toHaveLength(2);
  expect(servers.smtp.messages()).toHaveLength(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('w');
  await expect(conversation(page, /kırık geldi/)).toBeVisible();

  // recorded with it, on the card and among all promises
  await expect(
    page
      .getByRole('complementary', { name: 'Customer' })
      .getByText('Yarın 15.00’e kadar size yazacağım.', { exact: true })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(
    page.getByRole('dialog', { name: 'Promises' }).getByText('Yarın 15.00’e kadar size yazacağım.', { exact: true }),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  // the week: both messages, who sent which is known of ours alone; what came up leads to its message and to practice
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  const weeks = page.getByRole('dialog', { name: 'Wording, week by week' });
  const chosen = weeks.getByRole('radio', { checked: true });
  await expect(chosen).toHaveAccessibleName(/ of 2 messages without hurtful wording$/);
  await expect(chosen).toBeFocused();
  await expect(weeks.getByText('Answered by several people').last()).toBeVisible();
  await expect(weeks.getByRole('table', { name: 'Wording, week by week' }).getByRole('row')).toHaveCount(13);
  await page.keyboard.press('ArrowLeft');
  await expect(weeks.getByText('Nothing was sent in this week.')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await weeks.getByRole('button', { name: /^Practise “.*edemiyoruz/ }).click();
  const practice = page.getByRole('dialog', { name: 'Two minutes of practice' });
  await expect(practice.locator('blockquote')).toContainText('kabul edemiyoruz');
  await practice.getByRole('textbox').fill('İadenizi yarın birlikte sonuçlandıralım, size yazacağım.');
  await page.keyboard.press('Control+Enter');
  await expect(practice.getByText(/^Lovely/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await weeks.getByRole('button', { name: /^Show the message with “.*edemiyoruz/ }).click();
  await expect(weeks).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Kupa' })).toBeVisible();
});
