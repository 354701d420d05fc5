// Items as connectors deliver them, made short to write.
import type { OutboxId, RfcMessageId } from '../../shared/model/ids.ts';
import type { Item } from '../../shared/model/item.ts';
import type { IncomingMessage, Placement } from '../../shared/model/message.ts';
import { start } from './test-store.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const shop = { name: 'Defter', address: 'shop@defter.test' };
export const ayse = { name: 'Ayşe Yılmaz', address: 'ayse@customer.example' };
export const nikos = { name: 'Νίκος Παππάς', address: 'nikos@customer.example' };

export const rfc = (id: string): RfcMessageId => id as RfcMessageId;

export const place = (uid: number, mailbox = 'INBOX', uidValidity = '1'): Placement => ({ mailbox, uidValidity, uid });

type Spec = Partial<Omit<IncomingMessage, 'placement' | 'outboxId' | 'references' | 'inReplyTo'>> & {
  key: string;
  /** Before {@link start}. */
  agoMs?: number;
  uid?: number;
  mailbox?: string;
  uidValidity?: string;
  outboxId?: string;
  references?: string[];
  inReplyTo?: string[];
};

/** A message; Message-ID `<key>@x.test` unless said; from Ayşe to the shop unless it goes out. */
export function message(spec: Spec): Extract<Item, { kind: 'message' }> {
  const { key, agoMs = hour, uid, mailbox, uidValidity, outboxId, references = [], inReplyTo = [], ...rest } = spec;
  const direction = rest.direction ?? 'in';
  const at = start - agoMs;
  return {
    kind: 'message',
    message: {
      key,
      direction,
      rfcMessageId: rfc(`${key}@x.test`),
      references: references.map(rfc),
      inReplyTo: inReplyTo.map(rfc),
      from: direction === 'in' ? ayse : shop,
      to: [direction === 'in' ? shop : ayse],
      cc: [],
      replyTo: [],
      subject: 'Siparişim nerede?',
      sentAt: at,
      receivedAt: at,
      text: `Merhaba, ${key} hakkında bilgi alabilir miyim? Teşekkürler`,
      attachments: [],
      isSeen: false,
      isAnswered: false,
      isAutomatic: false,
      sizeBytes: 100,
      isTruncated: false,
      ...rest,
      ...(uid === undefined ? {} : { placement: place(uid, mailbox, uidValidity) }),
      ...(outboxId === undefined ? {} : { outboxId: outboxId as OutboxId }),
    },
  };
}

export const gone = (uid: number, mailbox = 'INBOX', uidValidity = '1'): Item => ({
  kind: 'gone',
  placement: place(uid, mailbox, uidValidity),
});

export const flags = (uid: number, isSeen: boolean, isAnswered = false, mailbox = 'INBOX'): Item => ({
  kind: 'flags',
  placement: place(uid, mailbox),
  isSeen,
  isAnswered,
});
