// The first fetch of an account: remembers which keys it wrote, so that those it did not write are not looked for.
import type { AccountId } from '../../../shared/model/ids.ts';
import type { Batch } from '../../../shared/model/item.ts';
import type { Store } from '../store.ts';

/** Of customers no key names an account: only where there are none at all yet. */
const everyCustomer = '';

/** Begins to remember at the account's first batch of all. Inside the mutation queue: nothing else writes meanwhile. */
export async function beginFirstFetch(store: Store, { accountId, phase }: Batch): Promise<void> {
  const { database, written } = store;
  if (phase === 'live' || (await database.cursors.get(accountId)) !== undefined) return;
  for (const [table, prefix] of prefixesOf(accountId)) {
    const isEmpty =
      table === 'messages'
        ? (await database.messages.where('id').startsWith(prefix).limit(1).count()) === 0
        : (await database.table(table).where(':id').startsWith(prefix).limit(1).count()) === 0;
    if (isEmpty) written[table].begin(prefix);
  }
}

/** The account is up to date: from now on little comes, and the memory is worth more. */
export function endFirstFetch({ written }: Store, accountId: AccountId): void {
  for (const [table, prefix] of prefixesOf(accountId)) written[table].end(prefix);
}

function prefixesOf(accountId: AccountId): [keyof Store['written'], string][] {
  return [
    ['messages', `${accountId}:`],
    ['placements', `${accountId}|`],
    ['threadIds', `${accountId}|`],
    ['customers', everyCustomer],
  ];
}
