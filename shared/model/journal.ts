// Shop data: what exists nowhere else. Every change is one record, written to disk before any screen says it happened.
import * as z from 'zod';
import { erasureSchema } from './erasure.ts';
import { cannedReplySchema } from './canned-reply.ts';
import {
  customerDistinctSchema,
  customerMergeSchema,
  customerNoteSchema,
  customerProfileSchema,
  promiseSchema,
  shopOrderSchema,
  touchpointSchema,
} from './customer-data.ts';
import { factSchema } from './fact.ts';
import {
  accountIdSchema,
  cannedReplyIdSchema,
  conversationIdSchema,
  customerIdSchema,
  instantSchema,
  messageIdSchema,
  noteIdSchema,
} from './ids.ts';
import { addressSchema, outgoingFileSchema } from './message.ts';
import { draftModeSchema, frozenReplySchema, outboxEntrySchema } from './outbox.ts';

/**
 * Conversations are found again through `anchor`, the content identity of one of their messages: conversation ids may come
 * out differently when the store is rebuilt and the mail fetched anew.
 */
const anchored = { conversationId: conversationIdSchema, anchor: messageIdSchema.nullable() };

/** What a person has written so far. */
export const draftContentSchema = z.strictObject({
  html: z.string().max(2_000_000),
  text: z.string().max(1_000_000),
  /** Absent: a reply. */
  mode: draftModeSchema.optional(),
  /** Absent while they follow from the message answered; what is typed may be no address yet. */
  to: z.array(addressSchema).max(100).optional(),
  cc: z.array(addressSchema).max(100).optional(),
  subject: z.string().max(2000).optional(),
  attachments: z.array(outgoingFileSchema).max(100).optional(),
  /** Canned replies that went into it. */
  cannedReplyIds: z.array(cannedReplyIdSchema).max(50).optional(),
});
export type DraftContent = z.infer<typeof draftContentSchema>;

export const draftSchema = z.strictObject({
  ...anchored,
  ...draftContentSchema.shape,
  savedAt: instantSchema,
  /** Keys of earlier drafts that went into this one, when conversations became one. */
  replaces: z.array(z.string()).optional(),
});
export type Draft = z.infer<typeof draftSchema>;

export const folderSchema = z.enum(['open', 'waiting', 'snoozed', 'closed']);
/** Where a conversation stands: open (ours to answer), waiting (for the customer), snoozed, closed. */
export type Folder = z.infer<typeof folderSchema>;

export const conversationStateSchema = z.strictObject({
  ...anchored,
  folder: folderSchema,
  snoozedUntil: instantSchema.optional(),
  tags: z.array(z.string().max(60)).max(30),
  changedAt: instantSchema,
});
export type ConversationState = z.infer<typeof conversationStateSchema>;

export const noteSchema = z.strictObject({
  id: noteIdSchema,
  ...anchored,
  text: z.string().max(100_000),
  author: z.string().max(200),
  createdAt: instantSchema,
  editedAt: instantSchema.optional(),
});
export type Note = z.infer<typeof noteSchema>;

/** What the shop wrote down about a customer; the handle finds the customer again after a rebuild. */
export const customerRecordSchema = z.strictObject({
  customerId: customerIdSchema,
  handle: z.string(),
  note: z.string().max(100_000),
  profile: customerProfileSchema.optional(),
  changedAt: instantSchema,
});
export type CustomerRecord = z.infer<typeof customerRecordSchema>;

/** Messages marked read or unread here, to be told to the server. */
export const seenSchema = z.strictObject({
  accountId: accountIdSchema,
  messageId: messageIdSchema,
  isSeen: z.boolean(),
  changedAt: instantSchema,
});

const record = <const K extends string, D extends z.ZodType>(kind: K, data: D) =>
  z.strictObject({
    kind: z.literal(kind),
    /** Latest wins per `kind` and `key`; compaction keeps the last record of each. */
    key: z.string().min(1).max(500),
    at: instantSchema,
    /** The whole new state; null says it was removed. */
    data: data.nullable(),
  });

export const journalRecordSchema = z.discriminatedUnion('kind', [
  record('draft', draftSchema),
  record('conversation', conversationStateSchema),
  record('note', noteSchema),
  record('customer', customerRecordSchema),
  record('customer-distinct', customerDistinctSchema),
  record('customer-merge', customerMergeSchema),
  record('customer-note', customerNoteSchema),
  record('promise', promiseSchema),
  record('shop-order', shopOrderSchema),
  record('touchpoint', touchpointSchema),
  record('canned-reply', cannedReplySchema),
  record('erasure', erasureSchema),
  record('fact', factSchema),
  record('seen', seenSchema),
  record('outbox', outboxEntrySchema),
  record('outbox-frozen', frozenReplySchema),
]);
export type JournalRecord = z.infer<typeof journalRecordSchema>;

const entry = <const K extends string, D extends z.ZodType>(kind: K, data: D) =>
  z.strictObject({ kind: z.literal(kind), key: z.string().min(1).max(500), data: data.nullable() });

/** What the page may write about customers: whole records but for their time; null removes. */
export const customerEntrySchema = z.discriminatedUnion('kind', [
  entry('customer', customerRecordSchema),
  entry('customer-distinct', customerDistinctSchema),
  entry('customer-merge', customerMergeSchema),
  entry('customer-note', customerNoteSchema),
  entry('promise', promiseSchema),
  entry('shop-order', shopOrderSchema),
  entry('touchpoint', touchpointSchema),
]);
export type CustomerEntry = z.infer<typeof customerEntrySchema>;

/** A record with its place in the journal: a gapless rising number. */
export const journaledRecordSchema = z.strictObject({ seq: z.number().int().positive(), record: journalRecordSchema });
export type JournaledRecord = z.infer<typeof journaledRecordSchema>;

/** Kept outside IndexedDB: when it does not match, the store has been lost or swapped and is rebuilt. */
export const sentinelSchema = z.strictObject({
  /** Random name of the store's life; a fresh database gets a new one. */
  epoch: z.string(),
  lastSeq: z.number().int().nonnegative(),
  messageCount: z.number().int().nonnegative(),
  writtenAt: instantSchema,
});
export type Sentinel = z.infer<typeof sentinelSchema>;
