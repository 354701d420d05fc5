// Door sync → store: batches in, cursors, replies to send, flags to tell.
import * as z from 'zod';
import { accountIdSchema, instantSchema, messageIdSchema, outboxIdSchema } from '../model/ids.ts';
import { batchSchema, cursorSchema } from '../model/item.ts';
import { manifestSchema } from '../model/manifest.ts';
import { placementSchema } from '../model/message.ts';
import { outboxItemSchema, outboxStateSchema, sendOutcomeSchema } from '../model/outbox.ts';
import { syncStateSchema } from '../model/sync-state.ts';
import { call } from '../rpc.ts';

const nothing = z.null();

/** A change made here that the server should hear of. */
export const serverChangeSchema = z.strictObject({
  id: z.string(),
  messageId: messageIdSchema,
  placements: z.array(placementSchema),
  isSeen: z.boolean(),
});
export type ServerChange = z.infer<typeof serverChangeSchema>;

export const storeApi = {
  /** First call on a new port: what connectors there are. */
  hello: call(z.strictObject({ manifests: z.array(manifestSchema) }), nothing),
  cursorOf: call(z.strictObject({ accountId: accountIdSchema }), cursorSchema.nullable()),
  /**
   * One strict transaction: items, cursor, counters. Idempotent. An account's batches are applied in order; those after one that failed are
   * refused with its error until `cursorOf` is asked again.
   */
  applyBatch: call(batchSchema, nothing),
  reportState: call(syncStateSchema, nothing),

  /**
   * What is due now, in order per conversation, each leased for `leaseMs`: `queued` ones come as `claimed`, to be sent; `accepted`
   * ones to be filed (10 s, 60 s, then 5 min apart while `retry` comes back); `ambiguous` ones to look for proof (10 s, 60 s, 5 min after
   * the try; then they wait for a person). A row found `claimed` from an earlier life of sync is queued again, one found `inflight`
   * becomes `ambiguous`: at `hello`. `nextAt`: when to ask again (epoch ms), null when nothing waits.
   */
  claimReplies: call(
    z.strictObject({
      accountId: accountIdSchema,
      leaseMs: z.number().int().positive(),
      limit: z.number().int().min(1).max(50),
    }),
    z.strictObject({ items: z.array(outboxItemSchema), nextAt: instantSchema.nullable() }),
  ),
  /** On disk when answered: call before the first byte of the message leaves. `conflict` when it is not claimed any more. */
  markInflight: call(z.strictObject({ id: outboxIdSchema }), nothing),
  settle: call(
    z.strictObject({ id: outboxIdSchema, outcome: sendOutcomeSchema }),
    z.strictObject({ state: outboxStateSchema }),
  ),

  takeChanges: call(
    z.strictObject({ accountId: accountIdSchema, limit: z.number().int().min(1).max(1000) }),
    z.array(serverChangeSchema),
  ),
  /** The server knows now; ids from `takeChanges`. */
  settleChanges: call(z.strictObject({ ids: z.array(z.string()).max(1000) }), nothing),
};
