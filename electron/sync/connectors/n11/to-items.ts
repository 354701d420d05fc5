// Turns n11's questions and orders into items; its dates are Istanbul's wall clock in two notations.
import type { Order } from '../../../../shared/model/customer.ts';
import type { Item } from '../../../../shared/model/item.ts';
import { customerItem, furthestBehind, linesThatCount, orderItem } from '../order-item.ts';
import { oneAnswerItems } from '../question-items.ts';
import { rowsOf, type N11Order, type N11OrderLine, type QuestionDetail } from './api.ts';

/** Istanbul has been at UTC+3 all year since 2016. */
const istanbulMs = 3 * 3_600_000;

/** `24/08/2026 14:05` as seen, `2026-08-24` as described (with or without a zone); undefined for anything else. Epoch ms. */
export function parseDate(text: string | null | undefined): number | undefined {
  const given = (text ?? '').trim();
  const seen = /^(\d{2})\/(\d{2})\/(\d{4})(?: (\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(given);
  if (seen) {
    const [, day, month, year, hour = '0', minute = '0', second = '0'] = seen;
    return (
      Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) - istanbulMs
    );
  }
  const described = /^(\d{4})-(\d{2})-(\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(given);
  if (!described) return undefined;
  return Date.UTC(Number(described[1]), Number(described[2]) - 1, Number(described[3])) - istanbulMs;
}

/** `24/08/2026`, on Istanbul's calendar. */
export function dayOf(at: number): string {
  const [year = '', month = '', day = ''] = new Date(at + istanbulMs).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** `fetchedAt`: the time of questions whose date cannot be read. */
export function questionItems(id: string, question: QuestionDetail, shop: string, fetchedAt: number): Item[] {
  const answer = question.answer ?? '';
  const title = question.productTitle ?? '';
  return oneAnswerItems({
    id,
    customer: { name: question.fullName ?? '', address: (question.email ?? '') || `question-${id}` },
    shop,
    subject: [question.questionSubject, title].filter(Boolean).join(' · '),
    text: question.question,
    askedAt: parseDate(question.questionDate) ?? fetchedAt,
    answer,
    answeredAt: parseDate(question.answeredDate),
    isOpen: answer === '' && question.status?.toUpperCase() !== 'CLOSED',
    ...(title === ''
      ? {}
      : { product: { title: title.slice(0, 500), ...(question.productId ? { sku: question.productId } : {}) } }),
  });
}

/**
 * What n11 calls the states of a line, by its reference: 1 waiting, 2 paid, 3 invalid, 4 cancelled, 5 accepted, 6 on its way, 7 delivered,
 * 8 refused by the shop, 9 returned, 10 completed, 11 a claim is made, 12 a claim is settled, 13 on its way back, 14 and 15 late, 16 came back.
 * Of 17 its descriptions do not agree: it counts as placed, like what is not known.
 */
const lineStatus: Readonly<Partial<Record<string, Order['status']>>> = {
  '2': 'paid',
  '3': 'cancelled',
  '4': 'cancelled',
  '5': 'paid',
  '6': 'shipped',
  '7': 'delivered',
  '8': 'cancelled',
  '9': 'returned',
  '10': 'delivered',
  '11': 'delivered',
  '12': 'returned',
  '13': 'returned',
  '14': 'paid',
  '15': 'paid',
  '16': 'returned',
};
const statusOf = ({ status }: N11OrderLine): Order['status'] => lineStatus[status ?? ''] ?? 'placed';

/** An order and its buyer, who goes by the address that questions give; nothing for orders without one. `fetchedAt`: when a date cannot be read. */
export function orderItems(order: N11Order, fetchedAt: number): Item[] {
  const { buyer, shippingAddress } = order;
  if (!buyer?.email) return [];
  const handle = `n11:${buyer.email}`;
  const lines = linesThatCount(rowsOf(order.orderItemList?.orderItem ?? []), statusOf);
  const shipped = lines.flatMap(({ shipmentInfo }) => (shipmentInfo?.trackingNumber ? [shipmentInfo] : [])).at(0);
  return [
    customerItem(handle, buyer.fullName ?? '', shippingAddress?.city),
    orderItem({
      number: order.orderNumber,
      channel: 'n11',
      handle,
      placedAt: parseDate(order.createDate) ?? fetchedAt,
      status: furthestBehind(lines.map(statusOf)),
      total: order.totalAmount ?? 0,
      currencies: ['TRY'],
      lines: lines.map(({ productName, quantity, price }) => ({
        title: productName ?? '',
        quantity: Number(quantity ?? '1'),
        price: price ?? 0,
      })),
      carrier: shipped?.shipmentCompany?.name,
      trackingNumber: shipped?.trackingNumber,
    }),
  ];
}
