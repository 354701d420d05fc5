// Whether the store had to be rebuilt from the journal, live.
import { database } from './database.ts';
import { useLive } from './live.ts';

export interface Rebuilt {
  at: number;
  reason: 'lost' | 'older';
}

/** Null when it was not; undefined until that is known. */
export function useRebuilt(): Rebuilt | null | undefined {
  return useLive('rebuilt', async () => {
    const row = await database().meta.get('rebuilt');
    return row?.key === 'rebuilt' ? row.value : null;
  });
}
