// Sends what is due in one account's outbox, files the copies, and looks for proof of what may have been sent.
import { errorData } from '../../../shared/errors.ts';
import { isSignInMissing, policyOf } from '../../../shared/error-policy.ts';
import type { Account } from '../../../shared/model/account.ts';
import type { OutboxItem, SendOutcome } from '../../../shared/model/outbox.ts';
import type { Session } from '../connectors/connector.ts';
import { waitBeforeRetry } from './backoff.ts';
import type { Bell } from './bell.ts';
import { withPayload } from './kept-files.ts';
import { isStopped, type StoreClient, type World } from './world.ts';

export interface OutboxLoop {
  account: Account;
  session: Session;
  store: StoreClient;
  world: World;
  /** Rung when something was queued, taken back or decided. */
  bell: Bell;
}

/** A claim outlives the slowest server (60 s of silence) with room. */
const leaseMs = 180_000;
const claimLimit = 5;
/** The store releases what waits as soon as the account works again; this is for a release that was missed. */
const signInWaitMs = 600_000;
/** The store may be gone for a moment while the page is made anew. */
const storeRetryMs = 2_000;

/** Runs until the signal fires. One reply at a time; the store decides order and states. */
export async function runOutboxLoop(loop: OutboxLoop, signal: AbortSignal): Promise<void> {
  const { store, world, bell, account } = loop;
  while (!isStopped(signal)) {
    try {
      const { items, nextAt } = await store.claimReplies({ accountId: account.id, leaseMs, limit: claimLimit });
      for (const item of items) {
        if (isStopped(signal)) return;
        await handle(loop, item, signal);
      }
      if (items.length > 0) continue;
      await bell.wait(nextAt === null ? Infinity : Math.max(0, nextAt - world.now()), signal);
    } catch (thrown) {
      if (isStopped(signal)) return;
      world.log('error', `Outbox of ${account.id}: ${errorData(thrown).message}`);
      await bell.wait(storeRetryMs, signal);
    }
  }
}

async function handle(loop: OutboxLoop, item: OutboxItem, signal: AbortSignal): Promise<void> {
  const outcome = await attempt(loop, item, signal);
  if (outcome === undefined) return; // stopped before anything left: the lease runs out or hello takes it back
  const { state } = await loop.store.settle({ id: item.id, outcome });
  loop.world.log('info', `Reply ${item.id}: ${outcome.kind} → ${state}`);
}

async function attempt(loop: OutboxLoop, item: OutboxItem, signal: AbortSignal): Promise<SendOutcome | undefined> {
  let hasBegun = item.state === 'ambiguous';
  const beforeBytes = async () => {
    await loop.store.markInflight({ id: item.id });
    hasBegun = true;
  };
  try {
    const whole = await withPayload(loop.world.keptDir, item);
    if (item.state === 'accepted') return await loop.session.file(whole, signal);
    return await loop.session.send(whole, beforeBytes, signal);
  } catch (thrown) {
    const error = errorData(thrown);
    // an exception after the first byte proves nothing about the other side
    if (hasBegun) return { kind: 'ambiguous', error };
    if (isStopped(signal) || error.code === 'conflict') return undefined;
    return notSent(loop, item, error);
  }
}

function notSent(loop: OutboxLoop, item: OutboxItem, error: ReturnType<typeof errorData>): SendOutcome {
  if (isSignInMissing(error)) return { kind: 'retry', error, retryAt: loop.world.now() + signInWaitMs };
  if (item.state === 'accepted' || policyOf(error.code) === 'retry') {
    const waitMs = waitBeforeRetry(item.attempts, error, loop.world.random());
    return { kind: 'retry', error, retryAt: loop.world.now() + waitMs };
  }
  return { kind: 'failed', error };
}
