// What a marketplace says of a conversation: what it is about, and by which rules and until when it can be answered.
import * as z from 'zod';
import { instantSchema } from './ids.ts';

/** Why a conversation cannot be answered from here. */
export const noReplyReasonSchema = z.enum([
  'answered', // it takes one answer, and has it
  'expired', // the time for answering is over
  'reported', // it was reported, or rejected, to the marketplace
  'closed', // the marketplace closed it
  'elsewhere', // its API does not take answers: the marketplace's page does
]);
export type NoReplyReason = z.infer<typeof noReplyReasonSchema>;

export const conversationFactsSchema = z.strictObject({
  /** question: one public answer · thread: messages to and fro · review: stars and a text · order: what was said on an order. */
  kind: z.enum(['question', 'thread', 'review', 'order']),
  /** The marketplace waits for the shop. A change of it opens or closes the conversation. */
  isOpen: z.boolean(),
  /** The shop must have answered by then (epoch ms). */
  deadlineAt: instantSchema.optional(),
  /** At most one answer (another only after a refused one). */
  isOneAnswer: z.boolean(),
  /** Absent: it can be answered. */
  noReply: noReplyReasonSchema.optional(),
  /** Where they differ from the manifest's. */
  minReplyChars: z.number().int().positive().optional(),
  maxReplyChars: z.number().int().positive().optional(),
  /** Everybody can read the answer. */
  isPublic: z.boolean().optional(),
  /** The marketplace's own page of it; https. */
  pageUrl: z.string().max(2000).optional(),
  product: z
    .strictObject({
      title: z.string().max(500),
      sku: z.string().max(200).optional(),
      url: z.string().max(2000).optional(),
    })
    .optional(),
  /** Stars 1–5; 0: none were given. */
  review: z.strictObject({ stars: z.number().int().min(0).max(5), isVerified: z.boolean().optional() }).optional(),
});
export type ConversationFacts = z.infer<typeof conversationFactsSchema>;

/** What became of an answer that a marketplace checks before it shows it. */
export const moderationSchema = z.strictObject({
  state: z.enum(['pending', 'accepted', 'rejected']),
  /** In the marketplace's own words. */
  reason: z.string().max(2000).optional(),
});
export type Moderation = z.infer<typeof moderationSchema>;
