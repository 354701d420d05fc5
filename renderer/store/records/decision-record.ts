// The record of a decision on a conversation: by a person, or made for one when something needs them.
import type { ConversationState } from '../../../shared/model/journal.ts';
import type { ConversationRow } from '../../database/rows.ts';
import type { RecordOf } from './record-of.ts';

/** The record of a decision on a conversation as it stands now. */
export function decisionRecord(
  row: ConversationRow,
  decision: Pick<ConversationState, 'folder' | 'tags'> & Partial<Pick<ConversationState, 'snoozedUntil'>>,
  now: number,
): RecordOf<'conversation'> {
  // Not before any message that was there: a server's clock may be ahead of ours.
  const changedAt = Math.max(now, row.lastAt, row.decidedAt ?? 0);
  const data: ConversationState = { conversationId: row.id, anchor: row.anchor, changedAt, ...decision };
  return { kind: 'conversation', key: row.id, at: now, data };
}
