// Ids of everything in a view, once, for steps that concern all of it.
import type { ConversationId } from '../../../shared/model/ids.ts';
import type { View } from '../state/view.ts';
import { database } from './database.ts';
import { idsOf } from './list-query.ts';

/** At most `limit`, from the top of the list. */
export function readIds(view: View, limit: number): Promise<ConversationId[]> {
  return idsOf(database(), view, limit);
}
