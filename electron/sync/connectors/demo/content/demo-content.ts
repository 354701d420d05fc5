// The shape of the demo shop's content: an invented shop, its customers and their conversations, as plain data.

export type DemoLanguage = 'tr' | 'el' | 'en';
export type DemoChannel = 'email' | 'trendyol' | 'ebay' | 'woocommerce';
export type DemoCurrency = 'TRY' | 'EUR' | 'GBP';
export type DemoOrderStatus = 'placed' | 'paid' | 'shipped' | 'delivered' | 'returned' | 'cancelled';
export type DemoConversationState = 'open' | 'waiting' | 'snoozed' | 'closed';
export type DemoAttachmentKind = 'photo-vase' | 'photo-plate' | 'photo-box' | 'invoice-pdf';

/** Tags are readable English words; demoTagLabels has them in every language. */
export type DemoTag =
  | 'Shipping'
  | 'Damaged'
  | 'Return'
  | 'Invoice'
  | 'Wholesale'
  | 'Pre-sale'
  | 'Praise'
  | 'Custom'
  | 'Payment'
  | 'Gift'
  | 'Complaint'
  | 'Review'
  | 'Automatic'
  | 'Suspicious';

/** What the shop wrote down itself; minutes ago, below zero still to come. */
export type DemoRecord =
  | {
      kind: 'promise';
      id: string;
      conversationId: string;
      madeMinutesAgo: number;
      dueMinutesAgo: number;
      keptMinutesAgo?: number;
      text: string;
    }
  | {
      kind: 'note';
      id: string;
      customerId: string;
      noteKind: 'note' | 'handover' | 'compensation';
      isPinned: boolean;
      minutesAgo: number;
      text: string;
    }
  | {
      kind: 'touchpoint';
      id: string;
      /** One of the customers, or somebody new with a name and a telephone. */
      customerId?: string;
      name?: string;
      phone?: string;
      channel: 'phone' | 'visit';
      isMissed: boolean;
      isInInbox: boolean;
      minutesAgo: number;
      text: string;
    };

export interface DemoShop {
  shop: DemoShopCard;
  customers: DemoCustomer[];
  conversations: DemoConversation[];
}

export interface DemoShopCard {
  name: string;
  agentName: string;
  email: string;
  website: string;
}

export interface DemoCustomer {
  id: string;
  /** As the person writes it, in their own script. */
  name: string;
  firstName: string;
  language: DemoLanguage;
  city: string;
  sinceDaysAgo: number;
  /** An address by e-mail, a customer number on Trendyol, a user name on eBay. */
  handles: DemoHandle[];
  note?: string;
  /** Newest first. */
  orders: DemoOrder[];
}

export interface DemoHandle {
  channel: DemoChannel;
  value: string;
}

export interface DemoOrder {
  /** Unique in the whole demo shop. */
  number: string;
  channel: DemoChannel;
  placedDaysAgo: number;
  status: DemoOrderStatus;
  /** In kuruş, cents or pence; always the sum of the items. */
  totalMinor: number;
  currency: DemoCurrency;
  items: DemoOrderItem[];
  trackingNumber?: string;
  carrier?: string;
}

export interface DemoOrderItem {
  title: string;
  quantity: number;
  /** Of one piece, in kuruş, cents or pence. */
  priceMinor: number;
}

export interface DemoConversation {
  id: string;
  channel: DemoChannel;
  customerId: string;
  subject: string;
  state: DemoConversationState;
  /** Only with state "snoozed": hours from now until it comes back. */
  snoozeHours?: number;
  tags: DemoTag[];
  /** One of the customer's own orders. */
  orderNumber?: string;
  /** Set where its first message is a review. */
  review?: { rating: number; product: string; productUrl: string };
  /** Oldest first. */
  messages: DemoMessage[];
}

export interface DemoMessage {
  /** "note" is an internal note by the shop's agent; the customer never sees it. */
  from: 'customer' | 'shop' | 'note';
  /** Before the moment the demo shop is opened, so that the shop always looks alive. */
  minutesAgo: number;
  /** Plain text, '' for a review of stars alone; also the text alternative when there is HTML. */
  text: string;
  /** As it arrived, not sanitised. "cid:<kind>" names the attachment of that kind in the same message. */
  html?: string;
  unread?: boolean;
  attachments?: DemoAttachment[];
  cc?: string[];
}

export interface DemoAttachment {
  name: string;
  kind: DemoAttachmentKind;
}
