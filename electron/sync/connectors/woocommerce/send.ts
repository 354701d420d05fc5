// Sends a note to the customer of an order, or a public answer to a review; nothing at WooCommerce refuses a second one.
import { AppError } from '../../../../shared/errors.ts';
import { isSameText } from '../../../../shared/language/same-text.ts';
import type { OutboxItem, SendOutcome } from '../../../../shared/model/outbox.ts';
import type { ConnectorDeps } from '../connector.ts';
import { htmlWords } from '../html-words.ts';
import { plainReplyOf } from '../plain-reply.ts';
import { sendOnce, stillAmbiguous } from '../send-once.ts';
import type { WooApi } from './api.ts';
import { gmt, threadOf } from './to-items.ts';

/** The shop's clock may be behind ours by this much. */
const clockSkewMs = 120_000;

/** See `Session.send`. */
export async function sendWords(
  api: WooApi,
  deps: Pick<ConnectorDeps, 'now'>,
  item: OutboxItem,
  beforeBytes: () => Promise<void>,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { threadKey, text } = plainReplyOf(item);
  const thread = threadOf(threadKey);
  if (thread === null) throw new AppError('bad-data', 'This is no order and no review');
  if (thread.kind === 'review' && !api.canAnswerReviews) {
    throw new AppError('refused', 'Answers to reviews need a WordPress user and an application password');
  }
  // the same words may be meant twice: only a try of this very reply can have left them there
  const wasTried = item.attempts > 0 || item.state === 'ambiguous';
  if (wasTried && (await isThere(api, thread, text, item.queuedAt, signal))) return { kind: 'accepted' };
  if (item.state === 'ambiguous') return stillAmbiguous('The shop does not show it yet');
  const productId = thread.kind === 'review' ? (await api.review(thread.id, signal)).product_id : '';
  return sendOnce(deps, item, beforeBytes, async () => {
    if (thread.kind === 'order') await api.addNote(thread.id, text, signal);
    else await api.addComment(thread.id, productId, text, signal);
    return undefined;
  });
}

async function isThere(
  api: WooApi,
  thread: { kind: 'order' | 'review'; id: string },
  text: string,
  since: number,
  signal: AbortSignal,
): Promise<boolean> {
  const found =
    thread.kind === 'order'
      ? (await api.notes(thread.id, signal)).map((note) => ({ words: note.note, at: gmt(note.date_created_gmt) }))
      : (await api.comments([thread.id], signal)).map((comment) => ({
          words: comment.content.rendered,
          at: gmt(comment.date_gmt),
        }));
  return found.some(({ words, at }) => at >= since - clockSkewMs && isSameText(htmlWords(words), text));
}
