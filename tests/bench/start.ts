// The bench "start": the demo shop from the launch of its process to an inbox that can be used, and its memory at rest.
import { setTimeout as wait } from 'node:timers/promises';
import { say } from '../../electron/launch/say.mjs';
import { newProfile, removeProfile } from '../harness/launch-app.ts';
import { startBareApp } from './bare-app.ts';
import { bundleSizes } from './bundle-sizes.ts';
import { plainFigure, quantile, rounded, spreadFigure, spreadOf, type Figure, type Outcome } from './figures.ts';
import { memoryOf, processorTimeOf, strangersOf, type Memory } from './process-tree.ts';

interface Start {
  /** The page's own clock starts: Electron, main and the window are there. */
  pageBeginsMs: number;
  firstPaintMs: number;
  usableMs: number;
  /** Rows with words in them when the marks were read: what "usable" promises. */
  rowsDrawn: number;
  /** Processor time of all processes while the app was left alone: unlike the clock, other programs hardly change it. */
  processorSeconds: number;
  memory: Memory;
  strangers: number;
}

/** Nobody looks at the app before this, so that looking does not slow down what is measured. */
const leftAloneMs = 4000;
const usableWithinMs = 60_000;

export async function start({ runs = 7, idle = 10 }: Readonly<Record<string, number>>): Promise<Outcome> {
  const userData = newProfile();
  const starts: Start[] = [];
  try {
    for (let run = 0; run <= runs; run += 1) {
      const isWarmUp = run === 0;
      const one = await startOnce(userData, isWarmUp ? 0 : idle * 1000);
      say(
        `${isWarmUp ? 'Warm-up' : `Run ${run} of ${runs}`}: first paint ${rounded(one.firstPaintMs)} ms, usable ${rounded(one.usableMs)} ms, PSS ${rounded(one.memory.total)} MB`,
      );
      if (!isWarmUp) starts.push(one);
    }
  } finally {
    removeProfile(userData);
  }
  return outcomeOf(starts, idle);
}

async function startOnce(userData: string, idleMs: number): Promise<Start> {
  const app = await startBareApp(['--demo'], userData);
  try {
    await wait(leftAloneMs);
    const processorSeconds = Object.values(processorTimeOf(app.pid)).reduce((sum, seconds) => sum + seconds, 0);
    const marks = await app.withPage(async (page) => {
      await page.waitForFunction(() => performance.getEntriesByName('defter:usable').length > 0, undefined, {
        timeout: usableWithinMs,
      });
      return page.evaluate(() => ({
        timeOrigin: performance.timeOrigin,
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
        usable: performance.getEntriesByName('defter:usable')[0]?.startTime ?? NaN,
        rowsDrawn: [...document.querySelectorAll('[data-inbox-list] [role=option]')].filter(
          (row) => row.textContent !== '',
        ).length,
      }));
    });
    if (marks.rowsDrawn === 0) throw new Error('The inbox called itself usable, but its list is empty');
    await wait(idleMs);
    return {
      pageBeginsMs: marks.timeOrigin - app.spawnedAt,
      firstPaintMs: marks.timeOrigin + marks.paint - app.spawnedAt,
      usableMs: marks.timeOrigin + marks.usable - app.spawnedAt,
      rowsDrawn: marks.rowsDrawn,
      processorSeconds,
      memory: memoryOf(app.pid),
      strangers: strangersOf(app.pid),
    };
  } finally {
    await app.end();
  }
}

function outcomeOf(starts: readonly Start[], idle: number): Outcome {
  const pageBeginsMs = spreadOf(starts.map((one) => one.pageBeginsMs));
  const firstPaintMs = spreadOf(starts.map((one) => one.firstPaintMs));
  const usableMs = spreadOf(starts.map((one) => one.usableMs));
  const processorSeconds = spreadOf(
    starts.map((one) => one.processorSeconds),
    1,
  );
  const total = spreadOf(starts.map(({ memory }) => memory.total));
  const roles = [...new Set(starts.flatMap(({ memory }) => Object.keys(memory.byProcess)))];
  const byProcess = Object.fromEntries(
    roles.map((role) => [
      role,
      quantile(
        starts.map(({ memory }) => memory.byProcess[role] ?? 0),
        0.5,
      ),
    ]),
  );
  const bundleKB = bundleSizes();
  const strangers = Math.max(...starts.map((one) => one.strangers));
  const figures: Figure[] = [
    spreadFigure('Page begins', pageBeginsMs, 'ms'),
    spreadFigure('First paint', firstPaintMs, 'ms', { atMost: 1200 }),
    spreadFigure('Usable', usableMs, 'ms', { atMost: 1500 }),
    spreadFigure(`Processor time in the first ${leftAloneMs / 1000} s`, processorSeconds, 's'),
    spreadFigure(`PSS after ${idle} s`, total, 'MB', { atMost: 350 }),
    ...Object.entries(byProcess).map(([role, megabytes]) => plainFigure(`  ${role}`, megabytes, 'MB')),
    ...Object.entries(bundleKB).map(([group, kilobytes]) => plainFigure(`Built: ${group}`, kilobytes, 'kB')),
  ];
  const notes = [
    `${starts.length} starts after one to warm up, all with one profile; times from spawn, median (lowest … highest).`,
    ...(strangers > 0
      ? [`${strangers} processes of other apps on the same Electron were running: shared pages make PSS look smaller.`]
      : []),
  ];
  const report = {
    bench: 'start',
    runs: starts.length,
    pageBeginsMs,
    firstPaintMs,
    usableMs,
    processorSeconds,
    pssMB: { total: total.median, min: total.min, max: total.max, byProcess, otherElectronProcesses: strangers },
    bundleKB,
  };
  return { report, figures, notes };
}
