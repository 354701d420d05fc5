// The shop's wording week by week, and how often customers met a second person without a word handed over.
import type { CoachHit } from '../language/coach/check-reply.ts';
import type { ConversationId } from '../model/ids.ts';
import { instantAt, isoDate, mondayOf } from './zoned-time.ts';

/** From its Monday 00:00 in the shop's zone to before the next one's (epoch ms). */
export interface Week {
  /** Its Monday, as `2026-11-16`. */
  week: string;
  from: number;
  to: number;
}

/** What the coach says of a message as it was sent; of hits that overlap, only one. */
export interface MessageWording {
  words: number;
  hits: readonly (Pick<CoachHit, 'ruleId' | 'category' | 'severity' | 'language' | 'explanation'> & {
    /** What it found, as it was written. */
    found: string;
  })[];
}

/** What a person sent. */
export interface Answer {
  at: number;
  /** Which of the shop's people; undefined for what was sent elsewhere. */
  agentId: string | undefined;
  /** Undefined where there were no words of its own to read. */
  wording: MessageWording | undefined;
}

export interface AnsweredConversation {
  id: ConversationId;
  /** When the customer first wrote; undefined where they never did: then nothing is answered in it. */
  askedAt: number | undefined;
  /** What people sent in it, oldest first. */
  answers: readonly Answer[];
  /** When hand-over notes about its customer were written. */
  handedOverAt: readonly number[];
}

export interface Wording {
  messages: number;
  /** Of them those without a high hit. */
  clean: number;
  words: number;
  hits: number;
}

export interface RuleCount {
  hit: MessageWording['hits'][number];
  count: number;
  /** Where it came up last. */
  example: ConversationId;
}

export interface WordingWeek extends Week {
  all: Wording;
  /** By agent id; '' for what was sent elsewhere. */
  people: ReadonlyMap<string, Wording>;
  /** Those that came up most first. */
  rules: RuleCount[];
  /** Conversations in which a person answered this week. */
  answered: number;
  /** Of them those in which two or more people have answered until the week's end. */
  byMany: number;
  /** Of these those without a hand-over note by the time the second person answered. */
  retold: number;
}

const weekDays = 7;

/** The week in which `now` (epoch ms) lies in `zone` and those before it, oldest first. */
export function lastWeeks(now: number, zone: string, count: number): Week[] {
  const last = mondayOf(now, zone);
  return Array.from({ length: count }, (_, index) => {
    const monday = last - (count - 1 - index) * weekDays;
    return { week: isoDate(monday), from: instantAt(monday, 0, zone), to: instantAt(monday + weekDays, 0, zone) };
  });
}

/** 0 to 1; null where nothing was sent. */
export const cleanShare = ({ clean, messages }: Wording): number | null => (messages === 0 ? null : clean / messages);

/** Hits per 100 words; null where there were none. */
export const density = ({ hits, words }: Wording): number | null => (words === 0 ? null : (100 * hits) / words);

/** 0 to 1: conversations that changed hands without a note among those answered; null where none was. */
export const retellRate = ({ retold, answered }: WordingWeek): number | null =>
  answered === 0 ? null : retold / answered;

function wordingOf(read: readonly MessageWording[]): Wording {
  return {
    messages: read.length,
    clean: read.filter(({ hits }) => !hits.some(({ severity }) => severity === 'high')).length,
    words: read.reduce((sum, { words }) => sum + words, 0),
    hits: read.reduce((sum, { hits }) => sum + hits.length, 0),
  };
}

/** When the second person answered; undefined where one person did it all, as far as it is known. */
function secondPersonAt(answers: readonly Answer[]): number | undefined {
  const known = answers.filter(({ agentId }) => agentId !== undefined);
  return known.find(({ agentId }) => agentId !== known[0]?.agentId)?.at;
}

/** The weeks as they went. */
export function wordingWeeks(weeks: readonly Week[], conversations: readonly AnsweredConversation[]): WordingWeek[] {
  return weeks.map((week) => {
    const isIn = ({ at }: { at: number }): boolean => at >= week.from && at < week.to;
    const answered = conversations.flatMap(({ askedAt, answers, handedOverAt }) =>
      askedAt !== undefined && answers.some((answer) => isIn(answer) && answer.at >= askedAt)
        ? [{ askedAt, answers, handedOverAt }]
        : [],
    );
    const read = conversations
      .flatMap(({ id, answers }) =>
        answers
          .filter(isIn)
          .flatMap(({ at, agentId = '', wording }) => (wording ? [{ id, at, agentId, wording }] : [])),
      )
      .sort((a, b) => b.at - a.at);
    const wordings = (isWanted: (each: (typeof read)[number]) => boolean): Wording =>
      wordingOf(read.filter(isWanted).map(({ wording }) => wording));
    const agentIds = new Set(read.map(({ agentId }) => agentId));
    const rules = new Map<string, RuleCount>();
    for (const { id, wording } of read) {
      for (const hit of wording.hits) {
        const { count, ...first } = rules.get(hit.ruleId) ?? { hit, example: id, count: 0 };
        rules.set(hit.ruleId, { ...first, count: count + 1 });
      }
    }
    const changedHands = answered.flatMap(({ askedAt, answers, handedOverAt }) => {
      const secondAt = secondPersonAt(answers.filter(({ at }) => at < week.to));
      return secondAt === undefined ? [] : { isHandedOver: handedOverAt.some((at) => at >= askedAt && at <= secondAt) };
    });
    return {
      ...week,
      all: wordings(() => true),
      people: new Map([...agentIds].map((id) => [id, wordings(({ agentId }) => agentId === id)])),
      rules: [...rules.values()].sort((a, b) => b.count - a.count),
      answered: answered.length,
      byMany: changedHands.length,
      retold: changedHands.filter(({ isHandedOver }) => !isHandedOver).length,
    };
  });
}
