// The monthly export by a clock that the test moves: once a month, missed months made up for, tried again when the disk refused.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { textIn } from '../../../electron/main/text.ts';
import { ExportSchedule } from '../../../electron/main/transfer/export-schedule.ts';
import { runExport } from '../../../electron/transfer/run-export.ts';
import { errorData } from '../../../shared/errors.ts';
import type { ExportSchedule as Schedule } from '../../../shared/model/export.ts';
import { ManualClock } from '../../store/manual-clock.ts';
import { chunkOf } from '../transfer/chunks.ts';
import { exportTaskIn, worldOf } from '../transfer/played-store.ts';

const hourMs = 3_600_000;
const never = new AbortController().signal;

let root: string;
let folder: string;
let clock: ManualClock;
let stored: Schedule | undefined;
/** What was asked for, with how it ended. */
let runs: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'defter-schedule-'));
  folder = join(root, 'months');
  mkdirSync(folder);
  clock = new ManualClock(new Date(2026, 10, 5, 9).getTime());
  stored = undefined;
  runs = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A start of the app; exports run as in the transfer process, from a store that holds one message. */
function startApp(): ExportSchedule {
  const schedule = new ExportSchedule({
    log: () => undefined,
    file: {
      get exportSchedule() {
        return stored;
      },
      saveExportSchedule: (next) => (stored = next ?? undefined),
    },
    appName: 'Defter',
    exports: () => ({
      runScheduled: async (request, targetPath) => {
        const task = {
          ...exportTaskIn(root, request.format, ''),
          request,
          workDir: join(root, `work-${runs.length}`),
          targetPath,
        };
        const outcome = await runExport(task, worldOf([chunkOf([{ text: 'Merhaba' }])]), never).then(
          () => 'done',
          (thrown: unknown) => errorData(thrown).code,
        );
        runs.push(`${basename(targetPath)} ${outcome}`);
        return outcome === 'done';
      },
    }),
    text: () => textIn('en'),
    language: () => 'en',
    now: () => clock.now,
    schedule: clock.schedule,
    askFolder: async () => folder,
  });
  schedule.start();
  return schedule;
}

const patience = { timeout: 30_000 };
/** Hours go by until so many exports have come to their end: files are written in real time. */
const hasRun = (count: number) =>
  expect
    .poll(async () => {
      if (runs.length < count) await clock.advance(hourMs);
      return runs.length;
    }, patience)
    .toBe(count);
const lastMonthIs = (month: string) => expect.poll(() => stored?.lastMonth, patience).toBe(month);
const csvs = () => readdirSync(folder).filter((name) => name.endsWith('.csv'));

test('the month that is over, once, and the next when it is over too', async () => {
  const schedule = startApp();
  await clock.advance(2 * hourMs);
  expect(runs).toEqual([]); // nobody has asked for it
  await schedule.set({ format: 'csv', attachments: 'none' });
  await hasRun(1);
  expect(readFileSync(join(folder, 'Defter 2026-10.csv'), 'utf8')).toContain('Merhaba');
  await lastMonthIs('2026-10');
  for (let hour = 0; hour < 30; hour++) await clock.advance(hourMs);
  expect(runs).toEqual(['Defter 2026-10.csv done']);
  clock.now = new Date(2026, 11, 1, 0, 30).getTime();
  await hasRun(2);
  expect(runs[1]).toBe('Defter 2026-11.csv done');
  schedule.stop();
  await clock.advance(24 * hourMs);
  expect(runs).toHaveLength(2);
});

test('months that ended while the computer was off, oldest first', async () => {
  stored = { format: 'csv', attachments: 'none', folder, lastMonth: '2026-07' };
  startApp().stop(); // too short for the first look
  await clock.advance(hourMs);
  expect(runs).toEqual([]);
  startApp();
  await hasRun(3);
  await lastMonthIs('2026-10');
  expect(csvs()).toEqual(['Defter 2026-08.csv', 'Defter 2026-09.csv', 'Defter 2026-10.csv']);
});

test('the folder is gone, the disk is full: nothing counts as done, and it is tried again', async () => {
  stored = { format: 'csv', attachments: 'none', folder, lastMonth: '2026-09' };
  rmSync(folder, { recursive: true });
  startApp();
  await hasRun(1);
  expect(stored.lastMonth).toBe('2026-09');
  mkdirSync(folder);
  symlinkSync('/dev/full', join(folder, 'Defter 2026-10.csv.part'));
  await hasRun(3);
  expect(runs).toEqual(['Defter 2026-10.csv storage', 'Defter 2026-10.csv storage', 'Defter 2026-10.csv done']);
  await lastMonthIs('2026-10');
  expect(csvs()).toEqual(['Defter 2026-10.csv']);
});
