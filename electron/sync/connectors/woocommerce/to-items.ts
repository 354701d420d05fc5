// Turns WooCommerce's orders, notes and reviews into items; all knowledge of their odd fields ends here.
import type { Order } from '../../../../shared/model/customer.ts';
import type { Item } from '../../../../shared/model/item.ts';
import type { Address } from '../../../../shared/model/message.ts';
import { htmlWords } from '../html-words.ts';
import { customerItem, orderItem } from '../order-item.ts';
import { messageItem } from '../thread-message.ts';
import type { WooComment, WooNote, WooOrder, WooProduct, WooReview } from './api.ts';

export const orderThread = (id: string): string => `order:${id}`;
export const reviewThread = (id: string): string => `review:${id}`;

/** Kind and number of a thread of ours; null for any other. */
export function threadOf(threadKey: string): { kind: 'order' | 'review'; id: string } | null {
  const match = /^(order|review):(\d+)$/.exec(threadKey);
  return match === null ? null : { kind: match[1] === 'order' ? 'order' : 'review', id: match[2] ?? '' };
}

/** Times come without a zone; these are GMT. */
export function gmt(text: string): number {
  const at = Date.parse(/Z$|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(at) ? 0 : at;
}

const orderStatus: Readonly<Partial<Record<string, Order['status']>>> = {
  pending: 'placed',
  'on-hold': 'placed',
  'checkout-draft': 'placed',
  processing: 'paid',
  completed: 'delivered',
  refunded: 'returned',
  cancelled: 'cancelled',
  failed: 'cancelled',
  trash: 'cancelled',
};

function buyerOf({ id, billing }: WooOrder): Address {
  const name = [billing?.first_name, billing?.last_name].filter(Boolean).join(' ') || (billing?.company ?? '');
  return { name, address: billing?.email?.trim().toLowerCase() || `order-${id}` };
}

/** The order beside its customer's mail: it is known by the e-mail address that was given with it. */
export function orderItems(order: WooOrder): Item[] {
  const buyer = buyerOf(order);
  const handle = buyer.address.includes('@') ? `email:${buyer.address}` : `woocommerce:${buyer.address}`;
  return [
    customerItem(handle, buyer.name, order.billing?.city),
    orderItem({
      number: order.number,
      channel: 'woocommerce',
      handle,
      placedAt: gmt(order.date_created_gmt),
      status: orderStatus[order.status],
      total: order.total,
      currencies: [order.currency],
      lines: order.line_items.map(({ name, quantity, price }) => ({ title: name, quantity, price: price ?? 0 })),
    }),
  ];
}

/** What the customer wrote with the order, and the notes that the shop sent them; nothing for orders without words. */
export function orderThreadItems(order: WooOrder, notes: readonly WooNote[], shop: string): Item[] {
  const words = htmlWords(order.customer_note ?? '');
  if (words === '') return [];
  const base = {
    threadKey: orderThread(order.id),
    customer: buyerOf(order),
    shop,
    subject: `#${order.number}`,
    orderNumber: order.number,
  };
  const isOver = ['completed', 'cancelled', 'refunded', 'failed', 'trash'].includes(order.status);
  const isOpen = notes.length === 0 && !isOver;
  return [
    messageItem({
      ...base,
      key: `o:${order.id}`,
      direction: 'in',
      text: words,
      at: gmt(order.date_created_gmt),
      isSeen: !isOpen,
      isAnswered: notes.length > 0,
    }),
    ...[...notes]
      .sort((a, b) => gmt(a.date_created_gmt) - gmt(b.date_created_gmt))
      .map((note) =>
        messageItem({
          ...base,
          key: `n:${note.id}`,
          direction: 'out',
          text: htmlWords(note.note),
          at: gmt(note.date_created_gmt),
          isSeen: true,
        }),
      ),
    { kind: 'facts', threadKey: base.threadKey, facts: { kind: 'order', isOpen, isOneAnswer: false } },
  ];
}

export interface ReviewContext {
  shop: string;
  /** Address of the shop, for its own pages. */
  baseUrl: string;
  product: WooProduct | undefined;
  comments: readonly WooComment[];
  canAnswer: boolean;
  /** Reviews of stars alone go to Closed. */
  closesStarsOnly: boolean;
}

/** A review with its public answers; nothing for spam and for what was thrown away. */
export function reviewItems(review: WooReview, context: ReviewContext): Item[] {
  if (!['approved', 'hold', 'unspam', 'untrash'].includes(review.status)) return [];
  const { shop, baseUrl, comments, canAnswer } = context;
  const threadKey = reviewThread(review.id);
  const title = review.product_name ?? context.product?.name ?? '';
  const url = review.product_permalink ?? context.product?.permalink ?? '';
  const text = htmlWords(review.review);
  const isOpen = comments.length === 0 && !(text === '' && context.closesStarsOnly);
  const base = {
    threadKey,
    customer: { name: review.reviewer, address: review.reviewer_email?.trim().toLowerCase() || `review-${review.id}` },
    shop,
    subject: title,
  };
  return [
    messageItem({
      ...base,
      key: `r:${review.id}`,
      direction: 'in',
      text,
      at: gmt(review.date_created_gmt),
      isSeen: !isOpen,
      isAnswered: comments.length > 0,
    }),
    ...[...comments]
      .sort((a, b) => gmt(a.date_gmt) - gmt(b.date_gmt))
      .map((comment) =>
        messageItem({
          ...base,
          key: `c:${comment.id}`,
          direction: 'out',
          text: htmlWords(comment.content.rendered),
          at: gmt(comment.date_gmt),
          isSeen: true,
        }),
      ),
    {
      kind: 'facts',
      threadKey,
      facts: {
        kind: 'review',
        isOpen,
        isOneAnswer: false,
        isPublic: true,
        ...(canAnswer ? {} : { noReply: 'elsewhere' as const }),
        pageUrl: `${baseUrl}/wp-admin/comment.php?action=editcomment&c=${review.id}`,
        ...(title === ''
          ? {}
          : { product: { title: title.slice(0, 500), ...(url.startsWith('https://') ? { url } : {}) } }),
        review: {
          stars: Math.min(5, Math.max(0, Math.round(review.rating))),
          ...(review.verified === null || review.verified === undefined ? {} : { isVerified: review.verified }),
        },
      },
    },
  ];
}
