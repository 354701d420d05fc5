// Retention: closed conversations that have rested longer than the shop wants to keep them.
import type { Erasure, ErasureCounts, RetentionRule } from '../../../shared/model/erasure.ts';
import type { FileId, MessageId } from '../../../shared/model/ids.ts';
import type { ConversationRow } from '../../database/rows.ts';
import { forgetCustomers } from '../commands/forget-account.ts';
import { commit } from '../records/journal.ts';
import type { SearchDesk } from '../search/search-desk.ts';
import type { Store } from '../store.ts';
import { eraseConversations, nothingErased } from './erase-conversations.ts';
import { forgetTraces } from './erase-person.ts';

/** Conversations per step: between two steps other commands get their turn. */
const chunk = 200;

/** What the rule would take now. */
export async function countRetention(
  { database }: Store,
  rule: RetentionRule,
): Promise<{ conversations: number; messages: number; oldestAt: number | null }> {
  let conversations = 0;
  let messages = 0;
  let oldestAt: number | null = null;
  await duePages({ database }, rule).each((row) => {
    if (!isDue(row, rule)) return;
    conversations += 1;
    messages += row.messageCount;
    oldestAt = Math.min(oldestAt ?? Infinity, row.lastAt);
  });
  return { conversations, messages, oldestAt };
}

/** Erases what the rule takes; null when that is nothing. The person's card goes with their last conversation. */
export async function applyRetention(
  store: Store,
  search: Pick<SearchDesk, 'dropGone'>,
  rule: RetentionRule,
): Promise<{ erasure: Erasure; fileIds: FileId[]; messageIds: MessageId[] } | null> {
  const fileIds: FileId[] = [];
  const messageIds: MessageId[] = [];
  let counts: ErasureCounts = nothingErased;
  for (;;) {
    const more = await store.queue.run('sync', async () => {
      const rows = await duePages(store, rule)
        .filter((row) => isDue(row, rule))
        .limit(chunk)
        .toArray();
      if (rows.length === 0) return false;
      const done = await eraseConversations(store, rows);
      fileIds.push(...done.fileIds);
      messageIds.push(...done.messageIds);
      counts = added(counts, done.counts);
      return true;
    });
    if (!more) break;
  }
  if (counts.conversations === 0) return null;
  const erasure = await store.queue.run('person', async () => {
    await forgetCustomers(store);
    const { deps } = store;
    const line: Erasure = {
      id: deps.randomId(),
      erasedAt: deps.now(),
      reason: 'retention',
      salt: '',
      handleHashes: [],
      counts,
    };
    await commit(store, [{ kind: 'erasure', key: line.id, at: line.erasedAt, data: line }]);
    return line;
  });
  await forgetTraces(store, search);
  return { erasure, fileIds, messageIds };
}

function duePages({ database }: Pick<Store, 'database'>, { before }: RetentionRule) {
  return database.conversations.where('[folder+lastAt]').between(['closed', 0], ['closed', before], true, false);
}

/** A conversation under a legal hold bears a tag that keeps it. One with a reply on its way is not at rest. */
function isDue(row: ConversationRow, { keepTags }: RetentionRule): boolean {
  return row.outboxState === undefined && !row.tags.some((tag) => keepTags.includes(tag));
}

function added(a: ErasureCounts, b: ErasureCounts): ErasureCounts {
  return {
    conversations: a.conversations + b.conversations,
    messages: a.messages + b.messages,
    notes: a.notes + b.notes,
    orders: a.orders + b.orders,
    attachments: a.attachments + b.attachments,
    unsent: a.unsent + b.unsent,
  };
}
