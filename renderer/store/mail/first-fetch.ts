// The first fetch of an account: remembers which keys it wrote, so that those it did not write are not looked for.
import type { AccountId } from '../../../shared/model/ids.ts';
import type { Batch } from '../../../shared/model/item.ts';
import type { Store } from '../store.ts';

/** Of customers no key names an account: only where there are none at all yet. */
const everyCustomer = '';

/** The table and the index that hold these keys. */
const keyedBy: Readonly<Record<keyof Store['written'], [table: string, index: string]>> = {
  messages: ['messages', 'id'],
  places: ['messages', 'places'],
  threadIds: ['threadIdPacks', 'keys'],
  customers: ['customers', ':id'],
};

/** Begins to remember at the account's first batch of all. Inside the mutation queue: nothing else writes meanwhile. */
export async function beginFirstFetch(store: Store, { accountId, phase }: Batch): Promise<void> {
  const { database, written } = store;
  if (phase === 'live' || (await database.cursors.get(accountId)) !== undefined) return;
  for (const [keys, prefix] of prefixesOf(accountId)) {
    const [table, index] = keyedBy[keys];
    const isEmpty = (await database.table(table).where(index).startsWith(prefix).limit(1).count()) === 0;
    if (isEmpty) written[keys].begin(prefix);
  }
}

/** The account is up to date: from now on little comes, and the memory is worth more. */
export function endFirstFetch({ recent, written }: Store, accountId: AccountId): void {
  recent.clear();
  for (const [keys, prefix] of prefixesOf(accountId)) written[keys].end(prefix);
}

function prefixesOf(accountId: AccountId): [keyof Store['written'], string][] {
  return [
    ['messages', `${accountId}:`],
    ['places', `${accountId}|`],
    ['threadIds', `${accountId}|`],
    ['customers', everyCustomer],
  ];
}
