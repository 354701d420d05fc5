// Door page → store: everything a person can change, and full-text search.
import * as z from 'zod';
import { erasureCountsSchema, erasureSchema, retentionRuleSchema } from '../model/erasure.ts';
import { exportCountSchema, exportSelectionSchema } from '../model/export.ts';
import { bytesSchema } from '../model/bytes.ts';
import { cannedReplyChangeSchema, replyActionsSchema } from '../model/canned-reply.ts';
import { handleSchema } from '../model/customer.ts';
import { promiseSchema } from '../model/customer-data.ts';
import { factChangeSchema } from '../model/fact.ts';
import {
  accountIdSchema,
  cannedReplyIdSchema,
  conversationIdSchema,
  customerIdSchema,
  fileIdSchema,
  instantSchema,
  messageIdSchema,
  noteIdSchema,
  outboxIdSchema,
} from '../model/ids.ts';
import { conversationStateSchema, customerEntrySchema, draftContentSchema, folderSchema } from '../model/journal.ts';
import { addressSchema, outgoingFileSchema } from '../model/message.ts';
import { draftModeSchema } from '../model/outbox.ts';
import { call } from '../rpc.ts';

const nothing = z.null();
const conversations = z.array(conversationIdSchema).min(1).max(10_000);

/** Canned replies that went into a text. */
const usedReplies = z.array(cannedReplyIdSchema).max(50).optional();

export const searchHitSchema = z.strictObject({
  conversationId: conversationIdSchema,
  messageId: messageIdSchema.nullable(),
  /** Text around the first match; `ranges` are start and end offsets of the matches in it. */
  snippet: z.string(),
  ranges: z.array(z.tuple([z.number(), z.number()])),
  at: instantSchema,
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** For main to remove: cached files, and messages in archives of imported mail. */
const erasedThings = { fileIds: z.array(fileIdSchema), messageIds: z.array(messageIdSchema) };

export const storeCommands = {
  /** Moves conversations; answers with the states before, for undo through `restoreStates`. */
  moveConversations: call(
    z.strictObject({ conversationIds: conversations, folder: folderSchema, snoozedUntil: instantSchema.optional() }),
    z.array(conversationStateSchema),
  ),
  setTags: call(
    z.strictObject({ conversationIds: conversations, tags: z.array(z.string().min(1).max(60)).max(30) }),
    z.array(conversationStateSchema),
  ),
  restoreStates: call(z.strictObject({ states: z.array(conversationStateSchema).max(10_000) }), nothing),
  /** Also told to the server. */
  setSeen: call(z.strictObject({ conversationIds: conversations, isSeen: z.boolean() }), nothing),

  /** Applies what main has put into the journal by itself: the records of an import. */
  applyJournal: call(z.strictObject({}), nothing),

  /** Without `id`: a new note. An empty text deletes. */
  saveNote: call(
    z.strictObject({
      id: noteIdSchema.optional(),
      conversationId: conversationIdSchema,
      text: z.string().max(100_000),
      author: z.string().max(200),
    }),
    noteIdSchema.nullable(),
  ),
  /**
   * Everything else that is written about customers: notes, promises, contacts logged by hand, profiles, merges, imported orders. One step:
   * all or nothing. Answers what stood there before, in the order in which it can be put back. `bad-data` when a key does not fit its
   * record; `conflict` for a merge that would bite its own tail.
   */
  putCustomerData: call(
    z.strictObject({ entries: z.array(customerEntrySchema).min(1).max(5000) }),
    z.array(customerEntrySchema),
  ),
  saveCustomerNote: call(z.strictObject({ customerId: customerIdSchema, note: z.string().max(100_000) }), nothing),

  /**
   * On disk when answered. A reply without text and files discards the draft. A draft of mode `new` makes its conversation, named by
   * `newMailId` (shared/model/new-mail.ts), and is kept even while it is empty.
   */
  saveDraft: call(draftContentSchema.extend({ conversationId: conversationIdSchema }), nothing),
  /** Takes a draft away whatever is in it, and with it a conversation that holds nothing else. */
  discardDraft: call(z.strictObject({ conversationId: conversationIdSchema }), nothing),
  /**
   * Freezes the reply and queues it behind the undo window; the draft goes in the same step. `bad-data` when there is neither text nor
   * file or when {{fields}} are open; `conflict` when a reply with this `outboxId` is there already (a double click). A new mail gets its
   * own conversation, whose id is answered.
   */
  queueReply: call(
    z.strictObject({
      outboxId: outboxIdSchema,
      conversationId: conversationIdSchema,
      to: z.array(addressSchema).min(1).max(100),
      cc: z.array(addressSchema).max(100),
      subject: z.string().max(2000),
      html: z.string().max(2_000_000),
      text: z.string().max(1_000_000),
      mode: draftModeSchema.optional(),
      attachments: z.array(outgoingFileSchema).max(100).optional(),
      closeAfter: z.boolean(),
      cannedReplyIds: usedReplies,
      /** What its canned replies ask for, as the person has seen it; `closeAfter` goes before it. */
      after: replyActionsSchema.optional(),
      undoWindowMs: z.number().int().min(0).max(60_000),
      /** Which of the shop's people sends it. */
      agentId: z.string().min(1).max(100).optional(),
      /** Promises of this reply that the person confirmed; recorded with it, and taken back with it. */
      promises: z
        .array(promiseSchema.pick({ text: true, dueAt: true, author: true }))
        .max(20)
        .optional(),
      /** Sent by a rule: marked so in its headers; keeps no promise and leaves draft and folder as they are. */
      isAutomatic: z.literal(true).optional(),
    }),
    z.strictObject({ sendsAt: instantSchema, conversationId: conversationIdSchema }),
  ),
  /** Takes a queued reply back into the draft. `conflict` when it has left already. */
  cancelSend: call(z.strictObject({ outboxId: outboxIdSchema }), nothing),
  /** For failed ones: queue the same bytes again now. */
  retrySend: call(z.strictObject({ outboxId: outboxIdSchema }), nothing),
  /** For failed ones: back into the draft to edit. */
  editFailed: call(z.strictObject({ outboxId: outboxIdSchema }), nothing),
  /** A person decides what the machine cannot know. */
  resolveAmbiguous: call(
    z.strictObject({ outboxId: outboxIdSchema, decision: z.enum(['was-sent', 'send-again']) }),
    nothing,
  ),

  /** Sets the shop's own state of canned replies; answers with their states before, for undo through this same command. */
  changeCannedReplies: call(
    z.strictObject({ changes: z.array(cannedReplyChangeSchema).min(1).max(10_000) }),
    z.array(cannedReplyChangeSchema),
  ),
  /** The same for facts; null deletes. `conflict` when another fact has the key. */
  changeFacts: call(z.strictObject({ changes: z.array(factChangeSchema).min(1).max(1000) }), z.array(factChangeSchema)),

  /** All words must match (prefixes, folded), newest first, one hit per conversation. */
  search: call(
    z.strictObject({ query: z.string().max(500), limit: z.number().int().min(1).max(500) }),
    z.strictObject({ hits: z.array(searchHitSchema), isComplete: z.boolean() }),
  ),
  /** Fetches an attachment into the cache unless it is there; up to 5 minutes. */
  fetchAttachment: call(
    z.strictObject({ messageId: messageIdSchema, ref: z.string() }),
    z.strictObject({ fileId: fileIdSchema, mimeType: z.string(), sizeBytes: z.number() }),
  ),
  /** Keeps a file for a draft or a canned reply: on disk when answered. `too-large` over 25 MB. */
  keepFile: call(
    z.strictObject({ name: z.string().min(1).max(255), mimeType: z.string().max(200), bytes: bytesSchema }),
    outgoingFileSchema,
  ),
  /** Keeps an attachment of a message for a draft: to pass it on. Up to 5 minutes. */
  keepAttachment: call(z.strictObject({ messageId: messageIdSchema, ref: z.string() }), outgoingFileSchema),
  /** Bytes of a cached picture (PNG, JPEG, GIF, WebP), for pictures inside a mail. At most 10 MB. */
  readPicture: call(
    z.strictObject({ messageId: messageIdSchema, ref: z.string() }),
    z.strictObject({ mimeType: z.string(), bytes: bytesSchema }),
  ),
  /** Remote pictures of a mail, fetched by sync without cookies; those that cannot be had are left out. */
  fetchPictures: call(
    z.strictObject({ urls: z.array(z.string().max(4000)).max(200) }),
    z.array(z.strictObject({ url: z.string(), mimeType: z.string(), bytes: bytesSchema })),
  ),
  /** What an erasure of this person would take. */
  countErasure: call(z.strictObject({ customerId: customerIdSchema }), erasureCountsSchema),
  /** Erases a person for good, up to 5 minutes; answers the line for the log, and what main has to remove of it. */
  erasePerson: call(
    z.strictObject({ customerId: customerIdSchema }),
    z.strictObject({ erasure: erasureSchema, ...erasedThings, handles: z.array(handleSchema) }),
  ),
  /** Lays all rows aside: `rewriteStore` of main may delete the database, the next opening takes them over. */
  packRows: call(z.strictObject({}), nothing),
  countRetention: call(
    retentionRuleSchema,
    z.strictObject({ conversations: z.number(), messages: z.number(), oldestAt: instantSchema.nullable() }),
  ),
  /** Erases what the rule takes, up to 5 minutes; null when that is nothing. */
  applyRetention: call(retentionRuleSchema, z.strictObject({ erasure: erasureSchema, ...erasedThings }).nullable()),
  /** What an export of this selection would hold. */
  countExport: call(exportSelectionSchema, exportCountSchema),
  syncNow: call(z.strictObject({ accountId: accountIdSchema.nullable() }), nothing),
  /** Deletes everything of an account from the store. */
  forgetAccount: call(z.strictObject({ accountId: accountIdSchema }), nothing),
};
