// Live manifests of the connectors, by channel.
import type { ManifestRow } from '../../database/rows.ts';
import type { Channel } from '../../../shared/model/ids.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

/** The manifest of one channel as it is now, for commands. */
export function readManifest(channel: Channel): Promise<ManifestRow | undefined> {
  return database().manifests.get(channel);
}

export function useManifests(): ReadonlyMap<string, ManifestRow> | undefined {
  return useLive('manifests', async () => {
    const rows = await database().manifests.toArray();
    return new Map(rows.map((row) => [row.id, row]));
  });
}
