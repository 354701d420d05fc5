// The rows of the local store, as the worker writes and the page reads them.
import type { ErrorData } from '../../shared/errors.ts';
import type { CannedReply } from '../../shared/model/canned-reply.ts';
import type { CustomerNote, CustomerProfile, Promised, Touchpoint } from '../../shared/model/customer-data.ts';
import type { ConversationFacts, Moderation } from '../../shared/model/conversation-facts.ts';
import type { Handle, Order } from '../../shared/model/customer.ts';
import type { Fact } from '../../shared/model/fact.ts';
import type {
  AccountId,
  CannedReplyId,
  Channel,
  ConversationId,
  CustomerId,
  FileId,
  Language,
  MessageId,
  OutboxId,
  RfcMessageId,
} from '../../shared/model/ids.ts';
import type { Draft, Folder, JournalRecord, Note } from '../../shared/model/journal.ts';
import type { Cursor } from '../../shared/model/item.ts';
import type { Manifest } from '../../shared/model/manifest.ts';
import type { Address, Attachment } from '../../shared/model/message.ts';
import type { Relay } from '../../shared/model/relay.ts';
import type { FrozenReply, OutboxEntry, OutboxState } from '../../shared/model/outbox.ts';
import type { SyncState } from '../../shared/model/sync-state.ts';

/** Messages of one turn that are told apart by time. */
export const mostTurnTimes = 4;

/** Small on purpose: the list reads thousands of neighbours of these. */
export interface ConversationRow {
  id: ConversationId;
  accountId: AccountId;
  channel: Channel;
  subject: string;
  customerId: CustomerId | null;
  /** The customer that its mail names, where that one was merged into another. */
  customerHandle?: CustomerId;
  /** Copied from the customer so that the list needs one table. */
  customerName: string;
  folder: Folder;
  /** receivedAt of the newest message (epoch ms). */
  lastAt: number;
  lastDirection: 'in' | 'out';
  /** One line of the newest message's fresh text. */
  snippet: string;
  messageCount: number;
  unreadCount: number;
  /** lastAt, and there only while something is unread: a sparse index. */
  unreadAt?: number;
  /** There only while snoozed. */
  snoozedUntil?: number;
  hasAttachments: boolean;
  noteCount: number;
  hasDraft: boolean;
  /** The most pressing state of its outgoing replies; absent when all are filed. */
  outboxState?: OutboxState;
  tags: string[];
  language: Language | null;
  orderNumber?: string;
  /** A marketplace's own thread id. */
  threadKey?: string;
  /** What the marketplace says of it: deadline, rules of answering, product, stars. */
  facts?: ConversationFacts;
  /** The conversation by the marketplace's API that holds this mail's words too: it is answered there. */
  copyOf?: ConversationId;
  /** The marketplace refused our newest answer. */
  isAnswerRefused?: true;
  /** All of its messages are automatic ones (list mail, order notices, out-of-office). */
  isAutomatic: boolean;
  /** receivedAt of the oldest message; its subject is the conversation's. */
  firstAt: number;
  /** receivedAt of the oldest incoming message: its sender is the customer. */
  firstInboundAt?: number;
  /** receivedAt of the newest message of ours. */
  lastOutboundAt?: number;
  /** The same of those that a person wrote, not a rule: what the customer waits for. */
  lastAnswerAt?: number;
  /** firstInboundAt, and there only while nobody has answered or acknowledged and it is not closed: a sparse index. */
  unansweredAt?: number;
  /** lastAt, and there only for reviews: a sparse index. */
  reviewedAt?: number;
  /** receivedAt of the newest incoming messages, newest first, at most {@link mostTurnTimes}. */
  inboundAt?: number[];
  /** The newest message that the server knows too: shop data hangs on it. */
  anchor: MessageId | null;
  /** receivedAt of the anchor. */
  anchorAt?: number;
  /** When the folder was decided on; absent while it is guessed from the messages. */
  decidedAt?: number;
  decidedBy?: 'shop' | 'channel';
}

/** `n` is local and rising; `id` is the content identity that journal records hang on. */
export interface MessageRow {
  n: number;
  id: MessageId;
  accountId: AccountId;
  conversationId: ConversationId;
  direction: 'in' | 'out';
  rfcMessageId?: RfcMessageId;
  inReplyTo: RfcMessageId[];
  references: RfcMessageId[];
  from: Address;
  to: Address[];
  cc: Address[];
  replyTo: Address[];
  subject: string;
  /** Where it lies on its server (renderer/store/mail/places.ts). In the row itself: a record of its own would cost five times the index entry. */
  places: string[];
  sentAt: number;
  receivedAt: number;
  isSeen: boolean;
  isAnswered: boolean;
  isAutomatic: boolean;
  isTruncated: boolean;
  snippet: string;
  attachments: Attachment[];
  hasHtml: boolean;
  sizeBytes: number;
  /** Set while this is our own reply that the server's copy has not replaced yet. */
  outboxId?: OutboxId;
  language: Language | null;
  relay?: Relay;
  /** Of an outgoing one on channels that check answers. */
  moderation?: Moderation;
}

/**
 * Anything by which a message finds its conversation. Key: `<accountId>|` and `i:<Message-ID>` (own or referenced), `t:<marketplace thread>`
 * or `s:<correspondent>|<bare subject>`.
 */
export interface ThreadIdRow {
  key: string;
  conversationId: ConversationId;
  /** `s:` only: a reply without references waits here for the message it answers. */
  wantsParent?: true;
  /** `i:` only: the Message-ID of this reply of ours. */
  outboxId?: OutboxId;
  /** The record that holds it (thread-ids.ts); absent while it is new. */
  pack?: number;
}

export interface CustomerRow {
  id: CustomerId;
  name: string;
  handles: Handle[];
  language?: Language;
  city?: string;
  /** A customer since then (epoch ms), as the channel says: with what is kept of them it tells their first contact (shared/service/first-contact.ts). */
  since?: number;
  note: string;
  /** What the shop wrote down on how to address and reach them. */
  profile?: CustomerProfile;
  /** When the shop wrote note or profile; absent while they are the channel's. */
  recordedAt?: number;
  /** The customer that this one is the same person as: everything of theirs stands there. Sparse index. */
  mergedInto?: CustomerId;
  /** Until when they count as loyal unless another order comes (epoch ms): a sparse index. */
  loyalUntil?: number;
  /** What the same person may be known by elsewhere: `e:` address, `n:` name, `p:` telephone. */
  matchKeys?: string[];
}

/** `customerId` is whoever the note's handle belongs to now. */
export interface CustomerNoteRow extends CustomerNote {
  customerId: CustomerId;
}

export interface PromiseRow extends Promised {
  customerId: CustomerId | null;
  /** dueAt, and there only while it is open: a sparse index. */
  openDueAt?: number;
}

export interface TouchpointRow extends Touchpoint {
  customerId: CustomerId | null;
}

/** Two customers that are not the same person. Key: both ids. */
export interface CustomerDistinctRow {
  id: string;
  handles: [Handle, Handle];
  changedAt: number;
}

export interface OrderRow extends Order {
  /** channel|number */
  id: string;
  customerId: CustomerId;
  /** Of an order that came from a file of the shop's own. */
  importId?: string;
  importedAt?: number;
}

export interface CursorRow {
  accountId: AccountId;
  cursor: Cursor;
}

export interface DraftRow extends Draft {
  /** Keys under which the journal holds its parts, where that is not just its own: conversations became one, or were named anew. */
  keys?: string[];
}
export type NoteRow = Note;
/** Uses are counted when the server took the reply; see renderer/store/outbox/reply-uses.ts. */
export type CannedReplyRow = CannedReply & {
  useCount: number;
  lastUsedAt?: number;
  /** Came with the app and was changed by the shop: it can be given back. */
  isFromApp?: true;
};
export type FactRow = Fact;
export type SyncStateRow = SyncState;
export type ManifestRow = Manifest;

export interface OutboxRow extends OutboxEntry {
  /** Present until the reply is filed. */
  frozen?: FrozenReply;
  /** Until then the claim of sync holds. */
  leaseUntil?: number;
  /** The life of sync that holds the claim. */
  leaseEpoch?: string;
  /** The server's copy, once it has been seen. */
  copyId?: MessageId;
  /** Canned replies it counts as a use of: there only once the server took it. */
  usedReplies?: CannedReplyId[];
}

/** A flag changed here that the server has not heard of. Key: messageId. */
export interface ServerChangeRow {
  id: string;
  accountId: AccountId;
  messageId: MessageId;
  isSeen: boolean;
  changedAt: number;
}

/** A journal record whose anchor message is not here yet (the store is being rebuilt). */
export interface WaitingRecordRow {
  /** kind|key: a newer record takes the place of an older one. */
  id: string;
  anchor: MessageId;
  record: JournalRecord;
}

/**
 * How many, kept in the same transaction as the rows. Conversations: `folder/<folder>`, `channel/<channel>/<folder>`. Conversations with
 * something unread: `unread`, `unread/<folder>`, `channel/<channel>/unread`. Messages: `account/<accountId>`. Reviews: `reviews`, and `reviews/answered` where ours is the last word.
 */
export interface CounterRow {
  id: string;
  value: number;
}

/** One packed full-text segment. */
export interface SegmentRow {
  s: number;
  bytes: Uint8Array;
}

export interface FileRow {
  /** messageId|ref */
  id: string;
  state: 'fetching' | 'cached' | 'failed';
  fileId?: FileId;
  sizeBytes?: number;
  error?: ErrorData;
}

/** The newest unread news since start, for notifications: written by live batches only. */
export interface Arrival {
  conversationId: ConversationId;
  messageId: MessageId;
  customerName: string;
  subject: string;
  snippet: string;
  at: number;
}

/** Why the database is another file than before: it was lost, older than its journal, or written anew after an erasure. */
export interface Rebuilt {
  at: number;
  reason: 'lost' | 'older' | 'erased';
}

/** Single values: epoch, lastSeq, arrivals, rebuild, index tail, version of the built-in replies. */
export type MetaRow =
  | { key: 'epoch'; value: string }
  | { key: 'lastSeq'; value: number }
  | { key: 'arrivals'; value: Arrival[] }
  | { key: 'rebuilt'; value: Rebuilt }
  /** A person was erased and the database not written anew since: its files may hold traces of them. */
  | { key: 'rewriteDue'; value: true }
  | { key: 'indexedTo'; value: number }
  | { key: 'cannedVersion'; value: string }
  | { key: 'keyless'; value: ConversationId[] };
