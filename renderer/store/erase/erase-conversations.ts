// Takes conversations out of the store altogether: rows, texts, keys, shop data in database and journal.
import type { FileId, MessageId, OutboxId } from '../../../shared/model/ids.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type { ErasureCounts } from '../../../shared/model/erasure.ts';
import { unsentStates } from '../../../shared/model/outbox.ts';
import type { ConversationRow } from '../../database/rows.ts';
import { commit } from '../records/journal.ts';
import { forgetThreadIds } from '../mail/removals.ts';
import { lowerSentinel } from '../sentinel.ts';
import type { Store } from '../store.ts';
import { rowsOf } from '../work/raw-store.ts';
import { finishWork, startWork } from '../work/work-set.ts';

export interface ErasedConversations {
  counts: ErasureCounts;
  /** Cached attachments that nothing names any more. */
  fileIds: FileId[];
  messageIds: MessageId[];
  outboxIds: OutboxId[];
}

export const nothingErased: ErasureCounts = {
  conversations: 0,
  messages: 0,
  notes: 0,
  orders: 0,
  attachments: 0,
  unsent: 0,
};

export const removal = (kind: JournalRecord['kind'], key: string, at: number): JournalRecord => ({
  kind,
  key,
  at,
  data: null,
});

export const nothingTaken: ErasedConversations = { counts: nothingErased, fileIds: [], messageIds: [], outboxIds: [] };

/** Callers are inside the mutation queue. Cut off by a crash it leaves a rest, which asking again takes away. */
export async function eraseConversations(store: Store, rows: readonly ConversationRow[]): Promise<ErasedConversations> {
  const { database, deps } = store;
  if (rows.length === 0) return nothingTaken;
  const ids = rows.map((row) => row.id);
  const at = deps.now();
  const messages = await messagesOf(store, ids);
  const messageIds = messages.map((row) => row.id);
  const [notes, drafts, outbox, changes, files] = await Promise.all([
    rowsOf(database.notes, 'conversationId', ids),
    database.drafts.bulkGet(ids).then((found) => found.filter((row) => row !== undefined)),
    rowsOf(database.outbox, 'conversationId', ids),
    database.serverChanges.bulkGet(messageIds).then((found) => found.filter((row) => row !== undefined)),
    filesOf(store, messageIds),
  ]);
  const known = new Set<string>(ids);
  const waiting = await database.waitingRecords
    .filter(
      ({ record: { data } }) => data !== null && 'conversationId' in data && known.has(String(data.conversationId)),
    )
    .toArray();
  await commit(store, [
    ...notes.map((note) => removal('note', note.id, at)),
    ...drafts.flatMap((draft) => [...(draft.keys ?? []), draft.conversationId].map((key) => removal('draft', key, at))),
    ...outbox.flatMap((row) => [removal('outbox', row.id, at), removal('outbox-frozen', row.id, at)]),
    ...changes.map((row) => removal('seen', row.messageId, at)),
    ...waiting.map(({ record }) => removal(record.kind, record.key, at)),
    ...ids.map((id) => removal('conversation', id, at)),
  ]);
  await lowerSentinel(store, messages.length);
  const work = startWork(store);
  await work.conversations.load(ids);
  for (const id of ids) {
    for (const message of await work.messages.ofConversation(id)) work.messages.remove(message);
    if (work.conversations.get(id)) work.conversations.delete(id);
  }
  await forgetThreadIds(work, ids);
  await finishWork(work, async () => {
    await Promise.all([database.files.bulkDelete(files.map((file) => file.id)), database.meta.delete('arrivals')]);
  });
  return {
    counts: {
      conversations: rows.length,
      messages: messages.length,
      notes: notes.length + drafts.length,
      orders: 0,
      attachments: messages.reduce((sum, row) => sum + row.attachments.length, 0),
      unsent: outbox.filter((row) => unsentStates.includes(row.state)).length,
    },
    fileIds: await unnamed(store, [
      ...files.map((file) => file.fileId).filter((id) => id !== undefined),
      ...outbox.flatMap(({ frozen }) => frozen?.payloadFile ?? []),
      ...[...outbox.map((row) => row.content), ...drafts].flatMap(attachedIds),
    ]),
    messageIds,
    outboxIds: outbox.map((row) => row.id),
  };
}

async function messagesOf({ database }: Store, ids: readonly string[]) {
  const found = await Promise.all(
    ids.map((id) => database.messages.where('[conversationId+receivedAt]').between([id], [id, []]).toArray()),
  );
  return found.flat();
}

async function filesOf({ database }: Store, messageIds: readonly MessageId[]) {
  const found = await Promise.all(messageIds.map((id) => database.files.where('id').startsWith(`${id}|`).toArray()));
  return found.flat();
}

/** Files that go out with a draft, a reply or a canned reply. */
function attachedIds({ attachments }: { attachments?: readonly { fileId: FileId }[] | undefined }): FileId[] {
  return (attachments ?? []).map(({ fileId }) => fileId);
}

/** The same picture may hang on another person's mail. */
async function unnamed({ database }: Store, fileIds: readonly FileId[]): Promise<FileId[]> {
  if (fileIds.length === 0) return [];
  const wanted = new Set<string>(fileIds);
  const others = await database.files.filter(({ fileId }) => fileId !== undefined && wanted.has(fileId)).toArray();
  for (const { fileId } of others) if (fileId !== undefined) wanted.delete(fileId);
  const [drafts, outbox, replies] = await Promise.all([
    database.drafts.toArray(),
    database.outbox.toArray(),
    database.cannedReplies.toArray(),
  ]);
  for (const id of [...drafts, ...outbox.map((row) => row.content), ...replies].flatMap(attachedIds)) wanted.delete(id);
  return fileIds.filter((id, index) => wanted.has(id) && fileIds.indexOf(id) === index);
}
