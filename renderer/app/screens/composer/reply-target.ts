// Whom a reply goes to, and under which subject.
import { replyHeaders } from '../../../../shared/mail/reply-headers.ts';
import { isNoReply } from '../../../../shared/mail/addresses.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { Address } from '../../../../shared/model/message.ts';
import type { MessageWithText } from '../../reads/use-messages.ts';

export interface ReplyTarget {
  to: Address[];
  cc: Address[];
  subject: string;
  /** The address says that nobody reads it. */
  isNoReply: boolean;
}

/** The answer to the newest message of the customer, else to our own newest; null while there is no message. */
export function replyTarget(messages: readonly MessageWithText[], account: Account | undefined): ReplyTarget | null {
  const answered = messages.findLast(({ direction }) => direction === 'in') ?? messages.at(-1);
  if (!answered) return null;
  const own = account && account.address !== '' ? [account.address] : [];
  const { to, cc, subject } = replyHeaders(answered, own);
  return { to, cc, subject, isNoReply: to.some(({ address }) => isNoReply(address)) };
}
