// Live manifests of the connectors, by channel.
import type { ManifestRow } from '../../database/rows.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

export function useManifests(): ReadonlyMap<string, ManifestRow> | undefined {
  return useLive('manifests', async () => {
    const rows = await database().manifests.toArray();
    return new Map(rows.map((row) => [row.id, row]));
  });
}
