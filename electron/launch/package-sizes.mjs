// How large what people fetch may be, and of that, what is ours.
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { LaunchError } from './say.mjs';

/** MB of 10^6 bytes, by the end of the file's name. */
const limitsMB = { '.deb': 90, '.asar': 6 };

/**
 * What the file's size is, in words. Throws LaunchError when it is over its limit.
 * @param {keyof typeof limitsMB} kind
 * @param {string} file
 */
export function checkSize(kind, file) {
  const megabytes = statSync(file).size / 1e6;
  const words = `${basename(file)}: ${megabytes.toFixed(2)} MB (limit ${limitsMB[kind]})`;
  if (megabytes > limitsMB[kind]) throw new LaunchError(`Too large to give to people: ${words}.`);
  return words;
}
