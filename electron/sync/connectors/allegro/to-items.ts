// Turns Allegro's threads into items; all knowledge of their odd fields ends here.
import type { Moderation } from '../../../../shared/model/conversation-facts.ts';
import type { Item } from '../../../../shared/model/item.ts';
import type { Attachment } from '../../../../shared/model/message.ts';
import { messageItem } from '../thread-message.ts';
import type { AllegroMessage, AllegroThread } from './api.ts';

const moderationOf: Readonly<Partial<Record<string, Moderation['state']>>> = {
  VERIFYING: 'pending',
  BLOCKED: 'rejected',
};

export function timeOf(text: string | null | undefined): number {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? 0 : at;
}

/** The thread of a key that `threadItems` made; null for others. */
export function threadOfKey(key: string): string | null {
  return /^a:(.+):[^:]+$/.exec(key)?.[1] ?? null;
}

/** Messages, oldest first, and whether the buyer has the last word. `shop` is the account's address. */
export function threadItems(thread: AllegroThread, messages: readonly AllegroMessage[], shop: string): Item[] {
  const sorted = [...messages].sort((a, b) => timeOf(a.createdAt) - timeOf(b.createdAt));
  const last = sorted.at(-1);
  if (last === undefined) return [];
  const login = thread.interlocutor?.login ?? '';
  const customer = { name: login, address: login === '' ? `thread-${thread.id}` : login.toLowerCase() };
  const subject = sorted.find((message) => (message.subject ?? '') !== '')?.subject ?? '';
  const orderNumber = sorted.findLast(({ relatesTo }) => relatesTo?.order)?.relatesTo?.order?.id;
  const offerId = sorted.findLast(({ relatesTo }) => relatesTo?.offer)?.relatesTo?.offer?.id;
  // An answer that was refused reached nobody.
  const isOpen = sorted.findLast(({ status }) => status !== 'BLOCKED')?.author.isInterlocutor ?? false;
  const newestIn = sorted.findLast(({ author }) => author.isInterlocutor);
  return [
    ...sorted.map((message) => {
      const isIn = message.author.isInterlocutor;
      return messageItem({
        key: `a:${thread.id}:${message.id}`,
        threadKey: thread.id,
        direction: isIn ? 'in' : 'out',
        customer,
        shop,
        subject,
        text: message.text ?? '',
        at: timeOf(message.createdAt),
        isSeen: thread.read || message !== newestIn,
        isAnswered: !isOpen,
        orderNumber,
        attachments: attachmentsOf(message),
        ...(isIn ? {} : { moderation: { state: moderationOf[message.status] ?? ('accepted' as const) } }),
      });
    }),
    {
      kind: 'facts',
      threadKey: thread.id,
      facts: {
        kind: 'thread',
        isOpen,
        isOneAnswer: false,
        ...(thread.interlocutor ? {} : { noReply: 'closed' as const }),
        pageUrl: `https://allegro.pl/centrum-wiadomosci/${encodeURIComponent(thread.id)}`,
        ...(offerId === undefined
          ? {}
          : {
              product: {
                title: offerId,
                sku: offerId.slice(0, 200),
                url: `https://allegro.pl/oferta/${encodeURIComponent(offerId)}`,
              },
            }),
      },
    },
  ];
}

/** Allegro looks through attachments: only those found safe can be had. */
function attachmentsOf({ attachments }: AllegroMessage): Attachment[] {
  return (attachments ?? []).flatMap(({ fileName, mimeType, url, status }) =>
    url && url.length <= 500 && (status === 'SAFE' || status === 'NEW')
      ? [
          {
            ref: url,
            name: fileName ?? 'allegro',
            mimeType: mimeType ?? 'application/octet-stream',
            sizeBytes: 0,
            isInline: false,
          },
        ]
      : [],
  );
}
