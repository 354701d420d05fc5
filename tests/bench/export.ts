// The bench "export": every format from the dialog of the real app, over as many messages as a shop of some years has.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../../electron/launch/say.mjs';
import { exportAs } from '../harness/exports.ts';
import { launchApp, removeProfile, type LaunchedApp } from '../harness/launch-app.ts';
import { plainFigure, rounded, type Figure, type Outcome } from './figures.ts';
import { readWatch, watchPage } from './page-watch.ts';
import { memoryOf } from './process-tree.ts';
import { seedMessages } from './seed-messages.ts';

const formats = [
  { format: 'jsonl', radio: 'Everything (JSON Lines)', extension: 'jsonl' },
  { format: 'csv', radio: 'CSV', extension: 'csv' },
  { format: 'xlsx', radio: 'Excel (XLSX)', extension: 'xlsx' },
  { format: 'mbox', radio: 'Mail archive (mbox)', extension: 'mbox' },
  { format: 'eml', radio: 'Single mails (EML)', extension: 'zip' },
  { format: 'html', radio: 'Web page (HTML)', extension: 'zip' },
  { format: 'pdf', radio: 'PDF', extension: 'zip' },
] as const;

/** As the issue asks. */
const longestStallMs = 50;
/** Looking takes the kernel some 20 ms, in which the processes' memory is held. */
const memoryEveryMs = 2000;
/** What the page shows while nothing is exported, in the same minute: other programs on the machine. */
const idleMs = 10_000;
const exportTimeoutMs = 1_800_000;

interface Measured {
  messages: number;
  seconds: number;
  messagesPerSecond: number;
  /** Of all processes together, PSS, MB. */
  peakMemoryMB: number;
  restMemoryMB: number;
  bytes: number;
  longestStallMs: number;
  /** Longest stall of the page in the {@link idleMs} before. */
  idleStallMs: number;
}

export async function exportBench({
  messages = 100_000,
  pdf = 3000,
}: Readonly<Record<string, number>>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'defter-bench-'));
  const app = await launchApp({ isDemo: true });
  const report: Record<string, Measured> = {};
  try {
    await app.page.getByRole('option').first().waitFor();
    say(`Writing ${messages} messages ...`);
    await seedMessages(app.page, messages, Math.min(pdf, messages));
    await app.page.getByRole('option').first().waitFor();
    await app.page.waitForTimeout(30_000); // the search index is read anew after the reload
    for (const { format, radio, extension } of formats) {
      say(`Exporting as ${format} ...`);
      report[format] = await measure(app, radio, join(folder, `all-${format}.${extension}`), format === 'pdf');
    }
  } finally {
    await app.kill();
    removeProfile(app.userData);
    rmSync(folder, { recursive: true, force: true });
  }
  return outcomeOf(messages, report);
}

async function measure(app: LaunchedApp, radio: string, target: string, isPart: boolean): Promise<Measured> {
  const pid = app.electron.process().pid ?? 0;
  const restMemoryMB = memoryOf(pid).total;
  let peak = restMemoryMB;
  const looking = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid).total);
  }, memoryEveryMs);
  await watchPage(app.page, Infinity);
  try {
    await app.page.waitForTimeout(idleMs);
    const idle = (await readWatch(app.page)).stalls;
    const { messages, tookMs } = await exportAs(app, radio, target, {
      timeoutMs: exportTimeoutMs,
      isLeftAlone: true,
      ...(isPart ? { channel: 'eBay' } : {}),
    });
    const { stalls, clickedAt } = await readWatch(app.page);
    const during = stalls.filter(({ at }) => clickedAt !== null && at >= clickedAt).map(({ ms }) => ms);
    const seconds = tookMs / 1000;
    return {
      messages,
      seconds: rounded(seconds, 1),
      messagesPerSecond: Math.round(messages / seconds),
      peakMemoryMB: Math.round(peak),
      restMemoryMB: Math.round(restMemoryMB),
      bytes: statSync(target).size,
      longestStallMs: rounded(Math.max(0, ...during)),
      idleStallMs: rounded(Math.max(0, ...idle.map(({ ms }) => ms))),
    };
  } finally {
    clearInterval(looking);
    await app.page.reload();
    await app.page.getByRole('option').first().waitFor();
    await app.page.waitForTimeout(2000);
  }
}

function outcomeOf(messages: number, formatsMeasured: Record<string, Measured>): Outcome {
  const figures: Figure[] = Object.entries(formatsMeasured).flatMap(([format, one]) => [
    plainFigure(`${format}: messages per second`, one.messagesPerSecond, `(${one.messages} in ${one.seconds} s)`),
    plainFigure(`${format}: peak memory of all processes`, one.peakMemoryMB, `MB (${one.restMemoryMB} at rest)`),
    plainFigure(`${format}: size`, one.bytes, 'bytes'),
    plainFigure(`${format}: longest stall of the page`, one.longestStallMs, `ms (${one.idleStallMs} before)`, {
      atMost: longestStallMs,
    }),
  ]);
  return {
    report: { bench: 'export', messages, formats: formatsMeasured },
    figures,
    notes: ['From the click that starts to the end, the place already chosen. PDF is measured over one channel only.'],
  };
}
