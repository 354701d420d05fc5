// What each kind of test needs from the machine: mail servers, a browser, a screen and a keyring. Installed where we may.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import {
  canInstallPackages,
  displayPackages,
  electronPackages,
  ensurePackages,
  installHint,
} from '../../electron/launch/system-packages.mjs';
import { LaunchError } from '../../electron/launch/say.mjs';

/**
 * @typedef {object} Need
 * @property {import('../../electron/launch/system-packages.mjs').SystemPackage[]} packages Debian's packages
 * @property {string[][]} programs one of each list must be there; names in the path or whole paths
 */

const mailServers = {
  packages: ['dovecot-imapd', 'dovecot-lmtpd', 'openssl'],
  programs: [['dovecot', '/usr/sbin/dovecot'], ['openssl']],
};

const browsers = [
  process.env['DEFTER_CHROMIUM'] ?? '',
  'chromium',
  'chromium-browser',
  'google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What a desktop brings along: a session bus with a keyring and notifications, and the libraries that ask them. */
const desktopPackages = ['dbus-daemon', 'gnome-keyring', 'libsecret-1-0', 'dunst', 'libnotify4'];

/** @type {Record<string, Need>} */
const needs = {
  unit: { packages: ['jq', 'unzip'], programs: [['jq'], ['unzip']] }, // exports are read by other programs
  mail: mailServers,
  store: { packages: ['chromium'], programs: [browsers] },
  electron: {
    packages: [
      ...mailServers.packages,
      ...(process.platform === 'linux' ? [...electronPackages, ...displayPackages] : []),
      ...(process.platform === 'linux' ? desktopPackages : []),
      'poppler-utils', // exports are read by other programs
      'mutt',
      'bsdutils', // script: a terminal for it
      'unzip',
    ],
    programs: [
      ...mailServers.programs,
      ['pdftotext'],
      ['mutt'],
      ['script'],
      ['unzip'],
      ...(process.platform === 'linux' ? [['Xvfb'], ['dbus-daemon'], ['gnome-keyring-daemon'], ['dunst']] : []),
    ],
  },
};

/** @param {string} name of a program, or its whole path */
function find(name) {
  if (!name) return undefined;
  const folders = /[\\/]/.test(name) ? [''] : (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => (folder ? join(folder, name) : name)).find((path) => existsSync(path));
}

/** The Chromium or Chrome of this machine, if there is one. $DEFTER_CHROMIUM names another. */
export function findBrowser() {
  return browsers.map(find).find((path) => path !== undefined);
}

/**
 * Makes sure that the machine has what these stages need. As root on Debian it installs what is missing; elsewhere it
 * throws LaunchError with the names of the missing programs and how to get them.
 * @param {string[]} stages names of stages; those without needs are passed over
 */
export async function ensureSystem(stages) {
  const wanted = stages.flatMap((stage) => needs[stage] ?? []);
  const packages = [...new Set(wanted.flatMap((need) => need.packages))];
  const missing = () => wanted.flatMap((need) => need.programs).filter((names) => !names.some(find));
  if (canInstallPackages()) await ensurePackages(packages);
  if (missing().length === 0) return;
  const programs = [...new Set(missing().map((names) => names.find(Boolean)))].join(', ');
  const hint =
    process.platform === 'linux'
      ? `On Debian and Ubuntu: ${await installHint(packages)}`
      : 'They run whole on Debian, as root (a container will do): there npm test installs what it needs.';
  throw new LaunchError(`These tests need programs that this machine does not have: ${programs}.\n${hint}`);
}
