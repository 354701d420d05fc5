// A conversation that is looked at for a moment counts as read, unless it was just marked as unread by hand.
import { useEffect } from 'react';
import { attempt } from '../../actions/notices.tsx';
import { useConversation } from '../../reads/use-conversation.ts';
import { isAttended } from '../../ui/attention.ts';
import { useCell, useCellPart } from '../../state/cell.ts';
import type { Desk } from '../../state/desk.ts';
import { isReadOnly } from '../../state/read-only.ts';

/** Short enough to feel immediate, long enough to pass by with j and k. */
const lookedAtMs = 700;

export function useMarkSeen(desk: Desk): void {
  const shownId = useCellPart(desk.selection, (selection) => selection.shownId);
  const keptUnread = useCell(desk.keptUnread);
  const row = useConversation(shownId);
  const unreadCount = row && row.id === shownId ? row.unreadCount : 0;

  useEffect(() => {
    if (keptUnread !== null && keptUnread !== shownId) desk.keptUnread.set(null);
    if (shownId === null || unreadCount === 0 || keptUnread === shownId || isReadOnly(desk)) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      if (!isAttended()) return;
      timer = setTimeout(() => {
        void attempt(desk.store.setSeen({ conversationIds: [shownId], isSeen: true }));
      }, lookedAtMs);
    };
    look();
    window.addEventListener('focus', look);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', look);
    };
  }, [desk, shownId, unreadCount, keptUnread]);
}
