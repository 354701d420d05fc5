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

const isNewestFirst = (view: View): boolean => view.isUnreadOnly || view.channel !== null || view.folder !== 'snoozed';

/** The same rows in the order of their index. */
function upwards(database: ReadDatabase, view: View) {
  const { folder, channel } = view;
  const table = database.conversations;
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
  return !view.isUnreadOnly || (view.folder === 'all' && view.channel === null);
}

/** Ids of all rows of a view, in its order. */
export async function orderOf(database: ReadDatabase, view: View): Promise<ConversationId[]> {
  // In the index's own direction the browser answers in one piece.
  const ids = await upwards(database, view).primaryKeys();
  return isNewestFirst(view) ? ids.reverse() : ids;
}

export function rowsOf(database: ReadDatabase, view: View, offset: number, limit: number): Promise<ConversationRow[]> {
  return collection(database, view).offset(offset).limit(limit).toArray();
}

/** Ids of a view from its top, at most `limit`: for steps that concern all of it. */
export async function idsOf(database: ReadDatabase, view: View, limit: number): Promise<ConversationId[]> {
  return collection(database, view).limit(limit).primaryKeys();
}

/** How many rows a view has: from the counters, or, for what is unread on one channel, by looking through at most `limit` rows. */
export async function countOf(database: ReadDatabase, view: View, limit: number): Promise<number> {
  if (view.isUnreadOnly && view.channel !== null) return collection(database, view).limit(limit).count();
  const counters = await database.counters.bulkGet(counterKeys(view));
  return counters.reduce((sum, counter) => sum + (counter?.value ?? 0), 0);
}

function counterKeys({ folder, channel, isUnreadOnly }: View): string[] {
  if (isUnreadOnly) return [folder === 'all' ? 'unread' : `unread/${folder}`];
  const wanted = folder === 'all' ? folders : [folder];
  return wanted.map((each) => (channel === null ? `folder/${each}` : `channel/${channel}/${each}`));
}
