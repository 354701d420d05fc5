// How English, Turkish and Greek name a day, a time or a length of time; on folded text.
import type { Language } from '../model/ids.ts';
import { clockRules, hourRules } from './clock-words.ts';
import { begin, end, turkish, whole, type TimeRule, type TimeWord } from './time-rule.ts';

const numbers: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  en: {
    'half an': 0.5,
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    ten: 10,
    'a couple of': 2,
  },
  tr: { yarim: 0.5, bir: 1, iki: 2, uc: 3, dort: 4, bes: 5, alti: 6, yedi: 7, on: 10 },
  el: {
    μιση: 0.5,
    ενα: 1,
    μια: 1,
    μιασ: 1,
    δυο: 2,
    τρεισ: 3,
    τρια: 3,
    τριων: 3,
    τεσσερισ: 4,
    τεσσερα: 4,
    πεντε: 5,
    εξι: 6,
    επτα: 7,
    δεκα: 10,
  },
};
/** "1–2 days", "1 ila 2", "1 με 2": what is promised is the longer one. */
const rangeStart = String.raw`(?:\d{1,3} ?(?:-|to|or|ila|veya|εωσ|με|η) ?)?`;
const numberIn = (language: Language): string => `\\d{1,3}|${Object.keys(numbers[language]).join('|')}`;

function countOf(word: string | undefined, language: Language): number {
  if (word === undefined) return 0;
  return /^\d/.test(word) ? Number(word) : (numbers[language][word] ?? 0);
}

function weekdayRules(words: readonly string[], wrap: (source: string) => RegExp, isNextWeek = false): TimeRule[] {
  return words.map((word, weekday) => ({
    pattern: wrap(word),
    read: () => ({ kind: 'weekday', weekday, isNextWeek }),
  }));
}

const months: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'jan(?:uary)?',
    'feb(?:ruary)?',
    'mar(?:ch)?',
    'apr(?:il)?',
    'may',
    'june?',
    'july?',
    'aug(?:ust)?',
    'sept?(?:ember)?',
    'oct(?:ober)?',
    'nov(?:ember)?',
    'dec(?:ember)?',
  ],
  tr: [
    'oca[kg]',
    'subat',
    'mart',
    'nisan',
    'mayis',
    'haziran',
    'temmuz',
    'agustos',
    'eylul',
    'ekim',
    'kasim',
    'arali[kg]',
  ],
  el: [
    'ιανουαριου|γεναρη',
    'φεβρουαριου|φλεβαρη',
    'μαρτιου|μαρτη',
    'απριλιου|απριλη',
    'μαιου|μαη',
    'ιουνιου|ιουνη',
    'ιουλιου|ιουλη',
    'αυγουστου',
    'σεπτεμβριου|σεπτεμβρη',
    'οκτωβριου|οκτωβρη',
    'νοεμβριου|νοεμβρη',
    'δεκεμβριου|δεκεμβρη',
  ],
};

const date = (day: string | undefined, month: number, year?: string): TimeWord => ({
  kind: 'date',
  day: Number(day),
  month,
  year: year === undefined ? null : Number(year),
});

function namedDates(language: Language, wrap: (source: string) => RegExp): TimeRule[] {
  return months[language].flatMap((name, index): TimeRule[] => {
    const dayFirst: TimeRule = {
      pattern: wrap(`(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?:${name})(?: (\\d{4}))?`),
      read: ([, day, year]) => date(day, index + 1, year),
    };
    const monthFirst: Partial<Record<Language, RegExp>> = {
      en: wrap(`(?:${name}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`),
      // Kasım'ın 15'inde, Kasım'ın 15'ine
      tr: whole(`(?:${name})'?[iu]n (\\d{1,2})'?${dayEnding}()`),
    };
    const pattern = monthFirst[language];
    return pattern
      ? [dayFirst, { pattern, read: ([, day, year]) => date(day, index + 1, year || undefined) }]
      : [dayFirst];
  });
}

/** 15'inde, 6'sına, 3'ünde: the day of a month in Turkish has a possessive ending; the time of day has none (15'te). */
const dayEnding = '(?:s?[iu]n)[dae][ae]?n?';

/** Day first, as in all three languages; two digits and a dot are a time (15.10), unless they cannot or the word for a date follows. */
const numericDates: readonly TimeRule[] = [
  {
    pattern: new RegExp(
      `${begin}(\\d{1,2})[./](0?[1-9]|1[0-2])[./](\\d{4})(?!\\d)|${begin}(?!24/7)(\\d{1,2})/(0?[1-9]|1[0-2])(?![\\d/])`,
      'gu',
    ),
    read: ([, day, month, year, shortDay, shortMonth]) => date(day ?? shortDay, Number(month ?? shortMonth), year),
  },
  {
    pattern: new RegExp(
      `${begin}(?<!saat |at )(\\d{1,2})\\.(0?[1-9]|1[0-2])(?= tarih)|${begin}(?<!saat |at )(\\d{1,2})\\.(0[1-46-9]|1[12])(?!\\d|[.:]\\d| ?(?:am|pm|[πμ]\\.?μ))`,
      'gu',
    ),
    read: ([, day, month, otherDay, otherMonth]) => date(day ?? otherDay, Number(month ?? otherMonth)),
  },
];

/** `frame`: the words around a length; `units` by minute, hour, day, week. */
function lengthRules(
  language: Language,
  frame: (count: string, unit: string) => string,
  units: readonly [string, string, string, string],
  openTime: string,
): TimeRule[] {
  return (['minute', 'hour', 'day', 'week'] as const).map((unit, index) => ({
    pattern: new RegExp(
      `${begin}${frame(`${rangeStart}(${numberIn(language)})`, `(${openTime})?(?:${units[index] ?? ''})`)}`,
      'gu',
    ),
    read: ([, count, open]) => {
      const number = countOf(count, language);
      return number === 0 ? null : { kind: 'length', count: number, unit, isOpenTime: open !== undefined };
    },
  }));
}

const on = (days: number) => (): TimeWord => ({ kind: 'days-on', days });
const week = (weeks: 0 | 1) => (): TimeWord => ({ kind: 'week-end', weeks });
const monthEnd = (): TimeWord => ({ kind: 'month-end' });
const dayEnd = (): TimeWord => ({ kind: 'day-end' });
const monthDay = ([, day]: readonly (string | undefined)[]): TimeWord => ({ kind: 'month-day', day: Number(day) });

const englishDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** Paraskevi and Kyriaki are women's names too: they are days with an article, a preposition or a time beside them. */
const nameDay = (day: string): string =>
  `(?:(?<=(?:την?|μεχρι|εωσ|απο|επομενη|ερχομενη|αυτη|καθε) )|(?<=^@?)(?!${day},))${day}|${day}(?= (?:στισ|πρωι|μεσημερι|απογευμα|βραδυ|\\d))`;

/** Longer phrases first: where two overlap the earlier rule counts. */
export const timeRules: Readonly<Record<Language, readonly TimeRule[]>> = {
  en: [
    { pattern: whole('(?:the )?end of (?:the|this) week|this week'), read: week(0) },
    { pattern: whole('(?:the )?(?:end of )?next week'), read: week(1) },
    { pattern: whole('(?:the )?end of (?:the|this) month'), read: monthEnd },
    { pattern: whole('(?:the )?end of (?:the |this )?(?:business )?day|close of business'), read: dayEnd },
    { pattern: whole('today'), read: on(0) },
    { pattern: whole('day after tomorrow'), read: on(2) },
    { pattern: whole('(?<!after )tomorrow'), read: on(1) },
    ...weekdayRules(
      englishDays.map((day) => `(?<!next )${day}s?`),
      whole,
    ),
    ...weekdayRules(
      englishDays.map((day) => `next ${day}`),
      whole,
      true,
    ),
    ...namedDates('en', whole),
    ...numericDates,
    { pattern: whole('(?:on|by|before|until) the (\\d{1,2})(?:st|nd|rd|th)(?! \\p{L})'), read: monthDay },
    ...lengthRules(
      'en',
      (count, unit) => `(?:in|within)(?: the next)? ${count} ?${unit}${end}`,
      ['minutes?|mins?', 'hours?|hrs?|h', 'days?', 'weeks?'],
      '(?:business|working) ',
    ),
    ...clockRules,
    ...hourRules.en,
  ],
  tr: [
    { pattern: turkish('(?:bu )?hafta son[iu]|bu hafta(?: icinde)?'), read: week(0) },
    { pattern: turkish('haftaya|(?:gelecek|onumuzdeki|ertesi) hafta(?: icinde)?'), read: week(1) },
    { pattern: turkish('ay son[iu]'), read: monthEnd },
    { pattern: turkish('gun son[iu]|mesai bitimi|mesai son[iu]'), read: dayEnd },
    { pattern: turkish('bugun'), read: on(0) },
    { pattern: turkish('yarin'), read: on(1) },
    { pattern: turkish('(?:ertesi|obur) gun'), read: on(2) },
    ...weekdayRules(['pazartesi', 'sali', 'carsamba', 'persembe', 'cuma', 'cumartesi', 'pazar'], turkish),
    ...namedDates('tr', turkish),
    ...numericDates,
    { pattern: whole(`(?<!% ?)(?:ayin )?([12]?\\d|3[01])'${dayEnding}`), read: monthDay },
    ...lengthRules(
      'tr',
      (count, unit) => `${count} ?${unit}(?:e|a|ye|ya)? (?:icinde|icerisinde|sonra|kadar)`,
      ['dakika|dk', 'saat', 'gunu?', 'hafta'],
      'is ',
    ),
    { pattern: turkish('gun icinde'), read: dayEnd },
    ...clockRules,
    ...hourRules.tr,
  ],
  el: [
    { pattern: whole('(?:το )?τελοσ τησ εβδομαδασ|αυτη την εβδομαδα|μεσα στην εβδομαδα'), read: week(0) },
    { pattern: whole('(?:επομενη|αλλη|ερχομενη) εβδομαδα|επομενησ εβδομαδασ'), read: week(1) },
    { pattern: whole('(?:το )?τελοσ του μηνα'), read: monthEnd },
    { pattern: whole('(?:το )?τελοσ τησ (?:η)?μερασ|μεσα στην? η?μερα|εντοσ τησ ημερασ'), read: dayEnd },
    { pattern: whole('σημερα'), read: on(0) },
    { pattern: whole('μεθαυριο'), read: on(2) },
    { pattern: whole('αυριο'), read: on(1) },
    ...weekdayRules(
      ['δευτερα', 'τριτη', 'τεταρτη', 'πεμπτη', nameDay('παρασκευη'), 'σαββατο', nameDay('κυριακη')],
      whole,
    ),
    ...namedDates('el', whole),
    ...numericDates,
    { pattern: whole('(?:στισ|τισ|εωσ|μεχρι) (\\d{1,2}) του μηνα'), read: monthDay },
    ...lengthRules(
      'el',
      (count, unit) => `(?:σε|εντοσ|μεσα σε)(?: το πολυ)? ${count} ?${unit}${end}`,
      ['λεπτα|λεπτο|λεπτων', 'ωρεσ|ωρα|ωρων', '(?:η)?μερεσ|(?:η)?μερα|(?:η)?μερων', 'εβδομαδεσ|εβδομαδα|εβδομαδων'],
      'εργασιμ(?:εσ|ων|η) ',
    ),
    ...clockRules,
    ...hourRules.el,
  ],
};
