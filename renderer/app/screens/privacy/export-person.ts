// Everything about one person, in one click: the place is asked for, then it is made.
import type { CustomerId } from '../../../../shared/model/ids.ts';
import type { Desk } from '../../state/desk.ts';

/** Rejects with AppError; resolves when it has begun, or the person changed their mind. */
export async function exportPerson(desk: Desk, customerId: CustomerId, name: string): Promise<void> {
  const selection = { scope: { kind: 'customer' as const, customerId } };
  const request = {
    selection,
    format: 'person' as const,
    attachments: 'all' as const,
    withNotes: true,
    title: name.slice(0, 300),
  };
  await desk.main.startExport({ request, messageCount: 0 }, { timeoutMs: Infinity });
}
