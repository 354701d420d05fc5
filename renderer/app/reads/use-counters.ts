// Live counters of folders, unread ones and channels.
import type { Folder } from '../../../shared/model/journal.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

export interface Counters {
  of(id: string): number;
  /** Channels that have or had conversations, by name. */
  channels: readonly string[];
}

const folders: readonly Folder[] = ['open', 'waiting', 'snoozed', 'closed'];

/** All counters; undefined until they were read. */
export function useCounters(): Counters | undefined {
  return useLive('counters', async () => countersOf(await database().counters.toArray()));
}

export function countersOf(rows: readonly { id: string; value: number }[]): Counters {
  const values = new Map(rows.map((row) => [row.id, row.value]));
  const channels = new Set<string>();
  for (const id of values.keys()) {
    const [kind, channel] = id.split('/');
    if (kind === 'channel' && channel !== undefined) channels.add(channel);
  }
  return { of: (id) => values.get(id) ?? 0, channels: [...channels].sort() };
}

/** Conversations in all folders. */
export function totalOf(counters: Counters): number {
  return folders.reduce((sum, folder) => sum + counters.of(`folder/${folder}`), 0);
}
