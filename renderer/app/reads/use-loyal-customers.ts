// Who counts as loyal now, live: for the mark in the list and on the card.
import type { CustomerId } from '../../../shared/model/ids.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

const none: ReadonlySet<CustomerId> = new Set();

export function useLoyalCustomers(): ReadonlySet<CustomerId> {
  const ids = useLive(
    'loyal',
    async () => new Set(await database().customers.where('loyalUntil').above(Date.now()).primaryKeys()),
  );
  return ids ?? none;
}
