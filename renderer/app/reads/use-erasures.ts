// The log of erasures, newest first, live.
import type { Erasure } from '../../../shared/model/erasure.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

export function useErasures(): Erasure[] | undefined {
  return useLive('erasures', async () => {
    const rows = await database().erasures.toArray();
    return rows.sort((a, b) => b.erasedAt - a.erasedAt);
  });
}
