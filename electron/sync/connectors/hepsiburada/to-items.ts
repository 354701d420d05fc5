// Turns Hepsiburada's questions and orders into items; all knowledge of their odd fields ends here.
import type { ConversationFacts, NoReplyReason } from '../../../../shared/model/conversation-facts.ts';
import type { Order } from '../../../../shared/model/customer.ts';
import type { Item } from '../../../../shared/model/item.ts';
import type { Address, Attachment } from '../../../../shared/model/message.ts';
import { customerItem, furthestBehind, linesThatCount, orderItem } from '../order-item.ts';
import { messageItem, textKey } from '../thread-message.ts';
import type { HepsiburadaOrder, Issue, IssueMessage, OrderLine } from './api.ts';

const noReplyByStatus: Readonly<Partial<Record<string, NoReplyReason>>> = {
  AutoClosed: 'expired',
  Rejected: 'reported',
};

export const isWaiting = (issue: Issue): boolean => issue.status === 'WaitingForAnswer';

/** Ours: the literal values of `from` are not published, so anything that names the selling side counts. */
export function isOurs({ from, type }: IssueMessage): boolean {
  return (
    /merchant|seller|satıcı|satici|mağaza|magaza/iu.test(from ?? '') || (!from && /answer|cevap/iu.test(type ?? ''))
  );
}

/** No name is given out with a question; the end of the code tells customers apart well enough to be read. */
export function customerOf({ customerId, issueNumber }: Issue): Address {
  const code = customerId ?? `issue-${issueNumber}`;
  return { name: `Hepsiburada …${code.slice(-6)}`, address: code };
}

/** The messages of one question, oldest first, and its rules. `shop` is the merchant id. */
export function issueItems(issue: Issue, shop: string): Item[] {
  const threadKey = issue.issueNumber;
  const customer = customerOf(issue);
  const subject = [issue.subject?.description, issue.product?.name].filter(Boolean).join(' · ');
  const messages = [...(issue.conversations ?? [])].sort((a, b) => a.createdAt - b.createdAt);
  const lastIn = messages.findLast((message) => !isOurs(message));
  return [
    ...messages.map((message) =>
      messageItem({
        key: message.id ?? `${threadKey}:${textKey(`${message.createdAt} ${message.content ?? ''}`)}`,
        threadKey,
        direction: isOurs(message) ? 'out' : 'in',
        customer,
        shop,
        subject,
        text: message.content ?? '',
        at: message.createdAt,
        isSeen: !(isWaiting(issue) && message === lastIn),
        isAnswered: !isWaiting(issue),
        attachments: (message.files ?? []).map(attachmentOf),
        orderNumber: issue.orderNumber ?? undefined,
      }),
    ),
    ...(messages.length === 0 ? [] : [{ kind: 'facts' as const, threadKey, facts: factsOf(issue) }]),
  ];
}

/** Answered questions can be written in again by the customer, and by us: a thread. */
function factsOf(issue: Issue): ConversationFacts {
  const noReply = noReplyByStatus[issue.status ?? ''];
  const { name, sku } = issue.product ?? {};
  const isOpen = isWaiting(issue);
  return {
    kind: 'thread',
    isOpen,
    isOneAnswer: false,
    ...(isOpen && issue.expireDate ? { deadlineAt: issue.expireDate } : {}),
    ...(noReply === undefined ? {} : { noReply }),
    ...(name ? { product: { title: name.slice(0, 500), ...(sku ? { sku, url: productUrl(sku) } : {}) } } : {}),
  };
}

const productUrl = (sku: string): string => `https://www.hepsiburada.com/ara?q=${encodeURIComponent(sku)}`;

/** Of a file only its address is known; size and type come with its bytes. */
function attachmentOf(url: string): Attachment {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const name = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)).slice(0, 200) || 'file';
  const ending = /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return {
    ref: url.slice(0, 500),
    name,
    mimeType: mimeTypes[ending] ?? 'application/octet-stream',
    sizeBytes: 0,
    isInline: false,
  };
}

const mimeTypes: Readonly<Partial<Record<string, string>>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

/** Only what is paid for is handed out, so an open line is; a claim is made of what has arrived. Others are taken to be placed. */
const lineStatus: Readonly<Partial<Record<string, Order['status']>>> = {
  Open: 'paid',
  Unpacked: 'paid',
  Packaged: 'paid',
  InTransit: 'shipped',
  Delivered: 'delivered',
  ClaimCreated: 'delivered',
  UnDelivered: 'returned',
};

/** Cancelled by the merchant, the customer or Hepsiburada. */
const statusOf = ({ status }: OrderLine): Order['status'] =>
  status?.startsWith('Cancelled') === true ? 'cancelled' : (lineStatus[status ?? ''] ?? 'placed');

/** The package that is followed: the first of the lines that count. */
export const packageOf = (order: HepsiburadaOrder): string | undefined =>
  linesThatCount(order.items, statusOf).find(({ packageNumber }) => packageNumber)?.packageNumber ?? undefined;

/** An order and its customer, whose name is told only here. */
export function orderItems(order: HepsiburadaOrder, handle: string, trackingNumber: string | undefined): Item[] {
  const lines = linesThatCount(order.items, statusOf);
  return [
    customerItem(handle, order.customer?.name ?? '', order.deliveryAddress?.city),
    orderItem({
      number: order.orderNumber,
      channel: 'hepsiburada',
      handle,
      placedAt: order.orderDate,
      status: furthestBehind(lines.map(statusOf)),
      total: lines.reduce((sum, { totalPrice }) => sum + (totalPrice?.amount ?? 0), 0),
      currencies: [...lines.map(({ totalPrice }) => totalPrice?.currency), 'TRY'],
      lines: lines.map(({ name: title, quantity, unitPrice }) => ({
        title: title ?? '',
        quantity,
        price: unitPrice?.amount ?? 0,
      })),
      carrier: lines.find(({ cargoCompany }) => cargoCompany)?.cargoCompany,
      trackingNumber,
    }),
  ];
}
