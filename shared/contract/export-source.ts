// Door transfer → store: reads what an export holds, in small slices.
import * as z from 'zod';
import {
  exportChunkSchema,
  exportCountSchema,
  exportedCustomerSchema,
  exportPlaceSchema,
  exportSelectionSchema,
} from '../model/export.ts';
import {
  conversationIdSchema,
  customerIdSchema,
  fileIdSchema,
  instantSchema,
  messageIdSchema,
  rfcMessageIdSchema,
} from '../model/ids.ts';
import { journalRecordSchema } from '../model/journal.ts';
import { call } from '../rpc.ts';

const recordPlace = z.strictObject({ table: z.number().int().nonnegative(), after: z.string().nullable() });

export const exportSource = {
  /**
   * The conversations of a selection, newest first, and what they hold. `withAllCustomers`: also those without any conversation. Takes some
   * seconds over 100,000 messages.
   */
  plan: call(
    z.strictObject({ selection: exportSelectionSchema, withAllCustomers: z.boolean() }),
    z.strictObject({
      conversationIds: z.array(conversationIdSchema),
      customerIds: z.array(customerIdSchema),
      count: exportCountSchema,
    }),
  ),
  /**
   * Some 200 messages or 2 MB from `place` on, which counts in `conversationIds`. `next` is null at their end. A conversation that has gone
   * meanwhile is passed over.
   */
  read: call(
    z.strictObject({
      conversationIds: z.array(conversationIdSchema).max(500),
      place: exportPlaceSchema,
      from: instantSchema.optional(),
      to: instantSchema.optional(),
      withNotes: z.boolean(),
    }),
    z.strictObject({ chunks: z.array(exportChunkSchema), next: exportPlaceSchema.nullable() }),
  ),
  /** Customers with their orders; at most 500 at a time. */
  readCustomers: call(
    z.strictObject({ customerIds: z.array(customerIdSchema).max(500) }),
    z.array(exportedCustomerSchema),
  ),
  /**
   * What the shop itself has written, as journal records: some hundred rows from `place` on, begin with table 0 and null. A page may be empty;
   * `next` is null at the end.
   */
  readRecords: call(
    z.strictObject({ place: recordPlace }),
    z.strictObject({ records: z.array(journalRecordSchema), next: recordPlace.nullable() }),
  ),
  /** Which of these Message-IDs belong to messages that are here. */
  knownMessages: call(
    z.strictObject({ rfcMessageIds: z.array(rfcMessageIdSchema).max(1000) }),
    z.array(rfcMessageIdSchema),
  ),
  /** Brings an attachment into the cache; up to 5 minutes. */
  fetchFile: call(
    z.strictObject({ messageId: messageIdSchema, ref: z.string() }),
    z.strictObject({ fileId: fileIdSchema, sizeBytes: z.number() }),
  ),
};
