// Turns eBay's conversations and orders into items; all knowledge of their odd fields ends here.
import type { Order } from '../../../../shared/model/customer.ts';
import type { Item } from '../../../../shared/model/item.ts';
import type { Attachment } from '../../../../shared/model/message.ts';
import { htmlWords } from '../html-words.ts';
import { customerItem, orderItem } from '../order-item.ts';
import { messageItem } from '../thread-message.ts';
import type { EbayConversation, EbayMessage, EbayOrder, EbayPackage } from './api.ts';

const mimeTypes: Readonly<Partial<Record<string, string>>> = {
  IMAGE: 'image/jpeg',
  PDF: 'application/pdf',
  DOC: 'application/msword',
  TXT: 'text/plain',
};

/** Whether the shop wrote it: user names are compared without case. */
export const isOurs = ({ senderUsername }: EbayMessage, userName: string): boolean =>
  senderUsername.toLowerCase() === userName.toLowerCase();

export function timeOf({ createdDate }: EbayMessage): number {
  const at = Date.parse(createdDate);
  return Number.isNaN(at) ? 0 : at;
}

/** `conversationId` of a key that `conversationItems` made; null for others. */
export function conversationOfKey(key: string): string | null {
  return /^e:(.+):[^:]+$/.exec(key)?.[1] ?? null;
}

/** Messages, oldest first, and whether the buyer has the last word. `userName` is the shop's own. */
export function conversationItems(
  conversation: EbayConversation,
  messages: readonly EbayMessage[],
  userName: string,
): Item[] {
  const sorted = [...messages].sort((a, b) => timeOf(a) - timeOf(b));
  const last = sorted.at(-1);
  if (last === undefined) return [];
  const { conversationId: threadKey, referenceId, referenceType } = conversation;
  const theirs = sorted.find((message) => !isOurs(message, userName));
  const other = theirs?.senderUsername ?? last.recipientUsername ?? '';
  const subject = conversation.conversationTitle ?? last.subject ?? '';
  const isOpen = !isOurs(last, userName);
  const isListing = referenceType === 'LISTING' && referenceId !== null && referenceId !== undefined;
  return [
    ...sorted.map((message) =>
      messageItem({
        key: `e:${threadKey}:${message.messageId}`,
        threadKey,
        direction: isOurs(message, userName) ? 'out' : 'in',
        customer: { name: other, address: other.toLowerCase() },
        shop: userName,
        subject,
        text: htmlWords(message.messageBody ?? ''),
        at: timeOf(message),
        isSeen: message.readStatus ?? (conversation.unreadCount ?? 0) === 0,
        isAnswered: !isOpen,
        attachments: attachmentsOf(message),
      }),
    ),
    {
      kind: 'facts',
      threadKey,
      facts: {
        kind: 'thread',
        isOpen,
        isOneAnswer: false,
        ...(isListing
          ? {
              product: {
                title: subject.slice(0, 500),
                sku: referenceId.slice(0, 200),
                url: `https://www.ebay.com/itm/${encodeURIComponent(referenceId)}`,
              },
            }
          : {}),
      },
    },
  ];
}

function attachmentsOf({ messageMedia }: EbayMessage): Attachment[] {
  return (messageMedia ?? []).flatMap(({ mediaName, mediaType, mediaUrl }) =>
    mediaUrl && mediaUrl.length <= 500
      ? [
          {
            ref: mediaUrl,
            name: mediaName ?? 'eBay',
            mimeType: mimeTypes[mediaType ?? ''] ?? 'application/octet-stream',
            sizeBytes: 0,
            isInline: false,
          },
        ]
      : [],
  );
}

function statusOf({ cancelStatus, orderFulfillmentStatus, orderPaymentStatus }: EbayOrder): Order['status'] {
  if (cancelStatus?.cancelState === 'CANCELED') return 'cancelled';
  if (orderPaymentStatus === 'FULLY_REFUNDED') return 'returned';
  if (orderFulfillmentStatus === 'FULFILLED') return 'shipped';
  return orderPaymentStatus === 'PAID' || orderPaymentStatus === 'PARTIALLY_REFUNDED' ? 'paid' : 'placed';
}

/** An order and its buyer, who goes by the user name of the conversations; nothing for orders without one. */
export function orderItems(order: EbayOrder, packages: readonly EbayPackage[]): Item[] {
  const { buyer, fulfillmentStartInstructions, lineItems, pricingSummary } = order;
  if (!buyer?.username) return [];
  const handle = `ebay:${buyer.username}`;
  const shipTo = fulfillmentStartInstructions?.[0]?.shippingStep?.shipTo;
  const name = buyer.buyerRegistrationAddress?.fullName ?? shipTo?.fullName ?? '';
  const sent = packages.find(({ shipmentTrackingNumber }) => shipmentTrackingNumber);
  return [
    customerItem(handle, name, shipTo?.contactAddress?.city),
    orderItem({
      number: order.orderId,
      channel: 'ebay',
      handle,
      placedAt: order.creationDate,
      status: statusOf(order),
      total: pricingSummary?.total?.value ?? 0,
      currencies: [pricingSummary?.total?.currency, 'USD'],
      lines: lineItems.map(({ title, quantity, lineItemCost }) => ({
        title: title ?? '',
        quantity,
        price: Number(lineItemCost?.value ?? 0) / Math.max(1, quantity),
      })),
      carrier: sent?.shippingCarrierCode,
      trackingNumber: sent?.shipmentTrackingNumber,
    }),
  ];
}
