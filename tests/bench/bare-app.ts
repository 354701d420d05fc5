// Starts the app as `npm start` does, with nothing between: no test runner's loader, no debugger until somebody attaches.
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { electronRuntime } from '../../electron/launch/electron-runtime.mjs';
import { projectRoot } from '../../electron/launch/project.mjs';
import { LaunchError } from '../../electron/launch/say.mjs';
import { sandboxArguments } from '../../electron/launch/start-app.mjs';

export interface BareApp {
  pid: number;
  /** Epoch ms, with fractions. */
  spawnedAt: number;
  /** Attaches a debugger to the page for the length of `work`. */
  withPage<T>(work: (page: Page) => Promise<T>): Promise<T>;
  /** Ends the app as a system that shuts down does; by force when it does not go within 10 s. */
  end(): Promise<void>;
}

const endsWithinMs = 10_000;
const listensWithinMs = 60_000;

/** The clock that the page's marks can be compared with. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

/** Spawns the app with a profile of its own. */
export async function startBareApp(args: readonly string[], userData: string): Promise<BareApp> {
  const runtime = await electronRuntime();
  const all = [...sandboxArguments(runtime.folder), '--remote-debugging-port=0', projectRoot, ...args];
  const env = { ...process.env, DEFTER_USER_DATA: userData };
  const spawnedAt = nowMs();
  const child = spawn(runtime.program, all, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const { pid } = child;
  if (pid === undefined) throw new LaunchError(`Could not start ${runtime.program}`);
  const address = debuggerAddress(child);
  address.catch(() => undefined); // told to whoever attaches
  return {
    pid,
    spawnedAt,
    async withPage(work) {
      const browser = await chromium.connectOverCDP(await address);
      try {
        return await work(await pageOf(browser));
      } finally {
        await browser.close();
      }
    },
    end: () => end(child),
  };
}

/** Chromium writes it to stderr once it listens. */
function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let written = '';
    const fail = (reason: string): void => {
      reject(new Error(`The app has no debugger to attach to: ${reason}\n${written.slice(-2000)}`));
    };
    const timer = setTimeout(() => {
      fail('it took too long');
    }, listensWithinMs);
    child.stderr?.on('data', (chunk: Buffer) => {
      written = (written + chunk.toString()).slice(-20_000);
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(written)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`it ended with code ${String(code)}`);
    });
  });
}

async function pageOf(browser: Browser): Promise<Page> {
  for (let tries = 0; tries < 200; tries += 1) {
    const page = browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((each) => each.url().startsWith('app:'));
    if (page) return page;
    await wait(50);
  }
  throw new Error('The app has no page');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
  await ended;
  clearTimeout(killer);
}
