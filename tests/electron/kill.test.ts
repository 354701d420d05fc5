// kill -9 at the worst moments: in the middle of typing, of the first sync, of sending. Nothing is lost, nothing is sent twice.
import { expect } from '@playwright/test';
import { conversation, openConversation, replyField } from '../harness/app-steps.ts';
import { test } from '../harness/app-test.ts';
import { customerMail, shopAddress } from '../harness/mail-servers.ts';

test('kill -9 in the middle of typing keeps the draft', async ({ servers, launchWithAccount, killAndLaunch }) => {
  test.setTimeout(120_000);
  await servers.imap.deliver(shopAddress, customerMail('Beden sorusu', 'M bedeni var mı?'));
  let app = await launchWithAccount();
  await openConversation(app.page, /Beden sorusu/);
  await replyField(app.page).pressSequentially('Merhaba, M bedeni elimizde var ve bugün', { delay: 20 });
  await app.page.waitForTimeout(2_000); // the promise: at most the last two seconds of typing are lost
  await replyField(app.page).pressSequentially(' kargoya verebiliriz', { delay: 20 });
  app = await killAndLaunch(app, { caFile: servers.caFile });
  await openConversation(app.page, /Beden sorusu/);
  await expect(replyField(app.page)).toContainText('Merhaba, M bedeni elimizde var ve bugün');
});

test('kill -9 in the middle of the first sync ends with every mail once', async ({ servers, launchWithAccount, killAndLaunch }) => {
  test.setTimeout(180_000);
  const count = 1_500;
  const mails = Array.from({ length: count }, (_, n) => ({
    raw: customerMail(`Soru ${String(n)}`, `Bu ${String(n)} numaralı soru.`),
    receivedAt: Date.now() - n * 60_000,
  }));
  await servers.imap.deliverMany(shopAddress, mails.reverse());
  let app = await launchWithAccount();
  await expect(conversation(app.page, /Soru 0/)).toBeVisible();
  app = await killAndLaunch(app, { caFile: servers.caFile });
  await app.page.keyboard.press('g');
  await app.page.keyboard.press('a');
  await expect(conversation(app.page, /Soru 0/).first()).toBeVisible();
  const total = () =>
    app.page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('defter');
          opening.onerror = () => reject(new Error('not opened'));
          opening.onsuccess = () => {
            const counting = opening.result.transaction('messages').objectStore('messages').count();
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
    );
  await expect.poll(total, { timeout: 90_000 }).toBe(count);
});

for (const moment of ['body-10', 'dot-accepted'] as const) {
  test(`kill -9 in the middle of sending (${moment}) sends once or asks`, async ({ servers, launchWithAccount, killAndLaunch }) => {
    test.setTimeout(180_000);
    await servers.imap.deliver(shopAddress, customerMail('Fatura', 'Fatura alabilir miyim?'));
    let app = await launchWithAccount();
    await openConversation(app.page, /Fatura/);
    servers.smtp.setFault({ at: moment, cut: 'stall' });
    const tested = servers.smtp.connections().opened; // by the connection test
    await replyField(app.page).fill('Elbette, faturanızı bugün gönderiyoruz.');
    await app.page.keyboard.press('Control+Enter');
    await expect.poll(() => servers.smtp.connections().opened, { timeout: 40_000 }).toBeGreaterThan(tested);
    await app.page.waitForTimeout(1_500); // the message is under way
    servers.smtp.setFault();
    app = await killAndLaunch(app, { caFile: servers.caFile });
    await app.page.keyboard.press('g');
    await app.page.keyboard.press('a');
    await openConversation(app.page, /Fatura/);
    const asks = app.page.getByText('This may have been sent');
    // proof was found on the server, or a person is asked
    const isKnown = async () => (await asks.isVisible()) || (await servers.subjectsIn('Sent')).length === 1;
    await expect.poll(isKnown, { timeout: 60_000 }).toBe(true);
    const delivered = servers.smtp.messages().length;
    if (await asks.isVisible()) {
      // a person decides; until then nothing goes out by itself
      await app.page.waitForTimeout(5_000);
      expect(servers.smtp.messages()).toHaveLength(delivered);
      await app.page.getByRole('button', { name: 'It was sent' }).click();
      await expect(asks).toBeHidden();
    }
    expect(servers.smtp.messages().length).toBeLessThanOrEqual(1);
  });
}
