// Runs the app as somebody who is not root, with Chromium's sandbox on: a copy that such a person may read, and a way in.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../electron/launch/project.mjs';
import { removeFolder } from './remove-folder.ts';

/** Debian's own user for what should own nothing. */
export const nobody = { uid: 65_534, gid: 65_534 };

/** Whether the tests themselves run as root; else everything is an ordinary person's anyway. */
export const isRoot = process.getuid?.() === 0;

/** Makes a folder and what is in it the person's own, where the tests run as root. */
export function ownedByPerson(folder: string): void {
  if (isRoot) execFileSync('chown', ['-R', `${String(nobody.uid)}:${String(nobody.gid)}`, folder]);
}

export interface OrdinaryPerson {
  /** Starts Electron as the person; to be given as the executable. */
  program: string;
  /** A copy of the built app. */
  appFolder: string;
  env: Record<string, string>;
  /** Gives the person a file to read: the path of a copy. */
  give(file: string): string;
  /** Makes a folder the person's own. */
  own(folder: string): void;
  remove(): void;
}

/** Makes the copy; root only. `electronFolder`: the Electron to run. */
export function ordinaryPerson(electronFolder: string): OrdinaryPerson {
  const home = mkdtempSync(join(tmpdir(), 'defter-person-'));
  chmodSync(home, 0o755);
  const electron = join(home, 'electron');
  // shares the blocks where the file system can: it is 250 MB
  execFileSync('cp', ['-a', '--reflink=auto', electronFolder, electron]);
  execFileSync('chmod', ['-R', 'a+rX', electron]);
  // the helper for kernels where ordinary programs may not make namespaces, as a package installs it
  const helper = join(electron, 'chrome-sandbox');
  if (existsSync(helper)) {
    chownSync(helper, 0, 0);
    chmodSync(helper, 0o4755);
  }
  const appFolder = join(home, 'app');
  mkdirSync(appFolder);
  for (const name of ['out', 'package.json'])
    cpSync(join(projectRoot, name), join(appFolder, name), { recursive: true });
  execFileSync('chmod', ['-R', 'a+rX', appFolder]);
  const personal = join(home, 'home');
  mkdirSync(personal);
  const give = (file: string): string => {
    const copy = join(personal, `${String(readdirSync(personal).length)}-given`);
    copyFileSync(file, copy);
    chownSync(copy, nobody.uid, nobody.gid);
    return copy;
  };
  const authority = process.env['XAUTHORITY'] ? { XAUTHORITY: give(process.env['XAUTHORITY']) } : {};
  ownedByPerson(personal);
  const program = join(home, 'electron-as-person');
  // The test driver adds --no-sandbox when it is root itself; the person it starts is not.
  writeFileSync(
    program,
    `#!/bin/bash
for word; do [ "$word" = --no-sandbox ] || words+=("$word"); done
exec setpriv --reuid=${String(nobody.uid)} --regid=${String(nobody.gid)} --clear-groups -- ${electron}/electron "\${words[@]}"
`,
    { mode: 0o755 },
  );
  return {
    program,
    appFolder,
    env: {
      HOME: personal,
      XDG_CACHE_HOME: join(personal, '.cache'),
      XDG_CONFIG_HOME: join(personal, '.config'),
      ...authority,
    },
    give,
    own: ownedByPerson,
    remove: () => {
      removeFolder(home);
    },
  };
}

export interface ProcessFacts {
  /** `browser` for main, else Chromium's name: renderer, utility, gpu-process, zygote. */
  type: string;
  uid: number;
  /** The kernel's filter on system calls, seccomp(2). */
  isFiltered: boolean;
  arguments: string[];
}

/** What the kernel knows of the processes of an Electron program. Linux only. @param program part of the path */
export function electronProcesses(program: string): ProcessFacts[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      // programs that Chromium forks from its zygote write theirs anew, with spaces
      const command = readProc(pid, 'cmdline').split(/[\0 ]/).filter(Boolean);
      if (!command[0]?.startsWith(program)) return [];
      const status = readProc(pid, 'status');
      return {
        type: command.find((word) => word.startsWith('--type='))?.slice('--type='.length) ?? 'browser',
        uid: Number(/^Uid:\s*(\d+)/m.exec(status)?.[1]),
        isFiltered: /^Seccomp:\s*2/m.test(status),
        arguments: command.slice(1),
      };
    });
}

/** Empty for a process that has ended meanwhile. */
function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
