// Tags that are in use on recent conversations, the most used first: what to offer when a tag is typed.
import { database } from './database.ts';
import { useLive } from './live.ts';

/** Enough to have met every tag that is in daily use. */
const lookedAt = 1000;

export function useKnownTags(): readonly string[] | undefined {
  return useLive('known-tags', async () => {
    const counts = new Map<string, number>();
    const rows = await database().conversations.orderBy('lastAt').reverse().limit(lookedAt).toArray();
    for (const row of rows) for (const tag of row.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    return [...counts].sort(([, left], [, right]) => right - left).map(([tag]) => tag);
  });
}
