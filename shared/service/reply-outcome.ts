// What came after a canned reply was sent. It says what happened next, not that the reply was the cause.
import { findTopics } from '../language/suggest/find-topics.ts';
import type { Language } from '../model/ids.ts';

/** thanked: the customer's next message thanks and asks nothing · wrote-again: it says something else · quiet: there was none yet. */
export type ReplyOutcome = 'thanked' | 'wrote-again' | 'quiet';

const dayMs = 24 * 60 * 60 * 1000;
/** A message later than this is about something else. */
export const outcomeWithinMs = 14 * dayMs;

export interface LaterMessage {
  /** Epoch ms. */
  receivedAt: number;
  /** Fresh text, without what it quotes. */
  text: string;
  isAutomatic: boolean;
}

/** @param later the customer's messages after the reply, oldest first */
export function outcomeOf(sentAt: number, later: readonly LaterMessage[], language: Language): ReplyOutcome {
  const next = later.find(({ receivedAt, isAutomatic }) => receivedAt > sentAt && !isAutomatic);
  if (!next || next.receivedAt > sentAt + outcomeWithinMs) return 'quiet';
  return isThanks(next.text, language) ? 'thanked' : 'wrote-again';
}

/** Thanks or praise and no question or trouble beside it. */
export function isThanks(text: string, language: Language): boolean {
  if (/\?|[\p{Script=Greek}\p{M}][;\u037e](\s|$)/u.test(text)) return false;
  const topics = findTopics(text, language).map(({ topic }) => topic);
  const troubles = new Set(['late', 'lost', 'damaged', 'wrong', 'missing', 'complaint', 'refund', 'cancel']);
  const isPraise = topics.includes('thanks') || /^(?:\s|\p{Extended_Pictographic}|\u200d|\ufe0f)+$/u.test(text);
  return isPraise && !topics.some((topic) => troubles.has(topic));
}
