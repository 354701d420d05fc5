// What a marketplace says of a conversation: kept on its row; where it now waits for the shop, or no longer does, the conversation moves.
import type { ConversationFacts } from '../../../shared/model/conversation-facts.ts';
import type { Folder } from '../../../shared/model/journal.ts';
import type { ConversationRow } from '../../database/rows.ts';
import type { BatchWork } from './batch-work.ts';
import { tidied } from './conversations.ts';
import { threadKeyOf } from './thread-keys.ts';

export interface FactsItem {
  threadKey: string;
  facts: ConversationFacts;
}

/** Applied after the messages of the batch; safe to do twice. */
export async function applyFacts(batch: BatchWork, { threadKey, facts }: FactsItem): Promise<void> {
  const { work, accountId } = batch;
  const key = threadKeyOf(accountId, threadKey);
  await work.threadIds.load([key]);
  const id = work.threadIds.get(key)?.conversationId;
  if (id !== undefined) await work.conversations.load([id]);
  const row = id === undefined ? undefined : work.conversations.get(id);
  if (!row) {
    work.store.deps.log('warn', `The channel told facts of a conversation that is not here: ${threadKey}`);
    return;
  }
  const folder = folderByFacts(row, facts);
  if (folder !== row.folder && row.decidedBy === 'shop') batch.moved.add(row.id);
  work.conversations.put(tidied({ ...row, facts, folder }));
}

/**
 * | it waited for the shop | it waits now | folder                                                          |
 * | ---------------------- | ------------ | --------------------------------------------------------------- |
 * | not known yet          | yes          | open, unless the shop decided                                   |
 * | not known yet          | no           | closed where it was guessed to be open, unless the shop decided |
 * | no                     | yes          | open: a refused answer, a new question                          |
 * | yes                    | no           | closed: answered or over, whoever did it                        |
 * | yes, no                | the same     | unchanged                                                       |
 */
export function folderByFacts(
  row: Pick<ConversationRow, 'folder' | 'decidedBy' | 'facts'>,
  facts: ConversationFacts,
): Folder {
  const wasOpen = row.facts?.isOpen;
  if (wasOpen === facts.isOpen) return row.folder;
  if (wasOpen === undefined && row.decidedBy === 'shop') return row.folder;
  if (facts.isOpen) return 'open';
  return wasOpen === undefined && row.folder !== 'open' ? row.folder : 'closed';
}
