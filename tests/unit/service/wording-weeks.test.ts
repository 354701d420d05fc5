// Weeks of wording, made by hand: shares, density, week boundaries, people, and conversations that changed hands.
import { describe, expect, it } from 'vitest';
import type { ConversationId } from '../../../shared/model/ids.ts';
import {
  cleanShare,
  density,
  lastWeeks,
  retellRate,
  wordingWeeks,
  type Answer,
  type AnsweredConversation,
  type MessageWording,
} from '../../../shared/service/wording-weeks.ts';

const zone = 'Europe/Istanbul';
/** Sunday 2026-11-22, 23:30 there. */
const now = Date.parse('2026-11-22T20:30:00Z');
const weeks = lastWeeks(now, zone, 3);
const hour = 3_600_000;

type Severity = MessageWording['hits'][number]['severity'];
const wording = (words: number, ...hits: [ruleId: string, severity: Severity][]): MessageWording => ({
  words,
  hits: hits.map(([ruleId, severity]) => ({
    ruleId,
    severity,
    category: 'refusal',
    language: 'tr',
    explanation: { en: '', tr: '', el: '' },
    found: ruleId,
  })),
});
const answer = (at: number | string, agentId?: string, read: MessageWording | undefined = wording(10)): Answer => ({
  at: typeof at === 'string' ? Date.parse(at) : at,
  agentId,
  wording: read,
});
let count = 0;
const conversation = (answers: Answer[], more: Partial<AnsweredConversation> = {}): AnsweredConversation => ({
  id: `c${++count}` as ConversationId,
  askedAt: Math.min(...answers.map(({ at }) => at)) - hour,
  answers,
  handedOverAt: [],
  ...more,
});
const last = (...conversations: AnsweredConversation[]) => wordingWeeks(weeks, conversations).at(-1)!;
const monday = weeks[2]!.from;

describe('weeks', () => {
  it('begin on Monday 00:00 in the zone of the shop', () => {
    expect(weeks.map(({ week }) => week)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
    expect(weeks.map(({ from }) => new Date(from).toISOString())).toEqual([
      '2026-11-01T21:00:00.000Z',
      '2026-11-08T21:00:00.000Z',
      '2026-11-15T21:00:00.000Z',
    ]);
    const sent = conversation([answer('2026-11-15T20:59:59.999Z'), answer('2026-11-15T21:00:00Z')]);
    expect(wordingWeeks(weeks, [sent]).map(({ all }) => all.messages)).toEqual([0, 1, 1]);
  });

  it('are an hour longer or shorter where the clock is set', () => {
    const autumn = lastWeeks(Date.parse('2026-10-25T12:00:00Z'), 'Europe/Athens', 1);
    expect(autumn).toEqual([
      { week: '2026-10-19', from: Date.parse('2026-10-18T21:00:00Z'), to: Date.parse('2026-10-25T22:00:00Z') },
    ]);
  });
});

describe('wording', () => {
  it('says nothing of a week without messages', () => {
    const [empty] = wordingWeeks(weeks, []);
    expect(empty).toMatchObject({ all: { messages: 0, clean: 0, words: 0, hits: 0 }, answered: 0, rules: [] });
    expect([cleanShare(empty!.all), density(empty!.all), retellRate(empty!)]).toEqual([null, null, null]);
  });

  it('has the clean share of the definition: 46 of 50 without a high hit are 92 %', () => {
    const read = Array.from({ length: 50 }, (_, index) =>
      wording(10, [`r${index}`, index < 4 ? 'high' : index % 2 === 0 ? 'medium' : 'low']),
    );
    const { all } = last(conversation(read.map((each, index) => answer(monday + index, undefined, each))));
    expect(all).toMatchObject({ messages: 50, clean: 46 });
    expect(cleanShare(all)).toBeCloseTo(0.92, 10);
  });

  it('has the density of the definition: 18 hits of any gravity in 2,400 words are 0.75', () => {
    const hits = (number: number) => Array.from({ length: number }, (): [string, Severity] => ['r', 'low']);
    const read = [wording(1500, ...hits(10), ['h', 'high']), wording(900, ...hits(7))];
    const { all } = last(conversation(read.map((each, index) => answer(monday + index, undefined, each))));
    expect(all).toMatchObject({ words: 2400, hits: 18 });
    expect(density(all)).toBeCloseTo(0.75, 10);
  });

  it('counts a message without words of its own as answer, not as wording', () => {
    const week = last(conversation([{ at: monday, agentId: 'a', wording: undefined }]));
    expect(week).toMatchObject({ all: { messages: 0 }, answered: 1 });
  });

  it('parts people, and what was sent elsewhere', () => {
    const week = last(
      conversation([answer(monday, 'a', wording(5, ['r', 'high'])), answer(monday + 1, 'b', wording(7))]),
      conversation([answer(monday, 'a', wording(3)), answer(monday + 1, undefined, wording(2))]),
    );
    expect(Object.fromEntries(week.people)).toEqual({
      a: { messages: 2, clean: 1, words: 8, hits: 1 },
      b: { messages: 1, clean: 1, words: 7, hits: 0 },
      '': { messages: 1, clean: 1, words: 2, hits: 0 },
    });
  });

  it('names the rules that came up most first, each with where it came up last', () => {
    const early = conversation([
      answer(monday, 'a', wording(5, ['often', 'high'], ['often', 'high'], ['once', 'low'])),
    ]);
    const late = conversation([answer(monday + hour, 'a', wording(5, ['often', 'high']))]);
    const before = conversation([answer(monday - 1, 'a', wording(5, ['earlier', 'high']))]);
    expect(last(late, early, before).rules.map(({ hit, ...rest }) => [hit.ruleId, rest])).toEqual([
      ['often', { count: 3, example: late.id }],
      ['once', { count: 1, example: early.id }],
    ]);
  });
});

describe('telling it again', () => {
  it('is answered by two or more people without a hand-over note: 9 of 60 are 15 %', () => {
    const alone = Array.from({ length: 49 }, () => conversation([answer(monday, 'a'), answer(monday + 1, 'a')]));
    const retold = Array.from({ length: 9 }, () => conversation([answer(monday, 'a'), answer(monday + hour, 'b')]));
    const handed = Array.from({ length: 2 }, () =>
      conversation([answer(monday, 'a'), answer(monday + hour, 'b')], { handedOverAt: [monday + 1] }),
    );
    const week = last(...alone, ...retold, ...handed);
    expect(week).toMatchObject({ answered: 60, byMany: 11, retold: 9 });
    expect(retellRate(week)).toBeCloseTo(0.15, 10);
  });

  it('is not helped by a note of before the question or after the second person', () => {
    const answers = [answer(monday, 'a'), answer(monday + hour, 'b')];
    expect(last(conversation(answers, { handedOverAt: [monday - 2 * hour] })).retold).toBe(1);
    expect(last(conversation(answers, { handedOverAt: [monday + hour + 1] })).retold).toBe(1);
    expect(last(conversation(answers, { handedOverAt: [monday - hour] })).retold).toBe(0);
  });

  it('belongs to the week in which the second person comes, and is not yet so in the one before', () => {
    const both = conversation([answer(monday - hour, 'a'), answer(monday + hour, 'b')]);
    expect(wordingWeeks(weeks, [both]).map(({ answered, byMany }) => [answered, byMany])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
  });

  it('knows nothing of people who sent from elsewhere, nor of mail that answers nobody', () => {
    expect(last(conversation([answer(monday), answer(monday + 1, 'a'), answer(monday + 2)])).byMany).toBe(0);
    const mailing = conversation([answer(monday, 'a'), answer(monday + 1, 'b')], { askedAt: undefined });
    expect(last(mailing)).toMatchObject({ all: { messages: 2 }, answered: 0, byMany: 0 });
  });
});
