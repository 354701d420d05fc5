// By when a waiting customer gets an answer: the shop's own goal in opening hours, or the marketplace's deadline where that is sooner.
import type { BusinessHours } from '../model/business-hours.ts';
import type { ConversationFacts } from '../model/conversation-facts.ts';
import type { Folder } from '../model/journal.ts';
import { businessDue } from './business-time.ts';

/** What a conversation knows of its turns; times are epoch ms. */
export interface Turns {
  folder: Folder;
  isAutomatic: boolean;
  firstInboundAt?: number;
  /** The newest incoming messages, newest first. */
  inboundAt?: readonly number[];
  /** The newest message of ours that a person wrote: an acknowledgement sent by a rule is no answer. */
  lastAnswerAt?: number;
  facts?: Pick<ConversationFacts, 'kind' | 'isOpen' | 'deadlineAt'>;
}

export interface ReplyGoal {
  hours: BusinessHours;
  /** Of open time. */
  withinMinutes: number;
}

/**
 * When the customer's present turn began (epoch ms): the first message that nobody has answered; null when it is our turn no more. Of more
 * messages in a row than are kept, the oldest kept one.
 */
export function turnStart({ firstInboundAt, inboundAt = [], lastAnswerAt }: Turns): number | null {
  if (lastAnswerAt === undefined) return firstInboundAt ?? null;
  return inboundAt.findLast((at) => at > lastAnswerAt) ?? null;
}

/** Epoch ms; null when nobody waits for us: closed, waiting or snoozed, written by machines, or answered. */
export function answerDueAt(turns: Turns, goal: ReplyGoal): number | null {
  const { facts, folder, isAutomatic } = turns;
  if (facts?.isOpen === false) return null;
  const start = folder === 'open' && !isAutomatic ? turnStart(turns) : null;
  const goalAt = start === null ? null : goalFor(start, facts, goal);
  const deadlineAt = facts?.deadlineAt ?? null;
  if (deadlineAt === null || goalAt === null) return deadlineAt ?? goalAt;
  return Math.min(deadlineAt, goalAt);
}

/** A review is read for years: a day is soon enough, and nights and Sundays are part of it. */
const reviewWithinMs = 24 * 3_600_000;

function goalFor(start: number, facts: Turns['facts'], { hours, withinMinutes }: ReplyGoal): number | null {
  return facts?.kind === 'review' ? start + reviewWithinMs : businessDue(hours, start, withinMinutes);
}
