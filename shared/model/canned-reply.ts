// Canned replies: prepared texts with {{fields}}, in one variant per language, and what happens when one is sent.
import * as z from 'zod';
import { cannedReplyIdSchema, instantSchema, languageSchema } from './ids.ts';
import { outgoingFileSchema } from './message.ts';

export const tagSchema = z.string().min(1).max(60);

/** What is done to the conversation when the reply is sent. */
export const replyActionsSchema = z.strictObject({
  addTags: z.array(tagSchema).max(10).optional(),
  /** Where the conversation goes; absent: it waits for the customer. `open`: it stays, for the answer is still to come. */
  then: z.enum(['open', 'close', 'snooze']).optional(),
  /** With `snooze`: the conversation comes back after so many days. */
  snoozeDays: z.number().int().min(1).max(365).optional(),
  /** Reminds to ask after so many days whether all is well. */
  followUpDays: z.number().int().min(1).max(365).optional(),
});
export type ReplyActions = z.infer<typeof replyActionsSchema>;

export const cannedReplySchema = z.strictObject({
  id: cannedReplyIdSchema,
  /** Groups the language variants of one reply. */
  scenario: z.string().max(120),
  language: languageSchema,
  title: z.string().min(1).max(200),
  whenToUse: z.string().max(500),
  body: z.string().max(50_000),
  tags: z.array(z.string().max(60)),
  channels: z.array(z.string().max(60)),
  /** true: came with the app and not changed by the shop. */
  isBuiltIn: z.boolean(),
  /** A folder of the app's own (its id) or of the shop's (its name); absent: none. */
  folder: z.string().min(1).max(60).optional(),
  /** Words in a customer's message for which it is suggested. */
  words: z.array(z.string().min(1).max(60)).max(40).optional(),
  /** Absent: an answer about an order or a question. Marketing may only go to people who agreed to it. */
  purpose: z.enum(['service', 'marketing']).optional(),
  actions: replyActionsSchema.optional(),
  /** Kept files that go along when it is used. */
  attachments: z.array(outgoingFileSchema).max(20).optional(),
  /** The agent who is still writing it: nobody else sees it, and it is not offered in replies. */
  draftOf: z.string().max(100).optional(),
  /** Put away by the shop: kept, not offered. */
  isHidden: z.boolean().optional(),
  changedAt: instantSchema.optional(),
});
export type CannedReply = z.infer<typeof cannedReplySchema>;

/** The shop's own state of a reply: null where it has none (a built-in one is then as it came, an own one is gone). */
export const cannedReplyChangeSchema = z.strictObject({ id: cannedReplyIdSchema, reply: cannedReplySchema.nullable() });
export type CannedReplyChange = z.infer<typeof cannedReplyChangeSchema>;
