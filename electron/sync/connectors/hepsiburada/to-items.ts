// Turns Hepsiburada's questions into items; all knowledge of their odd fields ends here.
import type { ConversationFacts, NoReplyReason } from '../../../../shared/model/conversation-facts.ts';
import type { Item } from '../../../../shared/model/item.ts';
import type { Address, Attachment } from '../../../../shared/model/message.ts';
import { messageItem, textKey } from '../thread-message.ts';
import type { Issue, IssueMessage } from './api.ts';

const noReplyByStatus: Readonly<Partial<Record<string, NoReplyReason>>> = { AutoClosed: 'expired', Rejected: 'reported' };

export const isWaiting = (issue: Issue): boolean => issue.status === 'WaitingForAnswer';

/** Ours: the literal values of `from` are not published, so anything that names the selling side counts. */
export function isOurs({ from, type }: IssueMessage): boolean {
  return /merchant|seller|satıcı|satici|mağaza|magaza/iu.test(from ?? '') || (!from && /answer|cevap/iu.test(type ?? ''));
}

/** The messages of one question, oldest first, and its rules. `shop` is the merchant id. */
export function issueItems(issue: Issue, shop: string): Item[] {
  const threadKey = issue.issueNumber;
  const code = issue.customerId ?? `issue-${threadKey}`;
  // No name is given out; the end of the code tells customers apart well enough to be read.
  const customer: Address = { name: `Hepsiburada …${code.slice(-6)}`, address: code };
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
  return { ref: url.slice(0, 500), name, mimeType: mimeTypes[ending] ?? 'application/octet-stream', sizeBytes: 0, isInline: false };
}

const mimeTypes: Readonly<Partial<Record<string, string>>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
};
