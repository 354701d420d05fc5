// Debian packages: which are missing, and installing them where that is ours to do (as root, on Debian and its kin).
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { runCommand } from './run-command.mjs';
import { LaunchError, sayWhile } from './say.mjs';

/**
 * A package, or its names on newer and older releases of Debian and Ubuntu (the newer first).
 * @typedef {string | string[]} SystemPackage
 */

/** What Electron needs to show a window. @type {SystemPackage[]} */
export const electronPackages = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnss3',
  ['libasound2t64', 'libasound2'],
  'libgbm1',
];

/** A screen in memory, and letters for what people write in chats. @type {SystemPackage[]} */
export const displayPackages = ['xvfb', 'fonts-noto-color-emoji'];

/** Whether this process may install Debian packages without asking anybody. */
export function canInstallPackages() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/**
 * The command that a person types to get the packages.
 * @param {SystemPackage[]} packages
 */
export async function installHint(packages) {
  const names = await Promise.all(packages.map(async (each) => (await availableName(each)) ?? [each].flat().at(-1)));
  return `sudo apt-get install --no-install-recommends ${names.join(' ')}`;
}

/**
 * The packages that dpkg does not list as installed. Only where dpkg exists.
 * @param {SystemPackage[]} packages
 */
export async function missingPackages(packages) {
  const names = packages.flat();
  const { output } = await runCommand('dpkg-query', [
    '--show',
    '--showformat',
    '${db:Status-Abbrev} ${Package}\\n',
    ...names,
  ]);
  const installed = new Set(
    output.split('\n').flatMap((line) => (line.startsWith('ii') ? [line.split(/\s+/)[1] ?? ''] : [])),
  );
  return packages.filter((each) => ![each].flat().some((name) => installed.has(name)));
}

/**
 * Installs what is missing and keeps services that come along from starting. Throws LaunchError when apt-get fails.
 * @param {SystemPackage[]} packages
 * @returns {Promise<void>}
 */
export async function ensurePackages(packages) {
  const missing = await missingPackages(packages);
  if (missing.length === 0) return;
  await sayWhile(`Installing system packages (${missing.map((each) => [each].flat().at(-1)).join(', ')})`, async () => {
    await apt(['update']);
    const names = await Promise.all(
      missing.map(async (each) => {
        const name = await availableName(each);
        if (!name) throw new LaunchError(`apt-get knows no package ${[each].flat().join(' or ')}.`);
        return name;
      }),
    );
    await withoutStartingServices(() => apt(['install', '-y', '--no-install-recommends', ...names]));
  });
}

/**
 * The name under which this release has a package, if it has it.
 * @param {SystemPackage} wanted
 */
async function availableName(wanted) {
  for (const name of [wanted].flat()) {
    const { output } = await runCommand('apt-cache', ['policy', name]);
    if (/Candidate: (?!\(none\))/.test(output)) return name;
  }
  return undefined;
}

/** @param {string[]} args */
async function apt(args) {
  const { code, output } = await runCommand('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
  });
  if (code !== 0) throw new LaunchError(`apt-get ${args.join(' ')} failed (exit code ${code}).\n${output.trim()}`);
}

/**
 * Debian starts a service as soon as its package is installed, unless this file says no (101: action forbidden).
 * @param {() => Promise<void>} work
 */
async function withoutStartingServices(work) {
  const policyFile = '/usr/sbin/policy-rc.d';
  const isOurs = !existsSync(policyFile);
  if (isOurs) writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await work();
  } finally {
    if (isOurs) rmSync(policyFile, { force: true });
  }
}
