// The disk has little room left: fetching mail rests, so that what people write can still be stored.
import { AppError, type ErrorData } from './errors.ts';

/** A full disk was seen to make databases unreadable, so fetching stops well before: 500 MB. */
export const leastFreeBytes = 500_000_000;

const reason = 'low-disk';

/** The `storage` error that says so. @param freeBytes what is left */
export function lowDiskError(freeBytes: number): AppError {
  return new AppError('storage', `Only ${String(freeBytes)} bytes of the disk are free`, {
    detail: { reason, freeBytes, leastFreeBytes },
  });
}

/** What is left when `error` says that the disk has too little room; undefined for every other error. */
export function freeBytesOf(error: ErrorData | undefined): number | undefined {
  const { detail } = error ?? {};
  return detail?.['reason'] === reason && typeof detail['freeBytes'] === 'number' ? detail['freeBytes'] : undefined;
}
