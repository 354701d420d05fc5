// Freezes a reply of the demo shop: its own text, since it goes nowhere.
import { createHash } from 'node:crypto';
import { frozenReplySchema, type FrozenReply, type ReplyContent } from '../../../../shared/model/outbox.ts';
import type { Account } from '../../../../shared/model/account.ts';

/** Deterministic: the same content gives the same payload. */
export function freezeDemoReply(account: Account, content: ReplyContent): FrozenReply {
  const payload = JSON.stringify(content);
  return frozenReplySchema.parse({
    payload,
    sha256: createHash('sha256').update(payload).digest('hex'),
    rfcMessageId: `${content.outboxId}@demo.example`,
    envelope: { from: account.address, to: content.to.map(({ address }) => address) },
  });
}
