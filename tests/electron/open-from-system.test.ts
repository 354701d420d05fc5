// What the system gives to open: a mail file is looked into before anything is imported, a mailto: link begins a mail.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, removeProfile } from '../harness/launch-app.ts';

const mail = (subject: string) =>
  `Message-ID: <${subject.replaceAll(' ', '-')}@customer.example>\r\nDate: Tue, 3 Mar 2026 10:00:00 +0000\r\nFrom: Ayla Demir <ayla@customer.example>\r\n` +
  `To: shop@defter.example\r\nSubject: ${subject}\r\n\r\nIs it still there?\r\n`;

test('.eml files given at the start and later: their previews in turn; closed, nothing was imported', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'defter-open-'));
  const files = ['Walnut tray', 'Blue vase', 'A plate'].map((subject) => {
    const file = join(folder, `${subject}.eml`);
    writeFileSync(file, mail(subject));
    return file;
  });
  const app = await launchApp({ opens: files.slice(0, 1) });
  const openLater = (file: string | undefined) =>
    app.electron.evaluate(({ app: running }, path) => {
      running.emit('second-instance', {}, ['defter', path], '/');
    }, file);
  try {
    const box = app.page.getByRole('dialog');
    await expect(box.getByText('1 file', { exact: true })).toBeVisible();
    await openLater(files[1]);
    await expect(box.getByText('2 files', { exact: true })).toBeVisible();
    await box.getByRole('button', { name: 'Import…' }).click();
    await expect(box.getByRole('cell', { name: 'Walnut tray' })).toBeVisible();
    await expect(box.getByRole('cell', { name: 'Blue vase' })).toBeVisible();
    await expect(box.getByText('2 messages', { exact: true })).toBeVisible();
    await openLater(files[2]);
    await box.getByRole('button', { name: 'Cancel' }).click();
    await expect(box.getByText('1 file', { exact: true })).toBeVisible();
    await box.getByRole('button', { name: 'Import…' }).click();
    await expect(box.getByRole('cell', { name: 'A plate' })).toBeVisible();
    await expect(box.getByText('1 message', { exact: true })).toBeVisible();
    await box.getByRole('button', { name: 'Cancel' }).click();
    await expect(app.page.getByRole('button', { name: /Add your e-mail/ })).toBeVisible();
  } finally {
    await app.quit();
    removeProfile(app.userData);
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a mailto: link of another program, while Defter runs: a mail with its people, subject and words', async () => {
  const app = await launchApp({ isDemo: true });
  try {
    await app.page.getByRole('option').first().waitFor();
    await app.electron.evaluate(({ app: running }) => {
      const link =
        'mailto:ay%C5%9Fe@customer.example?subject=Mavi%20vazo&body=Merhaba%0AHa%C5%9F%C3%A2%20%3Cb%3E&attach=/etc/passwd';
      running.emit('second-instance', {}, ['defter', link], '/');
    });
    await expect(app.page.getByRole('textbox', { name: 'Subject' })).toHaveValue('Mavi vazo');
    await expect(app.page.getByText('ayşe@customer.example').first()).toBeVisible();
    await expect(app.page.getByText('Haşâ <b>').first()).toBeVisible();
    await expect(app.page.getByText('passwd')).toHaveCount(0);
  } finally {
    await app.kill();
    removeProfile(app.userData);
  }
});
