// A screen for the app where the machine has none: an X server in memory (Xvfb) of our own, gone when we are.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-auth', authority],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true }, // a Ctrl+C is for the app first, for the screen last
  );
  const close = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', close);
  try {
    const number = await displayNumber(server);
    server.unref();
    return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, close };
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * Waits until the server takes connections; it says so by writing its number.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let words = '';
    const fail = (/** @type {string} */ reason) =>
      reject(new LaunchError(`Xvfb did not start: ${reason}\n${words.trim()}`));
    const timer = setTimeout(() => fail(`no answer in ${startTimeoutMs / 1000} s`), startTimeoutMs);
    server.stderr?.on('data', (chunk) => (words += String(chunk)));
    server.on('error', (error) => fail(error.message));
    server.on('exit', (code) => fail(`exit code ${code}`));
    let answer = '';
    server.stdio[3]?.on('data', (chunk) => {
      answer += String(chunk);
      if (!answer.includes('\n')) return;
      clearTimeout(timer);
      for (const stream of [server.stderr, server.stdio[3]]) stream?.destroy();
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
