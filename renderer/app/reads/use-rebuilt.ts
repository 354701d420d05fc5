// Whether the database was made anew, live.
import type { Rebuilt } from '../../database/rows.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

/** Null when it was not; undefined until that is known. */
export function useRebuilt(): Rebuilt | null | undefined {
  return useLive('rebuilt', async () => {
    const row = await database().meta.get('rebuilt');
    return row?.key === 'rebuilt' ? row.value : null;
  });
}
