// What the disk refuses, as an error of ours.
import { AppError } from '../../shared/errors.ts';

/** What the disk refuses is `storage`. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw new AppError('storage', `The disk refused: ${thrown instanceof Error ? thrown.message : String(thrown)}`, {
      cause: thrown,
    });
  }
}
