// Applies journal records to the rows: idempotent, in any number, whether they are new or replayed.
import type { ConversationId, MessageId } from '../../../shared/model/ids.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import { applyCannedReply } from './canned-reply.ts';
import { applyConversationState } from './conversation-state.ts';
import { applyCustomerRecord } from './customer.ts';
import { applyCustomerDistinct, applyCustomerNote, applyPromise, applyShopOrder } from './customer-data.ts';
import { applyCustomerMerge } from './customer-merge.ts';
import { applyDraft } from './draft.ts';
import { applyErasure } from './erasure.ts';
import { applyFact } from './fact.ts';
import { applyNote } from './note.ts';
import { applyFrozen, applyOutboxEntry } from './outbox.ts';
import { applySeen } from './seen.ts';
import { applyTouchpoint, touchpointMessageId } from './touchpoint.ts';
import { dropWaiting, loadAwaited } from './waiting-records.ts';
import type { WorkSet } from '../work/work-set.ts';

/** Applies records in order; what they touch is read in bulk first. */
export async function applyRecords(work: WorkSet, records: JournalRecord[]): Promise<void> {
  await loadFor(work, records);
  await dropWaiting(work, records);
  for (const record of records) await applyRecord(work, record);
  await applyAwaitedByTouchpoints(work, records);
}

/** A contact logged by hand brings a message of its own: what the shop decided on it may have been read before it. */
async function applyAwaitedByTouchpoints(work: WorkSet, records: JournalRecord[]): Promise<void> {
  const made = records.flatMap(({ kind, key, data }) =>
    kind === 'touchpoint' && data?.isInInbox === true ? [touchpointMessageId(key)] : [],
  );
  if (made.length === 0) return;
  await loadAwaited(work, made);
  await applyAwaited(work, new Set(made));
}

/** Applies one record. `null` data says that the thing was removed. */
export function applyRecord(work: WorkSet, record: JournalRecord): Promise<void> {
  switch (record.kind) {
    case 'draft':
      return applyDraft(work, record);
    case 'conversation':
      return applyConversationState(work, record);
    case 'note':
      return applyNote(work, record);
    case 'customer':
      return applyCustomerRecord(work, record);
    case 'customer-distinct':
      return applyCustomerDistinct(work, record);
    case 'customer-merge':
      return applyCustomerMerge(work, record);
    case 'customer-note':
      return applyCustomerNote(work, record);
    case 'promise':
      return applyPromise(work, record);
    case 'shop-order':
      return applyShopOrder(work, record);
    case 'touchpoint':
      return applyTouchpoint(work, record);
    case 'canned-reply':
      return applyCannedReply(work, record);
    case 'erasure':
      return applyErasure(work, record);
    case 'fact':
      return applyFact(work, record);
    case 'seen':
      return applySeen(work, record);
    case 'outbox':
      return applyOutboxEntry(work, record);
    case 'outbox-frozen':
      return applyFrozen(work, record);
  }
}

/** One bulk read per table in place of one read per record. */
async function loadFor(work: WorkSet, records: JournalRecord[]): Promise<void> {
  const conversations: ConversationId[] = [];
  const messages: MessageId[] = [];
  for (const { data } of records) {
    if (data === null) continue;
    if ('anchor' in data && data.anchor !== null) messages.push(data.anchor);
    if ('messageId' in data) messages.push(data.messageId);
    if ('conversationId' in data && data.conversationId !== null) conversations.push(data.conversationId);
  }
  await work.messages.load(messages);
  const found = messages.map((id) => work.messages.get(id)?.conversationId).filter((id) => id !== undefined);
  await work.conversations.load([...conversations, ...found]);
}

/** Applies what waited for the messages that came. */
export async function applyAwaited(work: WorkSet, met: ReadonlySet<MessageId>): Promise<void> {
  const due = [...work.waiting.present()].filter((row) => met.has(row.anchor));
  for (const row of due.toSorted((a, b) => a.record.at - b.record.at)) {
    work.waiting.delete(row.id);
    await applyRecord(work, row.record);
  }
}
