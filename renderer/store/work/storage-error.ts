// Translates what Dexie and IndexedDB throw into Defter's closed list of errors.
import { Dexie } from 'dexie';
import { AppError } from '../../../shared/errors.ts';

/**
 * Every DexieError and DOMException of the database is `storage`: quota, disk, a closed or unreadable database. AppErrors pass; anything
 * else is a mistake of ours and passes too (the border answers it as `bug`).
 */
export function storageError(thrown: unknown): Error {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof Dexie.DexieError || thrown instanceof DOMException) {
    const inner = (thrown as { inner?: unknown }).inner;
    const words = inner instanceof Error ? `${thrown.message} (${inner.name}: ${inner.message})` : thrown.message;
    return new AppError('storage', `${thrown.name}: ${words}`.slice(0, 1000), { cause: thrown });
  }
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
