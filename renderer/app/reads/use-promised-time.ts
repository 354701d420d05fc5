// When to bring a conversation back in time for what was promised in it, live.
import type { ConversationId } from '../../../shared/model/ids.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

const hourMs = 3_600_000;

/** An hour before the first open promise of the conversation is due (epoch ms); null for several conversations or when that is past. */
export function usePromisedTime(ids: readonly ConversationId[], now: number): number | null {
  const [id] = ids.length === 1 ? ids : [];
  const at = useLive(`promised/${id ?? ''}`, async () => {
    if (id === undefined) return null;
    const rows = await database()
      .promises.orderBy('openDueAt')
      .filter((row) => row.conversationId === id)
      .toArray();
    return rows.map((row) => row.dueAt - hourMs).find((each) => each > now) ?? null;
  });
  return at ?? null;
}
