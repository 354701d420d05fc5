// The whole way: add an account, receive, read, reply with the network cut, deliver once, find it in Sent and after a restart.
import { expect } from '@playwright/test';
import { conversation, openConversation, replyField, unlock } from '../harness/app-steps.ts';
import { test } from '../harness/app-test.ts';
import { customerAddress, customerMail, shopAddress } from '../harness/mail-servers.ts';

test('add account → mail arrives → read → reply with the network cut → network back → delivered once → Sent → restart', async ({
  servers,
  launchWithAccount,
  launch,
}) => {
  test.setTimeout(240_000);
  await servers.imap.deliver(
    shopAddress,
    customerMail('Kırık vazo hakkında', 'Merhaba, vazo kırık geldi. Ne yapabiliriz?'),
  );
  let app = await launchWithAccount();
  let { page } = app;

  // first sync, then a mail that arrives while the app is open
  await expect(conversation(page, /Kırık vazo/)).toBeVisible();
  await servers.imap.deliver(shopAddress, customerMail('Hediye paketi', 'Hediye paketi yapıyor musunuz?'));
  await expect(conversation(page, /Hediye paketi/)).toBeVisible();

  // reading it marks it as read on the server too
  await openConversation(page, /Kırık vazo/);
  await expect(page.getByText('Merhaba, vazo kırık geldi. Ne yapabiliriz?', { exact: false }).last()).toBeVisible();
  await expect
    .poll(() => servers.imap.doveadm('search', '-u', shopAddress, 'mailbox', 'INBOX', 'seen', 'subject', 'vazo'))
    .not.toBe('');

  // written and sent without a network
  await servers.cutNetwork();
  await replyField(page).fill('Merhaba Ayşe Hanım, çok üzgünüz. Bugün yeni bir vazo gönderiyoruz.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Bugün yeni bir vazo gönderiyoruz', { exact: false }).first()).toBeVisible();
  await expect(page.getByText(/Waiting for the network/)).toBeVisible({ timeout: 60_000 });
  expect(servers.smtp.messages()).toHaveLength(0);

  // whoever would remove the account now is told what would be lost
  await page.keyboard.press('Control+,');
  await page.getByRole('tab', { name: 'Accounts' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('One reply that was not sent yet goes too.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: 'Remove', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await servers.restoreNetwork();
  const tryNow = page.getByRole('button', { name: 'Try now' }).first();
  await expect(async () => {
    if (await tryNow.isVisible()) await tryNow.click({ timeout: 1_000 }); // it may just be trying by itself
    expect(await servers.subjectsIn('Sent')).toHaveLength(1);
  }).toPass({ timeout: 60_000 });
  await expect(page.getByText(/Waiting for the network|Sending/)).toHaveCount(0, { timeout: 60_000 });
  expect(servers.smtp.messages()).toHaveLength(1);
  const [sent] = servers.smtp.messages();
  expect(sent?.to).toEqual([customerAddress]);
  expect(await servers.subjectsIn('Sent')).toHaveLength(1);
  expect(await servers.subjectsIn('INBOX', customerAddress)).toHaveLength(1);

  // everything is there after a restart, and nothing goes out again
  const { userData } = app;
  await app.quit();
  app = await launch({ caFile: servers.caFile, userData });
  ({ page } = app);
  await unlock(page);
  await page.keyboard.press('g');
  await page.keyboard.press('w');
  await openConversation(page, /Kırık vazo/);
  await expect(page.getByText('Bugün yeni bir vazo gönderiyoruz', { exact: false }).first()).toBeVisible();
  await servers.imap.deliver(shopAddress, customerMail('Sonraki', 'Başka bir soru.'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(conversation(page, /Sonraki/)).toBeVisible({ timeout: 30_000 });
  expect(servers.smtp.messages()).toHaveLength(1);
  expect(await servers.subjectsIn('Sent')).toHaveLength(1);
});
