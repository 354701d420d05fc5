// Replies on their way out: content, frozen bytes, states and outcomes (the table is in renderer/store/README.md).
import * as z from 'zod';
import { errorDataSchema } from '../errors.ts';
import {
  accountIdSchema,
  cannedReplyIdSchema,
  channelSchema,
  conversationIdSchema,
  fileIdSchema,
  instantSchema,
  messageIdSchema,
  outboxIdSchema,
  rfcMessageIdSchema,
} from './ids.ts';
import { addressSchema, outgoingFileSchema } from './message.ts';

/** What is being written. `new` begins a conversation; the others go into the one they are written in. */
export const draftModeSchema = z.enum(['reply', 'reply-all', 'forward', 'new']);
export type DraftMode = z.infer<typeof draftModeSchema>;

/** What a person wrote, ready to be frozen by the connector. `html` is what the editor made; '' for plain channels. */
export const replyContentSchema = z.strictObject({
  outboxId: outboxIdSchema,
  to: z.array(addressSchema),
  cc: z.array(addressSchema),
  subject: z.string().max(2000),
  text: z.string().max(1_000_000),
  html: z.string().max(2_000_000),
  inReplyTo: rfcMessageIdSchema.optional(),
  references: z.array(rfcMessageIdSchema),
  threadKey: z.string().max(300).optional(),
  attachments: z.array(outgoingFileSchema).max(100).optional(),
  /** Becomes the Date header. */
  writtenAt: instantSchema,
  /** Sent by a rule: marked as such (RFC 3834), so that no other machine answers it. */
  isAutomatic: z.literal(true).optional(),
});
export type ReplyContent = z.infer<typeof replyContentSchema>;

/** Made once, at queueing; every try sends exactly this. */
export const frozenReplySchema = z.strictObject({
  /** RFC 5322 message in 7-bit ASCII for e-mail, the request's text for others; '' while `payloadFile` has it. */
  payload: z.string().max(40_000_000),
  /** A large payload lies with sync as a kept file, so that neither journal nor database carry it. */
  payloadFile: fileIdSchema.optional(),
  sha256: z.string().length(64),
  rfcMessageId: rfcMessageIdSchema.optional(),
  envelope: z.strictObject({ from: z.string(), to: z.array(z.string()) }),
});
export type FrozenReply = z.infer<typeof frozenReplySchema>;

/**
 * queued → claimed → inflight → accepted → filed; failed and ambiguous wait for a person.
 * cancelled: taken back inside the undo window. Nothing is ever deleted: filed and cancelled are tombstones.
 */
export const outboxStateSchema = z.enum([
  'queued',
  'claimed',
  'inflight',
  'ambiguous',
  'accepted',
  'filed',
  'failed',
  'cancelled',
]);
export type OutboxState = z.infer<typeof outboxStateSchema>;

/** The customer has no reply, or nobody knows: what goes for good when its conversation or account does. */
export const unsentStates: readonly OutboxState[] = ['queued', 'claimed', 'inflight', 'ambiguous', 'failed'];

/** What sync gets to send. */
export const outboxItemSchema = z.strictObject({
  id: outboxIdSchema,
  accountId: accountIdSchema,
  state: outboxStateSchema,
  frozen: frozenReplySchema,
  threadKey: z.string().optional(),
  /** Tries begun, this one included: 1 the first time. */
  attempts: z.number().int().nonnegative(),
  queuedAt: instantSchema,
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;

/** What came of a try; `settle` turns it into the next state. */
export const sendOutcomeSchema = z.discriminatedUnion('kind', [
  /** The server took it (its words, when it said any). */
  z.strictObject({ kind: z.literal('accepted'), serverWords: z.string().optional() }),
  /** A copy is in Sent, exactly one. */
  z.strictObject({ kind: z.literal('filed') }),
  /** Not sent for certain; try again after `error.retryAfterMs` or the back-off. */
  z.strictObject({ kind: z.literal('retry'), error: errorDataSchema, retryAt: instantSchema }),
  /** Not sent for certain, and trying again is of no use. */
  z.strictObject({ kind: z.literal('failed'), error: errorDataSchema }),
  /** The line went dead after the bytes had begun: may have been sent. */
  z.strictObject({ kind: z.literal('ambiguous'), error: errorDataSchema }),
  /** Proof found that an ambiguous one was not taken, or a person says: send the same bytes again. */
  z.strictObject({ kind: z.literal('requeue') }),
]);
export type SendOutcome = z.infer<typeof sendOutcomeSchema>;

/** The whole state of an outbox row as it is journaled, apart from the frozen bytes. */
export const outboxEntrySchema = z.strictObject({
  id: outboxIdSchema,
  accountId: accountIdSchema,
  conversationId: conversationIdSchema,
  /** The message answered: finds the conversation again after a rebuild. */
  anchor: messageIdSchema.nullable(),
  state: outboxStateSchema,
  content: replyContentSchema,
  /** Not before this: end of the undo window or of a back-off. */
  notBeforeAt: instantSchema,
  queuedAt: instantSchema,
  attempts: z.number().int().nonnegative(),
  closeAfter: z.boolean(),
  mode: draftModeSchema.optional(),
  serverWords: z.string().optional(),
  error: errorDataSchema.optional(),
  settledAt: instantSchema.optional(),
  /** Of the frozen bytes: kept when they are dropped, so that a late copy in Sent is still known as this reply. */
  sha256: z.string().length(64).optional(),
  rfcMessageId: rfcMessageIdSchema.optional(),
  /** The shop's address it goes out from, and its conversation's channel: what the store shows of it after a rebuild. */
  from: z.string().max(1000).optional(),
  channel: channelSchema.optional(),
  /** Which of the shop's people sent it; absent of one that a rule sent. */
  agentId: z.string().min(1).max(100).optional(),
  /** Canned replies that went into it. */
  cannedReplyIds: z.array(cannedReplyIdSchema).max(50).optional(),
  /** Tags that the conversation got with it: they go again when it is taken back. */
  addedTags: z.array(z.string().max(60)).max(30).optional(),
  /** How often proof (ambiguous) or the copy in Sent (accepted) has been looked for in this state. */
  lookCount: z.number().int().nonnegative().optional(),
});
export type OutboxEntry = z.infer<typeof outboxEntrySchema>;
