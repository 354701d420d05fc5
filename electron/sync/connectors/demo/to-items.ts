// Turns the demo shop's content into items, with every time counted back from now.
import type { ConversationFacts } from '../../../../shared/model/conversation-facts.ts';
import type { Handle } from '../../../../shared/model/customer.ts';
import type { Item } from '../../../../shared/model/item.ts';
import type { Address, Attachment, IncomingMessage } from '../../../../shared/model/message.ts';
import type { DemoConversation, DemoCustomer, DemoLanguage, DemoMessage, DemoShop } from './content/demo-content.ts';
import { demoTagLabels } from './content/tag-labels.ts';
import { demoAttachmentFacts } from './content/attachments.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** Customers and their orders. */
export function customerItems(shop: DemoShop, now: number): Item[] {
  return shop.customers.flatMap((customer) => [
    ...customer.handles.map((handle): Item => ({
      kind: 'customer',
      customer: {
        handle: `${handle.channel}:${handle.value.toLowerCase()}`,
        name: customer.name,
        language: customer.language,
        city: customer.city,
        since: now - customer.sinceDaysAgo * dayMs,
        ...(customer.note === undefined ? {} : { note: customer.note }),
      },
    })),
    ...customer.orders.map((order): Item => {
      const { placedDaysAgo, ...rest } = order;
      return {
        kind: 'order',
        order: { ...rest, handle: handleOf(customer, order.channel), placedAt: now - placedDaysAgo * dayMs },
      };
    }),
  ]);
}

/** One conversation: its messages oldest first, then where it stands and its notes. */
export function conversationItems(
  shop: DemoShop,
  conversation: DemoConversation,
  now: number,
  language: DemoLanguage,
): Item[] {
  const customer = customerOf(shop, conversation);
  const messages = conversation.messages
    .filter(({ from }) => from !== 'note')
    .map((message, index): Item => ({
      kind: 'message',
      message: toMessage(shop, conversation, customer, message, index, now),
    }));
  const notes = conversation.messages
    .filter(({ from }) => from === 'note')
    .map(({ text, minutesAgo }) => ({ text, author: shop.shop.agentName, at: now - minutesAgo * minuteMs }));
  const state: Item = {
    kind: 'state',
    threadKey: conversation.id,
    folder: conversation.state,
    ...(conversation.snoozeHours === undefined ? {} : { snoozedUntil: now + conversation.snoozeHours * 60 * minuteMs }),
    tags: conversation.tags.map((tag) => demoTagLabels[tag][language]),
    notes,
  };
  return [...messages, ...factsOf(conversation), state];
}

/** A review is public, and about a product. */
function factsOf({ id, review, state }: DemoConversation): Item[] {
  if (review === undefined) return [];
  const { rating, product, productUrl } = review;
  const facts: ConversationFacts = {
    kind: 'review',
    isOpen: state === 'open',
    isOneAnswer: false,
    isPublic: true,
    product: { title: product, url: productUrl },
    review: { stars: rating },
  };
  return [{ kind: 'facts', threadKey: id, facts }];
}

/** The customer of a conversation; content without one is a mistake of ours. */
export function customerOf(shop: DemoShop, conversation: DemoConversation): DemoCustomer {
  const customer = shop.customers.find(({ id }) => id === conversation.customerId);
  if (!customer) throw new Error(`The demo conversation ${conversation.id} has no customer`);
  return customer;
}

/** One message in the shape that every connector delivers; `index` makes its key. */
export function toMessage(
  shop: DemoShop,
  conversation: DemoConversation,
  customer: DemoCustomer,
  message: DemoMessage,
  index: number,
  now: number,
): IncomingMessage {
  const them: Address = {
    name: customer.name,
    address: handleOf(customer, conversation.channel).replace(/^[^:]*:/, ''),
  };
  const us: Address = { name: shop.shop.name, address: shop.shop.email };
  const isIn = message.from === 'customer';
  const at = now - message.minutesAgo * minuteMs;
  const key = `${conversation.id}-${String(index)}`;
  const isLast = conversation.messages.indexOf(message) === conversation.messages.length - 1;
  return {
    key,
    direction: isIn ? 'in' : 'out',
    channel: conversation.channel,
    rfcMessageId: `${key}@demo.example` as NonNullable<IncomingMessage['rfcMessageId']>,
    inReplyTo: [],
    references: [],
    threadKey: conversation.id,
    from: isIn ? them : us,
    to: [isIn ? us : them],
    cc: (message.cc ?? []).map((address) => ({ name: '', address })),
    replyTo: [],
    subject: index === 0 ? conversation.subject : `Re: ${conversation.subject}`,
    sentAt: at,
    receivedAt: at,
    text: message.text,
    ...(message.html === undefined ? {} : { unsafeHtml: message.html }),
    attachments: (message.attachments ?? []).map(({ kind, name }): Attachment => ({
      ref: kind,
      name,
      ...demoAttachmentFacts[kind],
      contentId: kind,
      isInline: message.html?.includes(`cid:${kind}`) ?? false,
    })),
    isSeen: !(message.unread ?? false),
    isAnswered: isIn && !isLast,
    isAutomatic: conversation.tags.includes('Automatic'),
    isTruncated: false,
    sizeBytes: message.text.length,
    ...(conversation.orderNumber === undefined ? {} : { orderNumber: conversation.orderNumber }),
  };
}

/** How a customer is known on a channel, else on their first one. */
export function handleOf(customer: DemoCustomer, channel: DemoConversation['channel']): Handle {
  const handle = customer.handles.find((candidate) => candidate.channel === channel) ?? customer.handles[0];
  if (!handle) throw new Error(`The demo customer ${customer.id} has no handle`);
  return `${handle.channel}:${handle.value.toLowerCase()}`;
}
