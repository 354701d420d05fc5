// What leaves the store when the server no longer has it: placements, messages without any, conversations without messages.
import type { ConversationRow, MessageRow, PlacementRow } from '../../database/rows.ts';
import type { BatchWork } from './batch-work.ts';
import { summariseAnew } from './conversations.ts';
import { rowsOf } from '../work/read-index.ts';
import { keepStateFor } from '../records/waiting-records.ts';
import { noteKeyless, type WorkSet } from '../work/work-set.ts';

/** Every placement in a mailbox, as it stands in this work. */
async function placementsIn({ work, accountId }: BatchWork, mailbox: string): Promise<PlacementRow[]> {
  const prefix = `${accountId}|${mailbox}|`;
  work.placements.adopt(await work.store.database.placements.where('key').startsWith(prefix).toArray());
  return [...work.placements.present()].filter((row) => row.key.startsWith(prefix) && row.mailbox === mailbox);
}

/** UIDVALIDITY changed: what we know of the mailbox says only what was there. */
export async function markMailboxStale(batch: BatchWork, mailbox: string): Promise<void> {
  for (const row of await placementsIn(batch, mailbox)) batch.work.placements.put({ ...row, isStale: true });
}

/** The mailbox has been read anew as a whole: what got no placement again is not there any more. */
export async function takeStalePlacements(batch: BatchWork, mailbox: string): Promise<void> {
  for (const row of await placementsIn(batch, mailbox)) {
    if (row.isStale !== true) continue;
    batch.work.placements.delete(row.key);
    batch.unplaced.add(row.messageId);
  }
}

/** Removes the messages that no mailbox holds any more, and makes the summaries of their conversations anew. */
export async function finishRemovals(batch: BatchWork): Promise<void> {
  const { work, unplaced, stale } = batch;
  if (unplaced.size > 0) {
    const { database } = work.store;
    await work.messages.load(unplaced);
    work.placements.adopt(await rowsOf(database.placements, 'messageId', [...unplaced]));
    for (const row of work.placements.present()) unplaced.delete(row.messageId);
    await work.serverChanges.load(unplaced);
    const gone = [...unplaced].map((id) => work.messages.get(id)).filter((row) => row !== undefined);
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
  await forgetThreadIds(work, row);
  work.conversations.delete(row.id);
}

/** The keys of a conversation that is about to go. */
export async function forgetThreadIds(work: WorkSet, row: ConversationRow): Promise<void> {
  work.threadIds.adopt(await rowsOf(work.store.database.threadIds, 'conversationId', [row.id]));
  for (const key of [...work.threadIds.present()]) {
    if (key.conversationId === row.id) work.threadIds.delete(key.key);
  }
}
