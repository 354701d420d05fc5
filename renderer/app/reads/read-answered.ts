// What people of the shop have sent since a day, conversation by conversation; read in small pieces, so that the page is never held up.
import { splitQuoted } from '../../../shared/mail/quoting.ts';
import type { AnsweredConversation } from '../../../shared/service/wording-weeks.ts';
import { isByHand } from '../../../shared/service/hand-channels.ts';
import { readBodies } from '../../database/bodies.ts';
import type { ConversationRow, MessageRow, OutboxRow } from '../../database/rows.ts';
import { database, type ReadDatabase } from './database.ts';

/** Some 200 rows: a few milliseconds of the page to take in. */
const conversationsAtOnce = 25;

export interface SentMessage {
  row: MessageRow;
  /** Which of the shop's people; undefined for what was sent elsewhere. */
  agentId: string | undefined;
  /** What was newly written in it; '' where nothing was, or it is older than asked for. */
  fresh: string;
}

export interface AnsweredNow extends Omit<AnsweredConversation, 'id' | 'answers'> {
  conversation: ConversationRow;
  /** What people sent in it, oldest first. */
  sent: SentMessage[];
}

/**
 * Conversations in which a person has answered since `since` (epoch ms), in pieces with how many of how many were looked at. What rules sent,
 * what is still on its way and what was logged by hand is left out, and a marketplace's mail that stands in its conversation as well.
 */
export async function* readAnswered(
  since: number,
  from: ReadDatabase = database(),
): AsyncGenerator<{ done: number; total: number; answered: AnsweredNow[] }> {
  const ids = await from.conversations.where('lastAt').aboveOrEqual(since).primaryKeys();
  for (let done = 0; done < ids.length; done += conversationsAtOnce) {
    const rows = await from.conversations.bulkGet(ids.slice(done, done + conversationsAtOnce));
    const wanted = rows.filter(
      (row) => row !== undefined && (row.lastAnswerAt ?? 0) >= since && !isByHand(row) && row.copyOf === undefined,
    ) as ConversationRow[];
    yield {
      done: Math.min(done + conversationsAtOnce, ids.length),
      total: ids.length,
      answered: await readConversations(from, wanted, since),
    };
  }
}

async function readConversations(
  from: ReadDatabase,
  rows: readonly ConversationRow[],
  since: number,
): Promise<AnsweredNow[]> {
  const [replies, ...lists] = await Promise.all([
    from.outbox
      .where('conversationId')
      .anyOf(rows.map(({ id }) => id))
      .toArray(),
    ...rows.map(({ id }) =>
      from.messages
        .where('[conversationId+receivedAt]')
        .between([id, -Infinity], [id, Infinity])
        .filter(({ direction, isAutomatic }) => direction === 'out' && !isAutomatic)
        .toArray(),
    ),
  ]);
  const replyOf = new Map<string, OutboxRow>(
    replies.flatMap((reply) => [reply.id, reply.copyId ?? reply.id].map((id) => [id, reply] as const)),
  );
  const bodies = await readBodies(
    from.bodies,
    lists.flat().flatMap(({ n, receivedAt }) => (receivedAt >= since ? [n] : [])),
  );
  const read = rows.map((conversation, index) => ({
    conversation,
    askedAt: conversation.firstInboundAt,
    sent: (lists[index] ?? []).flatMap((row) => {
      const reply = replyOf.get(row.outboxId ?? row.id);
      if (row.outboxId !== undefined && reply && !hasLeft(reply)) return [];
      return { row, agentId: reply?.agentId, fresh: splitQuoted(bodies.get(row.n)?.text ?? '').fresh };
    }),
  }));
  const handed = await handOvers(
    from,
    read.filter(({ sent }) => new Set(sent.map(({ agentId }) => agentId ?? '')).size > 1),
  );
  return read.map((each) => ({ ...each, handedOverAt: handed.get(each.conversation.customerId ?? '') ?? [] }));
}

const hasLeft = ({ state }: OutboxRow): boolean => state === 'accepted' || state === 'filed';

/** When hand-over notes about these customers were written, by customer. */
async function handOvers(
  from: ReadDatabase,
  read: readonly { conversation: ConversationRow }[],
): Promise<Map<string, number[]>> {
  const notes = await from.customerNotes
    .where('customerId')
    .anyOf(read.flatMap(({ conversation: { customerId } }) => customerId ?? []))
    .filter(({ kind }) => kind === 'handover')
    .toArray();
  const times = new Map<string, number[]>();
  for (const { customerId, createdAt } of notes) times.set(customerId, [...(times.get(customerId) ?? []), createdAt]);
  return times;
}
