// Finds the conversation that a journal record speaks of, also after a rebuild gave it another id.
import type { ConversationId, MessageId } from '../../../shared/model/ids.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import type { ConversationRow } from '../../database/rows.ts';
import { emptyConversation } from '../mail/conversations.ts';
import { accountIdOf } from '../../../shared/mail/conversation-id.ts';
import { keepWaiting } from './waiting-records.ts';
import { noteKeyless, type WorkSet } from '../work/work-set.ts';

/**
 * The conversation of the anchor, else the one with the record's own id. When neither is here the record waits for its anchor (null is
 * answered); without any anchor it gets a conversation of its own, so that what the shop wrote is seen.
 */
export async function anchoredConversation(
  work: WorkSet,
  place: { conversationId: ConversationId; anchor: MessageId | null },
  record: JournalRecord,
): Promise<ConversationRow | null> {
  const present = await presentConversation(work, place);
  if (present) return present;
  if (place.anchor !== null) {
    await keepWaiting(work, place.anchor, record);
    return null;
  }
  return addPlaceholder(work, place.conversationId, record.at);
}

/** The conversation, when it is here. */
export async function presentConversation(
  work: WorkSet,
  { conversationId, anchor }: { conversationId: ConversationId; anchor: MessageId | null },
): Promise<ConversationRow | undefined> {
  if (anchor !== null) {
    await work.messages.load([anchor]);
    const message = work.messages.get(anchor);
    if (message) {
      await work.conversations.load([message.conversationId]);
      return work.conversations.get(message.conversationId);
    }
  }
  await work.conversations.load([conversationId]);
  return work.conversations.get(conversationId);
}

/** A conversation that holds only what the shop wrote. */
export function addPlaceholder(work: WorkSet, id: ConversationId, at: number): ConversationRow {
  const row = emptyConversation(id, accountIdOf(id), 'email', at);
  work.conversations.put(row);
  noteKeyless(work, id);
  return row;
}
