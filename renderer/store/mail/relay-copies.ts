// A buyer's message that comes twice, by the marketplace's API and as its copy by mail: the mail steps back behind the conversation that can be answered.
import type { Channel, ConversationId, MessageId } from '../../../shared/model/ids.ts';
import type { MessageRow } from '../../database/rows.ts';
import { applySeen } from '../records/seen.ts';
import type { WorkSet } from '../work/work-set.ts';
import type { BatchWork } from './batch-work.ts';
import { tidied } from './conversations.ts';
import { stableHash } from '../../../shared/mail/stable-hash.ts';

/** Marketplaces with a connector of their own that mail every message of a buyer to the shop besides. */
const copyingChannels: ReadonlySet<Channel> = new Set<Channel>(['ebay']);
/** The two come this close together; the mail may be the first. */
const closeMs = 600_000;
/** Of the buyer's words; what is around them in the mail, and where it is cut, does not matter. */
const comparedChars = 60;

type Way = 'api' | 'mail';
const wayOf = ({ relay }: MessageRow): Way => (relay === undefined ? 'api' : 'mail');

/** Where a message of a buyer from about this time is noted down. */
const keyOf = (channel: Channel, way: Way, { from, receivedAt }: MessageRow, step = 0): string =>
  `copy|${channel}|${way}|${stableHash(from.name.trim().toLowerCase())}|${Math.floor(receivedAt / closeMs) + step}`;

/** After all messages of a batch: looks at those that were not here before. */
export async function settleRelayCopies(batch: BatchWork): Promise<void> {
  for (const id of batch.added) {
    const row = batch.work.messages.get(id);
    const channel = row && batch.work.conversations.get(row.conversationId)?.channel;
    if (
      row?.direction === 'in' &&
      row.relay?.isVerified !== false &&
      channel !== undefined &&
      copyingChannels.has(channel)
    ) {
      await settleCopy(batch, channel, row);
    }
  }
}

async function settleCopy(batch: BatchWork, channel: Channel, row: MessageRow): Promise<void> {
  const { work } = batch;
  const way = wayOf(row);
  const near = [-1, 0, 1].map((step) => keyOf(channel, way === 'api' ? 'mail' : 'api', row, step));
  const key = keyOf(channel, way, row);
  await work.threadIds.load([...near, key]);
  work.threadIds.put({ key, conversationId: row.conversationId });
  const ids = new Set(near.map((each) => work.threadIds.get(each)?.conversationId).filter((id) => id !== undefined));
  await work.conversations.load(ids);
  for (const id of ids) {
    const twin = (await work.messages.ofConversation(id)).find((other) => isCopy(row, other));
    if (!twin) continue;
    if (way === 'mail') await stepBack(batch, row, id);
    else {
      await stepBack(batch, twin, row.conversationId);
      if (await wasTold(work, twin.id)) untell(batch, row.id);
    }
    return;
  }
}

/** The shop has heard of this message already: an earlier batch told it. */
async function wasTold({ store }: WorkSet, messageId: MessageId): Promise<boolean> {
  const row = await store.database.meta.get('arrivals');
  return row?.key === 'arrivals' && row.value.some((arrival) => arrival.messageId === messageId);
}

function untell({ arrivals }: BatchWork, messageId: MessageId): void {
  const at = arrivals.findIndex((arrival) => arrival.messageId === messageId);
  if (at !== -1) arrivals.splice(at, 1);
}

function isCopy(one: MessageRow, other: MessageRow): boolean {
  if (other.direction !== 'in' || wayOf(one) === wayOf(other)) return false;
  const [mail, bare] = wayOf(one) === 'mail' ? [one, other] : [other, one];
  const isClose = Math.abs(one.receivedAt - other.receivedAt) <= closeMs;
  return isClose && mail.snippet.includes(bare.snippet.slice(0, comparedChars));
}

/** The mail is read and closed, and says where it is answered; a later mail in its conversation keeps that open. */
async function stepBack(batch: BatchWork, mail: MessageRow, copyOf: ConversationId): Promise<void> {
  const { work, moved } = batch;
  const at = work.store.deps.now();
  const { accountId, id: messageId } = mail;
  if (!mail.isSeen) {
    const record = {
      kind: 'seen' as const,
      key: messageId,
      at,
      data: { accountId, messageId, isSeen: true, changedAt: at },
    };
    work.records.push(record);
    await applySeen(work, record);
  }
  const conversation = work.conversations.get(mail.conversationId);
  if (!conversation) return;
  const isOver = conversation.folder === 'open' && mail.receivedAt >= (conversation.inboundAt?.[0] ?? -Infinity);
  if (isOver && conversation.decidedBy === 'shop') moved.add(conversation.id);
  work.conversations.put(tidied({ ...conversation, copyOf, ...(isOver ? { folder: 'closed' as const } : {}) }));
  untell(batch, messageId);
}
