// How many replies of an account no customer has yet, live.
import type { AccountId } from '../../../shared/model/ids.ts';
import { unsentStates } from '../../../shared/model/outbox.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

export function useUnsentCount(accountId: AccountId): number | undefined {
  return useLive(`unsent/${accountId}`, () =>
    database()
      .outbox.where('[accountId+state]')
      .anyOf(unsentStates.map((state) => [accountId, state]))
      .count(),
  );
}
