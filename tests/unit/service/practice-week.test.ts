// The week's set of practice: chosen alike all week, and one result of each person.
import { describe, expect, it } from 'vitest';
import type { PracticeResult } from '../../../shared/model/practice.ts';
import { practiceWeek, randomOf, withResult } from '../../../shared/service/practice-week.ts';

describe('the week of practice', () => {
  it('begins on Monday in the zone of the shop', () => {
    expect(practiceWeek(Date.parse('2026-11-22T21:30:00Z'), 'Europe/Athens')).toBe('2026-11-16');
    expect(practiceWeek(Date.parse('2026-11-22T22:30:00Z'), 'Europe/Athens')).toBe('2026-11-23');
  });

  it('brings the same numbers all week, and others in the next', () => {
    const numbers = (week: string) => {
      const random = randomOf(week);
      return [random(), random(), random()];
    };
    expect(numbers('2026-11-16')).toEqual(numbers('2026-11-16'));
    expect(numbers('2026-11-16')).not.toEqual(numbers('2026-11-23'));
    expect(new Set(numbers('2026-11-16')).size).toBe(3);
    for (const number of numbers('2026-11-16')) expect(number >= 0 && number < 1).toBe(true);
  });

  it('keeps the best of a person in a week, and what is not older than a year', () => {
    const result = (agentId: string, week: string, good: number): PracticeResult => ({ agentId, week, good, total: 5 });
    const kept = withResult(
      [result('a', '2025-11-03', 5), result('a', '2026-11-16', 3), result('b', '2026-11-16', 1)],
      result('a', '2026-11-16', 4),
    );
    expect(kept).toEqual([result('b', '2026-11-16', 1), result('a', '2026-11-16', 4)]);
    expect(withResult(kept, result('a', '2026-11-16', 2))).toEqual(kept);
  });
});
