// Whom a reply, a forwarded mail or a new mail goes to, and under which subject.
import { isEmailAddress, isNoReply } from '../../../../shared/mail/addresses.ts';
import { marketplaceOf } from '../../../../shared/mail/relays/marketplaces.ts';
import { replyHeaders } from '../../../../shared/mail/reply-headers.ts';
import { forwardSubject } from '../../../../shared/mail/subject.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { Address } from '../../../../shared/model/message.ts';
import type { DraftMode } from '../../../../shared/model/outbox.ts';
import type { MessageWithText } from '../../reads/use-messages.ts';

export interface Envelope {
  to: Address[];
  cc: Address[];
  subject: string;
}

export const emptyEnvelope: Envelope = { to: [], cc: [], subject: '' };

/** The message that is answered or passed on: the customer's newest, else our own newest. */
export function answeredOf(messages: readonly MessageWithText[]): MessageWithText | undefined {
  return messages.findLast(({ direction }) => direction === 'in') ?? messages.at(-1);
}

/** The envelope that follows from the message answered; empty for a new mail. */
export function envelopeFor(
  mode: DraftMode,
  answered: MessageWithText | undefined,
  account: Account | undefined,
): Envelope {
  if (!answered || mode === 'new') return emptyEnvelope;
  if (mode === 'forward') return { to: [], cc: [], subject: forwardSubject(answered.subject) };
  const own = account && account.address !== '' ? [account.address] : [];
  const { to, cc, subject } = replyHeaders(answered, own, { toAll: mode === 'reply-all' });
  // a marketplace finds its thread by the subject as it was
  const isKept = isRelayed({ to }) && answered.relay?.isVerified === true;
  return { to, cc, subject: isKept ? answered.subject : subject };
}

/** Goes through a marketplace's relay: plain text, without signature. */
export const isRelayed = ({ to }: Pick<Envelope, 'to'>): boolean =>
  to.some(({ address }) => marketplaceOf(address) !== undefined);

/** A mark of the marketplace that an answer through its relay quotes. */
export function replyTokenOf(envelope: Envelope, answered: MessageWithText | undefined): string | undefined {
  return isRelayed(envelope) ? answered?.relay?.replyToken : undefined;
}

/** Somebody named says by the address that nobody reads it. */
export const goesToNobody = ({ to }: Envelope): boolean => to.some(({ address }) => isNoReply(address));

/**
 * What keeps the envelope from being used. Marketplaces name their customers by ids that are no addresses.
 * @param isMail addresses must be e-mail addresses
 */
export function envelopeProblem({ to, cc }: Envelope, isMail: boolean): 'nobody' | 'bad-address' | null {
  if (to.length === 0) return 'nobody';
  return isMail && [...to, ...cc].some(({ address }) => !isEmailAddress(address)) ? 'bad-address' : null;
}
