// What can be done to conversations: close, reopen, snooze, tag, mark as unread; each can be taken back.
import type { ConversationId } from '../../../shared/model/ids.ts';
import type { Folder } from '../../../shared/model/journal.ts';
import { readConversations } from '../reads/use-conversation.ts';
import type { Desk } from '../state/desk.ts';
import { clearMarks, show, targets } from '../state/selection.ts';
import type { TextId } from '../text/texts.ts';
import { nextAfter } from './move-in-list.ts';
import { attempt, noticeError, noticeUndo } from './notices.tsx';

const doneText: Record<Folder, TextId> = {
  open: 'done.reopened',
  waiting: 'done.waiting',
  snoozed: 'done.snoozed',
  closed: 'done.closed',
};

/** Closes what is marked or shown; reopens it when all of it is closed. */
export async function closeOrReopen(desk: Desk): Promise<void> {
  const rows = await readConversations(targets(desk.selection.get()));
  if (rows.length === 0) return;
  const open = rows.filter((row) => row.folder !== 'closed');
  if (open.length > 0) {
    await move(
      desk,
      open.map((row) => row.id),
      'closed',
    );
  } else {
    await move(
      desk,
      rows.map((row) => row.id),
      'open',
    );
  }
}

/** Moves conversations to a folder, goes on to the next one where they leave the list, and offers to take it back. */
export async function move(
  desk: Desk,
  conversationIds: readonly ConversationId[],
  folder: Folder,
  snoozedUntil?: number,
): Promise<void> {
  const ids = [...conversationIds];
  try {
    const before = await desk.store.moveConversations({
      conversationIds: ids,
      folder,
      ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
    });
    goOn(desk, ids, folder);
    noticeUndo(desk, doneText[folder], ids.length, async () => {
      await desk.store.restoreStates({ states: before });
    });
  } catch (thrown) {
    noticeError(thrown);
  }
}

function goOn(desk: Desk, ids: readonly ConversationId[], folder: Folder): void {
  const view = desk.view.get();
  const selection = desk.selection.get();
  const leaves = view.query === null && view.folder !== 'all' && view.folder !== folder;
  const leaving = new Set(ids);
  if (leaves && selection.shownId !== null && leaving.has(selection.shownId)) {
    const next = nextAfter(desk, leaving);
    desk.selection.set(show(selection, next?.id ?? null, next?.index ?? 0));
  }
  desk.selection.update(clearMarks);
}

/** Sets the same tags on all of `conversationIds`. */
export async function setTags(desk: Desk, conversationIds: readonly ConversationId[], tags: string[]): Promise<void> {
  const ids = [...conversationIds];
  try {
    const before = await desk.store.setTags({ conversationIds: ids, tags });
    desk.selection.update(clearMarks);
    noticeUndo(desk, 'done.tagged', ids.length, async () => {
      await desk.store.restoreStates({ states: before });
    });
  } catch (thrown) {
    noticeError(thrown);
  }
}

/** Marks as unread, or as read when all of it is unread. */
export async function toggleSeen(desk: Desk): Promise<void> {
  const rows = await readConversations(targets(desk.selection.get()));
  if (rows.length === 0) return;
  const isSeen = rows.every((row) => row.unreadCount > 0);
  desk.keptUnread.set(isSeen ? null : desk.selection.get().shownId);
  await attempt(desk.store.setSeen({ conversationIds: rows.map((row) => row.id), isSeen }));
  desk.selection.update(clearMarks);
}
