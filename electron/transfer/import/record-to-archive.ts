// What a shop wrote, from an export, as it speaks of the archive that its mail becomes.
import type { AccountId, ConversationId, MessageId } from '../../../shared/model/ids.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import { conversationIdIn, messageIdIn, threadKeyOf } from './names.ts';

/**
 * null for what does not come along: flags that a server had not heard of, and the frozen bytes of replies, which an archive cannot send.
 */
export function recordInArchive(record: JournalRecord, accountId: AccountId): JournalRecord | null {
  const placed = <T extends { conversationId: ConversationId; anchor: MessageId | null }>(data: T): T => ({
    ...data,
    conversationId: conversationIdIn(accountId, data.conversationId),
    anchor: data.anchor === null ? null : messageIdIn(accountId, data.anchor),
  });
  switch (record.kind) {
    case 'seen':
    case 'outbox-frozen':
      return null;
    case 'draft': {
      if (record.data === null) return null;
      const data = placed(record.data);
      return { ...record, key: data.conversationId, data };
    }
    case 'conversation': {
      if (record.data === null) return null;
      const data = placed(record.data);
      return { ...record, key: data.conversationId, data };
    }
    case 'note':
      return record.data === null ? null : { ...record, data: placed(record.data) };
    case 'outbox': {
      if (record.data === null) return null;
      const { content, conversationId } = record.data;
      // one that waits may come before the mail: by its thread it makes the very conversation that the mail comes to
      const inThread = { ...content, threadKey: threadKeyOf(conversationId) };
      return { ...record, data: { ...placed(record.data), accountId, content: inThread } };
    }
    case 'promise': {
      if (record.data === null) return null;
      const { conversationId, anchor } = record.data;
      const place = {
        conversationId: conversationId === null ? null : conversationIdIn(accountId, conversationId),
        anchor: anchor === null ? null : messageIdIn(accountId, anchor),
      };
      return { ...record, data: { ...record.data, ...place } };
    }
    default:
      return record;
  }
}
