// What travels from a connector to the store: items in batches, each batch with the cursor after it.
import * as z from 'zod';
import { conversationFactsSchema } from './conversation-facts.ts';
import { incomingCustomerSchema, orderSchema } from './customer.ts';
import { customerNoteSchema, promiseSchema, touchpointSchema } from './customer-data.ts';
import { accountIdSchema, channelSchema } from './ids.ts';
import { incomingMessageSchema, placementSchema } from './message.ts';

export const itemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('message'), message: incomingMessageSchema }),
  /** Flags changed on the server. */
  z.strictObject({
    kind: z.literal('flags'),
    placement: placementSchema,
    isSeen: z.boolean(),
    isAnswered: z.boolean(),
  }),
  /** Expunged or moved away: the placement goes; a message without any placement left goes with it. */
  z.strictObject({ kind: z.literal('gone'), placement: placementSchema }),
  /** UIDVALIDITY changed: all placements of the mailbox go; messages stay until `mailbox-whole` says what is left. */
  z.strictObject({ kind: z.literal('mailbox-reset'), mailbox: z.string() }),
  /** After a reset and refetch of a mailbox: messages of it that got no placement again are gone. */
  z.strictObject({ kind: z.literal('mailbox-whole'), mailbox: z.string() }),
  z.strictObject({ kind: z.literal('customer'), customer: incomingCustomerSchema }),
  z.strictObject({ kind: z.literal('order'), order: orderSchema }),
  /** What the marketplace says of a conversation now, whole; its messages come before it or are known. */
  z.strictObject({ kind: z.literal('facts'), threadKey: z.string(), facts: conversationFactsSchema }),
  /** What a channel keeps about customers itself (the demo shop); each taken over once, and never over the shop's own. */
  z.strictObject({ kind: z.literal('customer-note'), note: customerNoteSchema }),
  z.strictObject({ kind: z.literal('promise'), threadKey: z.string(), promise: promiseSchema }),
  z.strictObject({ kind: z.literal('touchpoint'), touchpoint: touchpointSchema }),
  /** The channel's own state of a conversation, for connectors that have one (the demo shop). */
  z.strictObject({
    kind: z.literal('state'),
    threadKey: z.string(),
    folder: z.enum(['open', 'waiting', 'snoozed', 'closed']),
    snoozedUntil: z.number().int().optional(),
    tags: z.array(z.string()),
    /** Notes the channel holds, oldest first; applied once. */
    notes: z.array(z.strictObject({ text: z.string(), author: z.string(), at: z.number().int() })),
  }),
]);
export type Item = z.infer<typeof itemSchema>;

/** Opaque to all but its connector; JSON text. */
export const cursorSchema = z.string().max(2_000_000);
export type Cursor = z.infer<typeof cursorSchema>;

/** At most 1,000 items or about 4 MB; applied in one strict transaction together with its cursor. Safe to deliver twice. */
export const batchSchema = z.strictObject({
  accountId: accountIdSchema,
  /** The account's connector; absent: `email`. */
  channel: channelSchema.optional(),
  items: z.array(itemSchema).max(1000),
  cursor: cursorSchema,
  /** `first`: history being fetched for the first time; `live`: news since then (only these notify). */
  phase: z.enum(['first', 'live']),
});
export type Batch = z.infer<typeof batchSchema>;
