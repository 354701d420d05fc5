// Exports in the real app: every format from the demo shop, read by other programs; a hostile mail stays words.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { wholeDemo } from '../harness/app-steps.ts';
import { exportAs, hashOf, zipNames, zipText } from '../harness/exports.ts';
import { launchApp, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';

let app: LaunchedApp;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'defter-exports-'));
  app = await launchApp({ isDemo: true });
  await wholeDemo(app.page);
});

test.afterAll(async () => {
  await app.kill();
  removeProfile(app.userData);
  rmSync(folder, { recursive: true, force: true });
});

/** What mutt says at the foot of its list; it wants a terminal. */
function countedByMutt(mbox: string): number {
  const screen = execFileSync(
    'script',
    ['-qec', `mutt -nR -f '${mbox}' -e 'set quit=yes folder=/tmp' -e 'push q'`, '/dev/null'],
    { encoding: 'latin1', env: { ...process.env, TERM: 'xterm' }, stdio: ['ignore', 'pipe', 'pipe'], timeout: 20_000 },
  );
  return Number(/Msgs:(\d+)/.exec(screen)?.[1]);
}

test('everything as JSON Lines: as many lines as were promised, told with size and hash', async () => {
  const target = join(folder, 'all.jsonl');
  const { promised, messages, sha256 } = await exportAs(app, 'Everything (JSON Lines)', target);
  expect([promised, promised + 1]).toContain(messages); // a customer may write in between
  const lines = readFileSync(target, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; text?: string });
  expect(lines[0]?.type).toBe('header');
  expect(lines.filter(({ type }) => type === 'message')).toHaveLength(messages);
  expect(lines.some(({ type, text = '' }) => type === 'message' && /[şğıİ]/.test(text))).toBe(true);
  const manifest = JSON.parse(readFileSync(join(folder, 'all.manifest.json'), 'utf8')) as {
    counts: { messages: number };
    files: { sha256: string }[];
  };
  expect(manifest.counts.messages).toBe(messages);
  expect(manifest.files[0]?.sha256).toBe(hashOf(target));
  expect(sha256).toBe(hashOf(target));
});

test('PDF: pages, zone, hashes, every language readable by pdftotext', async () => {
  const target = join(folder, 'all.pdf');
  await exportAs(app, 'PDF', target);
  const pdf = readFileSync(target).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf).toContain('/StructTreeRoot');
  const words = execFileSync('pdftotext', ['-layout', target, '-'], { encoding: 'utf8', maxBuffer: 50_000_000 });
  expect(words).toMatch(/Page 1 of \d+/);
  expect(words).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d GMT[+-]\d\d:\d\d/);
  expect(words).toContain('Emily Carter');
  expect(words).toMatch(/[Α-Ωα-ω]{4,}/);
});

test('HTML: one file that loads nothing', async () => {
  const target = join(folder, 'all.html');
  await exportAs(app, 'Web page (HTML)', target);
  const html = readFileSync(target, 'utf8');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<(script|iframe|img|link|object|form)\b/i);
});

test('spreadsheets: CSV with BOM, XLSX with as many rows as messages and notes', async () => {
  const csv = join(folder, 'all.csv');
  await exportAs(app, 'CSV', csv);
  expect(readFileSync(csv).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const xlsx = join(folder, 'all.xlsx');
  const { messages } = await exportAs(app, 'Excel (XLSX)', xlsx);
  expect((zipText(xlsx, 'xl/worksheets/sheet1.xml').match(/<row>/g) ?? []).length).toBe(messages + 1);
});

test('mails: an mbox that a mail program counts right, single mails in a zip with their attachments inside', async () => {
  const mbox = join(folder, 'all.mbox');
  const { messages } = await exportAs(app, 'Mail archive (mbox)', mbox, {
    attachments: 'All, download what is missing',
  });
  const separators = readFileSync(mbox, 'latin1').match(/^From \S+ \w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/gm) ?? [];
  expect(separators).toHaveLength(messages);
  expect(countedByMutt(mbox)).toBe(messages);
  expect(readFileSync(mbox, 'latin1')).toMatch(/Content-Disposition: attachment; filename=/);
  const eml = join(folder, 'all-mails.zip');
  const single = await exportAs(app, 'Single mails (EML)', eml);
  expect(zipNames(eml).filter((name) => name.endsWith('.eml'))).toHaveLength(single.messages);
});

test('one conversation with its attachments, from its menu: a zip that holds the files under their hashes', async () => {
  const { page } = app;
  await page
    .getByRole('option', { name: /σπασμένο/i })
    .first()
    .click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  const target = join(folder, 'one.zip');
  await exportAs(app, 'PDF', target, { isOpen: true, attachments: 'All, download what is missing' });
  const names = zipNames(target);
  expect(names).toContain('messages.pdf');
  const manifest = JSON.parse(zipText(target, 'manifest.json')) as { files: { name: string; sha256: string }[] };
  const pictures = manifest.files.filter(({ name }) => name.startsWith('attachments/'));
  expect(pictures.length).toBeGreaterThan(0);
  for (const { name, sha256 } of pictures) {
    expect(names).toContain(name);
    expect(name).toContain(sha256.slice(0, 12));
  }
});
