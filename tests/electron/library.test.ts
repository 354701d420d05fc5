// The library at work in the real app: files in and out, replies made of sent ones, what they do when sent, and who signs them.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import {
  conversation,
  noticeUndo,
  openConversation,
  replyField,
  runCommand,
  savedDraft,
} from '../harness/app-steps.ts';
import { launchApp, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';

let app: LaunchedApp;
let page: Page;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'defter-library-'));
  app = await launchApp({ isDemo: true });
  ({ page } = app);
  await expect(conversation(page, /Emily Carter/)).toBeVisible();
});

test.afterAll(async () => {
  await app.kill();
  removeProfile(app.userData);
  rmSync(folder, { recursive: true, force: true });
});

const library = () => page.getByRole('dialog', { name: 'Canned replies' });
const inLibrary = (name: RegExp) => library().getByRole('option', { name });
const leaveLibrary = () => library().getByRole('button', { name: 'Inbox', exact: true }).click();
const goTo = (name: RegExp) =>
  page.getByRole('navigation', { name: 'Folders and channels' }).getByRole('button', { name }).click();
const inFolder = (name: RegExp) => library().getByRole('navigation').getByRole('button', { name }).click();

/** Puts the reply with these words into the open conversation by “/”. */
async function insert(words: string, name: RegExp): Promise<void> {
  await replyField(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type(`/${words}`);
  await page.getByRole('listbox', { name: 'Canned replies' }).getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('Enter');
}

test('a table of another program comes in: columns found, nothing doubled, taken back by undo; ours goes out and comes in again', async () => {
  await runCommand(page, 'Canned replies');
  const readFile = async (name: string, words: string) => {
    await library().getByRole('button', { name: 'Import and export' }).click();
    const chooses = page.waitForEvent('filechooser');
    await transfer.getByRole('button', { name: 'Read a file…' }).click();
    await (await chooses).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });
  };
  const transfer = page.getByRole('dialog', { name: 'Import and export' });
  const table = [
    'Name;Category;Language;Message',
    '"Kiln dates";"Workshop";"English";"Hello {{contact.first_name}},\n\nthe kiln is fired every Tuesday. Your plate is ready by {{date}}."',
    '"Fırın günleri";"Workshop";"Turkish";"Merhaba {{contact.first_name}}, fırın her salı yanıyor."',
    '"No text";"";"English";""',
  ].join('\n');
  await readFile('macros.csv', `\ufeff${table}`);
  await expect(transfer.getByRole('status')).toContainText('2 new');
  await transfer.getByRole('button', { name: 'Import 2' }).click();
  await inFolder(/^Workshop/);
  await expect(inLibrary(/Kiln dates/)).toBeVisible();
  await noticeUndo(page, '2 replies imported');
  await expect(inLibrary(/Kiln dates/)).toHaveCount(0);
  await readFile('macros.csv', table);
  await transfer.getByRole('button', { name: 'Import 2' }).click();
  await expect(inLibrary(/Kiln dates/)).toBeVisible();

  // out to a file, and nothing new comes of it
  const target = join(folder, 'ours.json');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  await library().getByRole('button', { name: 'Import and export' }).click();
  await transfer.getByRole('button', { name: 'Save ours to a file' }).click();
  const told = () => (existsSync(target) ? readFileSync(target, 'utf8') : '');
  await expect.poll(told).toMatch(/\}\s*$/); // whole
  await page.keyboard.press('Escape');
  await expect(transfer).toHaveCount(0);
  await expect(library()).toBeVisible();
  const ours = told();
  expect(ours).toContain('{{customer.firstName}}, fırın her salı yanıyor.');
  await readFile('ours.json', ours);
  await expect(transfer.getByRole('status')).toContainText('2 are here already');
  await expect(transfer.getByRole('button', { name: 'Nothing to import' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await leaveLibrary();
});

test('a reply that tags, snoozes and reminds: its open field keeps it back, then all of it is done', async () => {
  await runCommand(page, 'Canned replies');
  await library().getByRole('button', { name: 'New reply' }).click();
  const english = library().getByRole('region', { name: 'English' });
  await english.getByLabel('Title').fill('Glaze sample on its way');
  await english.getByRole('textbox', { name: 'Text in English' }).click();
  await page.keyboard.type(
    'Hello {{customer.firstName}}, the sample leaves on {{date}}, and it will be yours by {{date}}.',
  );
  await library().getByLabel('Add tags').fill('Sample');
  await page.keyboard.press('Enter');
  await library().getByLabel('What happens to the conversation').click();
  await page.getByRole('option', { name: 'Snooze the conversation' }).click();
  await library().getByLabel('Remind to follow up after (days)').fill('3');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Reply saved')).toBeVisible();
  await leaveLibrary();

  await goTo(/^Inbox/);
  await openConversation(page, /Mehmet Demir/);
  await insert('glaze sample', /Glaze sample/);
  await expect(page.getByText('When sent: tag Sample · snooze for 3 days · follow up after 3 days')).toBeVisible();
  await expect(page.getByText('2 fields are still open:')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article').filter({ hasText: 'the sample leaves on' })).toHaveCount(0);
  await page.getByRole('button', { name: 'date', exact: true }).click();
  await page.getByLabel('Fill in date').fill('2031-03-14');
  await page.keyboard.press('Enter');
  await expect(replyField(page)).toContainText(
    'the sample leaves on 14 March 2031, and it will be yours by 14 March 2031.',
  );
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article').filter({ hasText: 'the sample leaves on 14 March' })).toBeVisible();
  await goTo(/^Snoozed/);
  const row = conversation(page, /Mehmet Demir/);
  await expect(row).toContainText('Sample');
  await row.click();
  await expect(
    page.getByRole('complementary', { name: 'Customer' }).getByText('Ask whether all is well', { exact: true }).first(),
  ).toBeVisible();
});

test('a sent message becomes a canned reply: what is personal is a field, the coach improves it, only its author sees the draft', async () => {
  await goTo(/^Inbox/);
  await openConversation(page, /Oliver/);
  await replyField(page).fill(
    'Hello Oliver,\n\nUnfortunately the parcel is late. It reaches you tomorrow.\n\nWarm regards\nDefne',
  );
  await replyField(page).click();
  await page.keyboard.press('Control+Enter');
  const question = page.getByRole('button', { name: 'Send as it is' });
  const sent = page.getByRole('article').filter({ hasText: 'the parcel is late' });
  await expect(sent.or(question)).toBeVisible();
  if (await question.isVisible()) await question.click();
  await sent.getByRole('button', { name: 'Save as a canned reply' }).click();
  const english = library().getByRole('region', { name: 'English' });
  await expect(library().getByText('Only you see this draft.', { exact: false })).toBeVisible();
  const body = english.getByRole('textbox', { name: 'Text in English' });
  await expect(body.locator('[data-field="customer.firstName"]')).toHaveCount(1);
  await expect(body.locator('[data-field="agent.name"]')).toHaveCount(1);
  await expect(body).not.toContainText('Oliver');
  const hint = english.getByRole('note').filter({ hasText: 'Unfortunately' });
  await expect(hint).toBeVisible();
  await hint.getByRole('button', { name: 'Use it' }).click();
  await expect(body).not.toContainText('Unfortunately');
  await english.getByLabel('Title').fill('Late parcel, kindly');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Reply saved')).toBeVisible();
  await inFolder(/^My drafts/);
  await expect(inLibrary(/Late parcel, kindly/)).toBeVisible();
  await leaveLibrary();
  await replyField(page).click();
  await page.keyboard.type('/late parcel, kindly');
  await expect(page.getByText('No canned reply has these words.')).toBeVisible();
  await page.keyboard.press('Escape');

  // shared with the shop it is offered to everybody
  await runCommand(page, 'Canned replies');
  await inFolder(/^My drafts/);
  await inLibrary(/Late parcel, kindly/).click();
  await library().getByRole('button', { name: 'Share with the shop' }).click();
  await expect(inLibrary(/Late parcel, kindly/)).toHaveCount(0);
  await leaveLibrary();
  await insert('late parcel, kindly', /Late parcel, kindly/);
  await expect(replyField(page)).toContainText('Oliver');
  await replyField(page).fill('');
});

test('another person answers: added, switched to, and their name and signature go out', async () => {
  await runCommand(page, 'Shop: card, voice, people, facts');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByText('People', { exact: true }).click();
  await settings.getByRole('button', { name: 'Add a person' }).click();
  await settings.getByLabel('Name', { exact: true }).last().fill('Zeynep');
  await settings.getByLabel('Signature').last().fill('Zeynep · Mavi Çini workshop');
  // what is not saved yet waits, and is marked, while something else is looked at
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
  await runCommand(page, 'Shop: card, voice, people, facts');
  await expect(settings.getByRole('img', { name: 'Unsaved changes' })).toHaveCount(2);
  await settings.getByText('People', { exact: true }).click();
  await expect(settings.getByLabel('Signature').last()).toHaveValue('Zeynep · Mavi Çini workshop');
  await settings.getByRole('radio', { name: 'Zeynep is answering now' }).click();
  await expect(settings.getByRole('radio', { name: 'Zeynep is answering now' })).toBeChecked();
  await expect(settings.getByRole('img', { name: 'Unsaved changes' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Answering: Zeynep' })).toBeVisible();

  await goTo(/^Inbox/);
  await openConversation(page, /Sofia Rossi/);
  await insert('bulk order', /Bulk order/);
  await expect(replyField(page)).toContainText('Zeynep, Mavi Çini');
  await replyField(page).fill('Dear Sofia, thank you. The list is with you today.');
  await replyField(page).click();
  await page.keyboard.press('Control+Enter');
  const sent = page.getByRole('article').filter({ hasText: 'The list is with you today.' });
  await sent.getByRole('button', { name: 'Show quoted text and signature' }).click();
  await expect(sent).toContainText('Zeynep · Mavi Çini workshop');

  await runCommand(page, 'Switch who is answering');
  await page.getByRole('dialog').getByRole('radio', { name: 'Mert' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Switch' }).click();
  await expect(page.getByRole('button', { name: 'Answering: Mert' })).toBeVisible();
});

test('Ctrl+Enter sends what was written, whole: no line break at the caret, no gap for a second Enter, nothing left to be sent twice', async () => {
  test.setTimeout(60_000);
  await goTo(/^All/);
  for (const [who, pauseMs] of [
    [/Mehmet Demir/, 0],
    [/Burak Y/, 150],
    [/Hakan G/, 300],
  ] as const) {
    await openConversation(page, who);
    await replyField(page).click();
    await page.keyboard.type('First line.');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Last words.');
    for (let index = 0; index < 8; index += 1) await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(pauseMs); // the draft is being saved, or is on its way back
    await page.keyboard.press('Control+Enter');
    const sent = page.getByRole('article').filter({ hasText: 'Last words.' });
    await expect(sent).toBeVisible();
    expect(await sent.innerText()).toContain('First line.\n\nLast words.');
    await expect(replyField(page)).toHaveText('');
    await expect(conversation(page, who).first().getByText('Draft')).toHaveCount(0);
  }

  // faster than the screen is drawn: what counts is what was written
  await openConversation(page, /Sofia Rossi/);
  await replyField(page).click();
  await page.evaluate(async () => {
    document.execCommand('insertText', false, 'Written in one breath, and sent.');
    await Promise.resolve(); // the editor knows of it, the screen not yet
    const key = { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
  });
  await expect(page.getByRole('article').filter({ hasText: 'in one breath' })).toBeVisible();

  // deleted while it comes back from being saved: it stays deleted
  await openConversation(page, /Mehmet Demir/);
  await replyField(page).fill('To be deleted again.');
  await page.evaluate(async () => {
    const isSaved = () =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('defter');
        opening.onsuccess = () => {
          const reading: IDBRequest<{ text: string }[]> = opening.result
            .transaction('drafts')
            .objectStore('drafts')
            .getAll();
          reading.onsuccess = () => {
            resolve(reading.result.some(({ text }) => text.includes('To be deleted')));
            opening.result.close();
          };
        };
      });
    while (!(await isSaved()));
    document.execCommand('selectAll');
    document.execCommand('delete');
  });
  await page.keyboard.type('Begun anew');
  await savedDraft(page, 'Begun anew');
  await expect(replyField(page)).toHaveText('Begun anew');
  await replyField(page).fill('');
});

test('what is not saved waits in the library while other screens are looked at', async () => {
  await runCommand(page, 'Canned replies');
  await library().getByRole('button', { name: 'New reply' }).click();
  const title = library().getByRole('region', { name: 'English' }).getByLabel('Title');
  await title.fill('Half written');
  await leaveLibrary();
  await runCommand(page, 'Canned replies');
  await expect(title).toHaveValue('Half written');
  await library().getByRole('button', { name: 'Discard', exact: true }).click();
  await leaveLibrary();
  await runCommand(page, 'Canned replies');
  await expect(title).not.toHaveValue('Half written');
  await leaveLibrary();
});
