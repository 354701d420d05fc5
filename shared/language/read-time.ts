// Reads when something is from the words that name it: tomorrow 15:00, cuma sabah, σε δύο ώρες.
import type { BusinessHours } from '../model/business-hours.ts';
import type { Language } from '../model/ids.ts';
import { businessDue, closingAt, nextOpenAt, openIntervals } from '../service/business-time.ts';
import { dayNumber, dayOf, instantAt, wallTime, weekdayOf, type DayNumber } from '../service/zoned-time.ts';
import type { FoldedText, TextRange } from './fold.ts';
import type { TimeWord } from './time-rule.ts';
import { timeRules } from './time-words.ts';

/** A day without a time, when the shop is closed on it. */
const lateMinutes = 18 * 60;
const openingMinutes = 10 * 60;
const noonMinutes = 12 * 60;
/** Before this an hour that could be either is of the afternoon: nobody promises an answer by three in the morning. */
const earliestMinutes = 7 * 60;
/** A date without a year that is gone by less than this is past, and not next year's. */
const longestPastDays = 90;
const friday = 4;

/** Words that name a time, and where they stand in the folded text. */
export interface TimeClue extends TextRange {
  word: TimeWord;
}

/** `deadline`: a day ends when the shop closes · `start`: it begins when the shop opens. */
export type DayMeans = 'deadline' | 'start';

/** Time words from left to right; where two overlap the earlier rule counts. */
export function timeCluesOf(folded: FoldedText, language: Language): TimeClue[] {
  const clues: TimeClue[] = [];
  for (const { pattern, read } of timeRules[language]) {
    for (const match of folded.text.matchAll(pattern)) {
      const range = { from: match.index, to: match.index + match[0].length };
      if (clues.some((other) => range.from < other.to && other.from < range.to)) continue;
      const word = read(match);
      if (word) clues.push({ ...range, word });
    }
  }
  return clues.sort((a, b) => a.from - b.from);
}

/** When all of it is over (epoch ms): the last day and the last time named. null when nothing says when, or there is no such day. */
export function timeOf(
  words: readonly TimeWord[],
  now: number,
  hours: BusinessHours,
  means: DayMeans = 'deadline',
): number | null {
  const { timeZone: zone } = hours;
  const length = words.find((word) => word.kind === 'length');
  if (length) return lengthEnd(length, now, hours, means);
  const minutes = minutesOf(words);
  const today = dayOf(now, zone);
  const isNextWeek = words.some((word) => word.kind === 'week-end' && word.weeks === 1);
  const isWeekday = words.some((word) => word.kind === 'weekday');
  const days = words
    .filter((word) => !(isWeekday && word.kind === 'week-end'))
    .map((word) =>
      dayOfWord(isNextWeek && word.kind === 'weekday' ? { ...word, isNextWeek } : word, now, minutes, hours, means),
    );
  if (days.includes(null)) return null;
  const day = days.findLast((each) => each !== undefined) ?? undefined;
  // "@monday morning" reminds when the shop opens.
  const isOpening =
    means === 'start' && day !== undefined && words.every(({ kind }) => kind !== 'clock') && isMorning(words);
  if (minutes !== null && !isOpening) {
    const at = instantAt(day ?? today, minutes, zone);
    // "by 9:00", said in the afternoon, is tomorrow's.
    return day === undefined && at <= now ? instantAt(today + 1, minutes, zone) : at;
  }
  if (day === undefined) return null;
  return means === 'start' && day > today ? startOfDay(day, hours) : endOfDay(day, hours);
}

/** Minutes after midnight that the words name; null when they name a day only. */
function minutesOf(words: readonly TimeWord[]): number | null {
  const clock = words.findLast((word) => word.kind === 'clock');
  const part = words.findLast((word) => word.kind === 'part');
  if (!clock) return part?.minutes ?? null;
  const isAfternoon = clock.isEitherHalf && clock.minutes < (part?.fromMinutes ?? earliestMinutes);
  return isAfternoon ? clock.minutes + noonMinutes : clock.minutes;
}

const isMorning = (words: readonly TimeWord[]): boolean =>
  words.some((word) => word.kind === 'part' && word.fromMinutes === 0);

/** undefined: it names no day; null: a day that does not exist. */
function dayOfWord(
  word: TimeWord,
  now: number,
  minutes: number | null,
  hours: BusinessHours,
  means: DayMeans,
): DayNumber | null | undefined {
  const zone = hours.timeZone;
  const today = dayOf(now, zone);
  const { year, month } = wallTime(now, zone);
  switch (word.kind) {
    case 'days-on':
      return today + word.days;
    case 'day-end':
      return today;
    case 'week-end': {
      if (word.weeks === 0) return today + ((friday - weekdayOf(today) + 7) % 7);
      const monday = today + 7 - weekdayOf(today);
      return means === 'start' ? monday : monday + friday;
    }
    case 'month-end':
      return dayNumber(year, month + 1, 1) - 1;
    case 'weekday': {
      const ahead = (word.weekday - weekdayOf(today) + 7) % 7;
      const isStillToday = ahead === 0 && minutes !== null && instantAt(today, minutes, zone) > now;
      const next = today + (ahead === 0 && !isStillToday ? 7 : ahead);
      // "Next Friday" is the one after this week's.
      return word.isNextWeek && next - today < 7 - weekdayOf(today) ? next + 7 : next;
    }
    case 'date': {
      const found = realDay(word.year ?? year, word.month, word.day);
      if (found === null || word.year !== null || found >= today - longestPastDays) return found;
      return realDay(year + 1, word.month, word.day);
    }
    case 'month-day': {
      const found = realDay(year, month, word.day);
      return found === null || found < today ? realDay(year, month + 1, word.day) : found;
    }
    case 'part':
      return word.isToday ? today : undefined;
    case 'clock':
    case 'length':
      return undefined;
  }
}

/** null for a day that its month does not have. */
function realDay(year: number, month: number, day: number): DayNumber | null {
  const first = dayNumber(year, month, 1);
  return day >= 1 && first + day - 1 < dayNumber(year, month + 1, 1) ? first + day - 1 : null;
}

function lengthEnd(
  { count, unit, isOpenTime }: Extract<TimeWord, { kind: 'length' }>,
  now: number,
  hours: BusinessHours,
  means: DayMeans,
): number | null {
  const today = dayOf(now, hours.timeZone);
  const dayAt = means === 'start' ? startOfDay : endOfDay;
  switch (unit) {
    case 'minute':
      return now + count * 60_000;
    case 'hour':
      return isOpenTime ? businessDue(hours, now, count * 60) : now + count * 3_600_000;
    case 'day':
      return dayAt(isOpenTime ? openDayAfter(today, count, hours) : today + Math.ceil(count), hours);
    case 'week':
      return dayAt(today + Math.ceil(count * 7), hours);
  }
}

/** The `count`th date after `date` on which the shop is open at all. */
function openDayAfter(date: DayNumber, count: number, hours: BusinessHours): DayNumber {
  let day = date;
  for (let left = count, tries = 0; left > 0 && tries < 400; tries += 1) {
    day += 1;
    if (openIntervals(hours, day).length > 0) left -= 1;
  }
  return day;
}

function endOfDay(day: DayNumber, hours: BusinessHours): number {
  return closingAt(hours, instantAt(day, noonMinutes, hours.timeZone)) ?? instantAt(day, lateMinutes, hours.timeZone);
}

function startOfDay(day: DayNumber, hours: BusinessHours): number {
  const opening = nextOpenAt(hours, instantAt(day, 0, hours.timeZone));
  const isThatDay = opening !== null && dayOf(opening, hours.timeZone) === day;
  return isThatDay ? opening : instantAt(day, openingMinutes, hours.timeZone);
}
