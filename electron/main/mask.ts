// Takes out of a line for the log what a log must not hold: addresses, names in paths, and text without end.
import { homedir } from 'node:os';

/** With the lengths of RFC 5321, so that a long word without an @ costs no more than its length. */
const address = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
/** As the system quotes it in an error: a file that a person named may have a customer's name. What kind it is may be told. */
const quotedPath = /'(?:\/|[A-Za-z]:[\\/]|\\\\)[^']*'/g;
const extension = /(?:\.\w{1,8})?'$/;
/** As paths and as addresses of files have it. */
const homes = [homedir(), homedir().replaceAll('\\', '/')].filter((path) => path.length > 1);
const longestLine = 2000;

/** `text` on one line, cut at 2000 characters: e-mail addresses replaced by `<address>`, quoted paths by `'<path>.ext'`, the home folder by `~`. */
export function maskText(text: string): string {
  const named = text
    .replace(address, '<address>')
    .replace(quotedPath, (path) => `'<path>${extension.exec(path)?.[0] ?? "'"}`);
  const masked = homes.reduce((line, home) => line.replaceAll(home, '~'), named).replace(/[\r\n\t]+/g, ' ');
  return masked.length > longestLine ? `${masked.slice(0, longestLine)}…` : masked;
}
