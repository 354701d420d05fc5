// The shop turns on that messages are acknowledged by themselves: once a person, never a machine, with a name and a time, and it can be taken back.
import { expect } from '@playwright/test';
import { conversation, openConversation, replyField } from '../harness/app-steps.ts';
import { test } from '../harness/app-test.ts';
import { customerMail, shopAddress } from '../harness/mail-servers.ts';

test('a new mail is acknowledged by itself once the shop has turned that on and somebody has a name', async ({
  servers,
  launchWithAccount,
}) => {
  test.setTimeout(180_000);
  await servers.imap.deliver(shopAddress, customerMail('Eski soru', 'Merhaba, bu eski bir soru.'));
  const { page } = await launchWithAccount();
  await expect(conversation(page, /Eski soru/)).toBeVisible();
  const oldRow = await conversation(page, /Eski soru/).elementHandle();

  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: 'Opening hours' }).click();
  await settings.getByText('Acknowledge messages by itself').click();
  await expect(settings.getByRole('switch', { name: 'Acknowledge messages by itself' })).toBeChecked();
  await expect(settings.getByRole('alert')).toContainText('enter your name');
  await settings.getByRole('alert').getByRole('button', { name: 'Edit people…' }).click();
  await settings.getByLabel('Name', { exact: true }).fill('Defne');
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await page.keyboard.press('Escape');

  const from = (address: string) => ({ From: `Sender <${address}>` });
  await servers.imap.deliver(shopAddress, customerMail('Haber', 'Kampanyamız başladı.', from('no-reply@shop.example')));
  await servers.imap.deliver(shopAddress, customerMail('Kırık vazo', 'Merhaba, vazo kırık geldi. Ne yapabiliriz?'));
  await openConversation(page, /Kırık vazo/);
  // its row moved down and stays itself: a click that is aimed at it never opens what took its place
  expect(await oldRow.textContent()).toContain('Eski soru');
  const acknowledgement = page.getByRole('article').filter({ hasText: 'Mesajınız bana ulaştı' });
  await expect(acknowledgement).toContainText('Defne');
  await expect(acknowledgement).toContainText(/saat \d\d[.:]\d\d itibarıyla/);
  await expect(page.getByRole('complementary', { name: 'Customer' }).getByText(/^by /).first()).toBeVisible(); // the time is a promise
  await expect(conversation(page, /Kırık vazo/)).toContainText('Answer by'); // it still waits for a person

  // taken back before it leaves; nobody else got one: not the newsletter, not a mail from before
  await acknowledgement.getByRole('button', { name: 'Take back' }).click();
  await expect(acknowledgement).toHaveCount(0);
  for (const name of [/Haber/, /Eski soru/]) {
    await openConversation(page, name);
    await expect(replyField(page)).toHaveText('');
    await expect(page.getByRole('article')).toHaveCount(1);
  }
  expect(servers.smtp.messages()).toHaveLength(0);
});
