// Sends one message into a conversation; eBay does not refuse a second one, so after any doubt the conversation is looked at.
import type { SendOutcome } from '../../../../shared/model/outbox.ts';
import { htmlWords } from '../html-words.ts';
import { sendIntoThread, type Try } from '../send-into-thread.ts';
import type { EbayApi } from './api.ts';
import { isOurs, timeOf } from './to-items.ts';

/** See `Session.send`. */
export function sendMessage(api: EbayApi, userName: string, attempt: Try, signal: AbortSignal): Promise<SendOutcome> {
  return sendIntoThread(attempt, {
    look: async ({ threadKey }) =>
      (await api.messages(threadKey, 1, signal))
        .filter((message) => isOurs(message, userName))
        .map((message) => ({ text: htmlWords(message.messageBody ?? ''), at: timeOf(message), fileCount: 0 })),
    prepare: () => Promise.resolve(),
    post: ({ threadKey, text }) => api.reply(threadKey, text, signal),
  });
}
