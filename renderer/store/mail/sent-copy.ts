// The server's copy of a reply of ours: takes the place of the message that stood for it, and is proof that it was sent.
import { isSameText } from '../../../shared/language/same-text.ts';
import type { AccountId, MessageId } from '../../../shared/model/ids.ts';
import type { IncomingMessage } from '../../../shared/model/message.ts';
import type { OutboxState } from '../../../shared/model/outbox.ts';
import type { OutboxRow } from '../../database/rows.ts';
import { entryOf, outboxRecords } from '../outbox/entry-of.ts';
import { entryIn, isSettled, nextLookAt } from '../outbox/outbox-states.ts';
import { showOutboxState } from '../records/outbox.ts';
import type { WorkSet } from '../work/work-set.ts';
import type { BatchWork } from './batch-work.ts';
import { messageIdOf } from './message-row.ts';
import { idKey } from './thread-keys.ts';

/** The reply that this message is a copy of: by our own id in it, else by its Message-ID (servers change that one). */
export function ownReplyOf({ work, accountId }: BatchWork, message: IncomingMessage): OutboxRow | undefined {
  if (message.direction !== 'out') return undefined;
  const { rfcMessageId } = message;
  const named = rfcMessageId === undefined ? undefined : work.threadIds.get(idKey(accountId, rfcMessageId))?.outboxId;
  const id = message.outboxId ?? named;
  const row = id === undefined ? replyByText(work, accountId, message) : work.outbox.get(id);
  return row?.accountId === accountId && row.state !== 'cancelled' ? row : undefined;
}

/** A marketplace's clock may be behind ours by this much. */
const clockSkewMs = 600_000;
const maybeSent: readonly OutboxState[] = ['inflight', 'ambiguous', 'accepted', 'filed'];

/** Marketplaces know nothing of our ids: the same words in the same thread are the reply, the oldest that has no copy yet. */
function replyByText(work: WorkSet, accountId: AccountId, message: IncomingMessage): OutboxRow | undefined {
  const { threadKey, rfcMessageId, text, sentAt } = message;
  if (threadKey === undefined || rfcMessageId !== undefined) return undefined;
  return [...work.outbox.present()]
    .filter((row) => row.accountId === accountId && row.content.threadKey === threadKey && row.copyId === undefined)
    .filter((row) => maybeSent.includes(row.state) && sentAt >= row.queuedAt - clockSkewMs)
    .filter((row) => isSameText(row.content.text, text))
    .sort((a, b) => a.queuedAt - b.queuedAt)[0];
}

/**
 * Gives the message that stands for our reply its server identity, in place of adding a second one. Answers false when there is none (then
 * the copy is a message like any other).
 */
export async function takeCopy(batch: BatchWork, id: MessageId, message: IncomingMessage): Promise<boolean> {
  const { work, accountId } = batch;
  const reply = ownReplyOf(batch, message);
  if (!reply) return false;
  await settleByCopy(batch, reply, id);
  const local = work.messages.get(messageIdOf(accountId, `out:${reply.id}`));
  if (!local) return false;
  const { outboxId: _outboxId, ...rest } = local;
  const rfcMessageId = message.rfcMessageId ?? local.rfcMessageId;
  work.messages.put(
    {
      ...rest,
      id,
      ...(rfcMessageId === undefined ? {} : { rfcMessageId }),
      from: message.from,
      // from now on the server has the bytes
      ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
      sentAt: message.sentAt,
      sizeBytes: message.sizeBytes,
    },
    local.id,
  );
  // Our own id was noted down when the reply was queued.
  if (message.rfcMessageId !== undefined) {
    const key = idKey(accountId, message.rfcMessageId);
    // The customer's answer will name the id that the server gave, not ours.
    if (!work.threadIds.get(key)) work.threadIds.put({ key, conversationId: local.conversationId, outboxId: reply.id });
  }
  batch.met.add(local.id);
  batch.stale.add(local.conversationId);
  return true;
}

/** A copy proves that the server took the reply; that there is exactly one in Sent is for filing to say, unless it was accepted before. */
async function settleByCopy({ work }: BatchWork, reply: OutboxRow, copyId: MessageId): Promise<void> {
  const now = work.store.deps.now();
  const row = { ...reply, copyId };
  if (isSettled(reply.state)) {
    work.outbox.put(row);
    return;
  }
  const state: OutboxState = reply.state === 'accepted' ? 'filed' : 'accepted';
  const notBeforeAt = state === 'accepted' ? (nextLookAt('accepted', 0, now) ?? now) : reply.notBeforeAt;
  const entry = entryIn(entryOf(reply), state, { notBeforeAt }, now);
  work.records.push(...outboxRecords(entry, now));
  const { frozen, leaseUntil: _until, leaseEpoch: _epoch } = row;
  work.outbox.put({ ...entry, copyId, ...(frozen && state !== 'filed' ? { frozen } : {}) });
  work.outboxChanged.add(reply.accountId);
  await showOutboxState(work, reply.conversationId);
}
