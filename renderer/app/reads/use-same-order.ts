// Conversations that name the same order number as one that is shown, live.
import type { ConversationRow } from '../../database/rows.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

/** Newest first, without the shown one; undefined until they were read. */
export function useSameOrder({ id, orderNumber }: ConversationRow): readonly ConversationRow[] | undefined {
  return useLive(`same-order/${id}/${orderNumber ?? ''}`, async () => {
    if (orderNumber === undefined) return [];
    const rows = await database().conversations.where('orderNumber').equals(orderNumber).toArray();
    return rows.filter((row) => row.id !== id).sort((a, b) => b.lastAt - a.lastAt);
  });
}
