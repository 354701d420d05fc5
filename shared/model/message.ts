// A message as a connector delivers it: our own shape, all odd-server knowledge left behind.
import * as z from 'zod';
import { moderationSchema } from './conversation-facts.ts';
import { relaySchema } from './relay.ts';
import { channelSchema, fileIdSchema, instantSchema, outboxIdSchema, rfcMessageIdSchema } from './ids.ts';

/** `address` is the e-mail address or the marketplace's buyer id; `name` as shown by the sender ('' when none). */
export const addressSchema = z.strictObject({ name: z.string().max(1000), address: z.string().max(1000) });
export type Address = z.infer<typeof addressSchema>;

/** Where a message lies on an IMAP server. `uidValidity` is a decimal string (32 bit). */
export const placementSchema = z.strictObject({
  mailbox: z.string(),
  uidValidity: z.string(),
  uid: z.number().int().positive(),
});
export type Placement = z.infer<typeof placementSchema>;

/** An attachment, described; its bytes are fetched when it is opened. */
export const attachmentSchema = z.strictObject({
  /** Opaque to all but the connector: an IMAP part number such as `2.1`, an API's file id. */
  ref: z.string().max(500),
  name: z.string().max(500),
  mimeType: z.string().max(200),
  /** Decoded size where known, else the size on the wire. */
  sizeBytes: z.number().int().nonnegative(),
  /** Content-ID without angle brackets for pictures inside the HTML. */
  contentId: z.string().max(500).optional(),
  isInline: z.boolean(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** A file that goes out with a reply; sync keeps its bytes on disk under their hash. */
export const outgoingFileSchema = z.strictObject({
  fileId: fileIdSchema,
  name: z.string().min(1).max(255),
  mimeType: z.string().max(200),
  sizeBytes: z.number().int().nonnegative(),
});
export type OutgoingFile = z.infer<typeof outgoingFileSchema>;

export const incomingMessageSchema = z.strictObject({
  /** Content identity inside the account (hash of canonical headers and size, or the server's own stable id). */
  key: z.string().min(1).max(200),
  direction: z.enum(['in', 'out']),
  /**
   * The conversation's channel where it is not the account's connector: a marketplace's relay mail, the demo shop. The customer's
   * handle is `<channel>:<address>`.
   */
  channel: channelSchema.optional(),
  /** Absent where the server has no mailboxes (marketplaces). */
  placement: placementSchema.optional(),
  rfcMessageId: rfcMessageIdSchema.optional(),
  /** Ids of earlier messages of the thread, oldest first, without angle brackets. */
  inReplyTo: z.array(rfcMessageIdSchema),
  references: z.array(rfcMessageIdSchema),
  /** A marketplace's own thread id: such messages join by it alone. */
  threadKey: z.string().max(300).optional(),
  /** X-Defter-Id when this is the server's copy of a reply of ours. */
  outboxId: outboxIdSchema.optional(),
  from: addressSchema,
  to: z.array(addressSchema),
  cc: z.array(addressSchema),
  replyTo: z.array(addressSchema),
  subject: z.string(),
  /** What the Date header says, clamped to the server's date when absurd. */
  sentAt: instantSchema,
  /** When the server took it. Order inside a conversation is by this. */
  receivedAt: instantSchema,
  text: z.string(),
  /** As it arrived: never shown before it is sanitised. */
  unsafeHtml: z.string().optional(),
  attachments: z.array(attachmentSchema),
  isSeen: z.boolean(),
  isAnswered: z.boolean(),
  /** Auto-Submitted, list mail, bulk: never threaded by subject, never acknowledged. */
  isAutomatic: z.boolean(),
  sizeBytes: z.number().int().nonnegative(),
  /** Set when the body was cut at a limit; the original can still be opened. */
  isTruncated: z.boolean(),
  /** A marketplace's mail: whether it is proven to be that, and where it is answered. */
  relay: relaySchema.optional(),
  /** Of an outgoing one, where the channel checks answers before it shows them. */
  moderation: moderationSchema.optional(),
  /** Order this is about, where the channel says so. */
  orderNumber: z.string().max(100).optional(),
});
export type IncomingMessage = z.infer<typeof incomingMessageSchema>;
