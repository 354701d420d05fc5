// Tells the system of news while nobody is looking, and how much is unread.
import { useEffect, useRef } from 'react';
import { useArrivals } from '../../reads/use-arrivals.ts';
import { useCounters } from '../../reads/use-counters.ts';
import { attempt } from '../../actions/notices.tsx';
import type { Desk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';

/** More news than this at once is told in one notification. */
const severally = 3;

export function useNotify(desk: Desk): void {
  const text = useText();
  const arrivals = useArrivals();
  const unread = useCounters()?.of('unread/open');
  const toldUntil = useRef<number | null>(null);

  useEffect(() => {
    if (!arrivals) return;
    const newestAt = Math.max(0, ...arrivals.map((arrival) => arrival.at));
    const since = toldUntil.current;
    toldUntil.current = Math.max(newestAt, since ?? 0);
    if (since === null || document.hasFocus() || !desk.app.get().settings.notifies) return;
    const fresh = arrivals.filter((arrival) => arrival.at > since);
    const newest = fresh.at(-1);
    if (!newest) return;
    const notices =
      fresh.length > severally
        ? [{ title: text('notify.many', { count: fresh.length }), body: newest.snippet, from: newest }]
        : fresh.map((arrival) => ({
            title: arrival.customerName,
            body: [arrival.subject, arrival.snippet].filter((part) => part !== '').join('\n'),
            from: arrival,
          }));
    for (const { title, body, from } of notices) {
      const call = desk.main.notify({
        title: title.slice(0, 200),
        body: body.slice(0, 500),
        conversationId: from.conversationId,
      });
      void attempt(call);
    }
  }, [arrivals, desk, text]);

  useEffect(() => {
    if (unread !== undefined) void attempt(desk.main.setUnread({ count: Math.max(0, unread) }));
  }, [unread, desk]);
}
