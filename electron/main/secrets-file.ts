// The file that holds secrets, encrypted by the system's keyring or sealed with a passphrase; never in plain text.
import type { Sealed } from './secret-box.ts';

export interface SecretsFile {
  version: 1;
  /** What the person chose where the system has no keyring; null: nothing was asked. */
  choice: 'passphrase' | 'session' | null;
  /** `check` is a known word sealed with the passphrase: it tells whether another one is right. */
  passphrase?: { salt: string; check: Sealed };
  /** By account, base64 of what the system's keyring made. */
  system: Record<string, string>;
  /** By account. */
  sealed: Record<string, Sealed>;
}

export function emptySecretsFile(): SecretsFile {
  return { version: 1, choice: null, system: {}, sealed: {} };
}

/** The content of the file, or undefined when it is not one. */
export function parseSecretsFile(text: string): SecretsFile | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || value['version'] !== 1) return undefined;
  const { choice, passphrase, system, sealed } = value;
  if (choice !== null && choice !== 'passphrase' && choice !== 'session') return undefined;
  if (!isObject(system) || !isObject(sealed)) return undefined;
  const file: SecretsFile = { version: 1, choice, system: {}, sealed: {} };
  for (const [id, text] of Object.entries(system)) if (typeof text === 'string') file.system[id] = text;
  for (const [id, box] of Object.entries(sealed)) if (isSealed(box)) file.sealed[id] = box;
  if (isObject(passphrase) && typeof passphrase['salt'] === 'string' && isSealed(passphrase['check'])) {
    file.passphrase = { salt: passphrase['salt'], check: passphrase['check'] };
  }
  return choice === 'passphrase' && !file.passphrase ? undefined : file;
}

function isSealed(value: unknown): value is Sealed {
  return isObject(value) && ['iv', 'tag', 'data'].every((name) => typeof value[name] === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
