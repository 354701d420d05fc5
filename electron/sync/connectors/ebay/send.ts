// Sends one message into a conversation; eBay does not refuse a second one, so after any doubt the conversation is looked at.
import { isSameText } from '../../../../shared/language/same-text.ts';
import type { OutboxItem, SendOutcome } from '../../../../shared/model/outbox.ts';
import type { ConnectorDeps } from '../connector.ts';
import { htmlWords } from '../html-words.ts';
import { plainReplyOf } from '../plain-reply.ts';
import { sendOnce, stillAmbiguous } from '../send-once.ts';
import type { EbayApi } from './api.ts';
import { isOurs, timeOf } from './to-items.ts';

/** eBay's clock may be behind ours by this much. */
const clockSkewMs = 120_000;

/** See `Session.send`. */
export async function sendMessage(
  api: EbayApi,
  userName: string,
  deps: Pick<ConnectorDeps, 'now'>,
  item: OutboxItem,
  beforeBytes: () => Promise<void>,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { threadKey, text } = plainReplyOf(item);
  // the same words may be meant twice: only a try of this very reply can have left them there
  if (item.attempts > 0 || item.state === 'ambiguous') {
    const messages = await api.messages(threadKey, 1, signal);
    const isThere = messages.some(
      (message) =>
        isOurs(message, userName) &&
        timeOf(message) >= item.queuedAt - clockSkewMs &&
        isSameText(htmlWords(message.messageBody ?? ''), text),
    );
    if (isThere) return { kind: 'accepted' };
    if (item.state === 'ambiguous') return stillAmbiguous('The conversation does not show the message yet');
  }
  return sendOnce(deps, item, beforeBytes, async () => {
    await api.reply(threadKey, text, signal);
    return undefined;
  });
}
