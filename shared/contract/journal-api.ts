// Door store → main: the journal of shop data on disk, and the sentinel beside it.
import * as z from 'zod';
import { journaledRecordSchema, journalRecordSchema, sentinelSchema } from '../model/journal.ts';
import { call } from '../rpc.ts';

export const journalApi = {
  /** On disk (fsync) when answered; all of them or none. `storage` when the disk refuses. Answers the last record's number. */
  append: call(
    z.strictObject({ records: z.array(journalRecordSchema).min(1).max(10_000) }),
    z.strictObject({ lastSeq: z.number() }),
  ),
  /**
   * Records after `seq` in order, at most `limit` and about 8 MB. Ones that were superseded may be missing. `lastSeq`: where to read
   * on; at the end, the number of the newest record there has ever been.
   */
  readAfter: call(
    z.strictObject({ seq: z.number().int().nonnegative(), limit: z.number().int().min(1).max(5000) }),
    z.strictObject({ records: z.array(journaledRecordSchema), lastSeq: z.number(), isEnd: z.boolean() }),
  ),
  /** Rewrites the journal without superseded records and removals, and drops what was set aside as damaged: nothing of what was erased stays. */
  compact: call(z.strictObject({}), z.null()),
  /** What is open is there to be read: the store refuses whatever a person would change in it. */
  isReadOnly: call(z.strictObject({}), z.boolean()),
  readSentinel: call(z.strictObject({}), sentinelSchema.nullable()),
  writeSentinel: call(sentinelSchema, z.null()),
};
