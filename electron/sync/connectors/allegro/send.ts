// Sends one message into a thread; Allegro does not refuse a second one, so after any doubt the thread is looked at.
import type { SendOutcome } from '../../../../shared/model/outbox.ts';
import { sendIntoThread, type Try } from '../send-into-thread.ts';
import type { AllegroApi } from './api.ts';
import { timeOf } from './to-items.ts';

/** See `Session.send`. Files are handed over first: one that no message names is never seen by anybody. */
export function sendMessage(api: AllegroApi, attempt: Try, signal: AbortSignal): Promise<SendOutcome> {
  return sendIntoThread(attempt, {
    look: async ({ threadKey }) =>
      (await api.messages(threadKey, 1, signal))
        .filter(({ author }) => !author.isInterlocutor)
        .map(({ text, createdAt, attachments }) => ({
          text: text ?? '',
          at: timeOf(createdAt),
          fileCount: attachments?.length ?? 0,
        })),
    async prepare({ files }) {
      const ids: string[] = [];
      for (const file of files) ids.push(await api.upload(file, signal));
      return ids;
    },
    post: ({ threadKey, text }, fileIds) => api.reply(threadKey, text, fileIds, signal),
  });
}
