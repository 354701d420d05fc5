// Plans an export: which conversations it takes, and what they hold.
import { Dexie } from 'dexie';
import type { ExportCount, ExportSelection } from '../../../shared/model/export.ts';
import type { ConversationId, CustomerId } from '../../../shared/model/ids.ts';
import type { ConversationRow, MessageRow } from '../../database/rows.ts';
import type { Database } from '../../database/schema.ts';
import type { SearchDesk } from '../search/search-desk.ts';

/** Rows per read: a slice keeps the worker busy for some 10 ms, then others have their turn. */
const slice = 500;
/** Conversations whose messages are counted at once. */
const countedAtOnce = 100;
/** More hits than any shop has. */
const searchLimit = 1_000_000;

export interface ExportPlan {
  conversationIds: ConversationId[];
  customerIds: CustomerId[];
  count: ExportCount;
}

/** The conversations of a selection, newest first. */
export async function planExport(
  database: Database,
  search: Pick<SearchDesk, 'search'>,
  selection: ExportSelection,
  groupOf: (id: CustomerId) => CustomerId[],
): Promise<ExportPlan> {
  const rows: ConversationRow[] = [];
  for await (const found of conversationsOf(database, search, selection)) {
    rows.push(...found.filter((row) => isWanted(row, selection)));
  }
  rows.sort((a, b) => b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1));
  const kept: ConversationRow[] = [];
  const count: ExportCount = {
    conversations: 0,
    messages: 0,
    notes: 0,
    attachments: 0,
    attachmentBytes: 0,
    attachmentsHere: 0,
    firstAt: null,
    lastAt: null,
  };
  for (let from = 0; from < rows.length; from += countedAtOnce) {
    kept.push(...(await countInto(database, count, rows.slice(from, from + countedAtOnce), selection)));
  }
  const customerIds = new Set(kept.map((row) => row.customerId).filter((id) => id !== null));
  // A person has a right to what is kept of them even where no conversation is left.
  if (selection.scope.kind === 'customer') {
    for (const id of groupOf(selection.scope.customerId)) customerIds.add(id);
  }
  return { conversationIds: kept.map((row) => row.id), customerIds: [...customerIds], count };
}

async function* conversationsOf(
  { conversations }: Database,
  search: Pick<SearchDesk, 'search'>,
  { scope }: ExportSelection,
): AsyncIterable<ConversationRow[]> {
  switch (scope.kind) {
    case 'everything': {
      let after: ConversationId | undefined;
      for (;;) {
        const rest = after === undefined ? conversations.orderBy(':id') : conversations.where(':id').above(after);
        const rows = await rest.limit(slice).toArray();
        yield rows;
        if (rows.length < slice) return;
        after = rows.at(-1)?.id;
      }
    }
    case 'customer':
      yield await conversations.where('customerId').equals(scope.customerId).toArray();
      return;
    case 'conversations':
      yield* byIds(scope.ids);
      return;
    case 'search': {
      const { hits } = await search.search({ query: scope.query, limit: searchLimit });
      yield* byIds([...new Set(hits.map((hit) => hit.conversationId))]);
    }
  }

  async function* byIds(ids: readonly ConversationId[]): AsyncIterable<ConversationRow[]> {
    for (let from = 0; from < ids.length; from += slice) {
      const rows = await conversations.bulkGet(ids.slice(from, from + slice));
      yield rows.filter((row) => row !== undefined);
    }
  }
}

function isWanted(row: ConversationRow, { channel, from, to }: ExportSelection): boolean {
  if (channel !== undefined && row.channel !== channel) return false;
  return (from === undefined || row.lastAt >= from) && (to === undefined || row.firstAt < to);
}

/** Adds what `rows` hold to `count`; answers those that hold something. */
async function countInto(
  database: Database,
  count: ExportCount,
  rows: ConversationRow[],
  selection: ExportSelection,
): Promise<ConversationRow[]> {
  const { from = -Infinity, to = Infinity } = selection;
  const isWhole = (row: ConversationRow) => row.firstAt >= from && row.lastAt < to;
  const kept: ConversationRow[] = [];
  await Promise.all(
    rows.map(async (row) => {
      const messages = !isWhole(row) || row.hasAttachments ? await messagesOf(database, row.id, selection) : null;
      const messageCount = messages?.length ?? row.messageCount;
      if (messageCount === 0 && (row.noteCount === 0 || !isWhole(row))) return;
      kept.push(row);
      count.conversations += 1;
      count.messages += messageCount;
      count.notes += row.noteCount;
      const firstAt = messages ? messages[0]?.receivedAt : row.firstAt;
      const lastAt = messages ? messages.at(-1)?.receivedAt : row.lastAt;
      if (firstAt !== undefined) count.firstAt = Math.min(count.firstAt ?? Infinity, firstAt);
      if (lastAt !== undefined) count.lastAt = Math.max(count.lastAt ?? -Infinity, lastAt);
      await countAttachments(database, count, messages ?? []);
    }),
  );
  const order = new Map(rows.map((row, index) => [row.id, index]));
  return kept.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

async function countAttachments(database: Database, count: ExportCount, messages: MessageRow[]): Promise<void> {
  const ids = messages.flatMap((row) => row.attachments.map(({ ref }) => `${row.id}|${ref}`));
  if (ids.length === 0) return;
  for (const { sizeBytes } of messages.flatMap((row) => row.attachments)) {
    count.attachments += 1;
    count.attachmentBytes += sizeBytes;
  }
  const files = await database.files.bulkGet(ids);
  count.attachmentsHere += files.filter((file) => file?.state === 'cached').length;
}

/** The messages of a conversation inside the period, oldest first. */
export function messagesOf(
  { messages }: Database,
  id: ConversationId,
  { from, to }: Pick<ExportSelection, 'from' | 'to'>,
): Promise<MessageRow[]> {
  return messages
    .where('[conversationId+receivedAt]')
    .between([id, from ?? Dexie.minKey], [id, to ?? Dexie.maxKey], true, false)
    .toArray();
}
