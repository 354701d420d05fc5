// Erasures: that something was erased, when, why and how much of it, without saying whose it was.
import * as z from 'zod';
import { instantSchema } from './ids.ts';

export const erasureCountsSchema = z.strictObject({
  conversations: z.number().int().nonnegative(),
  messages: z.number().int().nonnegative(),
  /** Notes, drafts, promises and contacts logged by hand. */
  notes: z.number().int().nonnegative(),
  orders: z.number().int().nonnegative(),
  attachments: z.number().int().nonnegative(),
  /** Replies that were still to be sent. */
  unsent: z.number().int().nonnegative(),
});
export type ErasureCounts = z.infer<typeof erasureCountsSchema>;

/**
 * One line of the log of erasures, kept for ever (KVKK asks for three years). `handleHashes` keep the person's older mail from coming
 * back with the next fetch: SHA-256 over `salt` and each handle. They name nobody, but whoever has a handle can find out whether it was
 * erased; without them the server would undo every erasure. `thingHashes` do the same for what an older backup may bring: the person's
 * conversations, messages, replies and files by their ids.
 */
export const erasureSchema = z.strictObject({
  id: z.string().min(1).max(100),
  /** Mail and orders older than this stay away; a person who writes again is a new customer. */
  erasedAt: instantSchema,
  reason: z.enum(['request', 'retention']),
  salt: z.string().max(100),
  handleHashes: z.array(z.string().length(64)).max(1000),
  thingHashes: z.array(z.string().length(64)).optional(),
  counts: erasureCountsSchema,
});
export type Erasure = z.infer<typeof erasureSchema>;

/** Closed conversations that rested since `before` go, unless they bear one of `keepTags`. */
export const retentionRuleSchema = z.strictObject({
  before: instantSchema,
  keepTags: z.array(z.string().max(60)).max(30),
});
export type RetentionRule = z.infer<typeof retentionRuleSchema>;
