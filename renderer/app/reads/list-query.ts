// The store queries behind the list: which index answers which view, and how many rows there are.
import type { ConversationRow } from '../../database/rows.ts';
import type { ConversationId } from '../../../shared/model/ids.ts';
import type { Folder } from '../../../shared/model/journal.ts';
import type { View } from '../state/view.ts';
import type { ReadDatabase } from './database.ts';

const folders: readonly Folder[] = ['open', 'waiting', 'snoozed', 'closed'];

/** What is unread is scanned rather than counted, so it is looked through in steps of this many rows. */
export const unreadStep = 1000;

/**
 * Rows of a folder view, newest first; the snoozed ones in the order of their return. A channel's view has no `all`: there is no
 * index that would give it in order.
 */
function collection(database: ReadDatabase, view: View) {
  const rows = upwards(database, view);
  return isNewestFirst(view) ? rows.reverse() : rows;
}

const isNewestFirst = (view: View): boolean =>
  view.special !== 'unanswered' && (view.isUnreadOnly || view.channel !== null || view.folder !== 'snoozed');

/** The same rows in the order of their index. */
function upwards(database: ReadDatabase, view: View) {
  const { folder, channel } = view;
  const table = database.conversations;
  if (view.special === 'unanswered') return table.orderBy('unansweredAt');
  if (view.special === 'reviews') return table.orderBy('reviewedAt').filter((row) => belongs(row, view));
  if (view.isUnreadOnly) {
    const unread = table.orderBy('unreadAt');
    if (folder === 'all' && channel === null) return unread;
    return unread.filter(
      (row) => (folder === 'all' || row.folder === folder) && (channel === null || row.channel === channel),
    );
  }
  if (channel !== null) {
    return table.where('[channel+folder+lastAt]').between([channel, folder, -Infinity], [channel, folder, Infinity]);
  }
  if (folder === 'snoozed') return table.orderBy('snoozedUntil');
  if (folder === 'all') return table.orderBy('lastAt');
  return table.where('[folder+lastAt]').between([folder, -Infinity], [folder, Infinity]);
}

/** Whether the whole order of a view can be had at once: not where rows must be looked at one by one. */
export function canReadOrder(view: View): boolean {
  if (view.special === 'loyal-first' || view.special === 'reviews') return false;
  return !view.isUnreadOnly || (view.folder === 'all' && view.channel === null);
}

/** Ids of all rows of a view, in its order. */
export async function orderOf(database: ReadDatabase, view: View): Promise<ConversationId[]> {
  // In the index's own direction the browser answers in one piece.
  const ids = await upwards(database, view).primaryKeys();
  return isNewestFirst(view) ? ids.reverse() : ids;
}

export function rowsOf(database: ReadDatabase, view: View, offset: number, limit: number): Promise<ConversationRow[]> {
  if (view.special === 'loyal-first') return loyalFirst(database, view, offset, limit);
  return collection(database, view).offset(offset).limit(limit).toArray();
}

/** Conversations of loyal customers, newest first, and then everybody else's. */
async function loyalFirst(
  database: ReadDatabase,
  view: View,
  offset: number,
  limit: number,
): Promise<ConversationRow[]> {
  const ids = await database.customers.where('loyalUntil').above(Date.now()).primaryKeys();
  const loyal = new Set<ConversationRow['customerId']>(ids);
  const theirs = await database.conversations.where('customerId').anyOf(ids).toArray();
  const first = theirs.filter((row) => belongs(row, view)).sort((a, b) => b.lastAt - a.lastAt);
  const shown = first.slice(offset, offset + limit);
  if (shown.length === limit) return shown;
  const rest = await collection(database, view)
    .filter((row) => !loyal.has(row.customerId))
    .offset(Math.max(0, offset - first.length))
    .limit(limit - shown.length)
    .toArray();
  return [...shown, ...rest];
}

function belongs(row: ConversationRow, { folder, channel, isUnreadOnly }: View): boolean {
  return (
    (folder === 'all' || row.folder === folder) &&
    (channel === null || row.channel === channel) &&
    (!isUnreadOnly || row.unreadCount > 0)
  );
}

/** Ids of a view from its top, at most `limit`: for steps that concern all of it. */
export async function idsOf(database: ReadDatabase, view: View, limit: number): Promise<ConversationId[]> {
  if (view.special === 'loyal-first') return (await loyalFirst(database, view, 0, limit)).map(({ id }) => id);
  return collection(database, view).limit(limit).primaryKeys();
}

/** How many rows a view has: from the counters, or, for what is unread on one channel, by looking through at most `limit` rows. */
export async function countOf(database: ReadDatabase, view: View, limit: number): Promise<number> {
  if (view.special === 'unanswered' || view.special === 'reviews') return collection(database, view).count();
  if (view.isUnreadOnly && view.channel !== null) return collection(database, view).limit(limit).count();
  const counters = await database.counters.bulkGet(counterKeys(view));
  return counters.reduce((sum, counter) => sum + (counter?.value ?? 0), 0);
}

function counterKeys({ folder, channel, isUnreadOnly }: View): string[] {
  if (isUnreadOnly) return [folder === 'all' ? 'unread' : `unread/${folder}`];
  const wanted = folder === 'all' ? folders : [folder];
  return wanted.map((each) => (channel === null ? `folder/${each}` : `channel/${channel}/${each}`));
}
