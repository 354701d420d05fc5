// Answers a question once: looked at before, posted, and after any doubt looked at again.
import { AppError, errorData } from '../../../../shared/errors.ts';
import { isSameText } from '../../../../shared/language/same-text.ts';
import type { OutboxItem, SendOutcome } from '../../../../shared/model/outbox.ts';
import type { ConnectorDeps } from '../connector.ts';
import { plainReplyOf } from '../plain-reply.ts';
import { sendOnce, stillAmbiguous } from '../send-once.ts';
import type { Question, TrendyolApi } from './api.ts';
import { saysAnswered } from './error.ts';

/** See `Session.send`. Trendyol refuses a second answer itself, so a reply that is nowhere to be seen may be sent again. */
export async function sendAnswer(
  api: TrendyolApi,
  deps: Pick<ConnectorDeps, 'now'>,
  item: OutboxItem,
  beforeBytes: () => Promise<void>,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { threadKey, text } = plainReplyOf(item);
  const before = await api.question(threadKey, signal);
  if (holds(before, text)) return { kind: 'accepted' };
  if (item.state === 'ambiguous') {
    if (wasRefused(before, { text, since: item.queuedAt })) return { kind: 'accepted' }; // taken, and refused by the check since
    const wasTaken = before.status !== 'WAITING_FOR_ANSWER';
    if (wasTaken) return { kind: 'failed', error: otherAnswer(before) };
    return item.attempts <= 1 ? { kind: 'requeue' } : stillAmbiguous('Trendyol shows no answer to this question yet');
  }
  if (before.status !== 'WAITING_FOR_ANSWER') return { kind: 'failed', error: otherAnswer(before) };
  const outcome = await sendOnce(deps, item, beforeBytes, async () => {
    await api.answer(threadKey, text, signal);
    return undefined;
  });
  if (outcome.kind !== 'failed' || !saysAnswered(outcome.error.message)) return outcome;
  // Ours from an earlier try, or somebody else's in the panel meanwhile.
  const after = await api.question(threadKey, signal);
  if (holds(after, text)) return { kind: 'accepted' };
  return after.answer ? { kind: 'failed', error: otherAnswer(after) } : stillAmbiguous(outcome.error.message);
}

/** The answer that is being checked or shown says the same. One that was refused does not count: it may be sent anew. */
function holds(question: Question, text: string): boolean {
  return question.answer ? isSameText(question.answer.text, text) : false;
}

/** Trendyol's clock may be behind ours by this much. */
const clockSkewMs = 600_000;

/** An answer of ours; `since` (epoch ms) tells it from an earlier one of the same words. */
export interface GivenAnswer {
  text: string;
  since: number;
}

/** Whether this very answer was taken, and refused by the check since. */
export function wasRefused({ rejectedAnswer, rejectedDate }: Question, { text, since }: GivenAnswer): boolean {
  if (!rejectedAnswer || !isSameText(rejectedAnswer.text, text)) return false;
  return Math.max(rejectedAnswer.creationDate ?? 0, rejectedDate ?? 0) >= since - clockSkewMs;
}

function otherAnswer({ status }: Question) {
  return errorData(
    new AppError('refused', `The question takes no answer any more (${status})`, { detail: { reason: status } }),
  );
}
