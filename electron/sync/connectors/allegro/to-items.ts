// Turns Allegro's threads into items; all knowledge of their odd fields ends here.
import type { Moderation } from '../../../../shared/model/conversation-facts.ts';
import type { Order } from '../../../../shared/model/customer.ts';
import type { Item } from '../../../../shared/model/item.ts';
import type { Address, Attachment } from '../../../../shared/model/message.ts';
import { customerItem, orderItem } from '../order-item.ts';
import { messageItem } from '../thread-message.ts';
import type { AllegroMessage, AllegroOrder, AllegroThread } from './api.ts';

const moderationOf: Readonly<Partial<Record<string, Moderation['state']>>> = {
  VERIFYING: 'pending',
  BLOCKED: 'rejected',
};

export function timeOf(text: string | null | undefined): number {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? 0 : at;
}

/** The thread of a key that `threadItems` made; null for others. */
export function threadOfKey(key: string): string | null {
  return /^a:(.+):[^:]+$/.exec(key)?.[1] ?? null;
}

export function customerOf({ id, interlocutor }: AllegroThread): Address {
  const login = interlocutor?.login ?? '';
  return { name: login, address: login === '' ? `thread-${id}` : login.toLowerCase() };
}

/** The order that the newest message with one names. */
export function orderIdOf(messages: readonly AllegroMessage[]): string | undefined {
  const naming = messages
    .filter(({ relatesTo }) => relatesTo?.order)
    .sort((a, b) => timeOf(a.createdAt) - timeOf(b.createdAt));
  return naming.at(-1)?.relatesTo?.order?.id;
}

/** Messages, oldest first, and whether the buyer has the last word. `shop` is the account's address. */
export function threadItems(thread: AllegroThread, messages: readonly AllegroMessage[], shop: string): Item[] {
  const sorted = [...messages].sort((a, b) => timeOf(a.createdAt) - timeOf(b.createdAt));
  const last = sorted.at(-1);
  if (last === undefined) return [];
  const customer = customerOf(thread);
  const subject = sorted.find((message) => (message.subject ?? '') !== '')?.subject ?? '';
  const orderNumber = orderIdOf(sorted);
  const offerId = sorted.findLast(({ relatesTo }) => relatesTo?.offer)?.relatesTo?.offer?.id;
  // An answer that was refused reached nobody.
  const isOpen = sorted.findLast(({ status }) => status !== 'BLOCKED')?.author.isInterlocutor ?? false;
  const newestIn = sorted.findLast(({ author }) => author.isInterlocutor);
  return [
    ...sorted.map((message) => {
      const isIn = message.author.isInterlocutor;
      return messageItem({
        key: `a:${thread.id}:${message.id}`,
        threadKey: thread.id,
        direction: isIn ? 'in' : 'out',
        customer,
        shop,
        subject,
        text: message.text ?? '',
        at: timeOf(message.createdAt),
        isSeen: thread.read || message !== newestIn,
        isAnswered: !isOpen,
        orderNumber,
        attachments: attachmentsOf(message),
        ...(isIn ? {} : { moderation: { state: moderationOf[message.status] ?? ('accepted' as const) } }),
      });
    }),
    {
      kind: 'facts',
      threadKey: thread.id,
      facts: {
        kind: 'thread',
        isOpen,
        isOneAnswer: false,
        ...(thread.interlocutor ? {} : { noReply: 'closed' as const }),
        pageUrl: `https://allegro.pl/centrum-wiadomosci/${encodeURIComponent(thread.id)}`,
        ...(offerId === undefined
          ? {}
          : {
              product: {
                title: offerId,
                sku: offerId.slice(0, 200),
                url: `https://allegro.pl/oferta/${encodeURIComponent(offerId)}`,
              },
            }),
      },
    },
  ];
}

/** Allegro looks through attachments: only those found safe can be had. */
function attachmentsOf({ attachments }: AllegroMessage): Attachment[] {
  return (attachments ?? []).flatMap(({ fileName, mimeType, url, status }) =>
    url && url.length <= 500 && (status === 'SAFE' || status === 'NEW')
      ? [
          {
            ref: url,
            name: fileName ?? 'allegro',
            mimeType: mimeType ?? 'application/octet-stream',
            sizeBytes: 0,
            isInline: false,
          },
        ]
      : [],
  );
}

const fulfilmentStatus: Readonly<Partial<Record<string, Order['status']>>> = {
  SENT: 'shipped',
  READY_FOR_PICKUP: 'shipped',
  PICKED_UP: 'delivered',
  CANCELLED: 'cancelled',
  RETURNED: 'returned',
};
const paymentStatus: Readonly<Partial<Record<string, Order['status']>>> = {
  BOUGHT: 'placed',
  FILLED_IN: 'placed',
  READY_FOR_PROCESSING: 'paid',
  CANCELLED: 'cancelled',
};

/** An order and its buyer, whose own name is told only here. */
export function orderItems(order: AllegroOrder, handle: string): Item[] {
  const { buyer, delivery, fulfillment, lineItems, status, summary, updatedAt } = order;
  const name = [buyer.firstName, buyer.lastName].filter(Boolean).join(' ');
  const boughtAt = lineItems.map((line) => timeOf(line.boughtAt)).filter((at) => at > 0);
  return [
    customerItem(handle, name, buyer.address?.city),
    orderItem({
      number: order.id,
      channel: 'allegro',
      handle,
      placedAt: boughtAt.length > 0 ? Math.min(...boughtAt) : timeOf(updatedAt),
      status: fulfilmentStatus[fulfillment?.status ?? ''] ?? paymentStatus[status],
      total: summary.totalToPay.amount,
      currencies: [summary.totalToPay.currency, 'PLN'],
      lines: lineItems.map(({ offer, quantity, price }) => ({ title: offer.name, quantity, price: price.amount })),
      carrier: delivery?.method?.name,
    }),
  ];
}
