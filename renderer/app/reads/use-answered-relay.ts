// By way of which marketplace the newest message of the customer came, live: it decides how an answer can be given.
import type { ConversationId } from '../../../shared/model/ids.ts';
import type { Relay } from '../../../shared/model/relay.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

/** More answers of ours in a row than anybody gives. */
const lookedAt = 30;

/** null: an ordinary message; undefined until it was read. */
export function useAnsweredRelay(conversationId: ConversationId): Relay | null | undefined {
  return useLive(`answered-relay/${conversationId}`, async () => {
    const newest = await database()
      .messages.where('[conversationId+receivedAt]')
      .between([conversationId, -Infinity], [conversationId, Infinity])
      .reverse()
      .limit(lookedAt)
      .toArray();
    return newest.find(({ direction }) => direction === 'in')?.relay ?? null;
  });
}
