// Sends one message into a thread; nothing at Mirakl refuses a second one, so after any doubt the thread is looked at.
import { AppError } from '../../../../shared/errors.ts';
import type { SendOutcome } from '../../../../shared/model/outbox.ts';
import { htmlWords } from '../html-words.ts';
import { sendIntoThread, type Try } from '../send-into-thread.ts';
import type { MiraklApi, MiraklThread, Recipient } from './api.ts';
import { isOurs } from './to-items.ts';

/** See `Session.send`. */
export function sendMessage(api: MiraklApi, attempt: Try, signal: AbortSignal): Promise<SendOutcome> {
  return sendIntoThread(attempt, {
    async look({ threadKey }) {
      const { messages } = await api.thread(threadKey, signal);
      return (messages ?? []).filter(isOurs).map((message) => ({
        text: htmlWords(message.body),
        at: Date.parse(message.date_created),
        fileCount: message.attachments?.length ?? 0,
      }));
    },
    async prepare({ threadKey }) {
      const to = recipientsOf(await api.thread(threadKey, signal));
      if (to.length === 0) throw new AppError('refused', 'Nobody in this thread may be written to');
      return to;
    },
    post: (reply, to) => api.reply(reply, to, signal),
  });
}

/** Whoever took part in the newest message of the other side, as far as the marketplace lets the shop write to them. */
export function recipientsOf(thread: MiraklThread): Recipient[] {
  const newest = [...(thread.messages ?? [])]
    .sort((a, b) => Date.parse(a.date_created) - Date.parse(b.date_created))
    .findLast((message) => !isOurs(message));
  const wanted = new Set((newest?.to ?? []).map(({ type }) => type));
  if (newest) wanted.add(newest.from.type.replace(/_USER$/, ''));
  const allowed = (thread.authorized_participants ?? []).filter(({ type }) => type !== 'SHOP');
  const chosen = allowed.filter(({ type }) => wanted.has(type));
  return (chosen.length > 0 ? chosen : allowed).map(({ type, id }) => ({ type, ...(id ? { id } : {}) }));
}
