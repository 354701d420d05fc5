// What the list shows: a folder, perhaps of one channel only, perhaps only what is unread, or the answer to a search.
import type { Channel } from '../../../shared/model/ids.ts';
import type { Folder } from '../../../shared/model/journal.ts';

export type ViewFolder = Folder | 'all';

export interface View {
  folder: ViewFolder;
  channel: Channel | null;
  isUnreadOnly: boolean;
  /**
   * unanswered: what nobody has answered or acknowledged, longest waiting first · reviews: only those, on all channels · loyal-first: loyal
   * customers before the rest.
   */
  special: 'unanswered' | 'reviews' | 'loyal-first' | null;
  /** What is searched for; null while the list shows a folder. */
  query: string | null;
}

export const firstView: View = { folder: 'open', channel: null, isUnreadOnly: false, special: null, query: null };

/** The folders offered beside the list's title: a channel has no list of everything, see reads/list-query.ts. */
export function foldersBeside(view: View): readonly ViewFolder[] {
  if (view.special === 'reviews') return ['open', 'all'];
  return view.channel === null ? ['open', 'waiting', 'all'] : ['open', 'waiting', 'closed'];
}

export function goToFolder(view: View, folder: ViewFolder): View {
  return { ...view, folder, channel: null, special: null, query: null };
}

export function goToChannel(view: View, channel: Channel): View {
  return { ...view, folder: 'open', channel, special: null, query: null };
}

/** What nobody has answered or acknowledged, in all folders. */
export function goToUnanswered(view: View): View {
  return { ...goToFolder(view, 'all'), isUnreadOnly: false, special: 'unanswered' };
}

/** Reviews that wait for an answer, on all channels. */
export function goToReviews(view: View): View {
  return { ...goToFolder(view, 'open'), isUnreadOnly: false, special: 'reviews' };
}

/** Loyal customers before the rest, or again in the order of time. */
export function sortByLoyalty(view: View): View {
  return { ...view, special: view.special === 'loyal-first' ? null : 'loyal-first', query: null };
}

/** Another folder of the same channel. */
export function narrowToFolder(view: View, folder: ViewFolder): View {
  return { ...view, folder, special: view.special === 'unanswered' ? null : view.special, query: null };
}

/** Two views with the same key show the same list. */
export function viewKey(view: View): string {
  if (view.query !== null) return `search/${view.query}`;
  return `${view.channel ?? ''}/${view.folder}/${view.isUnreadOnly ? 'unread' : ''}${view.special === null ? '' : `/${view.special}`}`;
}
