// Door transfer → store: reads what an export holds, in small slices.
import * as z from 'zod';
import {
  exportChunkSchema,
  exportCountSchema,
  exportedCustomerSchema,
  exportPlaceSchema,
  exportSelectionSchema,
} from '../model/export.ts';
import { conversationIdSchema, customerIdSchema, fileIdSchema, instantSchema, messageIdSchema, rfcMessageIdSchema } from '../model/ids.ts';
import { call } from '../rpc.ts';

export const exportSource = {
  /** The conversations of a selection, newest first, and what they hold. Takes some seconds over 100,000 messages. */
  plan: call(
    z.strictObject({ selection: exportSelectionSchema }),
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
