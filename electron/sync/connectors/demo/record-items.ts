// Turns what the demo shop wrote down about its customers into items, with every time counted back from now.
import type { Handle } from '../../../../shared/model/customer.ts';
import type { Item } from '../../../../shared/model/item.ts';
import type { DemoRecord, DemoShop } from './content/demo-content.ts';
import { customerOf, handleOf } from './to-items.ts';

const minuteMs = 60_000;

/** After the conversations that they name. */
export function recordItems(shop: DemoShop, records: readonly DemoRecord[], now: number): Item[] {
  return records.map((record) => itemOf(shop, record, now));
}

function itemOf(shop: DemoShop, record: DemoRecord, now: number): Item {
  const author = shop.shop.agentName;
  const at = (minutesAgo: number): number => Math.round(now - minutesAgo * minuteMs);
  switch (record.kind) {
    case 'promise': {
      const { id, conversationId, text, keptMinutesAgo } = record;
      const conversation = shop.conversations.find((each) => each.id === conversationId);
      if (!conversation) throw new Error(`The demo shop has no conversation ${conversationId}`);
      const settled =
        keptMinutesAgo === undefined
          ? { state: 'open' as const }
          : { state: 'kept' as const, settledAt: at(keptMinutesAgo) };
      return {
        kind: 'promise',
        threadKey: conversationId,
        promise: {
          id,
          handle: handleOf(customerOf(shop, conversation), conversation.channel),
          conversationId: null,
          anchor: null,
          text,
          author,
          madeAt: at(record.madeMinutesAgo),
          dueAt: at(record.dueMinutesAgo),
          ...settled,
        },
      };
    }
    case 'note': {
      const { id, noteKind: kind, isPinned, text } = record;
      const handle = firstHandle(shop, record.customerId);
      return {
        kind: 'customer-note',
        note: { id, handle, kind, isPinned, text, author, createdAt: at(record.minutesAgo) },
      };
    }
    case 'touchpoint': {
      const { id, channel, isMissed, isInInbox, text, customerId, name, phone = '' } = record;
      return {
        kind: 'touchpoint',
        touchpoint: {
          id,
          handle: customerId === undefined ? `phone:${phone}` : firstHandle(shop, customerId),
          ...(name === undefined ? {} : { name }),
          channel,
          direction: 'in',
          isMissed,
          isInInbox,
          at: at(record.minutesAgo),
          text,
          author,
          createdAt: at(record.minutesAgo),
        },
      };
    }
  }
}

function firstHandle(shop: DemoShop, customerId: string): Handle {
  const customer = shop.customers.find(({ id }) => id === customerId);
  const [handle] = customer?.handles ?? [];
  if (!customer || !handle) throw new Error(`The demo shop has no customer ${customerId}`);
  return handleOf(customer, handle.channel);
}
