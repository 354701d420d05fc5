// Where the project and its caches are on this machine.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The top folder of the project. */
export const projectRoot = resolve(import.meta.dirname, '../..');

/** The folder outside the project for what is slow to fetch; $XDG_CACHE_HOME moves it. */
export function cacheFolder() {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'defter');
}
