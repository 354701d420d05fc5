// Times as the list and the messages show them.
import { describe, expect, it } from 'vitest';
import { comingTime, dayAndTime, messageTime, shortTime, weekDates } from '../../../renderer/app/text/time.ts';

const at = (text: string): number => new Date(text).getTime();
const now = at('2026-11-20T15:30:00'); // a Friday

describe('shortTime', () => {
  it.each([
    ['2026-11-20T15:29:50', 'en-GB', '1 min'],
    ['2026-11-20T15:09:00', 'en-GB', '21 min'],
    ['2026-11-20T15:09:00', 'tr-TR', '21 dk.'],
    ['2026-11-20T12:30:00', 'en-GB', '3 hr'],
    ['2026-11-19T23:50:00', 'en-GB', 'Thu'],
    ['2026-11-14T10:00:00', 'en-GB', 'Sat'],
    ['2026-11-13T10:00:00', 'en-GB', '13 Nov'],
    ['2025-11-20T15:30:00', 'en-GB', '20/11/25'],
    ['2026-11-13T10:00:00', 'tr-TR', '13 Kas'],
  ])('%s in %s is %s', (when, locale, shown) => {
    expect(shortTime(at(when), now, locale)).toBe(shown);
  });

  it('shows the date of what lies in the future', () => {
    expect(shortTime(at('2026-12-24T10:00:00'), now, 'en-GB')).toBe('24 Dec');
  });
});

describe('times ahead', () => {
  it('names only the hour today', () => {
    expect(comingTime(at('2026-11-20T18:00:00'), now, 'el-GR')).toBe('18:00');
  });

  it('names the day within a week, then the date', () => {
    expect(comingTime(at('2026-11-23T09:00:00'), now, 'en-GB')).toMatch(/^Mon,? 09:00$/); // the comma depends on the edition of the locale data;
    expect(comingTime(at('2026-12-23T09:00:00'), now, 'en-GB')).toBe('23 Dec');
  });
});

describe('messageTime', () => {
  it('is the hour today, with the day before, with the year in other years', () => {
    expect(messageTime(at('2026-11-20T09:05:00'), now, 'en-GB')).toBe('09:05');
    expect(messageTime(at('2026-11-18T09:05:00'), now, 'en-GB')).toBe('18 Nov, 09:05');
    expect(messageTime(at('2025-11-18T09:05:00'), now, 'en-GB')).toBe('18 Nov 2025, 09:05');
  });

  it.each(['en-GB', 'tr-TR', 'el-GR'])('writes the afternoon with 24 hours in %s', (locale) => {
    expect(messageTime(at('2026-11-20T14:05:00'), now, locale)).toBe('14:05');
    expect(dayAndTime(at('2026-11-20T00:05:00'), locale)).toContain('00:05');
  });
});

it('names the dates of a week by its Monday, in whatever zone this computer is', () => {
  expect(weekDates('2026-11-16', 'en-GB')).toMatch(/^16\s?–\s?22 November$/);
  expect(weekDates('2026-11-30', 'en-GB')).toMatch(/^30 November\s–\s6 December$/);
  expect(weekDates('2026-11-16', 'tr-TR', 'first')).toBe('16 Kas');
});
