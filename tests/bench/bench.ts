// Runs one bench on a screen that is ready for windows, and prints what came of it.
import { availableParallelism, cpus, loadavg } from 'node:os';
import { hasDisplay, openDisplay } from '../../electron/launch/display.mjs';
import { electronRuntime } from '../../electron/launch/electron-runtime.mjs';
import { runMain, say } from '../../electron/launch/say.mjs';
import { ensureSystem } from '../harness/system.mjs';
import { rounded, tableOf, type Outcome } from './figures.ts';
import { coach } from './coach.ts';
import { exportBench } from './export.ts';
import { list } from './list.ts';
import { privacy } from './privacy.ts';
import { search } from './search.ts';
import { start } from './start.ts';
import { sync } from './sync.ts';

type BenchName = 'start' | 'sync' | 'search' | 'list' | 'coach' | 'export' | 'privacy';
type Run = (options: Readonly<Record<string, number>>) => Promise<Outcome>;

const runs: Readonly<Record<BenchName, Run>> = { start, sync, search, list, coach, export: exportBench, privacy };

/** Runs `name` and prints a table, or with `isJson` one JSON object. Sets the exit code; says on stderr what goes on. */
export async function bench(
  name: BenchName,
  options: Readonly<Record<string, number>>,
  isJson: boolean,
): Promise<void> {
  await runMain(async () => {
    const { engine, close } = await stageFor(name);
    const loadAtStart = loadavg()[0] ?? 0;
    try {
      const outcome = await runs[name](options);
      const machine = {
        ...engine,
        cores: availableParallelism(),
        cpu: cpus()[0]?.model ?? 'unknown',
        load: [rounded(loadAtStart, 1), rounded(loadavg()[0] ?? 0, 1)],
      };
      if (isJson) {
        process.stdout.write(`${JSON.stringify({ ...outcome.report, machine })}\n`);
      } else {
        console.log(tableOf(outcome));
        console.log(
          `* ${Object.entries(engine).flat().join(' ')} on ${machine.cores} cores (${machine.cpu}), load ${machine.load.join(' to ')}`,
        );
      }
      return 0;
    } finally {
      close?.();
    }
  });
  if (!process.exitCode) say(`The bench "${name}" is done.`);
}

/** What a bench runs on: Electron with a screen, or for pure code this Node. */
async function stageFor(
  name: BenchName,
): Promise<{ engine: Record<string, string>; close?: (() => void) | undefined }> {
  if (name === 'coach') return { engine: { node: process.versions.node } };
  await ensureSystem(['electron']);
  const runtime = await electronRuntime();
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder;
  const display = hasDisplay() ? undefined : await openDisplay();
  Object.assign(process.env, display?.env);
  return { engine: { electron: runtime.version }, close: display === undefined ? undefined : () => display.close() };
}
