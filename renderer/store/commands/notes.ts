// Notes beside conversations and about customers.
import { AppError } from '../../../shared/errors.ts';
import type { ConversationId, CustomerId, NoteId } from '../../../shared/model/ids.ts';
import type { JournalRecord } from '../../../shared/model/journal.ts';
import { customerRecordOf } from '../records/customer-entries.ts';
import { commit } from '../records/journal.ts';
import type { Store } from '../store.ts';

interface NoteInput {
  id?: NoteId | undefined;
  conversationId: ConversationId;
  text: string;
  author: string;
}

/** Writes a note; answers its id, null when an empty text deleted it (or made none). `gone` when note or conversation is not there. */
export function saveNote(store: Store, input: NoteInput): Promise<NoteId | null> {
  return store.queue.run('person', async () => {
    const { database, deps } = store;
    const now = deps.now();
    const before = input.id === undefined ? undefined : await database.notes.get(input.id);
    if (input.id !== undefined && !before) throw new AppError('gone', 'The note is not there any more');
    if (input.text.trim() === '') {
      if (before) await commit(store, [{ kind: 'note', key: before.id, at: now, data: null }]);
      return null;
    }
    const conversation = await database.conversations.get(before?.conversationId ?? input.conversationId);
    if (!conversation) throw new AppError('gone', 'The conversation is not there any more');
    const id = before?.id ?? (deps.randomId() as NoteId);
    const record: JournalRecord = {
      kind: 'note',
      key: id,
      at: now,
      data: {
        id,
        conversationId: conversation.id,
        anchor: conversation.anchor,
        text: input.text,
        author: before?.author ?? input.author,
        createdAt: before?.createdAt ?? now,
        ...(before ? { editedAt: now } : {}),
      },
    };
    await commit(store, [record]);
    return id;
  });
}

/** Writes down something about a customer; an empty text clears it. */
export function saveCustomerNote(store: Store, input: { customerId: CustomerId; note: string }): Promise<void> {
  return store.queue.run('person', async () => {
    const customer = await store.database.customers.get(input.customerId);
    if (!customer) throw new AppError('gone', 'The customer is not there any more');
    const changedAt = store.deps.now();
    const data = { ...customerRecordOf(customer), note: input.note, changedAt };
    await commit(store, [{ kind: 'customer', key: customer.id, at: changedAt, data }]);
  });
}
