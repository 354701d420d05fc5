// The log: a file beside the settings, turned over when it is full, with named fields only and addresses masked.
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { maskText } from './mask.ts';

/** The only fields that are ever written. A list of what may be said cannot forget a secret; one of what may not, can. */
const fieldNames = [
  'code',
  'count',
  'bytes',
  'door',
  'exitCode',
  'file',
  'kind',
  'method',
  'mode',
  'reason',
  'scheme',
  'seq',
  'tookMs',
  'version',
] as const;
export type LogFields = Partial<Record<(typeof fieldNames)[number], string | number | boolean>>;
export type LogLevel = 'info' | 'warn' | 'error';

/** Never throws: a full disk must not stop what was to be logged; such lines go to stderr. */
export type Log = (level: LogLevel, message: string, fields?: LogFields) => void;

const fileBytes = 1024 * 1024;
const keptFiles = 3;

/** Opens the log in `dir`: `defter.log`, and up to three older ones of 1 MB. Files are for this user only. */
export function openLog(dir: string): Log {
  const path = join(dir, 'defter.log');
  let bytes = 0;
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  } catch (thrown) {
    process.stderr.write(`The log cannot be opened: ${String(thrown)}\n`);
  }
  let last = '';
  let repeats = 0;
  const write = (words: string) => {
    const line = `${new Date().toISOString()} ${words}\n`;
    try {
      if (bytes > fileBytes) {
        turnOver(path);
        bytes = 0;
      }
      appendFileSync(path, line, { mode: 0o600 });
      bytes += Buffer.byteLength(line);
    } catch (thrown) {
      process.stderr.write(`${String(thrown)}\n${line}`);
    }
  };
  return (level, message, fields = {}) => {
    const words = `${level} ${maskText(message)}${fieldText(fields)}`;
    // something that fails in a loop must not push everything else out of the log
    if (words === last) {
      repeats++;
      return;
    }
    if (repeats > 0) write(`info The line before came ${repeats} more times`);
    last = words;
    repeats = 0;
    write(words);
    if (level === 'error') process.stderr.write(`${words}\n`);
  };
}

function fieldText(fields: LogFields): string {
  return fieldNames
    .filter((name) => fields[name] !== undefined)
    .map((name) => ` ${name}=${maskText(String(fields[name]))}`)
    .join('');
}

function turnOver(path: string): void {
  rmSync(`${path}.${keptFiles}`, { force: true });
  for (let n = keptFiles - 1; n >= 1; n--) {
    if (statSync(`${path}.${n}`, { throwIfNoEntry: false })) renameSync(`${path}.${n}`, `${path}.${n + 1}`);
  }
  renameSync(path, `${path}.1`);
}
