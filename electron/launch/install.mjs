// Installs the packages of package-lock.json when node_modules is missing or no longer matches it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project.mjs';
import { runNpm } from './run-command.mjs';
import { LaunchError, sayWhile } from './say.mjs';

const lockFile = join(projectRoot, 'package-lock.json');
const stampFile = join(projectRoot, 'node_modules/.defter-installed');
/** npm writes this list of what it really installed as its last step. */
const installedFile = join(projectRoot, 'node_modules/.package-lock.json');

/** Makes node_modules match package-lock.json. Fast when it already does. Throws LaunchError when npm fails. */
export async function ensureInstalled() {
  const lock = readFileSync(lockFile, 'utf8');
  const stamp = createHash('sha256').update(lock).digest('hex');
  if (existsSync(installedFile)) {
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
    if (isInstalled(lock, readFileSync(installedFile, 'utf8'))) {
      writeFileSync(stampFile, stamp);
      return;
    }
  }
  await sayWhile('Installing packages (npm ci)', async () => {
    const { code, output } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: projectRoot,
    });
    if (code !== 0) {
      const reason = output.split(/^npm error Clean install|^npm error Usage/m)[0] ?? '';
      throw new LaunchError(`npm ci failed (exit code ${code}); its words:\n${reason.trim()}`);
    }
  });
  writeFileSync(stampFile, stamp);
}

/**
 * Whether a person's own `npm ci` already did the work.
 * @param {string} lock text of package-lock.json
 * @param {string} installed text of npm's own record of node_modules
 */
function isInstalled(lock, installed) {
  /** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>} Packages */
  const wanted = /** @type {{ packages: Packages }} */ (JSON.parse(lock)).packages;
  const found = /** @type {{ packages: Packages }} */ (JSON.parse(installed)).packages;
  return (
    Object.entries(wanted).every(([path, entry]) => {
      if (path === '') return true;
      const there = found[path];
      return there ? there.version === entry.version : entry.optional === true || entry.devOptional === true;
    }) && Object.keys(found).every((path) => path in wanted)
  );
}
