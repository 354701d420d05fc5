// Reminds of promises and notes when their time comes, and once at the start of what is overdue.
import { useEffect, useRef } from 'react';
import { attempt } from '../../actions/notices.tsx';
import { useDueReminders } from '../../reads/use-due-reminders.ts';
import type { Desk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { useNow } from '../../ui/use-now.ts';

export function useReminders(desk: Desk): void {
  const text = useText();
  const now = useNow();
  const due = useDueReminders(now);
  const told = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!due) return;
    const isStart = told.current === null;
    const known = (told.current ??= new Set());
    const fresh = due.filter(({ key }) => !known.has(key));
    for (const { key } of fresh) known.add(key);
    if (fresh.length === 0 || !desk.app.get().settings.notifies) return;
    const tell = (title: string, body: string, conversationId: (typeof fresh)[number]['conversationId']) => {
      const notice = {
        title: title.slice(0, 200),
        body: body.slice(0, 500),
        ...(conversationId ? { conversationId } : {}),
      };
      void attempt(desk.main.notify(notice));
    };
    const [only] = fresh;
    if (isStart && fresh.length > 1)
      tell(text('reminder.many', { count: fresh.length }), text('reminder.many.body'), null);
    else if (isStart && only)
      tell(text(`reminder.${only.kind}`, { name: only.customerName }), only.text, only.conversationId);
    else
      for (const each of fresh)
        tell(text(`reminder.${each.kind}`, { name: each.customerName }), each.text, each.conversationId);
  }, [due, desk, text]);
}
