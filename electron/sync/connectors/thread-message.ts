// A message of a marketplace's thread in the shape that every connector delivers.
import { createHash } from 'node:crypto';
import type { Moderation } from '../../../shared/model/conversation-facts.ts';
import type { Item } from '../../../shared/model/item.ts';
import type { Address, Attachment } from '../../../shared/model/message.ts';

export interface ThreadMessage {
  /** Stable inside the account. */
  key: string;
  threadKey: string;
  direction: 'in' | 'out';
  /** The customer as the marketplace knows them: the address is its id of them. */
  customer: Address;
  /** The shop's own address on the channel. */
  shop: string;
  subject: string;
  text: string;
  /** Epoch ms. */
  at: number;
  isSeen: boolean;
  isAnswered?: boolean;
  attachments?: Attachment[];
  moderation?: Moderation | undefined;
  orderNumber?: string | undefined;
}

/** The item of a message. */
export function messageItem(message: ThreadMessage): Item {
  const { customer, direction, moderation, orderNumber, at } = message;
  const shop: Address = { name: '', address: message.shop };
  return {
    kind: 'message',
    message: {
      key: message.key,
      direction,
      inReplyTo: [],
      references: [],
      threadKey: message.threadKey,
      from: direction === 'in' ? customer : shop,
      to: [direction === 'in' ? shop : customer],
      cc: [],
      replyTo: [],
      subject: message.subject,
      sentAt: at,
      receivedAt: at,
      text: message.text,
      attachments: message.attachments ?? [],
      isSeen: message.isSeen,
      isAnswered: message.isAnswered ?? false,
      isAutomatic: false,
      isTruncated: false,
      sizeBytes: Buffer.byteLength(message.text),
      ...(moderation === undefined ? {} : { moderation }),
      ...(orderNumber === undefined ? {} : { orderNumber }),
    },
  };
}

/** A short stable name for a text, for messages that the other side gives no id. */
export function textKey(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
