// Carries pulled batches into the store, some on the way while the next is being fetched.
import { throwIfCancelled } from '../../../shared/errors.ts';
import type { Account } from '../../../shared/model/account.ts';
import type { Pulled } from '../connectors/connector.ts';
import { requireRoom } from './disk-room.ts';
import type { StoreClient, World } from './world.ts';

/** A batch of 800 on a slow disk beside a busy page has been seen to take seconds. */
const applyTimeoutMs = 120_000;
/** One being applied and one that waits there: making messages of 2,000 mails keeps this process from answering for a third of a second. */
const unansweredLimit = 2;

/**
 * Delivers every batch in order and waits for the last. After one that failed the store refuses the next, so that no cursor passes over it.
 * @throws AppError `storage` before the next batch when the disk has little room left
 * @param onStored progress after each stored batch
 */
export async function deliver(
  account: Account,
  batches: AsyncIterable<Pulled>,
  { store, world }: { store: StoreClient; world: World },
  onStored: (pulled: Pulled) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const onTheWay: Promise<void>[] = [];
  try {
    for await (const pulled of batches) {
      if (onTheWay.length >= unansweredLimit) await onTheWay.shift();
      throwIfCancelled(signal);
      if (pulled.items.length > 0) await requireRoom(world);
      const stored = store
        .applyBatch(
          {
            accountId: account.id,
            channel: account.channel,
            items: pulled.items,
            cursor: pulled.cursor,
            phase: pulled.phase,
          },
          { timeoutMs: applyTimeoutMs },
        )
        .then(() => onStored(pulled));
      stored.catch(() => undefined); // awaited below or in its turn; never unhandled in between
      onTheWay.push(stored);
    }
  } finally {
    await Promise.all(onTheWay);
  }
}
