// The system's keyring through Electron's safeStorage, and whether it deserves its name.
import { app, safeStorage } from 'electron';

/** What secrets.ts needs of a keyring. */
export interface Keyring {
  /** May ask the system, and so the person; never called before the first paint. */
  isGood(): Promise<boolean>;
  encrypt(secret: string): Promise<Buffer>;
  /** Rejects when it was encrypted under a key that is no longer there. */
  decrypt(encrypted: Buffer): Promise<string>;
}

/** `basic_text` is Chromium's fallback on Linux: a password that everybody knows, which is no encryption at all. */
const uselessBackends = new Set(['basic_text', 'unknown']);

/** Electron 33 has only these; later ones call them deprecated, and read what they wrote. */
interface SyncStorage {
  isEncryptionAvailable(): boolean;
  encryptString(secret: string): Buffer;
  decryptString(encrypted: Buffer): string;
}
const older: SyncStorage = safeStorage;
const hasAsync = 'isAsyncEncryptionAvailable' in (safeStorage as object);

export const systemKeyring: Keyring = {
  isGood: async () => {
    await app.whenReady();
    const isThere = hasAsync ? await safeStorage.isAsyncEncryptionAvailable() : older.isEncryptionAvailable();
    if (!isThere) return false;
    return process.platform !== 'linux' || !uselessBackends.has(safeStorage.getSelectedStorageBackend());
  },
  encrypt: async (secret) => (hasAsync ? safeStorage.encryptStringAsync(secret) : older.encryptString(secret)),
  decrypt: async (encrypted) =>
    hasAsync ? (await safeStorage.decryptStringAsync(encrypted)).result : older.decryptString(encrypted),
};
