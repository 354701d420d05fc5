// Turns Trendyol's questions and orders into items; all knowledge of its odd fields ends here.
import type { ConversationFacts, NoReplyReason } from '../../../../shared/model/conversation-facts.ts';
import type { Order } from '../../../../shared/model/customer.ts';
import type { Item } from '../../../../shared/model/item.ts';
import type { Address } from '../../../../shared/model/message.ts';
import { customerItem, orderItem } from '../order-item.ts';
import { messageItem, textKey } from '../thread-message.ts';
import type { Answer, Question, TrendyolOrder } from './api.ts';
import { answerDeadline } from './deadline.ts';

const noReplyByStatus: Readonly<Partial<Record<string, NoReplyReason>>> = {
  ANSWERED: 'answered',
  WAITING_FOR_APPROVE: 'answered',
  UNANSWERED: 'expired',
  REPORTED: 'reported',
  REJECTED: 'closed',
};

const isWaiting = (question: Question): boolean => question.status === 'WAITING_FOR_ANSWER';

/** The question, its answers, and the rules for answering. `shop` is the seller id. */
export function questionItems(question: Question, shop: string): Item[] {
  const threadKey = question.id;
  const customer: Address = {
    name: question.userName ?? '',
    address: question.customerId ?? `question-${question.id}`,
  };
  const subject = question.productName ?? '';
  const base = { threadKey, customer, shop, subject };
  const asked = messageItem({
    ...base,
    key: `q:${question.id}`,
    direction: 'in',
    text: question.text,
    at: question.creationDate,
    isSeen: !isWaiting(question),
    isAnswered: !isWaiting(question),
  });
  const answerItem = (answer: Answer, moderation: 'pending' | 'accepted' | 'rejected'): Item => {
    const reason = (answer.reason ?? '') || (question.reason ?? '');
    return messageItem({
      ...base,
      key: `a:${answer.id ?? `${question.id}:${textKey(answer.text)}`}`,
      direction: 'out',
      text: answer.text,
      at: Math.max(answer.creationDate ?? 0, question.creationDate + 1),
      isSeen: true,
      moderation: { state: moderation, ...(moderation === 'rejected' && reason !== '' ? { reason } : {}) },
    });
  };
  const { answer, rejectedAnswer } = question;
  return [
    asked,
    ...(rejectedAnswer && rejectedAnswer.text !== '' ? [answerItem(rejectedAnswer, 'rejected')] : []),
    ...(answer && answer.text !== ''
      ? [answerItem(answer, question.status === 'ANSWERED' ? 'accepted' : 'pending')]
      : []),
    { kind: 'facts', threadKey, facts: factsOf(question) },
  ];
}

function factsOf(question: Question): ConversationFacts {
  const noReply = noReplyByStatus[question.status];
  const isOpen = isWaiting(question);
  const { productName, productMainId, webUrl } = question;
  return {
    kind: 'question',
    isOpen,
    isOneAnswer: true,
    ...(isOpen ? { deadlineAt: answerDeadline(question.creationDate) } : {}),
    ...(noReply === undefined ? {} : { noReply }),
    isPublic: question.public ?? true,
    ...(productName
      ? {
          product: {
            title: productName.slice(0, 500),
            ...(productMainId ? { sku: productMainId } : {}),
            ...(webUrl?.startsWith('https://') ? { url: webUrl } : {}),
          },
        }
      : {}),
  };
}

/** Of package states; unknown ones are taken to be placed. */
const orderStatus: Readonly<Partial<Record<string, Order['status']>>> = {
  Awaiting: 'placed',
  Created: 'paid',
  Picking: 'paid',
  Invoiced: 'paid',
  Shipped: 'shipped',
  AtCollectionPoint: 'shipped',
  Delivered: 'delivered',
  UnDelivered: 'returned',
  Returned: 'returned',
  Cancelled: 'cancelled',
  UnSupplied: 'cancelled',
  UnPacked: 'cancelled',
};

/** An order and its customer, whose masked name in questions is made whole by it; nothing for orders without a customer. */
export function orderItems(order: TrendyolOrder): Item[] {
  if (!order.customerId) return [];
  const handle = `trendyol:${order.customerId}`;
  const name = [order.customerFirstName, order.customerLastName].filter(Boolean).join(' ');
  return [
    customerItem(handle, name, order.shipmentAddress?.city),
    orderItem({
      number: order.orderNumber,
      channel: 'trendyol',
      handle,
      placedAt: order.orderDate,
      status: orderStatus[order.status],
      total: order.packageTotalPrice ?? order.totalPrice ?? 0,
      currencies: [order.currencyCode, order.lines[0]?.currencyCode, 'TRY'],
      lines: order.lines.map(({ productName, quantity, lineUnitPrice, price }) => ({
        title: productName ?? '',
        quantity,
        price: lineUnitPrice ?? price ?? 0,
      })),
      carrier: order.cargoProviderName,
      trackingNumber: order.cargoTrackingNumber,
    }),
  ];
}
