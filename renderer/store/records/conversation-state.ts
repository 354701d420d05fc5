// Conversation records: the shop's decision on folder and tags.
import type { ConversationState } from '../../../shared/model/journal.ts';
import type { ConversationRow } from '../../database/rows.ts';
import { tidied } from '../mail/conversations.ts';
import type { WorkSet } from '../work/work-set.ts';
import { anchoredConversation } from './anchored.ts';
import type { RecordOf } from './record-of.ts';

/** The newest decision holds, until newer incoming mail: then only its tags do. A snooze that has run out is open. */
export async function applyConversationState(work: WorkSet, record: RecordOf<'conversation'>): Promise<void> {
  if (record.data === null) return;
  const row = await anchoredConversation(work, record.data, record);
  if (row) work.conversations.put(withDecision(row, record.data, work.store.deps.now()));
}

function withDecision(row: ConversationRow, state: ConversationState, now: number): ConversationRow {
  const { changedAt, tags } = state;
  if (row.decidedBy === 'shop' && (row.decidedAt ?? 0) > changedAt) return row;
  const decided: ConversationRow = { ...row, tags, decidedAt: changedAt, decidedBy: 'shop' };
  if ((row.inboundAt?.[0] ?? 0) > changedAt) return decided;
  const isDue = state.folder === 'snoozed' && (state.snoozedUntil ?? 0) <= now;
  const { snoozedUntil: _before, ...rest } = decided;
  return tidied({
    ...rest,
    folder: isDue ? 'open' : state.folder,
    ...(state.snoozedUntil === undefined ? {} : { snoozedUntil: state.snoozedUntil }),
  });
}
