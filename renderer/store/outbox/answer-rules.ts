// Keeps a reply from being queued that its marketplace would not take.
import { AppError } from '../../../shared/errors.ts';
import { whyNoAnswer } from '../../../shared/service/answer-rules.ts';
import type { ConversationRow, OutboxRow } from '../../database/rows.ts';

/**
 * Throws `refused` (detail.reason: noReply of the facts) where it cannot be answered from here, `conflict` where it takes one answer and
 * one is there or on its way, `bad-data` and `too-large` for its own limits of length.
 */
export function refuseByRules(
  conversation: Pick<ConversationRow, 'facts' | 'isAnswerRefused'>,
  replies: readonly Pick<OutboxRow, 'state'>[],
  text: string,
): void {
  const { facts } = conversation;
  const reason = whyNoAnswer(
    conversation,
    replies.map(({ state }) => state),
  );
  if (reason === 'one-answer') {
    throw new AppError('conflict', 'This question takes one answer, and it has one', { detail: { reason } });
  }
  if (reason !== null)
    throw new AppError('refused', 'The marketplace takes no answer here any more', { detail: { reason } });
  if (text.trim().length < (facts?.minReplyChars ?? 0)) throw new AppError('bad-data', 'The reply is too short');
  if (text.length > (facts?.maxReplyChars ?? Infinity)) throw new AppError('too-large', 'The reply is too long');
}
