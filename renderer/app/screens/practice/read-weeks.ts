// Computes the weeks of wording in the idle moments of the page, and remembers what the coach said of each message.
import type { Coach } from '../../../../shared/language/coach/check-reply.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import type { Settings } from '../../../../shared/model/settings.ts';
import {
  lastWeeks,
  wordingWeeks,
  type AnsweredConversation,
  type MessageWording,
  type WordingWeek,
} from '../../../../shared/service/wording-weeks.ts';
import { readAnswered, type AnsweredNow, type SentMessage } from '../../reads/read-answered.ts';
import { wholeCoachOf } from '../composer/load-coach.ts';

export const shownWeeks = 12;

/** A page that is never idle gets on with it all the same, a message at a time. */
const idleWithinMs = 100;
/** A message of 2,000 letters takes about as long. */
const leastIdleMs = 4;
/** Nobody writes longer messages by hand; a longer one would hold the page up. */
const mostLetters = 20_000;
/** Of what a hit found, to recognise it by. */
const foundLetters = 80;

/** By the coach, and so by its rules and the shop's settings: what it said of messages by id. */
const remembered = new WeakMap<Coach, Map<string, MessageWording>>();

const idle = (): Promise<IdleDeadline> =>
  new Promise((resolve) => {
    requestIdleCallback(resolve, { timeout: idleWithinMs });
  });

/**
 * The last weeks, oldest first.
 * @param onProgress how many conversations of how many were read
 * @param signal ends it with the signal's reason
 */
export async function readWeeks(
  settings: Settings,
  language: Language,
  now: number,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<WordingWeek[]> {
  const weeks = lastWeeks(now, settings.businessHours.timeZone, shownWeeks);
  const since = weeks[0]?.from ?? now;
  const coach = wholeCoachOf(settings);
  const known = remembered.get(coach) ?? new Map<string, MessageWording>();
  remembered.set(coach, known);
  const turn = turns(signal);
  const wordingOf = async (
    { row, fresh }: SentMessage,
    { conversation }: AnsweredNow,
  ): Promise<MessageWording | undefined> => {
    if (fresh.trim() === '') return undefined;
    const before = known.get(row.id);
    if (before) return before;
    const spoken = conversation.language ?? language;
    for (const each of new Set([spoken, row.language ?? spoken])) {
      for (const step = coach.prepare(each); step.next().done !== true;) await turn();
    }
    await turn();
    const read = fresh.slice(0, mostLetters);
    const { words, hits } = coach.check(read, { language: spoken, names: [conversation.customerName] });
    const wording = {
      words,
      hits: hits.map(({ ruleId, category, severity, language: ruleLanguage, explanation, start, end }) => ({
        ruleId,
        category,
        severity,
        language: ruleLanguage,
        explanation,
        found: read.slice(start, end).slice(0, foundLetters),
      })),
    };
    known.set(row.id, wording);
    return wording;
  };
  const conversations: AnsweredConversation[] = [];
  for await (const { done, total, answered } of readAnswered(since)) {
    signal.throwIfAborted();
    for (const each of answered) {
      const answers = [];
      for (const sent of each.sent) {
        answers.push({ at: sent.row.receivedAt, agentId: sent.agentId, wording: await wordingOf(sent, each) });
      }
      const { conversation, askedAt, handedOverAt } = each;
      conversations.push({ id: conversation.id, askedAt, answers, handedOverAt });
    }
    onProgress(done, total);
  }
  signal.throwIfAborted();
  return wordingWeeks(weeks, conversations);
}

/** Waits for the page's next idle moment once the present one is over. */
function turns(signal: AbortSignal): () => Promise<void> {
  let deadline: IdleDeadline | undefined;
  return async () => {
    signal.throwIfAborted();
    if ((deadline?.timeRemaining() ?? 0) >= leastIdleMs) return;
    deadline = await idle();
    signal.throwIfAborted();
  };
}
