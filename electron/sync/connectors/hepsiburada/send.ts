// Answers in a question's thread, and after any doubt looks there for the answer.
import { AppError } from '../../../../shared/errors.ts';
import type { SendOutcome } from '../../../../shared/model/outbox.ts';
import { sendIntoThread, type Try } from '../send-into-thread.ts';
import type { HepsiburadaApi } from './api.ts';
import { isOurs } from './to-items.ts';

/** See `Session.send`. A thread takes any number of answers until Hepsiburada closes it. */
export function sendAnswer(api: HepsiburadaApi, attempt: Try, signal: AbortSignal): Promise<SendOutcome> {
  return sendIntoThread(attempt, {
    async look({ threadKey }) {
      const { conversations } = await api.issue(threadKey, signal);
      return (conversations ?? []).filter(isOurs).map(({ content, createdAt, files }) => ({
        text: content ?? '',
        at: createdAt,
        fileCount: files?.length ?? 0,
      }));
    },
    async prepare({ threadKey }) {
      const { status } = await api.issue(threadKey, signal);
      if (status !== 'AutoClosed' && status !== 'Rejected') return;
      throw new AppError('refused', `The question takes no answer any more (${status})`, {
        detail: { reason: status },
      });
    },
    post: (reply) => api.answer(reply, signal),
  });
}
