// By which rules of its marketplace a conversation may be answered now; looked at before a reply is queued.
import { AppError } from '../../../shared/errors.ts';
import type { OutboxState } from '../../../shared/model/outbox.ts';
import type { ConversationRow, OutboxRow } from '../../database/rows.ts';

/** Replies that may have reached the customer, or still will. */
const underway: readonly OutboxState[] = ['queued', 'claimed', 'inflight', 'ambiguous'];
const taken: readonly OutboxState[] = ['accepted', 'filed'];

/**
 * Throws `refused` (detail.reason: noReply of the facts) where it cannot be answered from here, `conflict` where it takes one answer and
 * one is there or on its way, `bad-data` and `too-large` for its own limits of length.
 */
export function refuseByRules(
  { facts, isAnswerRefused }: Pick<ConversationRow, 'facts' | 'isAnswerRefused'>,
  replies: readonly Pick<OutboxRow, 'state'>[],
  text: string,
): void {
  if (!facts) return;
  if (facts.noReply !== undefined) {
    throw new AppError('refused', 'The marketplace takes no answer here any more', { detail: { reason: facts.noReply } });
  }
  const holds = (states: readonly OutboxState[]) => replies.some(({ state }) => states.includes(state));
  if (facts.isOneAnswer && (holds(underway) || (isAnswerRefused !== true && holds(taken)))) {
    throw new AppError('conflict', 'This question takes one answer, and it has one', { detail: { reason: 'one-answer' } });
  }
  if (text.trim().length < (facts.minReplyChars ?? 0)) throw new AppError('bad-data', 'The reply is too short');
  if (text.length > (facts.maxReplyChars ?? Infinity)) throw new AppError('too-large', 'The reply is too long');
}
