// Which conversation a mail belongs to: the ids of its thread, and a careful look at the subject when ids fail.
import { foldText } from '../language/fold.ts';
import type { RfcMessageId } from '../model/ids.ts';
import { normaliseAddress } from './addresses.ts';
import { baseSubject, hasReplyPrefix } from './subject.ts';

// The model's limit; what is longer was not made by a mail program.
const maxIdLength = 400;
/** A thread's first id and this many of its latest are enough to join it; mailing lists grow References without end. */
const maxThreadIds = 100;

/** The first id and the latest ones, `limit` in all: the root joins a thread, the last ones place the mail in it. */
export function capIds(ids: readonly RfcMessageId[], limit: number): RfcMessageId[] {
  return ids.length <= limit ? [...ids] : [...ids.slice(0, 1), ...ids.slice(ids.length - limit + 1)];
}

// Without brackets a person's address looks the same; taken for an id it would join all mails to that person.
const bareId = /\d[^@]*@./;

function addId(found: Set<string>, written: string): void {
  // Long ids are folded in the middle by some servers.
  const id = written.replace(/[\s\p{Cc}]+/gu, '');
  if (id !== '' && id.length <= maxIdLength) found.add(id);
}

/**
 * The message ids in a Message-ID, In-Reply-To or References header, in order, each once, without angle brackets. Reads
 * over words, comments and ids that are never closed; without any angle bracket, words with a digit before an `@` count as ids.
 */
export function parseMessageIds(header: string): RfcMessageId[] {
  const found = new Set<string>();
  let openedAt = -1;
  let hasBracket = false;
  for (let index = 0; index < header.length; index++) {
    const character = header[index];
    if (character === '<') {
      hasBracket = true;
      openedAt = index;
    } else if (character === '>' && openedAt >= 0) {
      addId(found, header.slice(openedAt + 1, index));
      openedAt = -1;
    }
  }
  if (!hasBracket) {
    for (const word of header.split(/[\s,;"'()<>]+/)) if (bareId.test(word)) addId(found, word);
  }
  return [...found] as RfcMessageId[];
}

export interface ThreadHeaders {
  rfcMessageId?: RfcMessageId | undefined;
  inReplyTo: readonly RfcMessageId[];
  references: readonly RfcMessageId[];
}

/**
 * All ids by which a mail hangs together with others, oldest first and its own last: References, the first id of
 * In-Reply-To, Message-ID. Mails that share any of them are one conversation, in whatever order they arrive. At most
 * 100: the root and the latest. JWZ threading, with the connected set in place of the tree.
 */
export function threadIdsOf({ rfcMessageId, inReplyTo, references }: ThreadHeaders): RfcMessageId[] {
  const ids = new Set(references);
  // Further ids in In-Reply-To are mostly addresses and dates in disguise.
  const parent = inReplyTo[0];
  if (parent !== undefined) ids.add(parent);
  if (rfcMessageId !== undefined) {
    ids.delete(rfcMessageId);
    ids.add(rfcMessageId);
  }
  return capIds([...ids], maxThreadIds);
}

/** How far apart two mails may be (ms) to be joined by subject: two weeks, as other help desks do. */
export const subjectWindowMs = 14 * 24 * 60 * 60 * 1000;

export interface SubjectClues {
  subject: string;
  /** The other side's address, whether it wrote or received the mail. */
  correspondent: string;
  isAutomatic: boolean;
}

// Lists and help desks put a [name] in front on the way; one with a number in it tells cases apart and stays.
const nameTags = /^(?:\[[^[\]\p{N}]{0,60}\] ?)+/u;

/**
 * Under which key a mail can be found by subject: base subject without a list's [name], and correspondent. Null for automatic mails (every order
 * notice of a shop has the same subject) and where subject or correspondent is missing.
 */
export function subjectKey({ subject, correspondent, isAutomatic }: SubjectClues): string | null {
  const base = foldText(baseSubject(subject)).replace(nameTags, '');
  const address = normaliseAddress(correspondent);
  const hasWords = /[\p{L}\p{N}]/u.test(base);
  return isAutomatic || address === '' || !hasWords ? null : `${address}|${base}`;
}

/**
 * The key to look for when a mail's ids lead to no conversation: that of `subjectKey`, but only for a mail whose subject
 * says it is a reply. Join only what is not farther away than `subjectWindowMs` (see `isWithinSubjectWindow`).
 */
export function subjectFallbackKey(mail: SubjectClues): string | null {
  return hasReplyPrefix(mail.subject) ? subjectKey(mail) : null;
}

/** Whether two mails (epoch ms) are near enough in time to be joined by subject. */
export function isWithinSubjectWindow(at: number, otherAt: number): boolean {
  return Math.abs(at - otherAt) <= subjectWindowMs;
}
