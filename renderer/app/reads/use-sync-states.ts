// Live state of each account's sync.
import type { SyncStateRow } from '../../database/rows.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

export function useSyncStates(): readonly SyncStateRow[] | undefined {
  return useLive('sync-states', () => database().syncStates.toArray());
}
