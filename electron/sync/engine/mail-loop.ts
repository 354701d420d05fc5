// Keeps one account up to date: pull, wait for news, pull again; with back-off and honest states.
import { errorData, type AppError } from '../../../shared/errors.ts';
import { policyOf } from '../../../shared/error-policy.ts';
import { freeBytesOf } from '../../../shared/low-disk.ts';
import type { Account } from '../../../shared/model/account.ts';
import type { SyncState } from '../../../shared/model/sync-state.ts';
import { onAbort } from '../../../shared/on-abort.ts';
import type { Connector, Pulled, Session } from '../connectors/connector.ts';
import { waitBeforeRetry } from './backoff.ts';
import type { Bell } from './bell.ts';
import { deliver } from './deliver.ts';
import { requireRoom, waitForRoom } from './disk-room.ts';
import { isStopped, type StoreClient, type World } from './world.ts';

export interface MailLoop {
  account: Account;
  connector: Connector;
  openSession(): Session;
  store: StoreClient;
  world: World;
  /** Rung by "sync now", the network coming back, new credentials. */
  bell: Bell;
}

/** Each report is a transaction of its own, and is drawn: nobody reads counts faster. */
const reportEveryMs = 400;

/** Runs until the signal fires. Errors become states of the account; nothing is thrown but bugs of the store's door. */
export async function runMailLoop(loop: MailLoop, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!isStopped(signal)) {
    const session = loop.openSession();
    try {
      await report(loop, { phase: 'connecting', doneCount: 0, totalCount: 0 });
      while (!isStopped(signal)) {
        await pullAll(loop, session, signal);
        failures = 0;
        await report(loop, { phase: 'idle', doneCount: 0, totalCount: 0 });
        await waitForNews(loop, session, signal);
      }
    } catch (thrown) {
      if (isStopped(signal)) break;
      failures += 1;
      await rest(loop, thrown, failures, signal);
    } finally {
      await session.close().catch((thrown: unknown) => {
        loop.world.log('warn', `Closing a session: ${errorData(thrown).message}`);
      });
    }
  }
}

async function pullAll(loop: MailLoop, session: Session, signal: AbortSignal): Promise<void> {
  const { account, store, world } = loop;
  await requireRoom(world);
  const cursor = await store.cursorOf({ accountId: account.id });
  let reportedAt = -Infinity;
  const onStored = async ({ doneCount, totalCount }: Pulled) => {
    if (totalCount === 0 || (doneCount < totalCount && world.now() - reportedAt < reportEveryMs)) return;
    reportedAt = world.now();
    await report(loop, { phase: 'fetching', doneCount, totalCount });
  };
  await deliver(account, session.pull(cursor, signal), { store, world }, onStored, signal);
}

/** Ends when the connector saw a change, the poll interval is over or the bell rang; throws when the line broke. */
async function waitForNews(loop: MailLoop, session: Session, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const unlisten = onAbort(signal, () => {
    over.abort();
  });
  try {
    const waits = [loop.bell.wait(loop.connector.manifest.pollEveryMs, over.signal)];
    if (session.watch) waits.push(firstChange(session.watch(over.signal), over.signal));
    await Promise.race(waits);
    over.abort();
    await Promise.all(waits);
  } finally {
    unlisten();
    over.abort();
  }
}

async function firstChange(changes: AsyncIterable<'changed'>, signal: AbortSignal): Promise<void> {
  try {
    for await (const _change of changes) return;
  } catch (thrown) {
    // we ended the watch ourselves; what it then says of the line is of no interest
    if (!isStopped(signal)) throw thrown;
  }
}

async function rest(loop: MailLoop, thrown: unknown, failures: number, signal: AbortSignal): Promise<void> {
  const error = errorData(thrown);
  loop.world.log('warn', `Account ${loop.account.id}: ${error.code}: ${error.message}`);
  if (policyOf(error.code) === 'ask') {
    await report(loop, { phase: 'asking', doneCount: 0, totalCount: 0, error });
    await loop.bell.wait(Infinity, signal);
    return;
  }
  if (freeBytesOf(error) !== undefined) {
    await report(loop, { phase: 'waiting', doneCount: 0, totalCount: 0, error });
    await waitForRoom(loop.world, error, loop.bell, signal);
    return;
  }
  const waitMs = waitBeforeRetry(failures, error, loop.world.random());
  await report(loop, { phase: 'waiting', doneCount: 0, totalCount: 0, error, retryAt: loop.world.now() + waitMs });
  await loop.bell.wait(waitMs, signal);
}

async function report(loop: MailLoop, state: Omit<SyncState, 'accountId' | 'changedAt'>): Promise<void> {
  try {
    await loop.store.reportState({ ...state, accountId: loop.account.id, changedAt: loop.world.now() });
  } catch (thrown) {
    // the store's side went away; the loop is started anew with its next door
    loop.world.log('warn', `Reporting a state: ${(thrown as AppError).message}`);
  }
}
