// Spreadsheets as LibreOffice reads them, where this machine has it: letters, lines, times, and no formula that runs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runExport } from '../../../electron/transfer/run-export.ts';
import { chunkOf } from './chunks.ts';
import { exportTaskIn, worldOf } from './played-store.ts';

const office = '/usr/bin/soffice';
/** A first start makes a profile: 5 s, and more beside other work. */
const patienceMs = 120_000;
/** Comma, double quote, UTF-8: of LibreOffice's CSV filter. */
const plainCsv = 'csv:Text - txt - csv (StarCalc):44,34,76';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'defter-sheets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(!existsSync(office)).each([
  ['xlsx', []],
  ['csv', ['--infilter=CSV:59,34,76']], // the semicolon of Turkish
] as const)(
  '%s',
  async (format, reading) => {
    const texts = ['=1+1', '+90 555', 'Καλημέρα, şu\n"kırık" vazo'];
    const task = exportTaskIn(folder, format, `all.${format}`, 'tr');
    await runExport(task, worldOf([chunkOf(texts.map((text) => ({ text })))]), new AbortController().signal);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const target = join(folder, 'read');
    execFileSync(
      office,
      [profile, '--headless', ...reading, '--convert-to', plainCsv, '--outdir', target, join(folder, `all.${format}`)],
      { stdio: 'pipe', timeout: patienceMs },
    );
    const sheet = readFileSync(join(target, 'all.csv'), 'utf8');
    for (const cell of [`'=1+1`, `'+90 555`, 'Ayşe Öztürk', '"Καλημέρα, şu\n""kırık"" vazo"'])
      expect(sheet).toContain(cell);
    expect(sheet).toMatch(/2026-03-05 15:00/);
    expect(sheet.match(/shop@defter\.example/g)).toHaveLength(texts.length);
  },
  patienceMs,
);
