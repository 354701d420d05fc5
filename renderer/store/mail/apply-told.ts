// What a channel itself keeps about customers: taken over once, and never over what the shop wrote.
import type { Item } from '../../../shared/model/item.ts';
import { applyCustomerNote, applyPromise } from '../records/customer-data.ts';
import { applyTouchpoint } from '../records/touchpoint.ts';
import type { BatchWork } from './batch-work.ts';
import { threadKeyOf } from './thread-keys.ts';

/** Items of other kinds are left alone. */
export async function applyTold({ work, accountId }: BatchWork, item: Item): Promise<void> {
  switch (item.kind) {
    case 'customer-note': {
      const { note } = item;
      await work.customerNotes.load([note.id]);
      if (work.customerNotes.get(note.id)) return;
      return applyCustomerNote(work, { kind: 'customer-note', key: note.id, at: note.createdAt, data: note });
    }
    case 'promise': {
      const { promise, threadKey } = item;
      await work.promises.load([promise.id]);
      if (work.promises.get(promise.id)) return;
      const key = threadKeyOf(accountId, threadKey);
      await work.threadIds.load([key]);
      const conversationId = work.threadIds.get(key)?.conversationId ?? null;
      const data = { ...promise, conversationId };
      return applyPromise(work, { kind: 'promise', key: promise.id, at: promise.madeAt, data });
    }
    case 'touchpoint': {
      const { touchpoint } = item;
      await work.touchpoints.load([touchpoint.id]);
      if (work.touchpoints.get(touchpoint.id)) return;
      return applyTouchpoint(work, {
        kind: 'touchpoint',
        key: touchpoint.id,
        at: touchpoint.createdAt,
        data: touchpoint,
      });
    }
    default:
      return;
  }
}
