// Builds the app into out/ when its sources changed since the last build. `node electron/launch/build.mjs` always builds.
import './node-version.mjs';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureInstalled } from './install.mjs';
import { projectRoot } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { LaunchError, runMain, say, sayWhile } from './say.mjs';

const sourceFolders = ['electron', 'renderer', 'shared'];
const sourceFiles = ['package.json', 'package-lock.json'];
const stampFile = join(projectRoot, 'out/.build-stamp');
const entryFile = join(projectRoot, 'out/main/index.js');

/**
 * Node's arguments that run the bundler.
 * @param {string[]} args its command and options
 */
export function bundlerCommand(...args) {
  const program = join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js');
  return [program, ...args, '--config', join(projectRoot, 'electron/build.config.ts')];
}

/**
 * One hash over the path, size and time of every file that a build reads. A touched file counts as changed; a false alarm
 * costs one build.
 */
function sourceStamp() {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ path) => {
    const { size, mtimeMs } = statSync(join(projectRoot, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  };
  const walk = (/** @type {string} */ folder) => {
    const entries = readdirSync(join(projectRoot, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (path !== 'electron/launch') walk(path);
      } else if (!entry.name.endsWith('.md')) add(path);
    }
  };
  for (const folder of sourceFolders) if (existsSync(join(projectRoot, folder))) walk(folder);
  sourceFiles.forEach(add);
  return hash.digest('hex');
}

/** Forgets the last build: for what writes other things into out/. */
export function forgetBuild() {
  rmSync(stampFile, { force: true });
}

/**
 * Builds out/ when a source changed since the last build. Throws LaunchError with the bundler's own words when it fails.
 * @param {{ always?: boolean }} [options]
 */
export async function ensureBuilt({ always = false } = {}) {
  const stamp = sourceStamp();
  const isFresh = existsSync(entryFile) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (isFresh && !always) return;
  forgetBuild();
  await sayWhile('Building the app', async () => {
    const { code, output } = await runCommand(process.execPath, bundlerCommand('build', '--logLevel', 'warn'), {
      cwd: projectRoot,
      env: { ...process.env, NODE_ENV: 'production', [process.stderr.isTTY ? 'FORCE_COLOR' : 'NO_COLOR']: '1' },
    });
    const words = (process.stderr.isTTY ? output : stripVTControlCharacters(output)).trim();
    if (code !== 0) throw new LaunchError(`The build failed.\n${words}`);
    if (words) say(words);
  });
  writeFileSync(stampFile, stamp);
}

if (import.meta.filename === process.argv[1]) {
  await runMain(async () => {
    await ensureInstalled();
    await ensureBuilt({ always: true });
    return 0;
  });
}
