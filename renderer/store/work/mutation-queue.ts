// Lets one change at a time at the store; what a person does goes before what sync delivers.
import { storageError } from './storage-error.ts';

export type Priority = 'person' | 'sync';

export interface MutationQueue {
  /** Runs `task` when nothing else is changing the store. Database errors arrive as AppError `storage`. */
  run<T>(priority: Priority, task: () => Promise<T>): Promise<T>;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
  /** How many changes have begun: the number of the one that is at it. */
  readonly turn: number;
}

interface Waiting {
  start(): Promise<void>;
}

/** A queue of changes: within a priority in order, never two at once. */
export function createMutationQueue(): MutationQueue {
  const waiting: Record<Priority, Waiting[]> = { person: [], sync: [] };
  let isRunning = false;
  let turn = 0;
  let whenIdle: (() => void)[] = [];

  async function drain(): Promise<void> {
    isRunning = true;
    for (;;) {
      const next = waiting.person.shift() ?? waiting.sync.shift();
      if (!next) break;
      turn += 1;
      await next.start();
    }
    isRunning = false;
    const callbacks = whenIdle;
    whenIdle = [];
    for (const callback of callbacks) callback();
  }

  return {
    run(priority, task) {
      return new Promise((resolve, reject) => {
        const start = async () => {
          try {
            resolve(await task());
          } catch (thrown) {
            reject(storageError(thrown));
          }
        };
        waiting[priority].push({ start });
        if (!isRunning) void drain();
      });
    },
    get turn() {
      return turn;
    },
    idle() {
      return isRunning ? new Promise((resolve) => whenIdle.push(resolve)) : Promise.resolve();
    },
  };
}
