// What the store may use of the world: clock, randomness, timers, log and screen, all injected.
import type { Carrying } from '../../shared/contract/store-news.ts';

export interface StoreDeps {
  /** Epoch ms. */
  now(): number;
  /** A new random id: letters and digits, at least 120 bits. */
  randomId(): string;
  /** Calls back once after the delay; answers how to call it off. */
  schedule(callback: () => void, delayMs: number): () => void;
  log(level: 'info' | 'warn' | 'error', message: string): void;
  /** How far a rewriting of the database is; null once there is none. */
  showCarrying(carrying: Carrying | null): void;
  /** Name of the IndexedDB database; absent: the shop's. */
  databaseName?: string;
}
