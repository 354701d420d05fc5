// What the shop itself knows of its customers: notes, promises, contacts logged by hand, imported orders, and who is the same person.
import * as z from 'zod';
import { handleSchema, orderSchema } from './customer.ts';
import {
  channelSchema,
  conversationIdSchema,
  instantSchema,
  languageSchema,
  messageIdSchema,
  outboxIdSchema,
} from './ids.ts';

const idSchema = z.string().min(1).max(100);
const author = z.string().max(200);

/** What a person said about getting marketing, and how the shop knows. */
export const consentSchema = z.strictObject({
  isGiven: z.boolean(),
  at: instantSchema,
  /** Where it was said: a form, the telephone, the shop. */
  source: z.string().min(1).max(200),
  author,
});
export type Consent = z.infer<typeof consentSchema>;

/** How a person wants to be addressed and reached; what is absent is as the channel tells it. */
export const customerProfileSchema = z.strictObject({
  /** Full name to show, in place of what the channels say. */
  name: z.string().max(200).optional(),
  /** The name to greet with. */
  preferredName: z.string().max(100).optional(),
  /** The Greek form of address (Γιώργο), where the rules do not find the right one. */
  vocative: z.string().max(100).optional(),
  language: languageSchema.optional(),
  /** The channel on which they like to be answered. */
  channel: channelSchema.optional(),
  phone: z.string().max(60).optional(),
  email: z.string().max(320).optional(),
  city: z.string().max(100).optional(),
  /** Loyal by the shop's own word, whatever the orders say. */
  isLoyal: z.literal(true).optional(),
  /** Oldest first; the last one counts. */
  consents: z.array(consentSchema).max(50).optional(),
});
export type CustomerProfile = z.infer<typeof customerProfileSchema>;

/** handover: what a colleague must know so that the customer need not tell it again · compensation: what they were given for a mishap. */
export const customerNoteKindSchema = z.enum(['note', 'handover', 'compensation']);
export const customerNoteSchema = z.strictObject({
  id: idSchema,
  handle: handleSchema,
  kind: customerNoteKindSchema,
  text: z.string().min(1).max(20_000),
  author,
  createdAt: instantSchema,
  editedAt: instantSchema.optional(),
  /** Stands at the top of the card. */
  isPinned: z.boolean(),
  /** When the shop wants to be reminded of it. */
  remindAt: instantSchema.optional(),
  /** When somebody said that the reminder is dealt with. */
  doneAt: instantSchema.optional(),
});
export type CustomerNote = z.infer<typeof customerNoteSchema>;

/** open → kept (on time or late) or dropped by a person, with a reason to the customer one hopes. */
export const promiseStateSchema = z.enum(['open', 'kept', 'dropped']);
export const promiseSchema = z.strictObject({
  id: idSchema,
  handle: handleSchema.nullable(),
  conversationId: conversationIdSchema.nullable(),
  /** Finds the conversation again after a rebuild. */
  anchor: messageIdSchema.nullable(),
  /** What was promised, in the words of the reply. */
  text: z.string().min(1).max(1000),
  dueAt: instantSchema,
  madeAt: instantSchema,
  author,
  /** The reply it was made in: taken back with it. */
  outboxId: outboxIdSchema.optional(),
  state: promiseStateSchema,
  settledAt: instantSchema.optional(),
  /** The reply that kept it: open again when that is taken back. */
  settledBy: outboxIdSchema.optional(),
});
export type Promised = z.infer<typeof promiseSchema>;

/** A contact outside the connected channels: a call, a visit to the shop, a message on a telephone. */
export const touchpointSchema = z.strictObject({
  id: idSchema,
  /** null: nobody known by name or number. */
  handle: handleSchema.nullable(),
  name: z.string().max(200).optional(),
  channel: channelSchema,
  direction: z.enum(['in', 'out']),
  /** A call that nobody took. */
  isMissed: z.boolean(),
  at: instantSchema,
  text: z.string().max(20_000),
  author,
  minutes: z.number().int().min(0).max(1440).optional(),
  orderNumber: z.string().max(100).optional(),
  /** Stands in the inbox until it is closed there. */
  isInInbox: z.boolean(),
  importId: idSchema.optional(),
  createdAt: instantSchema,
});
export type Touchpoint = z.infer<typeof touchpointSchema>;

/** Two handles are one person: everything of `handle` is shown with `into`. */
export const customerMergeSchema = z.strictObject({
  handle: handleSchema,
  into: handleSchema,
  changedAt: instantSchema,
});
export type CustomerMerge = z.infer<typeof customerMergeSchema>;

/** Two handles are not one person, however alike they look: not suggested again. */
export const customerDistinctSchema = z.strictObject({
  handles: z.tuple([handleSchema, handleSchema]),
  changedAt: instantSchema,
});

/** An order from a file of the shop's own. */
export const shopOrderSchema = z.strictObject({ order: orderSchema, importId: idSchema, importedAt: instantSchema });
export type ShopOrder = z.infer<typeof shopOrderSchema>;

/** Key under which the journal holds that two customers are different people: the same for both orders. */
export const distinctKey = (one: string, other: string): string => [one, other].sort().join('|');
