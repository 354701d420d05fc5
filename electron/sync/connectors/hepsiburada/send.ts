// Answers in a question's thread, and after any doubt looks there for the words.
import { AppError, errorData } from '../../../../shared/errors.ts';
import { isSameText } from '../../../../shared/language/same-text.ts';
import type { OutboxItem, SendOutcome } from '../../../../shared/model/outbox.ts';
import type { ConnectorDeps } from '../connector.ts';
import { plainReplyOf } from '../plain-reply.ts';
import { sendOnce, stillAmbiguous } from '../send-once.ts';
import type { HepsiburadaApi, Issue } from './api.ts';
import { isOurs } from './to-items.ts';

/** Hepsiburada's clock may be behind ours by this much. */
const clockSkewMs = 600_000;

/** See `Session.send`. A thread takes any number of answers, so one that is nowhere to be seen is left to a person. */
export async function sendAnswer(
  api: HepsiburadaApi,
  deps: Pick<ConnectorDeps, 'now'>,
  item: OutboxItem,
  beforeBytes: () => Promise<void>,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { threadKey, text } = plainReplyOf(item);
  const before = await api.issue(threadKey, signal);
  if (holds(before, text, item.queuedAt)) return { kind: 'accepted' };
  if (item.state === 'ambiguous') return stillAmbiguous('Hepsiburada shows no such answer in the thread');
  if (before.status === 'AutoClosed' || before.status === 'Rejected') {
    const error = new AppError('refused', `The question takes no answer any more (${before.status})`, {
      detail: { reason: before.status },
    });
    return { kind: 'failed', error: errorData(error) };
  }
  return sendOnce(deps, item, beforeBytes, async () => {
    await api.answer(threadKey, text, signal);
    return undefined;
  });
}

/** An answer of ours with the same words that is no older than this reply. */
function holds(issue: Issue, text: string, since: number): boolean {
  return (issue.conversations ?? []).some(
    (message) => isOurs(message) && message.createdAt >= since - clockSkewMs && isSameText(message.content ?? '', text),
  );
}
