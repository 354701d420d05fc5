// Messages of a conversation with their text, oldest first, live.
import { readBodies } from '../../database/bodies.ts';
import type { MessageRow } from '../../database/rows.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

export interface MessageWithText extends MessageRow {
  text: string;
}

/** The newest `limit` messages; undefined until they were read. */
export function useMessages(conversationId: ConversationId, limit: number): readonly MessageWithText[] | undefined {
  return useLive(`messages/${conversationId}/${limit}`, async () => {
    const { messages, bodies } = database();
    const rows = await messages
      .where('[conversationId+receivedAt]')
      .between([conversationId, -Infinity], [conversationId, Infinity])
      .reverse()
      .limit(limit)
      .toArray();
    const texts = await readBodies(
      bodies,
      rows.map((row) => row.n),
    );
    return rows.map((row) => ({ ...row, text: texts.get(row.n)?.text ?? '' })).reverse();
  });
}
