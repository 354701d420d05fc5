// Exports against a store that is played by a list: formats, parts, interruption at every slice, hostile words.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runExport } from '../../../electron/transfer/run-export.ts';
import type { ExportTask } from '../../../shared/contract/transfer-control.ts';
import type { ExportChunk, ExportFormat } from '../../../shared/model/export.ts';
import { chunkOf } from './chunks.ts';
import { exportTaskIn, worldOf } from './played-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'defter-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const taskFor = (format: ExportFormat, target: string, language: 'en' | 'tr' = 'en'): ExportTask =>
  exportTaskIn(folder, format, target, language);

const never = new AbortController().signal;

async function exported(format: ExportFormat, target: string, chunks: ExportChunk[], language: 'en' | 'tr' = 'en') {
  await runExport(taskFor(format, target, language), worldOf(chunks), never);
  return readFileSync(join(folder, target), 'utf8');
}

describe('formats', () => {
  test('CSV: formulas are words, separators follow the language, letters stay', async () => {
    const hostile = ['=1+1', '+90 555', '-2', '@cmd', '\t=1', ' =HYPERLINK("x")', '＝1+1', 'a "quoted";\nline'];
    const csv = await exported('csv', 'all.csv', [chunkOf(hostile.map((text) => ({ text })))], 'tr');
    expect(csv.startsWith('\ufeff"column.date";')).toBe(true);
    for (const text of hostile.slice(0, 7)) expect(csv).toContain(`;"'${text.replaceAll('"', '""')}";`);
    expect(csv).toContain('"a ""quoted"";\nline"');
    expect(csv).toContain('2026-03-05 15:00:00;"GMT+03:00";');
    expect(csv).toContain('Ayşe Öztürk');
  });

  test('mbox: lines that look like a separator are quoted at any depth, nothing else is', async () => {
    const text = 'From here\n>From there\n>>From far\nFromage';
    const mbox = await exported('mbox', 'all.mbox', [chunkOf([{ text }, { text: 'second' }])]);
    expect(mbox.match(/^From /gm)).toHaveLength(2);
    expect(mbox).toMatch(/^>From here$/m);
    expect(mbox).toMatch(/^>>From there$/m);
    expect(mbox).toMatch(/^>>>From far$/m);
    expect(mbox).toMatch(/^Fromage$/m);
    expect(mbox).not.toContain('\r');
  });

  test('EML: line ends as mails have them, whatever the text had', async () => {
    const texts = ['one\ntwo\r\nthree\rfour', 'şu\nbu'];
    const task = taskFor('eml', 'all.zip');
    await runExport(task, worldOf([chunkOf(texts.map((text) => ({ text, html: `<p>${text}</p>` })))]), never);
    const mails = execFileSync('unzip', ['-p', join(folder, 'all.zip'), '*.eml'], { encoding: 'utf8' });
    expect(mails).toContain('one\r\ntwo\r\nthree\r\nfour');
    expect(mails).not.toMatch(/\r(?!\n)|(?<!\r)\n/);
  });

  test('a name cannot add a header', async () => {
    const from = { name: 'Eve\r\nBcc: all@mail.example', address: 'eve@mail.example' };
    const mbox = await exported('mbox', 'all.mbox', [chunkOf([{ from, subject: 'a\r\nX-Evil: 1' }])]);
    expect(mbox).not.toMatch(/^(Bcc|X-Evil):/im);
  });

  test('HTML: markup of a mail is shown, never obeyed', async () => {
    const evil = '</div><script>alert(1)</script><img src=x onerror=alert(1)> \u202egpj.exe';
    const html = await exported('html', 'all.html', [chunkOf([{ text: evil, subject: evil, html: evil }])]);
    expect(html).not.toMatch(/<(script|img)\b/i);
    expect(html).not.toContain('\u202e');
    expect(html).toContain('&#60;script&#62;');
    expect(html).toContain('2026-03-05 15:00:00 GMT+03:00');
  });

  test('XLSX: a whole book whose cells are words', async () => {
    await runExport(
      taskFor('xlsx', 'all.xlsx'),
      worldOf([chunkOf([{ text: '=1+1 & <b>' }, { text: '\u0001x\ud800' }])]),
      never,
    );
    const sheet = execFileSync('unzip', ['-p', join(folder, 'all.xlsx'), 'xl/worksheets/sheet1.xml'], {
      encoding: 'utf8',
    });
    expect(sheet).toContain(`>'=1+1 &amp; &lt;b&gt;<`);
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/<row>/g)).toHaveLength(4);
  });

  test('HTML of many messages becomes a zip of pages, whatever name was asked for', async () => {
    const many = Array.from({ length: 5 }, (_, index) =>
      chunkOf(
        Array.from({ length: 500 }, () => ({})),
        `c${index}`,
      ),
    );
    await runExport(taskFor('html', 'all.zip'), worldOf(many), never);
    const names = execFileSync('unzip', ['-Z1', join(folder, 'all.zip')], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(names).toEqual(['manifest.json', 'messages-0001.html', 'messages-0002.html']);
  });
});

describe('interruption', () => {
  const chunks = Array.from({ length: 12 }, (_, index) =>
    chunkOf(
      Array.from({ length: 500 }, (_each, n) => ({ text: `${index}.${n}` })),
      `c${index}`,
    ),
  );

  test.each(['jsonl', 'csv', 'mbox', 'html', 'eml'] as const)(
    '%s goes on after every slice as if nothing had been',
    async (format) => {
      const target = format === 'eml' || format === 'html' ? 'all.zip' : `all.${format}`;
      const whole = taskFor(format, target);
      await runExport({ ...whole, workDir: join(folder, 'whole') }, worldOf(chunks), never);
      const expected = contentOf(join(folder, target));
      // before the plan is read, before the first checkpoint, behind it
      for (const failAt of [0, 6, 11]) {
        const task = { ...whole, workDir: join(folder, `cut-${failAt}`) };
        await expect(runExport(task, worldOf(chunks, failAt), never)).rejects.toThrow();
        const result = await runExport(task, worldOf(chunks), never);
        expect(result.messages).toBe(6000);
        expect(contentOf(join(folder, target))).toBe(expected);
      }
    },
    60_000,
  );

  /** Zips hold times of their own: their content counts. */
  function contentOf(path: string): string {
    if (!path.endsWith('.zip')) return readFileSync(path, 'utf8');
    return execFileSync('unzip', ['-p', path], { encoding: 'utf8', maxBuffer: 500_000_000 });
  }

  test('cancelled: nothing stands at the place', async () => {
    const stopping = new AbortController();
    stopping.abort();
    const task = taskFor('csv', 'all.csv');
    await expect(runExport(task, worldOf(chunks), stopping.signal)).rejects.toMatchObject({ code: 'cancelled' });
    expect(() => readFileSync(task.targetPath)).toThrow();
  });
});
