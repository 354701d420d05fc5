// Starts the real Electron app for a test, in a profile of its own, and ends it properly or not.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronRuntime } from '../../electron/launch/electron-runtime.mjs';
import { projectRoot } from '../../electron/launch/project.mjs';
import { isRoot, ordinaryPerson } from './ordinary-person.ts';
import { removeFolder } from './remove-folder.ts';

export interface LaunchOptions {
  /** A profile to go on with; a new one otherwise. */
  userData?: string;
  isDemo?: boolean;
  /** What the system asks it to open. */
  opens?: readonly string[];
  /** PEM file of the test servers' authority. */
  caFile?: string;
  language?: 'en' | 'tr' | 'el';
  env?: Record<string, string>;
  /** As somebody who is not root, with the sandbox on, even where the tests run as root. */
  isOrdinaryPerson?: boolean;
}

export interface LaunchedApp {
  electron: ElectronApplication;
  page: Page;
  userData: string;
  /** Start of the path of its processes. */
  program: string;
  /** Ends the app as its menu does. */
  quit(): Promise<void>;
  /** SIGKILL to main and everything it started; resolves when main has been reaped. */
  kill(): Promise<void>;
}

/** A new, empty profile folder. */
export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'defter-profile-'));
}

export function removeProfile(userData: string): void {
  removeFolder(userData);
}

/** Starts the built app; resolves when its window is there. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userData = options.userData ?? newProfile();
  const runtime = await electronRuntime();
  // Playwright finds Electron through this variable of its own process
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder;
  const person = options.isOrdinaryPerson && isRoot ? ordinaryPerson(runtime.folder) : undefined;
  person?.own(userData);
  const caFile = options.caFile === undefined ? undefined : (person?.give(options.caFile) ?? options.caFile);
  const electron = await _electron.launch({
    ...(person ? { executablePath: person.program } : {}),
    args: [
      person?.appFolder ?? projectRoot,
      `--lang=${options.language ?? 'en'}`,
      ...(options.isDemo ? ['--demo'] : []),
      ...(options.opens ?? []),
    ],
    cwd: person?.appFolder ?? projectRoot,
    env: {
      ...(process.env as Record<string, string>),
      LANGUAGE: options.language ?? 'en',
      DEFTER_USER_DATA: userData,
      DEFTER_DEVELOPER: '1',
      ...(caFile === undefined ? {} : { DEFTER_EXTRA_CA: caFile }),
      ...person?.env,
      ...options.env,
    },
  });
  const page = await electron.firstWindow();
  const main = electron.process();
  return {
    electron,
    page,
    userData,
    program: person ? join(person.program, '../electron/') : runtime.folder,
    async quit() {
      await electron.close();
      person?.remove();
    },
    async kill() {
      const ended = new Promise<void>((resolve) => {
        if (main.exitCode !== null || main.signalCode !== null) resolve();
        else main.once('exit', () => resolve());
      });
      killTree(main);
      await ended;
      person?.remove();
    },
  };
}

/** Everything below `root` is stopped first, so that nothing reacts to the death of another, then killed. Linux only. */
function killTree(root: ChildProcess): void {
  if (root.pid === undefined) return;
  const tree = [root.pid];
  for (let index = 0; index < tree.length; index += 1) {
    signal(tree[index], 'SIGSTOP');
    tree.push(...childrenOf(tree[index]));
  }
  for (const pid of tree) signal(pid, 'SIGKILL');
}

function childrenOf(parent: number | undefined): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && parentOf(pid) === parent);
}

/** Undefined for a process that has ended meanwhile. */
function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

function signal(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, name);
  } catch (thrown) {
    // it has ended by itself
    if ((thrown as NodeJS.ErrnoException).code !== 'ESRCH') throw thrown;
  }
}
