// The keys of conversations as they are stored: those that were written together in one record, found by an index over all of them.
import type { ConversationId } from '../../shared/model/ids.ts';
import type { ThreadIdRow } from './rows.ts';

type Details = Pick<ThreadIdRow, 'wantsParent' | 'outboxId'>;

/** Keys of one account that were written together; each stands in one pack only. Both lists are indexed. */
export interface ThreadIdPackRow {
  /** Given by the database. */
  pack?: number;
  keys: string[];
  /** The conversation of each key. */
  conversationIds: ConversationId[];
  /** What more is known of a few of them. */
  details?: Record<string, Details>;
}

/** Keys in a pack at most: a record costs some 0.1 ms, whatever is in it, and a change of one key writes its whole pack. */
export const threadIdPackSize = 32;

/** As they are stored; what one record takes. */
export function packThreadIds(rows: readonly ThreadIdRow[]): ThreadIdPackRow {
  const details = rows.flatMap(({ key, wantsParent, outboxId }): [string, Details][] =>
    wantsParent === undefined && outboxId === undefined
      ? []
      : [[key, { ...(wantsParent ? { wantsParent } : {}), ...(outboxId === undefined ? {} : { outboxId }) }]],
  );
  return {
    keys: rows.map(({ key }) => key),
    conversationIds: rows.map(({ conversationId }) => conversationId),
    ...(details.length === 0 ? {} : { details: Object.fromEntries(details) }),
  };
}

/** The rows of a pack; each says where it is stored. */
export function unpackThreadIds({ pack, keys, conversationIds, details = {} }: ThreadIdPackRow): ThreadIdRow[] {
  return keys.flatMap((key, index) => {
    const conversationId = conversationIds[index];
    return conversationId === undefined
      ? []
      : { key, conversationId, ...details[key], ...(pack === undefined ? {} : { pack }) };
  });
}
