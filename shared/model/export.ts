// Exports: what can be asked for, what a record of one holds, and how far a running one is.
import * as z from 'zod';
import { errorDataSchema } from '../errors.ts';
import { conversationFactsSchema, moderationSchema } from './conversation-facts.ts';
import { customerNoteSchema, customerProfileSchema, promiseSchema, touchpointSchema } from './customer-data.ts';
import { handleSchema, orderSchema } from './customer.ts';
import {
  accountIdSchema,
  channelSchema,
  conversationIdSchema,
  customerIdSchema,
  fileIdSchema,
  instantSchema,
  languageSchema,
  messageIdSchema,
  outboxIdSchema,
} from './ids.ts';
import { folderSchema } from './journal.ts';
import { addressSchema } from './message.ts';
import { relaySchema } from './relay.ts';

/** person: JSON Lines and a readable page together, for a person who asks what is kept of them. */
export const exportFormatSchema = z.enum(['pdf', 'html', 'eml', 'mbox', 'csv', 'xlsx', 'jsonl', 'person']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** Whose messages. Period and channel narrow any of them. */
export const exportScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('conversations'), ids: z.array(conversationIdSchema).min(1).max(10_000) }),
  z.strictObject({ kind: z.literal('customer'), customerId: customerIdSchema }),
  z.strictObject({ kind: z.literal('search'), query: z.string().min(1).max(500) }),
  z.strictObject({ kind: z.literal('everything') }),
]);
export type ExportScope = z.infer<typeof exportScopeSchema>;

/** What to read. A message belongs to a period by the time the server took it: `from` ≤ receivedAt < `to`. */
export const exportSelectionSchema = z.strictObject({
  scope: exportScopeSchema,
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  channel: channelSchema.optional(),
});
export type ExportSelection = z.infer<typeof exportSelectionSchema>;

/** none: only listed · here: those already on this computer · all: the others are downloaded first. */
export const exportAttachmentsSchema = z.enum(['none', 'here', 'all']);
export type ExportAttachments = z.infer<typeof exportAttachmentsSchema>;

export const exportRequestSchema = z.strictObject({
  selection: exportSelectionSchema,
  format: exportFormatSchema,
  attachments: exportAttachmentsSchema,
  withNotes: z.boolean(),
  /** What the person calls it, for titles and the file's name: a subject, a customer, a search. */
  title: z.string().max(300),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** Whether it holds all that the shop has: what it wrote and set as well as every message. */
export function isWholeShop({ format, selection, withNotes }: ExportRequest): boolean {
  const { scope, from, to, channel } = selection;
  return format === 'jsonl' && withNotes && scope.kind === 'everything' && (from ?? to ?? channel) === undefined;
}

/** What an export would hold, before it is made. */
export const exportCountSchema = z.strictObject({
  conversations: z.number().int().nonnegative(),
  messages: z.number().int().nonnegative(),
  notes: z.number().int().nonnegative(),
  attachments: z.number().int().nonnegative(),
  attachmentBytes: z.number().nonnegative(),
  /** Attachments whose bytes are on this computer. */
  attachmentsHere: z.number().int().nonnegative(),
  firstAt: instantSchema.nullable(),
  lastAt: instantSchema.nullable(),
});
export type ExportCount = z.infer<typeof exportCountSchema>;

export const exportedAttachmentSchema = z.strictObject({
  ref: z.string(),
  name: z.string(),
  mimeType: z.string(),
  sizeBytes: z.number(),
  isInline: z.boolean(),
  contentId: z.string().optional(),
  /** Known once the bytes have been on this computer; also the name of the file among those exported. */
  sha256: fileIdSchema.optional(),
});
export type ExportedAttachment = z.infer<typeof exportedAttachmentSchema>;

export const exportedMessageSchema = z.strictObject({
  id: messageIdSchema,
  direction: z.enum(['in', 'out']),
  rfcMessageId: z.string().optional(),
  inReplyTo: z.array(z.string()),
  references: z.array(z.string()),
  from: addressSchema,
  to: z.array(addressSchema),
  cc: z.array(addressSchema),
  replyTo: z.array(addressSchema),
  subject: z.string(),
  sentAt: instantSchema,
  receivedAt: instantSchema,
  text: z.string(),
  html: z.string().optional(),
  attachments: z.array(exportedAttachmentSchema),
  isSeen: z.boolean(),
  isAnswered: z.boolean(),
  isAutomatic: z.boolean(),
  isTruncated: z.boolean(),
  sizeBytes: z.number(),
  language: languageSchema.nullable(),
  /** Set while it is a reply whose copy has not come back from the server. */
  delivery: z.string().optional(),
  /** Of a reply that was written here: its record among the shop's own. */
  outboxId: outboxIdSchema.optional(),
  /** A marketplace's mail: whether it is proven to be that, and where it is answered. */
  relay: relaySchema.optional(),
  /** What a marketplace decided on an answer of ours. */
  moderation: moderationSchema.optional(),
});
export type ExportedMessage = z.infer<typeof exportedMessageSchema>;

export const exportedNoteSchema = z.strictObject({
  text: z.string(),
  author: z.string(),
  createdAt: instantSchema,
  editedAt: instantSchema.optional(),
});
export type ExportedNote = z.infer<typeof exportedNoteSchema>;

export const exportedConversationSchema = z.strictObject({
  id: conversationIdSchema,
  accountId: accountIdSchema,
  channel: channelSchema,
  subject: z.string(),
  customerId: customerIdSchema.nullable(),
  customerName: z.string(),
  folder: folderSchema,
  snoozedUntil: instantSchema.optional(),
  tags: z.array(z.string()),
  orderNumber: z.string().optional(),
  /** The marketplace's own number of it. */
  threadKey: z.string().optional(),
  /** What the marketplace says of it: deadline, rules of answering, product, stars. */
  facts: conversationFactsSchema.optional(),
  firstAt: instantSchema,
  lastAt: instantSchema,
  messageCount: z.number().int().nonnegative(),
});
export type ExportedConversation = z.infer<typeof exportedConversationSchema>;

export const exportedDraftSchema = z.strictObject({ text: z.string(), savedAt: instantSchema });

/** A stretch of one conversation, oldest message first. Notes and draft come with its first stretch. */
export const exportChunkSchema = z.strictObject({
  conversation: exportedConversationSchema,
  isFirst: z.boolean(),
  isLast: z.boolean(),
  notes: z.array(exportedNoteSchema),
  draft: exportedDraftSchema.optional(),
  messages: z.array(exportedMessageSchema),
});
export type ExportChunk = z.infer<typeof exportChunkSchema>;

/** `importId`: it came from a file of the shop's own. */
const exportedOrderSchema = orderSchema.extend({ importId: z.string().optional() });

export const exportedCustomerSchema = z.strictObject({
  id: customerIdSchema,
  name: z.string(),
  handles: z.array(handleSchema),
  language: languageSchema.optional(),
  city: z.string().optional(),
  /** As the channel says; their first contact may be earlier. */
  since: instantSchema.optional(),
  note: z.string(),
  orders: z.array(exportedOrderSchema),
  /** What the shop wrote: how to address them, notes, promises, contacts logged by hand. */
  profile: customerProfileSchema.optional(),
  notes: z.array(customerNoteSchema),
  promises: z.array(promiseSchema),
  touchpoints: z.array(touchpointSchema),
});
export type ExportedCustomer = z.infer<typeof exportedCustomerSchema>;

/** Where reading goes on: the conversation in the plan, and how many of its messages have been read. */
export const exportPlaceSchema = z.strictObject({
  index: z.number().int().nonnegative(),
  skip: z.number().int().nonnegative(),
});
export type ExportPlace = z.infer<typeof exportPlaceSchema>;

/** The monthly export: the month before, once it is over. */
export const exportScheduleSchema = z.strictObject({
  format: exportFormatSchema.exclude(['person']),
  attachments: exportAttachmentsSchema,
  /** Chosen in a dialog of main's; the page only shows it. */
  folder: z.string(),
  /** The last month that is there, `2026-10`; '' when none is. */
  lastMonth: z.string(),
});
export type ExportSchedule = z.infer<typeof exportScheduleSchema>;

export const exportJobSchema = z.strictObject({
  id: z.string(),
  format: exportFormatSchema,
  title: z.string(),
  /** interrupted: Defter ended meanwhile; it can go on. */
  phase: z.enum(['reading', 'writing', 'done', 'failed', 'cancelled', 'interrupted']),
  doneMessages: z.number(),
  totalMessages: z.number(),
  /** Name of the file, without its folder. */
  fileName: z.string(),
  isScheduled: z.boolean(),
  startedAt: instantSchema,
  finishedAt: instantSchema.optional(),
  conversations: z.number().optional(),
  attachments: z.number().optional(),
  /** Attachments that could not be had. */
  missing: z.number().optional(),
  sizeBytes: z.number().optional(),
  sha256: z.string().optional(),
  error: errorDataSchema.optional(),
});
export type ExportJob = z.infer<typeof exportJobSchema>;
