// What the engine may use of the world: clock, randomness, disk, network and the other rooms; all of it injected.
import type { Client } from '../../../shared/rpc.ts';
import type { storeApi } from '../../../shared/contract/store-api.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import type { Secrets } from '../../../shared/model/secrets.ts';

export type StoreClient = Client<typeof storeApi>;

export interface World {
  now: () => number;
  /** 0 … 1 */
  random: () => number;
  /** Rejects `cancelled` when the signal fires first; Infinity waits for the signal alone. */
  sleep: (durationMs: number, signal: AbortSignal) => Promise<void>;
  log: (level: 'info' | 'warn' | 'error', message: string) => void;
  credentialOf: (accountId: AccountId) => Promise<Secrets>;
  keepSecrets: (accountId: AccountId, renewed: Secrets) => Promise<void>;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Folder of cached attachments; exists. */
  filesDir: string;
  /** Folder of files that go out with replies; made when it is first needed. */
  keptDir: string;
  /** Bytes that may still be written to the disk of {@link filesDir}, which is the store's too. */
  freeBytes: () => Promise<number>;
  /** Where imported archives lie. */
  archivesDir?: string;
  isDeveloper: boolean;
  /** PEM of an extra certificate authority. */
  extraCa?: string;
}

/** Whether the signal has fired by now; a call, because it may fire during any await. */
export function isStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}
