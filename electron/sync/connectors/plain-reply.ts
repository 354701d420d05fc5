// The frozen form of a reply on channels that take plain text: the text itself and the thread it belongs to.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { Account } from '../../../shared/model/account.ts';
import type { Manifest } from '../../../shared/model/manifest.ts';
import { frozenReplySchema, type FrozenReply, type OutboxItem, type ReplyContent } from '../../../shared/model/outbox.ts';

const plainReplySchema = z.strictObject({
  threadKey: z.string(),
  text: z.string(),
  /** Whom it is for, where the channel needs to know. */
  to: z.array(z.string()),
});
export type PlainReply = z.infer<typeof plainReplySchema>;

/**
 * Deterministic: the same content gives the same bytes. `bad-data` without a thread or below the channel's shortest reply, `too-large`
 * above its longest.
 */
export function freezePlainReply(
  manifest: Pick<Manifest, 'minReplyChars' | 'maxReplyChars'>,
  account: Account,
  content: ReplyContent,
): FrozenReply {
  const text = content.text.trim();
  if (content.threadKey === undefined) throw new AppError('bad-data', 'The reply belongs to no thread of this channel');
  if (text.length < (manifest.minReplyChars ?? 1)) throw new AppError('bad-data', 'The reply is too short for this channel');
  if (text.length > (manifest.maxReplyChars ?? Infinity)) {
    throw new AppError('too-large', 'The reply is too long for this channel');
  }
  const reply: PlainReply = { threadKey: content.threadKey, text, to: content.to.map(({ address }) => address) };
  const payload = JSON.stringify(reply);
  return frozenReplySchema.parse({
    payload,
    sha256: createHash('sha256').update(payload).digest('hex'),
    envelope: { from: account.address, to: reply.to },
  });
}

/** What `freezePlainReply` froze; `bad-data` when it was damaged. */
export function plainReplyOf(item: Pick<OutboxItem, 'frozen'>): PlainReply {
  const { payload, sha256 } = item.frozen;
  if (createHash('sha256').update(payload).digest('hex') !== sha256) {
    throw new AppError('bad-data', 'The frozen reply was damaged');
  }
  return plainReplySchema.parse(JSON.parse(payload));
}
