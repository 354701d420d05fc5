// Finds what a reply promises and by when: a sentence that says something will be done, with a day or a time in it.
import type { BusinessHours } from '../model/business-hours.ts';
import type { Language } from '../model/ids.ts';
import { businessDue, closingAt, openIntervals } from '../service/business-time.ts';
import { dayNumber, dayOf, instantAt, wallTime, weekdayOf, type DayNumber } from '../service/zoned-time.ts';
import { foldWithMap, originalRange, type FoldedText, type TextRange } from './fold.ts';
import { promiseMarks, timeRules, unpromised, type TimeWord } from './promise-words.ts';
import { sentenceRanges } from './sentence-ranges.ts';

export interface FoundPromise {
  /** The sentence, as it stands in the text. */
  text: string;
  /** Where it stands. */
  from: number;
  to: number;
  /** Epoch ms. */
  dueAt: number;
  /** Why this was taken for a promise: the words for doing, and those for the time. */
  because: { doing: string; times: string[] };
}

const dayMs = 86_400_000;
/** A day without a time, when the shop is closed on it. */
const lateMinutes = 18 * 60;
const friday = 4;

interface Clue extends TextRange {
  word: TimeWord;
}

/**
 * Promises in `text`, in order. Questions, conditions and refusals are none, nor is a time that is past. Only proposes: a person confirms
 * what is recorded.
 * @param now epoch ms: what "today" and "in two hours" count from
 * @param hours the shop's; a day without a time ends when the shop closes
 */
export function findPromises(text: string, language: Language, now: number, hours: BusinessHours): FoundPromise[] {
  return sentenceRanges(text).flatMap(({ from, to }) => {
    const sentence = text.slice(from, to);
    if (sentence.endsWith('?') || sentence.endsWith(';')) return [];
    const folded = foldWithMap(sentence);
    const doing = firstMatch(promiseMarks[language], folded.text);
    if (!doing || firstMatch(unpromised[language], folded.text)) return [];
    const clues = cluesOf(folded, language);
    const dueAt = dueOf(
      clues.map(({ word }) => word),
      now,
      hours,
    );
    if (dueAt === null || dueAt <= now) return [];
    const written = writtenIn(sentence, folded);
    return [{ text: sentence, from, to, dueAt, because: { doing: written(doing), times: clues.map(written) } }];
  });
}

/** A range of the folded text as it was written. */
function writtenIn(text: string, folded: FoldedText): (range: TextRange) => string {
  return (range) => {
    const { from, to } = originalRange(folded, range.from, range.to);
    return text.slice(from, to);
  };
}

/** The words of `text` that name a day, a time or a length of time, as they were written. */
export function timeWordsIn(text: string, language: Language): string[] {
  const folded = foldWithMap(text);
  return cluesOf(folded, language).map(writtenIn(text, folded));
}

/** The time that `text` names, with or without anything promised (epoch ms); null when it names none. */
export function readTime(text: string, language: Language, now: number, hours: BusinessHours): number | null {
  const clues = cluesOf(foldWithMap(text), language);
  return dueOf(
    clues.map(({ word }) => word),
    now,
    hours,
  );
}

function firstMatch(pattern: RegExp, text: string): TextRange | null {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  pattern.lastIndex = 0;
  return match ? { from: match.index, to: match.index + match[0].length } : null;
}

/** Time words from left to right; where two overlap the earlier rule counts. */
function cluesOf(folded: FoldedText, language: Language): Clue[] {
  const clues: Clue[] = [];
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

/** When all of it is over (epoch ms): the last day and the last time named. null when nothing says when. */
function dueOf(words: readonly TimeWord[], now: number, hours: BusinessHours): number | null {
  const { timeZone: zone } = hours;
  const length = words.find((word) => word.kind === 'length');
  if (length) return lengthEnd(length, now, hours);
  const clock = words.findLast((word) => word.kind === 'clock');
  const today = dayOf(now, zone);
  const days = words.flatMap((word) => dayOfWord(word, now, clock?.minutes ?? null, zone));
  const day = days.at(-1);
  if (clock) {
    const date = day ?? today;
    const at = instantAt(date, clock.minutes, zone);
    // "by 9:00", said in the afternoon, is tomorrow's.
    return day === undefined && at <= now ? instantAt(today + 1, clock.minutes, zone) : at;
  }
  return day === undefined ? null : endOfDay(day, hours);
}

function dayOfWord(word: TimeWord, now: number, clockMinutes: number | null, zone: string): DayNumber[] {
  const today = dayOf(now, zone);
  switch (word.kind) {
    case 'days-on':
      return [today + word.days];
    case 'day-end':
      return [today];
    case 'week-end':
      return [today + ((friday - weekdayOf(today) + 7) % 7)];
    case 'weekday': {
      const ahead = (word.weekday - weekdayOf(today) + 7) % 7;
      const isStillToday = ahead === 0 && clockMinutes !== null && instantAt(today, clockMinutes, zone) > now;
      const next = today + (ahead === 0 && !isStillToday ? 7 : ahead);
      // "Next Friday" is the one after this week's.
      return [word.isNextWeek && next - today < 7 - weekdayOf(today) ? next + 7 : next];
    }
    case 'date': {
      if (word.day < 1 || word.day > 31) return [];
      const { year } = wallTime(now, zone);
      const date = dayNumber(word.year ?? year, word.month, word.day);
      return [word.year === null && date < today ? dayNumber(year + 1, word.month, word.day) : date];
    }
    case 'clock':
    case 'length':
      return [];
  }
}

function lengthEnd(
  { count, unit, isOpenTime }: Extract<TimeWord, { kind: 'length' }>,
  now: number,
  hours: BusinessHours,
): number | null {
  const today = dayOf(now, hours.timeZone);
  switch (unit) {
    case 'minute':
      return now + count * 60_000;
    case 'hour':
      return isOpenTime ? businessDue(hours, now, count * 60) : now + count * 3_600_000;
    case 'day':
      return endOfDay(isOpenTime ? openDayAfter(today, count, hours) : today + count, hours);
    case 'week':
      return endOfDay(today + count * 7, hours);
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
  const late = instantAt(day, lateMinutes, hours.timeZone);
  return closingAt(hours, Math.min(late, instantAt(day, 0, hours.timeZone) + dayMs / 2)) ?? late;
}
