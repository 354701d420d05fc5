// What came after the uses of canned replies, live: read from the messages that followed.
import { splitQuoted } from '../../../shared/mail/quoting.ts';
import type { CannedReplyId } from '../../../shared/model/ids.ts';
import {
  outcomeOf,
  outcomeWithinMs,
  type LaterMessage,
  type ReplyOutcome,
} from '../../../shared/service/reply-outcome.ts';
import { readBodies } from '../../database/bodies.ts';
import type { OutboxRow } from '../../database/rows.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

/** The newest uses are judged; older ones are only counted. */
const judgedUses = 200;

export interface ReplyOutcomes {
  /** How many uses were judged. */
  judged: number;
  counts: Readonly<Record<ReplyOutcome, number>>;
}

/** Of all language variants of one reply; undefined until they were read. */
export function useReplyOutcomes(ids: readonly CannedReplyId[]): ReplyOutcomes | undefined {
  return useLive(`reply-outcomes/${ids.join()}`, async () => {
    const uses = await database()
      .outbox.where('usedReplies')
      .anyOf([...ids])
      .toArray();
    const newest = [...new Map(uses.map((use) => [use.id, use])).values()]
      .sort((a, b) => b.queuedAt - a.queuedAt)
      .slice(0, judgedUses);
    const counts: Record<ReplyOutcome, number> = { thanked: 0, 'wrote-again': 0, quiet: 0 };
    for (const use of newest) counts[await outcomeOfUse(use)] += 1;
    return { judged: newest.length, counts };
  });
}

async function outcomeOfUse(use: OutboxRow): Promise<ReplyOutcome> {
  const { messages, bodies, conversations } = database();
  const [conversation, after] = await Promise.all([
    conversations.get(use.conversationId),
    messages
      .where('[conversationId+receivedAt]')
      .between([use.conversationId, use.queuedAt], [use.conversationId, use.queuedAt + outcomeWithinMs])
      .filter(({ direction, isAutomatic }) => direction === 'in' && !isAutomatic)
      .limit(1)
      .toArray(),
  ]);
  const texts = await readBodies(
    bodies,
    after.map(({ n }) => n),
  );
  const later = after.map(({ n, receivedAt, isAutomatic }): LaterMessage => ({
    receivedAt,
    isAutomatic,
    text: splitQuoted(texts.get(n)?.text ?? '').fresh,
  }));
  return outcomeOf(use.queuedAt, later, after[0]?.language ?? conversation?.language ?? 'en');
}
