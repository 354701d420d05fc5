// Whether the disk has room for more mail: looked at before every batch, and now and then while there is none.
import { errorData, type ErrorData } from '../../../shared/errors.ts';
import { freeBytesOf, leastFreeBytes, lowDiskError } from '../../../shared/low-disk.ts';
import type { Bell } from './bell.ts';
import { isStopped, type World } from './world.ts';

/** Somebody who makes room need not wait long. */
const lookEveryMs = 10_000;

/** @throws AppError `storage`, known by {@link freeBytesOf}, with less than {@link leastFreeBytes} free */
export async function requireRoom(world: World): Promise<void> {
  const freeBytes = await freeBytesNow(world);
  if (freeBytes < leastFreeBytes) throw lowDiskError(freeBytes);
}

/** Resolves once there is room again or the signal fires; the bell has it look at once. Does nothing for any other error. */
export async function waitForRoom(world: World, error: ErrorData, bell: Bell, signal: AbortSignal): Promise<void> {
  if (freeBytesOf(error) === undefined) return;
  while (!isStopped(signal)) {
    await bell.wait(lookEveryMs, signal);
    if ((await freeBytesNow(world)) >= leastFreeBytes) return;
  }
}

/** A file system that does not say counts as roomy: refusing mail for that would help nobody. */
async function freeBytesNow(world: World): Promise<number> {
  try {
    return await world.freeBytes();
  } catch (thrown) {
    world.log('warn', `The room on the disk is not known: ${errorData(thrown).message}`);
    return Infinity;
  }
}
