// kill -9 at the worst moments: in the middle of typing, of the first sync, of sending, of an export. Nothing is lost, nothing is sent twice.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { answerDialogs, conversation, openConversation, replyField, savedDraft } from '../harness/app-steps.ts';
import { test } from '../harness/app-test.ts';
import { hashOf } from '../harness/exports.ts';
import { newProfile } from '../harness/launch-app.ts';
import { customerMail, shopAddress } from '../harness/mail-servers.ts';
import { countRows } from '../harness/seeded-shop.ts';
import { seededMail, seedShop } from '../harness/seeded-shop.ts';

test('kill -9 in the middle of typing keeps the draft', async ({ servers, launchWithAccount, killAndLaunch }) => {
  test.setTimeout(120_000);
  await servers.imap.deliver(shopAddress, customerMail('Beden sorusu', 'M bedeni var mı?'));
  let app = await launchWithAccount();
  await openConversation(app.page, /Beden sorusu/);
  await replyField(app.page).pressSequentially('Merhaba, M bedeni elimizde var ve bugün', { delay: 20 });
  await savedDraft(app.page, 'Merhaba, M bedeni elimizde var ve bugün');
  await replyField(app.page).pressSequentially(' kargoya verebiliriz', { delay: 20 });
  app = await killAndLaunch(app, { caFile: servers.caFile });
  await openConversation(app.page, /Beden sorusu/);
  await expect(replyField(app.page)).toContainText('Merhaba, M bedeni elimizde var ve bugün');
});

test('kill -9 in the middle of the first sync ends with every mail once', async ({
  servers,
  launchWithAccount,
  killAndLaunch,
}) => {
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
  await expect.poll(() => countRows(app.page, 'messages'), { timeout: 90_000 }).toBe(count);
});

for (const moment of ['body-10', 'dot-accepted'] as const) {
  test(`kill -9 in the middle of sending (${moment}) sends once or asks`, async ({
    servers,
    launchWithAccount,
    killAndLaunch,
  }) => {
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
      const wasSent = app.page.getByRole('button', { name: 'It was sent' });
      await expect(async () => {
        if (await wasSent.isVisible()) await wasSent.click({ timeout: 1_000 }); // the proof may just have been found after all
        expect(await asks.isVisible()).toBe(false);
      }).toPass({ timeout: 30_000 });
    }
    expect(servers.smtp.messages().length).toBeLessThanOrEqual(1);
  });
}

test('kill -9 in the middle of an export: it is offered again, and what it becomes is whole', async ({
  atEnd,
  launch,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'defter-killed-export-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const userData = newProfile();
  const mails = ['Mavi vazo', 'Kırık tabak', 'Σπασμένο πιάτο'].map((subject, index) =>
    seededMail(
      `m${'x'.repeat(index)}`,
      { name: 'Ayla', address: `ayla${String(index)}@customer.example` },
      { subject },
    ),
  );
  await seedShop(userData, { items: mails.map((message) => ({ kind: 'message', message })) });
  const target = join(folder, 'all.jsonl');
  const pipe = `${target}.part`;
  execFileSync('mkfifo', [pipe]); // nobody reads it: whoever writes into it waits

  const first = await launch({ userData });
  await showEverything(first.page);
  await answerDialogs(first, target);
  await first.page.keyboard.press('Control+Shift+E');
  await first.page.getByRole('radio', { name: 'Everything (JSON Lines)', exact: true }).check();
  await expect(first.page.getByText('3 messages in 3 conversations')).toBeVisible();
  await first.page.getByRole('button', { name: 'Choose where and export' }).click();
  await expect(first.page.getByText(/Finishing the file/)).toBeVisible();
  await first.kill();
  rmSync(pipe);
  expect(readdirSync(folder)).toEqual([]);

  const { page } = await launch({ userData });
  await showEverything(page);
  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByText('Interrupted; it can go on where it stopped')).toBeVisible();
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(page.getByText('Finished')).toBeVisible();
  const lines = readFileSync(target, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; subject?: string });
  expect(
    lines
      .filter(({ type }) => type === 'message')
      .map(({ subject }) => subject)
      .sort(),
  ).toEqual(mails.map(({ subject }) => subject).sort());
  const manifest = JSON.parse(readFileSync(join(folder, 'all.manifest.json'), 'utf8')) as {
    counts: { messages: number };
    files: { sha256: string }[];
  };
  expect(manifest).toMatchObject({ counts: { messages: 3 }, files: [{ sha256: hashOf(target) }] });
  expect(readdirSync(folder).sort()).toEqual(['all.jsonl', 'all.manifest.json']);
});

/** Imported mail comes in closed. */
async function showEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^All/ }).first().click();
  await expect(conversation(page, /Mavi vazo/)).toBeVisible();
}
