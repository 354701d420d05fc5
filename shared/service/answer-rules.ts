// By which rules of its marketplace a conversation may be answered now; the screens and the store both ask here.
import type { ConversationFacts, NoReplyReason } from '../model/conversation-facts.ts';
import type { OutboxState } from '../model/outbox.ts';

/** Replies that may have reached the customer, or still will. */
const underway: readonly OutboxState[] = ['queued', 'claimed', 'inflight', 'ambiguous'];
const taken: readonly OutboxState[] = ['accepted', 'filed'];

/** What a conversation says of being answered. */
export interface Answerable {
  facts?: ConversationFacts;
  /** The marketplace refused our newest answer: another one may be given. */
  isAnswerRefused?: true;
}

/** Why it cannot be answered from here now; `one-answer`: it takes one, and one is there or on its way. Null: it can. */
export function whyNoAnswer(
  { facts, isAnswerRefused }: Answerable,
  replies: Iterable<OutboxState>,
): NoReplyReason | 'one-answer' | null {
  if (!facts) return null;
  if (facts.noReply !== undefined) return facts.noReply;
  if (!facts.isOneAnswer) return null;
  const blocking = isAnswerRefused === true ? underway : [...underway, ...taken];
  for (const state of replies) if (blocking.includes(state)) return 'one-answer';
  return null;
}
