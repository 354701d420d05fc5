// Sends one message into a thread; Allegro does not refuse a second one, so after any doubt the thread is looked at.
import { isSameText } from '../../../../shared/language/same-text.ts';
import type { OutboxItem, SendOutcome } from '../../../../shared/model/outbox.ts';
import type { ConnectorDeps } from '../connector.ts';
import { plainReplyOf } from '../plain-reply.ts';
import { sendOnce, stillAmbiguous } from '../send-once.ts';
import type { AllegroApi } from './api.ts';
import { timeOf } from './to-items.ts';

/** Allegro's clock may be behind ours by this much. */
const clockSkewMs = 120_000;

/** See `Session.send`. */
export async function sendMessage(
  api: AllegroApi,
  deps: Pick<ConnectorDeps, 'now'>,
  item: OutboxItem,
  beforeBytes: () => Promise<void>,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { threadKey, text } = plainReplyOf(item);
  // the same words may be meant twice: only a try of this very reply can have left them there
  if (item.attempts > 0 || item.state === 'ambiguous') {
    const isThere = (await api.messages(threadKey, 1, signal)).some(
      (message) =>
        !message.author.isInterlocutor &&
        timeOf(message.createdAt) >= item.queuedAt - clockSkewMs &&
        isSameText(message.text ?? '', text),
    );
    if (isThere) return { kind: 'accepted' };
    if (item.state === 'ambiguous') return stillAmbiguous('The thread does not show the message yet');
  }
  return sendOnce(deps, item, beforeBytes, async () => {
    await api.reply(threadKey, text, signal);
    return undefined;
  });
}
