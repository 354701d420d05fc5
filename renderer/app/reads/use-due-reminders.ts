// Promises and notes whose time has come, live.
import type { ConversationId, CustomerId } from '../../../shared/model/ids.ts';
import { database } from './database.ts';
import { useLive } from './live.ts';

export interface DueReminder {
  /** Of the thing and its time: one that was moved is told again. */
  key: string;
  kind: 'promise' | 'note';
  text: string;
  customerName: string;
  conversationId: ConversationId | null;
}

/** @param now epoch ms, a minute old at most */
export function useDueReminders(now: number): readonly DueReminder[] | undefined {
  return useLive(`reminders/${now}`, async () => {
    const { promises, customerNotes, customers } = database();
    const [due, notes] = await Promise.all([
      promises.where('openDueAt').belowOrEqual(now).toArray(),
      customerNotes.where('remindAt').belowOrEqual(now).toArray(),
    ]);
    const waiting = notes.filter((note) => note.doneAt === undefined);
    const ids = [...due, ...waiting].map((row) => row.customerId).filter((id) => id !== null) satisfies CustomerId[];
    const known = new Map(
      (await customers.bulkGet(ids)).map((row) => [row?.id, row?.profile?.name ?? row?.name ?? '']),
    );
    const nameOf = (id: CustomerId | null) => (id === null ? '' : (known.get(id) ?? ''));
    return [
      ...due.map(({ id, dueAt, text, customerId, conversationId }): DueReminder => {
        return { key: `p/${id}/${dueAt}`, kind: 'promise', text, customerName: nameOf(customerId), conversationId };
      }),
      ...waiting.map(({ id, remindAt, text, customerId }): DueReminder => {
        return {
          key: `n/${id}/${remindAt ?? 0}`,
          kind: 'note',
          text,
          customerName: nameOf(customerId),
          conversationId: null,
        };
      }),
    ];
  });
}
