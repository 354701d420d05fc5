// Runs the built app and stays until it ends; on a machine without a screen, on one in memory with a picture of the window.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureBuilt } from './build.mjs';
import { hasDisplay, openDisplay } from './display.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { ensureInstalled } from './install.mjs';
import { projectRoot } from './project.mjs';
import { exitCodeOf } from './run-command.mjs';
import { LaunchError, say } from './say.mjs';
import { electronPackages, installHint } from './system-packages.mjs';

/**
 * What Chromium and the system's libraries, these with an empty line before, write to stderr on a machine without a desktop; none of it
 * matters to the app.
 */
const desktopNoise =
  /:ERROR:(dbus\/)?(bus|object_proxy|libnotify_notification|viz_main_impl|gpu_\w+|gl_\w+|command_buffer_\w+)\.cc\(|\): libnotify-WARNING |^$/;
const missingLibrary = 127;

/**
 * Makes everything ready and runs the app.
 * @param {string[]} args for the app
 * @returns {Promise<number>} the app's exit code
 */
export async function startApp(args) {
  await ensureInstalled();
  const [, runtime] = await Promise.all([ensureBuilt(), electronRuntime()]);
  return runApp(runtime.program, [...sandboxArguments(runtime.folder), projectRoot, ...args]);
}

/**
 * The switches that the system asks for. Chromium's sandbox refuses to run as root; elsewhere it stays on.
 * Throws LaunchError where the system forbids the sandbox.
 * @param {string} runtimeFolder
 */
export function sandboxArguments(runtimeFolder) {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) return ['--no-sandbox'];
  const helper = join(runtimeFolder, 'chrome-sandbox');
  const isHelperReady = existsSync(helper) && statSync(helper).uid === 0 && (statSync(helper).mode & 0o4000) !== 0;
  const isForbidden =
    readSetting('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1';
  if (isForbidden && !isHelperReady) {
    throw new LaunchError(
      'This system forbids the sandbox that keeps hostile mail away from your files. Allow it once and start again:\n' +
        `sudo chown root "${helper}" && sudo chmod 4755 "${helper}"`,
    );
  }
  return [];
}

/** @param {string} file */
function readSetting(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/**
 * Runs a program that opens a window, with a screen of its own where there is none, until it ends.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
export async function runApp(program, args, env = process.env) {
  const code = await (hasDisplay() ? run(program, args, env, { isQuiet: false }) : runInMemory(program, args, env));
  if (code === missingLibrary)
    say(`Libraries are missing. On Debian and Ubuntu: ${await installHint(electronPackages)}`);
  return code;
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function runInMemory(program, args, env) {
  say(
    'This machine has no screen (DISPLAY and WAYLAND_DISPLAY are empty): running on one in memory. Ctrl+C ends the app.',
  );
  const display = await openDisplay();
  const picture = process.env['DEFTER_WINDOW_PICTURE'] ?? join(projectRoot, 'out/window.png');
  rmSync(picture, { force: true });
  try {
    return await run(program, args, { ...env, ...display.env, DEFTER_WINDOW_PICTURE: picture }, { isQuiet: true });
  } finally {
    display.close();
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {{ isQuiet: boolean }} options
 * @returns {Promise<number>}
 */
function run(program, args, env, { isQuiet }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['inherit', 'inherit', isQuiet ? 'pipe' : 'inherit'], env });
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        if (!desktopNoise.test(line)) process.stderr.write(`${line}\n`);
      });
    }
    // A terminal sends Ctrl+C to both of us; the app decides when it ends, we only must not end before it.
    const isOwnTerminal = process.stdin.isTTY;
    process.on('SIGINT', () => isOwnTerminal || child.kill('SIGINT'));
    for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => reject(new LaunchError(`Could not start ${program}: ${error.message}`)));
    child.on('close', (code, signal) => resolve(exitCodeOf(code, signal)));
  });
}
