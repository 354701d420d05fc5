// What a channel itself says of a conversation's folder, tags and notes: taken over once, and never against the shop's word.
import type { Item } from '../../../shared/model/item.ts';
import { countNote } from '../records/note.ts';
import type { BatchWork } from './batch-work.ts';
import { tidied } from './conversations.ts';
import { threadKeyOf } from './thread-keys.ts';

type StateItem = Extract<Item, { kind: 'state' }>;

export async function applyState({ work, accountId }: BatchWork, item: StateItem): Promise<void> {
  const { deps } = work.store;
  const key = threadKeyOf(accountId, item.threadKey);
  await work.threadIds.load([key]);
  const id = work.threadIds.get(key)?.conversationId;
  if (id !== undefined) await work.conversations.load([id]);
  const row = id === undefined ? undefined : work.conversations.get(id);
  if (!row) {
    deps.log('warn', `The channel told the state of a conversation that is not here: ${item.threadKey}`);
    return;
  }
  if (row.decidedBy !== undefined) return;
  const isDue = item.folder === 'snoozed' && (item.snoozedUntil ?? 0) <= deps.now();
  work.conversations.put(
    tidied({
      ...row,
      folder: isDue ? 'open' : item.folder,
      tags: item.tags,
      decidedAt: row.lastAt,
      decidedBy: 'channel',
      ...(item.snoozedUntil === undefined ? {} : { snoozedUntil: item.snoozedUntil }),
    }),
  );
  const noteIds = item.notes.map((_note, index) => `channel:${row.id}:${index}`);
  await work.notes.load(noteIds);
  item.notes.forEach((note, index) => {
    const noteId = noteIds[index] ?? '';
    if (work.notes.get(noteId)) return;
    const { text, author, at: createdAt } = note;
    work.notes.add({ id: noteId as never, conversationId: row.id, anchor: row.anchor, text, author, createdAt });
    countNote(work, row.id, 1);
  });
}
