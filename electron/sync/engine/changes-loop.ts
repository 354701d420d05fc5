// Tells the server what was read here.
import { errorData } from '../../../shared/errors.ts';
import type { Account } from '../../../shared/model/account.ts';
import type { Session } from '../connectors/connector.ts';
import { waitBeforeRetry } from './backoff.ts';
import type { Bell } from './bell.ts';
import { isStopped, type StoreClient, type World } from './world.ts';

export interface ChangesLoop {
  account: Account;
  session: Session;
  store: StoreClient;
  world: World;
  bell: Bell;
}

const takeLimit = 500;
/** Several clicks make one command. */
const gatherMs = 400;

/** Runs until the signal fires. What could not be told is tried again; it stays in the store until then. */
export async function runChangesLoop(loop: ChangesLoop, signal: AbortSignal): Promise<void> {
  const { store, session, world, bell, account } = loop;
  let failures = 0;
  while (!isStopped(signal)) {
    try {
      const changes = await store.takeChanges({ accountId: account.id, limit: takeLimit });
      if (changes.length > 0) {
        await session.tellSeen(changes, signal);
        await store.settleChanges({ ids: changes.map(({ id }) => id) });
      }
      failures = 0;
      if (changes.length < takeLimit) {
        await bell.wait(Infinity, signal);
        if (!isStopped(signal)) await world.sleep(gatherMs, signal);
      }
    } catch (thrown) {
      if (isStopped(signal)) return;
      failures += 1;
      const error = errorData(thrown);
      world.log('warn', `Telling ${account.id} what was read: ${error.code}: ${error.message}`);
      await bell.wait(waitBeforeRetry(failures, error, world.random()), signal);
    }
  }
}
