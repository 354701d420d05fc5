// Sends a note to the customer of an order, or a public answer to a review; nothing at WooCommerce refuses a second one.
import { AppError } from '../../../../shared/errors.ts';
import type { SendOutcome } from '../../../../shared/model/outbox.ts';
import { htmlWords } from '../html-words.ts';
import { plainReplyOf } from '../plain-reply.ts';
import { sendIntoThread, type StandingReply, type Try } from '../send-into-thread.ts';
import type { WooApi } from './api.ts';
import { gmt, threadOf } from './to-items.ts';

/** See `Session.send`. */
export async function sendWords(api: WooApi, attempt: Try, signal: AbortSignal): Promise<SendOutcome> {
  const thread = threadOf(plainReplyOf(attempt.item).threadKey);
  if (thread === null) throw new AppError('bad-data', 'This is no order and no review');
  if (thread.kind === 'review' && !api.canAnswerReviews) {
    throw new AppError('refused', 'Answers to reviews need a WordPress user and an application password');
  }
  return sendIntoThread(attempt, {
    look: () => repliesIn(api, thread, signal),
    prepare: async () => (thread.kind === 'review' ? (await api.review(thread.id, signal)).product_id : ''),
    post: ({ text }, productId) =>
      thread.kind === 'order'
        ? api.addNote(thread.id, text, signal)
        : api.addComment(thread.id, productId, text, signal),
  });
}

async function repliesIn(
  api: WooApi,
  thread: { kind: 'order' | 'review'; id: string },
  signal: AbortSignal,
): Promise<StandingReply[]> {
  const standing = (words: string, date: string): StandingReply => ({
    text: htmlWords(words),
    at: gmt(date),
    fileCount: 0,
  });
  return thread.kind === 'order'
    ? (await api.notes(thread.id, signal)).map((note) => standing(note.note, note.date_created_gmt))
    : (await api.comments([thread.id], signal)).map(({ content, date_gmt: date }) => standing(content.rendered, date));
}
