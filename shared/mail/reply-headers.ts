// Works out whom a reply goes to and the headers that keep it in its thread.
import type { RfcMessageId } from '../model/ids.ts';
import type { Address } from '../model/message.ts';
import { isNoReply, normaliseAddress } from './addresses.ts';
import { replySubject } from './subject.ts';
import { capIds, type ThreadHeaders } from './threading.ts';

export interface ReplyOriginal extends ThreadHeaders {
  from: Address;
  to: readonly Address[];
  cc: readonly Address[];
  replyTo: readonly Address[];
  subject: string;
}

export interface ReplyHeaders {
  /** Empty when the original names nobody but ourselves and no sender. */
  to: Address[];
  cc: Address[];
  subject: string;
  inReplyTo: RfcMessageId | null;
  references: RfcMessageId[];
  /** Nobody would read the reply: every recipient is a no-reply address. To be shown before anything is written. */
  isNoReply: boolean;
}

/** RFC 5322 sets no limit, but servers cut long headers; the root and the latest ids keep every reader's thread whole. */
const maxReferences = 50;

type Addresses = readonly Address[];

function distinct(addresses: Addresses, without: ReadonlySet<string>): Address[] {
  const seen = new Set(without);
  return addresses.filter(({ address }) => {
    const key = normaliseAddress(address);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const nobody: ReadonlySet<string> = new Set();
const keysOf = (addresses: Addresses): Set<string> =>
  new Set(addresses.map(({ address }) => normaliseAddress(address)));

/** The first of the lists that names somebody. */
const firstNamed = (...lists: Address[][]): Address[] => lists.find((list) => list.length > 0) ?? [];

/** Mailing lists put their own address into Reply-To; it then stands among the recipients too. */
function isListReplyTo(original: ReplyOriginal, replyTo: Addresses): boolean {
  const recipients = keysOf([...original.to, ...original.cc]);
  return replyTo.length > 0 && replyTo.every(({ address }) => recipients.has(normaliseAddress(address)));
}

function recipientsOf(original: ReplyOriginal, self: ReadonlySet<string>): Address[] {
  if (self.has(normaliseAddress(original.from.address))) {
    // Writing again below our own message goes to whom it went; a note to ourselves stays with us.
    return firstNamed(distinct(original.to, self), distinct(original.cc, self), distinct(original.to, nobody));
  }
  const replyTo = distinct(original.replyTo, self);
  const sender = distinct([original.from], self);
  return isListReplyTo(original, replyTo) ? firstNamed(sender, replyTo) : firstNamed(replyTo, sender);
}

/** References for an answer: the parent's, or its only In-Reply-To, and the parent itself (RFC 5322 3.6.4). */
function referencesFor({ references, inReplyTo, rfcMessageId }: ThreadHeaders): RfcMessageId[] {
  const onlyParent = inReplyTo.length === 1 ? inReplyTo : [];
  const ids = new Set(references.length > 0 ? references : onlyParent);
  if (rfcMessageId !== undefined) {
    ids.delete(rfcMessageId);
    ids.add(rfcMessageId);
  }
  return capIds([...ids], maxReferences);
}

/**
 * Recipients, subject and thread headers of a reply to `original` from one of the addresses `self`. Reply-To is
 * honoured unless a mailing list put itself there; our own addresses are never written to, except in a note to
 * ourselves; a no-reply address is left out where somebody else is named, and else marked by `isNoReply`. With
 * `toAll` the other recipients are copied.
 */
export function replyHeaders(
  original: ReplyOriginal,
  self: readonly string[],
  { toAll = false }: { toAll?: boolean } = {},
): ReplyHeaders {
  const own = new Set(self.map(normaliseAddress));
  const named = recipientsOf(original, own);
  const reading = named.filter(({ address }) => !isNoReply(address));
  const to = reading.length > 0 ? reading : named;
  const others = distinct([...original.to, ...original.cc], new Set([...own, ...keysOf(to)]));
  return {
    to,
    cc: toAll ? others.filter(({ address }) => !isNoReply(address)) : [],
    subject: replySubject(original.subject),
    inReplyTo: original.rfcMessageId ?? null,
    references: referencesFor(original),
    isNoReply: to.length > 0 && reading.length === 0,
  };
}
