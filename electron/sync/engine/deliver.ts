// Carries pulled batches into the store, one on the way while the next is being fetched.
import { throwIfCancelled } from '../../../shared/errors.ts';
import type { Account } from '../../../shared/model/account.ts';
import type { Pulled } from '../connectors/connector.ts';
import { requireRoom } from './disk-room.ts';
import type { StoreClient, World } from './world.ts';

/** A batch of 500 on a slow disk beside a busy page has been seen to take seconds. */
const applyTimeoutMs = 120_000;

/**
 * Delivers every batch in order and waits for the last. At most one batch is unacknowledged, so a batch is in the store before the
 * cursor after it can be used.
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
  let onTheWay: Promise<void> = Promise.resolve();
  try {
    for await (const pulled of batches) {
      await onTheWay;
      throwIfCancelled(signal);
      if (pulled.items.length > 0) await requireRoom(world);
      onTheWay = store
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
      onTheWay.catch(() => undefined); // awaited below or at the next turn; never unhandled in between
    }
  } finally {
    await onTheWay;
  }
}
