// Takes an account away: first in main, so that nothing of it is fetched anew, then everything of it in the store.
import type { AccountId } from '../../../shared/model/ids.ts';
import type { Desk } from '../state/desk.ts';

/** A large mailbox takes a while. */
const forgetTimeoutMs = 300_000;

/** Rejects with AppError; asking again takes away what is left. */
export async function removeAccount(desk: Desk, accountId: AccountId): Promise<void> {
  await desk.main.removeAccount({ accountId });
  desk.app.update((app) => ({ ...app, accounts: app.accounts.filter(({ id }) => id !== accountId) }));
  await desk.store.forgetAccount({ accountId }, { timeoutMs: forgetTimeoutMs });
}
