// Where a conversation stands after a message came: the rules for folders, pure.
import type { Folder } from '../../../shared/model/journal.ts';
import type { ConversationRow } from '../../database/rows.ts';

/** Older conversations than this are history: nobody waits for an answer (two weeks). */
export const recentMs = 14 * 86_400_000;

/** What of a message moves a conversation. */
export interface FolderNews {
  direction: 'in' | 'out';
  receivedAt: number;
  isAnswered: boolean;
  /** New since the shop last looked: not history, not a message that only moved between mailboxes. */
  isNews: boolean;
  /** A reply sent from here: its folder was decided when it was queued. */
  isOurReply: boolean;
  /** No message of the conversation is newer. */
  isNewest: boolean;
}

/**
 * The folder after `news`; `now` in epoch ms.
 *
 * | conversation        | message                                | folder                                  |
 * | ------------------- | -------------------------------------- | --------------------------------------- |
 * | any                 | incoming, news, within 14 days         | open                                    |
 * | any                 | outgoing, news, newest, not ours       | waiting                                 |
 * | any                 | outgoing of ours                       | unchanged (decided when it was queued)  |
 * | decided on          | incoming, newer than the decision      | as if guessed                           |
 * | decided on          | anything else                          | unchanged                               |
 * | guessed             | newest, incoming, recent, not answered | open                                    |
 * | guessed             | newest, outgoing, recent               | waiting                                 |
 * | guessed             | newest, otherwise                      | closed                                  |
 * | guessed             | not the newest                         | unchanged                               |
 */
export function folderAfter(row: Pick<ConversationRow, 'folder' | 'decidedAt'>, news: FolderNews, now: number): Folder {
  const isRecent = now - news.receivedAt <= recentMs;
  if (news.isNews && isRecent && news.direction === 'in') return 'open';
  if (news.isNews && isRecent && news.isNewest && !news.isOurReply) return 'waiting';
  if (news.isOurReply && row.decidedAt !== undefined) return row.folder;
  const isDecided = row.decidedAt !== undefined;
  const isAfterDecision = news.direction === 'in' && news.receivedAt > (row.decidedAt ?? -Infinity);
  if (!news.isNewest || (isDecided && !isAfterDecision)) return row.folder;
  if (!isRecent) return 'closed';
  if (news.direction === 'out') return 'waiting';
  return news.isAnswered ? 'closed' : 'open';
}
