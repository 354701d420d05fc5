// News since the start, live, for notifications.
import type { Arrival } from '../../database/rows.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

/** Newest arrivals; undefined until they were read. */
export function useArrivals(): readonly Arrival[] | undefined {
  return useLive('arrivals', async () => {
    const row = await database().meta.get('arrivals');
    return row?.key === 'arrivals' ? row.value : [];
  });
}
