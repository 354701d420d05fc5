// Makes one conversation of two that turned out to belong together: rows, notes, drafts, replies and state move.
import type { ConversationId } from '../../../shared/model/ids.ts';
import type { ConversationRow } from '../../database/rows.ts';
import { summariseAnew, tidied } from './conversations.ts';
import { combinedDraft } from '../records/draft.ts';
import { rowsOf } from '../work/raw-store.ts';
import type { WorkSet } from '../work/work-set.ts';

/** Which of them the others join: the one with most messages, so that least moves; then by name, so that it is always the same one. */
export function mergeTarget(rows: ConversationRow[]): ConversationRow | undefined {
  return rows.toSorted((a, b) => b.messageCount - a.messageCount || (a.id < b.id ? -1 : 1))[0];
}

/** Everything of `sourceId` becomes part of `targetId`; both have been loaded. The source is gone afterwards. */
export async function mergeConversations(
  work: WorkSet,
  targetId: ConversationId,
  sourceId: ConversationId,
): Promise<void> {
  const { database } = work.store;
  const target = work.conversations.get(targetId);
  const source = work.conversations.get(sourceId);
  if (!target || !source) return;
  await work.messages.ofConversation(targetId);
  for (const message of await work.messages.ofConversation(sourceId)) {
    work.messages.put({ ...message, conversationId: targetId });
  }
  for (const row of await work.threadIds.ofConversations([sourceId])) {
    work.threadIds.put({ ...row, conversationId: targetId });
  }
  work.notes.adopt(await rowsOf(database.notes, 'conversationId', [sourceId]));
  for (const note of [...work.notes.present()]) {
    if (note.conversationId === sourceId) work.notes.put({ ...note, conversationId: targetId });
  }
  work.outbox.adopt(await rowsOf(database.outbox, 'conversationId', [sourceId]));
  for (const row of [...work.outbox.present()]) {
    if (row.conversationId === sourceId) work.outbox.put({ ...row, conversationId: targetId });
  }
  await moveDraft(work, targetId, sourceId);
  work.conversations.delete(sourceId);
  const merged = withBothStates(target, source);
  work.conversations.put(tidied(await summariseAnew(work, merged)));
}

async function moveDraft(work: WorkSet, targetId: ConversationId, sourceId: ConversationId): Promise<void> {
  await work.drafts.load([targetId, sourceId]);
  const moving = work.drafts.get(sourceId);
  if (!moving) return;
  const present = work.drafts.get(targetId);
  work.drafts.delete(sourceId);
  work.drafts.put(combinedDraft(targetId, present, moving));
}

/** The newer decision holds; an undecided conversation gives way to a decided one, except that open work stays open. */
function withBothStates(target: ConversationRow, source: ConversationRow): ConversationRow {
  const leading = stateRank(source) > stateRank(target) || isGivingWay(target, source) ? source : target;
  const { decidedAt: _at, decidedBy: _by, snoozedUntil: _until, outboxState: _outboxState, ...rest } = target;
  const outboxState = target.outboxState ?? source.outboxState;
  const threadKey = target.threadKey ?? source.threadKey;
  const orderNumber = target.orderNumber ?? source.orderNumber;
  return {
    ...rest,
    folder: leading.folder,
    ...(leading.snoozedUntil === undefined ? {} : { snoozedUntil: leading.snoozedUntil }),
    ...(leading.decidedAt === undefined ? {} : { decidedAt: leading.decidedAt }),
    ...(leading.decidedBy === undefined ? {} : { decidedBy: leading.decidedBy }),
    tags: [...new Set([...target.tags, ...source.tags])],
    noteCount: target.noteCount + source.noteCount,
    hasDraft: target.hasDraft || source.hasDraft,
    ...(outboxState === undefined ? {} : { outboxState }),
    ...(threadKey === undefined ? {} : { threadKey }),
    ...(orderNumber === undefined ? {} : { orderNumber }),
  };
}

/** A decision counts from when it was made; a guess from the newest message it was made of. */
const stateRank = (row: ConversationRow): number => Math.max(row.decidedAt ?? 0, row.lastAt);

/** A reply decides at the very time that its own message bears: alone in a conversation, that message is a guess of the same age. */
const isGivingWay = (guessed: ConversationRow, decided: ConversationRow): boolean =>
  guessed.decidedAt === undefined && decided.decidedAt === stateRank(guessed);
