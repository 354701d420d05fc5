// Sends one message into a thread; nothing at Mirakl refuses a second one, so after any doubt the thread is looked at.
import { AppError } from '../../../../shared/errors.ts';
import { isSameText } from '../../../../shared/language/same-text.ts';
import type { OutboxItem, SendOutcome } from '../../../../shared/model/outbox.ts';
import type { ConnectorDeps } from '../connector.ts';
import { htmlWords } from '../html-words.ts';
import { plainReplyOf } from '../plain-reply.ts';
import { sendOnce, stillAmbiguous } from '../send-once.ts';
import type { MiraklApi, MiraklThread, Recipient } from './api.ts';
import { isOurs } from './to-items.ts';

/** The marketplace's clock may be behind ours by this much. */
const clockSkewMs = 120_000;

/** See `Session.send`. */
export async function sendMessage(
  api: MiraklApi,
  deps: Pick<ConnectorDeps, 'now'>,
  item: OutboxItem,
  beforeBytes: () => Promise<void>,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { threadKey, text } = plainReplyOf(item);
  const thread = await api.thread(threadKey, signal);
  // the same words may be meant twice: only a try of this very reply can have left them there
  const wasTried = item.attempts > 0 || item.state === 'ambiguous';
  if (wasTried && holds(thread, text, item.queuedAt)) return { kind: 'accepted' };
  if (item.state === 'ambiguous') return stillAmbiguous('The thread does not show the message yet');
  const to = recipientsOf(thread);
  if (to.length === 0) throw new AppError('refused', 'Nobody in this thread may be written to');
  return sendOnce(deps, item, beforeBytes, async () => {
    await api.reply(threadKey, text, to, signal);
    return undefined;
  });
}

function holds({ messages }: MiraklThread, text: string, since: number): boolean {
  return (messages ?? []).some(
    (message) =>
      isOurs(message) &&
      Date.parse(message.date_created) >= since - clockSkewMs &&
      isSameText(htmlWords(message.body), text),
  );
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
