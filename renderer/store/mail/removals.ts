// What leaves the store when the server no longer has it: placements, messages without any, conversations without messages.
import type { ConversationId } from '../../../shared/model/ids.ts';
import type { ConversationRow, MessageRow } from '../../database/rows.ts';
import type { BatchWork } from './batch-work.ts';
import { summariseAnew } from './conversations.ts';
import { isPlaceIn, placesIn, withoutPlaces, withStalePlaces } from './places.ts';
import { keepStateFor } from '../records/waiting-records.ts';
import { noteKeyless, type WorkSet } from '../work/work-set.ts';

/** UIDVALIDITY changed: what we know of the mailbox says only what was there. */
export async function markMailboxStale({ work, accountId }: BatchWork, mailbox: string): Promise<void> {
  const prefix = placesIn(accountId, mailbox, 'fresh');
  const isIn = isPlaceIn(prefix);
  for (const row of await work.messages.withPlaces(prefix, isIn)) work.messages.put(withStalePlaces(row, isIn));
}

/** The mailbox has been read anew as a whole: what got no placement again is not there any more. */
export async function takeStalePlacements({ work, accountId, unplaced }: BatchWork, mailbox: string): Promise<void> {
  const prefix = placesIn(accountId, mailbox, 'stale');
  const isIn = isPlaceIn(prefix);
  for (const row of await work.messages.withPlaces(prefix, isIn)) {
    work.messages.put(withoutPlaces(row, isIn));
    unplaced.add(row.id);
  }
}

/** Removes the messages that no mailbox holds any more, and makes the summaries of their conversations anew. */
export async function finishRemovals(batch: BatchWork): Promise<void> {
  const { work, unplaced, stale } = batch;
  if (unplaced.size > 0) {
    const met = [...unplaced].map((id) => work.messages.get(id)).filter((row) => row !== undefined);
    const gone = met.filter((row) => row.places.length === 0);
    await work.serverChanges.load(gone.map((row) => row.id));
    await work.conversations.load(gone.map((row) => row.conversationId));
    for (const row of gone) {
      removeMessage(work, row);
      stale.add(row.conversationId);
    }
  }
  for (const id of stale) {
    const row = work.conversations.get(id);
    if (row) await putOrDrop(work, await summariseAnew(work, row), row);
  }
}

/** Takes a message out; its conversation's summary is the caller's to make anew. */
export function removeMessage(work: WorkSet, row: MessageRow): void {
  work.messages.remove(row);
  if (work.serverChanges.has(row.id)) work.serverChanges.delete(row.id);
}

/** A conversation without messages stays only for what the shop wrote in it. */
async function putOrDrop(work: WorkSet, row: ConversationRow, before: ConversationRow): Promise<void> {
  if (row.messageCount > 0 || row.noteCount > 0 || row.hasDraft) {
    work.conversations.put(row);
    if (row.messageCount === 0) noteKeyless(work, row.id);
    return;
  }
  keepStateFor(work, before);
  await forgetThreadIds(work, [row.id]);
  work.conversations.delete(row.id);
}

/** The keys of conversations that are about to go. */
export async function forgetThreadIds(work: WorkSet, ids: readonly ConversationId[]): Promise<void> {
  for (const { key } of await work.threadIds.ofConversations(ids)) work.threadIds.delete(key);
}
