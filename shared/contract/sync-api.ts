// Door store → sync: freeze a reply, fetch bytes, look again.
import * as z from 'zod';
import { bytesSchema } from '../model/bytes.ts';
import { accountIdSchema, fileIdSchema } from '../model/ids.ts';
import { attachmentSchema, placementSchema } from '../model/message.ts';
import { frozenReplySchema, replyContentSchema } from '../model/outbox.ts';
import { call } from '../rpc.ts';

const nothing = z.null();
const keptFile = z.strictObject({ fileId: fileIdSchema, sizeBytes: z.number() });

export const syncApi = {
  /** Makes the bytes that every try will send; needs no network. */
  freezeReply: call(z.strictObject({ accountId: accountIdSchema, content: replyContentSchema }), frozenReplySchema),
  /** Something may be due in the outbox. */
  outboxChanged: call(z.strictObject({ accountId: accountIdSchema }), nothing),
  /** Flags wait to be told to the server. */
  changesWaiting: call(z.strictObject({ accountId: accountIdSchema }), nothing),
  /** Streams an attachment into the cache, under its hash. `too-large` over 100 MB, `gone`, `offline`. Up to 5 minutes. */
  fetchAttachment: call(
    z.strictObject({
      accountId: accountIdSchema,
      messageKey: z.string(),
      placements: z.array(placementSchema),
      attachment: attachmentSchema,
    }),
    z.strictObject({ fileId: fileIdSchema, sizeBytes: z.number() }),
  ),
  /** Keeps a file that goes out with a reply; on disk when answered, named by its hash. */
  keepFile: call(z.strictObject({ bytes: bytesSchema }), keptFile),
  /** The same for an attachment that is in the cache; `gone` when it is not. */
  keepCached: call(z.strictObject({ fileId: fileIdSchema }), keptFile),
  /** Every kept file that a draft, a canned reply or a reply still names; others go after 30 days. */
  sweepKept: call(z.strictObject({ inUse: z.array(fileIdSchema).max(100_000) }), nothing),
  readFile: call(z.strictObject({ fileId: fileIdSchema, limitBytes: z.number().int().positive() }), bytesSchema),
  fetchPictures: call(
    z.strictObject({ urls: z.array(z.string().max(4000)).max(200) }),
    z.array(z.strictObject({ url: z.string(), mimeType: z.string(), bytes: bytesSchema })),
  ),
  syncNow: call(z.strictObject({ accountId: accountIdSchema.nullable() }), nothing),
};
