// Turns Mirakl's threads and orders into items; all knowledge of their odd fields ends here.
import type { Order } from '../../../../shared/model/customer.ts';
import type { Item } from '../../../../shared/model/item.ts';
import type { Address } from '../../../../shared/model/message.ts';
import { htmlWords } from '../html-words.ts';
import { orderItem } from '../order-item.ts';
import { messageItem } from '../thread-message.ts';
import type { MiraklMessage, MiraklOrder, MiraklThread } from './api.ts';

/** Threads of the shop with the marketplace itself. */
const operator = 'operator';

/** Who the other side is: the customer, else the marketplace. */
export function customerOf(thread: MiraklThread): Address {
  const parties = [...(thread.current_participants ?? []), ...(thread.authorized_participants ?? [])];
  const customer = parties.find(({ type }) => type === 'CUSTOMER');
  if (customer) return { name: customer.display_name ?? '', address: customer.id ?? `thread-${thread.id}` };
  return { name: parties.find(({ type }) => type === 'OPERATOR')?.display_name ?? '', address: operator };
}

/** The order that a thread is about. */
export function orderIdOf(thread: MiraklThread): string | undefined {
  return thread.entities?.find(({ type }) => type === 'MMP_ORDER' || type === 'MPS_ORDER')?.id;
}

export const isOurs = ({ from }: MiraklMessage): boolean => from.type === 'SHOP_USER';

/** Messages, oldest first, and whether the marketplace waits for the shop. `shop` is the account's address. */
export function threadItems(thread: MiraklThread, shop: string): Item[] {
  const customer = customerOf(thread);
  const isOpen = typeof thread.metadata?.shop_reply_needed_since === 'string';
  const messages = [...(thread.messages ?? [])].sort((a, b) => timeOf(a) - timeOf(b));
  const lastIn = messages.findLast((message) => !isOurs(message));
  const entity = thread.entities?.find(({ label }) => (label ?? '') !== '');
  const subject = thread.topic?.value ?? entity?.label ?? '';
  const orderNumber = orderIdOf(thread);
  const offer = thread.entities?.find(({ type }) => type === 'MMP_OFFER');
  return [
    ...messages.map((message) => {
      const isFromOperator = message.from.type === 'OPERATOR_USER';
      const writer = { name: message.from.display_name ?? '', address: operator };
      return messageItem({
        key: `m:${message.id}`,
        threadKey: thread.id,
        direction: isOurs(message) ? 'out' : 'in',
        customer: isFromOperator ? writer : customer,
        shop,
        subject,
        text: htmlWords(message.body),
        at: timeOf(message),
        isSeen: !(isOpen && message === lastIn),
        isAnswered: !isOpen,
        orderNumber,
        attachments: (message.attachments ?? []).map(({ id, name, size }) => ({
          ref: id,
          name: name ?? id,
          mimeType: 'application/octet-stream',
          sizeBytes: Math.max(0, Math.round(size ?? 0)),
          isInline: false,
        })),
      });
    }),
    ...(messages.length === 0
      ? []
      : [
          {
            kind: 'facts' as const,
            threadKey: thread.id,
            facts: {
              kind: 'thread' as const,
              isOpen,
              isOneAnswer: false,
              ...(offer?.label ? { product: { title: offer.label.slice(0, 500), sku: offer.id.slice(0, 200) } } : {}),
            },
          },
        ]),
  ];
}

function timeOf({ date_created }: MiraklMessage): number {
  const at = Date.parse(date_created);
  return Number.isNaN(at) ? 0 : at;
}

const orderStatus: Readonly<Partial<Record<string, Order['status']>>> = {
  STAGING: 'placed',
  WAITING_ACCEPTANCE: 'placed',
  WAITING_DEBIT: 'placed',
  WAITING_DEBIT_PAYMENT: 'placed',
  SHIPPING: 'paid',
  TO_COLLECT: 'paid',
  SHIPPED: 'shipped',
  RECEIVED: 'delivered',
  CLOSED: 'delivered',
  REFUSED: 'cancelled',
  CANCELED: 'cancelled',
  REFUNDED: 'returned',
};

/** An order of the customer with this handle. */
export function miraklOrderItem(order: MiraklOrder, handle: string): Item {
  return orderItem({
    number: order.order_id,
    channel: 'mirakl',
    handle,
    placedAt: Date.parse(order.created_date) || 0,
    status: orderStatus[order.order_state ?? ''],
    total: order.total_price ?? 0,
    currencies: [order.currency_iso_code],
    lines: (order.order_lines ?? []).map(({ product_title, quantity, price_unit }) => ({
      title: product_title ?? '',
      quantity: quantity ?? 1,
      price: price_unit ?? 0,
    })),
    carrier: order.shipping_company,
    trackingNumber: order.shipping_tracking,
  });
}
