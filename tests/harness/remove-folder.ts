// Takes a folder away although programs that were in it may still be ending.
import { rmSync } from 'node:fs';

/** The helpers of a program end a moment after it, and may still write: then it is tried again, for ten seconds. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}
