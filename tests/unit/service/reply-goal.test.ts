// Who waits for an answer and until when, on the calendar of the metric definitions (Calendar A: Istanbul, Mon–Fri 9–18, Sat 10–14).
import { describe, expect, it } from 'vitest';
import { businessHoursSchema } from '../../../shared/model/business-hours.ts';
import { answerDueAt, turnStart, type Turns } from '../../../shared/service/reply-goal.ts';

const goal = { hours: businessHoursSchema.parse({ timeZone: 'Europe/Istanbul' }), withinMinutes: 120 };
const at = (local: string): number => Date.parse(`${local}:00+03:00`);
const monday = at('2025-11-03T10:15');
const waits: Turns = { folder: 'open', isAutomatic: false, firstInboundAt: monday, inboundAt: [monday] };

describe('the turn', () => {
  it('begins with the first message while nobody has answered', () => {
    expect(turnStart({ ...waits, inboundAt: [monday + 9000, monday + 5000] })).toBe(monday);
  });
  it('begins with the first message after our last one, however many follow', () => {
    const inboundAt = [monday + 9000, monday + 7000, monday + 1000, monday];
    expect(turnStart({ ...waits, inboundAt, lastAnswerAt: monday + 5000 })).toBe(monday + 7000);
  });
  it('is over once we have answered', () => {
    expect(turnStart({ ...waits, lastAnswerAt: monday + 5000 })).toBeNull();
  });
});

describe('due', () => {
  it.each([
    ['2025-11-03T10:15', '2025-11-03T12:15'],
    ['2025-11-07T17:30', '2025-11-08T11:30'],
    ['2025-11-09T11:00', '2025-11-10T11:00'],
  ])('%s is due at %s', (asked, due) => {
    expect(answerDueAt({ ...waits, firstInboundAt: at(asked) }, goal)).toBe(at(due));
  });
  it('is the marketplace’s deadline where that is sooner, the goal where that is', () => {
    const facts = { kind: 'question', isOpen: true } as const;
    expect(answerDueAt({ ...waits, facts: { ...facts, deadlineAt: monday + 60_000 } }, goal)).toBe(monday + 60_000);
    expect(answerDueAt({ ...waits, facts: { ...facts, deadlineAt: at('2025-11-05T10:15') } }, goal)).toBe(
      at('2025-11-03T12:15'),
    );
  });
  it('is a day for a review, nights included', () => {
    expect(answerDueAt({ ...waits, facts: { kind: 'review', isOpen: true } }, goal)).toBe(monday + 24 * 3_600_000);
  });
  it.each<[string, Partial<Turns>]>([
    ['closed', { folder: 'closed' }],
    ['waiting for the customer', { folder: 'waiting' }],
    ['snoozed', { folder: 'snoozed' }],
    ['from machines', { isAutomatic: true }],
    ['answered', { lastAnswerAt: monday + 1 }],
    ['answered, says the marketplace', { facts: { kind: 'question', isOpen: false, deadlineAt: monday } }],
  ])('nobody waits: %s', (_why, change) => {
    expect(answerDueAt({ ...waits, ...change }, goal)).toBeNull();
  });
  it('is nothing for a shop that never opens', () => {
    const hours = { ...goal.hours, week: goal.hours.week.map(() => []) };
    expect(answerDueAt(waits, { ...goal, hours })).toBeNull();
  });
});
