// Reads the time of a reminder out of a note: what stands after an @, in any of the three languages.
import type { BusinessHours } from '../model/business-hours.ts';
import type { Language } from '../model/ids.ts';
import { readTime } from './find-promises.ts';

const languages: readonly Language[] = ['en', 'tr', 'el'];

/**
 * `@tomorrow 10:00`, `@cuma`, `@σε 2 ώρες`: when that is (epoch ms) and which words said so. null without an @ that a time follows.
 * @param language tried first
 */
export function readReminder(
  note: string,
  language: Language,
  now: number,
  hours: BusinessHours,
): { at: number; words: string } | null {
  for (const { index } of note.matchAll(/(?<![\p{L}\p{N}.])@/gu)) {
    const [rest = ''] = note.slice(index + 1, index + 80).split('\n');
    for (const each of [language, ...languages.filter((other) => other !== language)]) {
      // "@2 hours" is meant as "in two hours".
      const at = readTime(rest, each, now, hours) ?? readTime(`${before[each]} ${rest}`, each, now, hours);
      if (at !== null && at > now) return { at, words: rest.trim() };
    }
  }
  return null;
}

const before: Readonly<Record<Language, string>> = { en: 'in', tr: '', el: 'σε' };
