// Whom a reply goes to, and under which subject.
import { replyHeaders } from '../../../../shared/mail/reply-headers.ts';
import { isNoReply } from '../../../../shared/mail/addresses.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { marketplaceOf } from '../../../../shared/mail/relays/marketplaces.ts';
import type { Address } from '../../../../shared/model/message.ts';
import type { MessageWithText } from '../../reads/use-messages.ts';

export interface ReplyTarget {
  to: Address[];
  cc: Address[];
  subject: string;
  /** The address says that nobody reads it. */
  isNoReply: boolean;
  /** Goes through a marketplace's relay: plain text, without signature, the subject as it was. */
  isRelayed: boolean;
  /** A mark of the marketplace that the answer quotes. */
  replyToken?: string;
}

/** The answer to the newest message of the customer, else to our own newest; null while there is no message. */
export function replyTarget(messages: readonly MessageWithText[], account: Account | undefined): ReplyTarget | null {
  const answered = messages.findLast(({ direction }) => direction === 'in') ?? messages.at(-1);
  if (!answered) return null;
  const own = account && account.address !== '' ? [account.address] : [];
  const { to, cc, subject } = replyHeaders(answered, own);
  const isRelayed = to.some(({ address }) => marketplaceOf(address) !== undefined);
  const replyToken = answered.relay?.replyToken;
  return {
    to,
    cc,
    subject: isRelayed && answered.relay?.isVerified === true ? answered.subject : subject,
    isNoReply: to.some(({ address }) => isNoReply(address)),
    isRelayed,
    ...(isRelayed && replyToken !== undefined ? { replyToken } : {}),
  };
}
