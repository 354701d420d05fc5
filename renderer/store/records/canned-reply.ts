// Canned reply records: the shop's own ones and its changes to those that came with the app.
import { builtInReply } from '../built-in-replies.ts';
import { countUses } from '../outbox/reply-uses.ts';
import type { WorkSet } from '../work/work-set.ts';
import type { RecordOf } from './record-of.ts';

/** `null` data: a built-in one comes back as it was, one of the shop's own is gone. */
export async function applyCannedReply(work: WorkSet, record: RecordOf<'canned-reply'>): Promise<void> {
  await work.cannedReplies.load([record.key]);
  const before = work.cannedReplies.get(record.key);
  const reply = record.data ?? builtInReply(record.key);
  if (!reply) {
    if (before) work.cannedReplies.delete(record.key);
    return;
  }
  const { useCount, lastUsedAt } = before ?? (await countUses(work, reply.id));
  work.cannedReplies.put({
    ...reply,
    useCount,
    ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
    ...(record.data !== null && builtInReply(reply.id) ? { isFromApp: true as const } : {}),
  });
}
