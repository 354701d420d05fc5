// Reads the time of a reminder out of a note: what stands right after an @, in any of the three languages.
import type { BusinessHours } from '../model/business-hours.ts';
import type { Language } from '../model/ids.ts';
import { foldWithMap, originalRange } from './fold.ts';
import { timeCluesOf, timeOf, type TimeClue } from './read-time.ts';

const languages: readonly Language[] = ['en', 'tr', 'el'];
/** What may stand between the words of one time: "@cuma, saat 15:00". Anything else ends it: "@yarın ara, kargo cuma gelir". */
const joint = /^(?:[\s,@]|saat|gunu|at|on|by|the|στισ|τισ|την?|το)*$/;
/** "@2 hours" is meant as "in two hours". */
const lengthWords: Readonly<Record<Language, readonly [before: string, after: string]>> = {
  en: ['in ', ''],
  tr: ['', ' sonra'],
  el: ['σε ', ''],
};
const bareLength: Readonly<Record<Language, RegExp>> = {
  en: /^\s*\d{1,3} ?(?:minutes?|mins?|hours?|hrs?|h|(?:working )?days?|weeks?)(?!\p{L})/u,
  tr: /^\s*\d{1,3} ?(?:dakika|dk|saat|(?:is )?gunu?|hafta)(?! ?(?:icinde|icerisinde|sonra|kadar)|\p{L})/u,
  el: /^\s*\d{1,3} ?(?:λεπτα?|ωρ(?:α|εσ)|η?μερ(?:α|εσ)|εβδομαδ(?:α|εσ))(?!\p{L})/u,
};

/**
 * `@tomorrow 10:00`, `@cuma`, `@σε 2 ώρες`: when that is (epoch ms) and which words said so; a day without a time is when the shop opens.
 * null without an @ that a time follows.
 * @param language preferred where the words are of more than one
 */
export function readReminder(
  note: string,
  language: Language,
  now: number,
  hours: BusinessHours,
): { at: number; words: string } | null {
  for (const { index } of note.matchAll(/(?<![\p{L}\p{N}.])@/gu)) {
    const [rest = ''] = note.slice(index + 1, index + 80).split('\n');
    const read = [language, ...languages.filter((other) => other !== language)]
      .map((each) => readIn(rest, each, now, hours))
      .filter((each) => each !== null);
    const longest = Math.max(...read.map(({ words }) => words.length));
    const best = read.find(({ words }) => words.length === longest);
    if (best) return best;
  }
  return null;
}

function readIn(rest: string, language: Language, now: number, hours: BusinessHours) {
  const folded = foldWithMap(rest);
  const length = bareLength[language].exec(folded.text)?.[0];
  if (length !== undefined) {
    const [before, after] = lengthWords[language];
    const clues = timeCluesOf(foldWithMap(`${before}${length.trim()}${after}`), language);
    return reminderOf(clues, rest.slice(0, originalRange(folded, 0, length.length).to), now, hours);
  }
  let to = 0;
  const clues = timeCluesOf(folded, language).filter((clue) => {
    const isJoined = joint.test(folded.text.slice(to, clue.from));
    if (isJoined) to = clue.to;
    return isJoined;
  });
  return reminderOf(clues, rest.slice(0, originalRange(folded, 0, to).to), now, hours);
}

function reminderOf(clues: readonly TimeClue[], words: string, now: number, hours: BusinessHours) {
  const at = timeOf(
    clues.map(({ word }) => word),
    now,
    hours,
    'start',
  );
  return at === null || at <= now ? null : { at, words: words.trim() };
}
