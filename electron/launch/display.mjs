// A screen for the app where the machine has none: an X server in memory (Xvfb) of our own, gone when we are.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import {
  canInstallPackages,
  displayPackages,
  electronPackages,
  ensurePackages,
  installHint,
} from './system-packages.mjs';
import { LaunchError } from './say.mjs';

const screen = '1440x900x24';
const startTimeoutMs = 20_000;
/**
 * Ends the server and removes its folder ($0) as soon as our end of its stdin closes: however we end, even by kill -9.
 * It lets go of file 3, so that the file ends when the server does.
 */
const supervisor = 'Xvfb "$@" & exec 3>&-; read -r _; kill $!; wait; rm -rf "$0"';

/** Whether windows can be shown here without help. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** @param {string} program */
function isInPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/**
 * Starts a screen in memory, installing what it needs where that is ours to do.
 * Throws LaunchError, with the command that helps, where Xvfb is missing and cannot be installed.
 * @returns {Promise<{ env: { DISPLAY: string, XAUTHORITY: string }, close: () => void }>} `env` is for the programs that draw on it
 */
export async function openDisplay() {
  const packages = [...displayPackages, ...electronPackages];
  if (canInstallPackages()) await ensurePackages(packages);
  if (!isInPath('Xvfb')) {
    throw new LaunchError(
      `This machine has no screen (DISPLAY and WAYLAND_DISPLAY are empty) and no Xvfb to make one in memory.\n` +
        `Start the app from a desktop session, or install Xvfb: ${await installHint(packages)}`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'defter-display-'));
  const authority = join(folder, 'authority');
  writeFileSync(authority, authorityEntry(), { mode: 0o600 });
  // -displayfd: the server takes a free number by itself and writes it there, so that many can start at once.
  const options = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset', '-auth', authority];
  const log = join(folder, 'log');
  const server = spawn('sh', ['-c', supervisor, folder, ...options], {
    stdio: ['pipe', 'ignore', openSync(log, 'w'), 'pipe'],
    detached: true, // a Ctrl+C is for the app first, for the screen last
  });
  const close = () => server.stdin?.destroy();
  try {
    const number = await displayNumber(server);
    server.unref();
    /** @type {import('node:net').Socket} */ (server.stdin).unref();
    return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, close };
  } catch (error) {
    const words = readFileSync(log, 'utf8').trim();
    close();
    throw new LaunchError(`Xvfb did not start: ${error instanceof Error ? error.message : String(error)}\n${words}`);
  }
}

/**
 * Waits until the server takes connections; it says so by writing its number into file 3, which ends when the server does.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {Error} */ error) => {
      clearTimeout(timer);
      reject(error);
    };
    const timer = setTimeout(() => fail(new Error(`no answer in ${startTimeoutMs / 1000} s`)), startTimeoutMs);
    const answers = server.stdio[3];
    let answer = '';
    server.on('error', fail);
    answers?.on('end', () => fail(new Error('it ended')));
    answers?.on('data', (chunk) => {
      answer += String(chunk);
      if (!answer.includes('\n')) return;
      clearTimeout(timer);
      answers.destroy();
      resolve(answer.trim());
    });
  });
}

/**
 * An Xauthority file with one entry: a fresh secret that fits any host and display number (FamilyWild of Xauth(3)). Without
 * it, every user of the machine could read the screen.
 */
function authorityEntry() {
  const field = (/** @type {Buffer} */ bytes) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const familyWild = Buffer.from([0xff, 0xff]);
  const empty = Buffer.alloc(0);
  return Buffer.concat([
    familyWild,
    field(empty),
    field(empty),
    field(Buffer.from('MIT-MAGIC-COOKIE-1')),
    field(randomBytes(16)),
  ]);
}
