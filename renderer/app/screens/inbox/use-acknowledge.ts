// Acknowledges what comes in, where the shop has turned that on: once, to people, with a name and a time.
import { useEffect, useRef } from 'react';
import { replyHeaders } from '../../../../shared/mail/reply-headers.ts';
import { outboxIdSchema } from '../../../../shared/model/ids.ts';
import { currentAgent } from '../../../../shared/model/shop.ts';
import { whyNotAcknowledged } from '../../../../shared/service/acknowledge.ts';
import type { Arrival } from '../../../database/rows.ts';
import { acknowledgementFor } from '../../actions/acknowledge.ts';
import { noticeError } from '../../actions/notices.tsx';
import { readCustomer, readLastWrittenAt, readMessage } from '../../reads/find-customer.ts';
import { useArrivals } from '../../reads/use-arrivals.ts';
import { readConversations } from '../../reads/use-conversation.ts';
import type { Desk } from '../../state/desk.ts';

/** Long enough for somebody at the screen to answer in person, and for a second thought. */
const heldBackMs = 60_000;

export function useAcknowledge(desk: Desk): void {
  const arrivals = useArrivals();
  const seenUntil = useRef<number | null>(null);
  const busy = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    if (!arrivals) return;
    const since = seenUntil.current;
    seenUntil.current = Math.max(since ?? 0, ...arrivals.map((arrival) => arrival.at));
    if (since === null || !desk.app.get().settings.acknowledgement.isOn) return;
    for (const arrival of arrivals.filter((each) => each.at > since)) {
      // One after the other: the second mail of one person sees that the first was acknowledged.
      busy.current = busy.current.then(() => acknowledge(desk, arrival)).catch(noticeError);
    }
  }, [arrivals, desk]);
}

async function acknowledge(desk: Desk, { conversationId, messageId }: Arrival): Promise<void> {
  const now = Date.now();
  const { settings, accounts } = desk.app.get();
  const [[conversation], message] = await Promise.all([readConversations([conversationId]), readMessage(messageId)]);
  if (!conversation || !message) return;
  const own = accounts.map(({ address }) => address).filter((address) => address !== '');
  const reason = whyNotAcknowledged(
    {
      channel: conversation.channel,
      isAutomatic: conversation.isAutomatic,
      hasOutbound: conversation.lastOutboundAt !== undefined,
      isClosed: conversation.folder === 'closed',
      message: { ...message, isRelayed: message.relay !== undefined },
      own,
      lastWrittenAt: await readLastWrittenAt(conversation.customerId),
      agentName: currentAgent(settings).name,
    },
    now,
  );
  const made =
    reason === null ? acknowledgementFor(desk, conversation, await readCustomer(conversation.customerId), now) : null;
  if (!made) return;
  const { to, subject } = replyHeaders(message, own);
  await desk.store.queueReply(
    {
      outboxId: outboxIdSchema.parse(crypto.randomUUID()),
      conversationId,
      to,
      cc: [],
      subject,
      html: '',
      text: made.text,
      closeAfter: false,
      undoWindowMs: heldBackMs,
      isAutomatic: true,
      promises: made.promises,
    },
    { timeoutMs: heldBackMs },
  );
}
