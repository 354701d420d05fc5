// Cuts the items of one page into batches that the store can take; only the last one moves the cursor.
import type { Cursor, Item } from '../../../shared/model/item.ts';
import type { Pulled } from './connector.ts';

/** Below the contract's 500. */
const mostItems = 400;

export interface Page {
  items: readonly Item[];
  /** Right before these items were fetched, and once they are all stored. */
  before: Cursor;
  after: Cursor;
  phase: Pulled['phase'];
  doneCount: number;
  totalCount: number;
}

/** At least one batch, so that the cursor moves on over pages that hold nothing. */
export function* batches({ items, before, after, ...rest }: Page): Generator<Pulled> {
  for (let at = 0; at === 0 || at < items.length; at += mostItems) {
    const isLast = at + mostItems >= items.length;
    yield { items: items.slice(at, at + mostItems), cursor: isLast ? after : before, ...rest };
  }
}
