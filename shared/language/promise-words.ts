// How English, Turkish and Greek say that something will be done, and by when; on folded text.
import type { Language } from '../model/ids.ts';

/** What a phrase says of the time: a day, a time of day, or a length from now. */
export type TimeWord =
  | { kind: 'days-on'; days: number }
  | { kind: 'weekday'; weekday: number; isNextWeek: boolean }
  | { kind: 'date'; day: number; month: number; year: number | null }
  | { kind: 'week-end' }
  | { kind: 'day-end' }
  | { kind: 'clock'; minutes: number }
  | { kind: 'length'; count: number; unit: 'minute' | 'hour' | 'day' | 'week'; isOpenTime: boolean };

export interface TimeRule {
  pattern: RegExp;
  read(groups: readonly (string | undefined)[]): TimeWord | null;
}

const begin = String.raw`(?<![\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;
const whole = (source: string): RegExp => new RegExp(`${begin}(?:${source})${end}`, 'gu');
/** Turkish endings stand on the word or after an apostrophe: cumaya, saat 15.00'te. */
const turkish = (source: string): RegExp => new RegExp(`${begin}(?:${source})(?:'?\\p{L}{0,6})?${end}`, 'gu');

const numbers: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  en: { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, ten: 10, 'a couple of': 2 },
  tr: { bir: 1, iki: 2, uc: 3, dort: 4, bes: 5, alti: 6, yedi: 7, on: 10 },
  el: {
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
const numberIn = (language: Language): string => `\\d{1,3}|${Object.keys(numbers[language]).join('|')}`;

function countOf(word: string | undefined, language: Language): number {
  if (word === undefined) return 0;
  return /^\d/.test(word) ? Number(word) : (numbers[language][word] ?? 0);
}

function listRules(
  words: readonly string[],
  make: (index: number) => TimeWord,
  wrap: (source: string) => RegExp,
): TimeRule[] {
  return words.map((word, index) => ({ pattern: wrap(word), read: () => make(index) }));
}

const weekday = (index: number): TimeWord => ({ kind: 'weekday', weekday: index, isNextWeek: false });

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
  tr: ['ocak', 'subat', 'mart', 'nisan', 'mayis', 'haziran', 'temmuz', 'agustos', 'eylul', 'ekim', 'kasim', 'aralik'],
  el: [
    'ιανουαριου',
    'φεβρουαριου',
    'μαρτιου',
    'απριλιου',
    'μαιου',
    'ιουνιου',
    'ιουλιου',
    'αυγουστου',
    'σεπτεμβριου',
    'οκτωβριου',
    'νοεμβριου',
    'δεκεμβριου',
  ],
};

function dateRules(language: Language, wrap: (source: string) => RegExp): TimeRule[] {
  const named = months[language].flatMap((month, index): TimeRule[] => [
    {
      pattern: wrap(`(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?:${month})(?: (\\d{4}))?`),
      read: ([, day, year]) => ({
        kind: 'date',
        day: Number(day),
        month: index + 1,
        year: year === undefined ? null : Number(year),
      }),
    },
    ...(language === 'en'
      ? [
          {
            pattern: wrap(`(?:${month}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`),
            read: ([, day, year]: readonly (string | undefined)[]): TimeWord => {
              return {
                kind: 'date',
                day: Number(day),
                month: index + 1,
                year: year === undefined ? null : Number(year),
              };
            },
          },
        ]
      : []),
  ]);
  const numeric: TimeRule = {
    // Day first, as in all three languages; with dots a month makes it a date and not a time.
    pattern: new RegExp(
      `${begin}(\\d{1,2})[./](0?[1-9]|1[0-2])(?:[./](\\d{4}))(?!\\d)|${begin}(\\d{1,2})/(0?[1-9]|1[0-2])(?![\\d/])`,
      'gu',
    ),
    read: ([, day, month, year, shortDay, shortMonth]) => ({
      kind: 'date',
      day: Number(day ?? shortDay),
      month: Number(month ?? shortMonth),
      year: year === undefined ? null : Number(year),
    }),
  };
  return [...named, numeric];
}

/** 15:00, 15.00, 3 pm, 3 μ.μ. */
const clockRules: readonly TimeRule[] = [
  {
    pattern: new RegExp(
      `${begin}([01]?\\d|2[0-3])[:.]([0-5]\\d)(?!\\d|[./]\\d)(?: ?(am|pm|a\\.m\\.|p\\.m\\.|π\\.?μ\\.?|μ\\.?μ\\.?))?`,
      'gu',
    ),
    read: ([, hour, minute, half]) => ({ kind: 'clock', minutes: clockHour(Number(hour), half) * 60 + Number(minute) }),
  },
  {
    pattern: new RegExp(
      `${begin}(1[0-2]|0?[1-9]) ?(am|pm|a\\.m\\.|p\\.m\\.|π\\.?μ\\.?|μ\\.?μ\\.?)(?![\\p{L}\\p{N}])`,
      'gu',
    ),
    read: ([, hour, half]) => ({ kind: 'clock', minutes: clockHour(Number(hour), half) * 60 }),
  },
];

function clockHour(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  const isAfternoon = /^(?:p|μ)/.test(half);
  return isAfternoon ? (hour % 12) + 12 : hour % 12;
}

/** `within`: the words around a length; `units` by minute, hour, day, week. */
function lengthRules(
  language: Language,
  frame: (count: string, unit: string) => string,
  units: readonly [string, string, string, string],
  openTime: string,
): TimeRule[] {
  return (['minute', 'hour', 'day', 'week'] as const).map((unit, index) => ({
    pattern: new RegExp(`${begin}${frame(`(${numberIn(language)})`, `(${openTime})?(?:${units[index] ?? ''})`)}`, 'gu'),
    read: ([, count, open]) => {
      const number = countOf(count, language);
      return number === 0 ? null : { kind: 'length', count: number, unit, isOpenTime: open !== undefined };
    },
  }));
}

const on = (days: number) => (): TimeWord => ({ kind: 'days-on', days });
const at = (hour: number) => (): TimeWord => ({ kind: 'clock', minutes: hour * 60 });

/** Longer phrases first: "tomorrow evening" must not end at "tomorrow" for want of its hour. */
export const timeRules: Readonly<Record<Language, readonly TimeRule[]>> = {
  en: [
    { pattern: whole('(?:the )?end of (?:the|this) week|this week'), read: () => ({ kind: 'week-end' }) },
    {
      pattern: whole('(?:the )?end of (?:the |this )?(?:business )?day|close of business'),
      read: () => ({ kind: 'day-end' }),
    },
    { pattern: whole('today'), read: on(0) },
    { pattern: whole('tonight|this evening'), read: at(20) },
    { pattern: whole('this afternoon|afternoon'), read: at(17) },
    { pattern: whole('noon|midday'), read: at(12) },
    { pattern: whole('day after tomorrow'), read: on(2) },
    { pattern: whole('(?<!after )tomorrow'), read: on(1) },
    ...listRules(
      ['mondays?', 'tuesdays?', 'wednesdays?', 'thursdays?', 'fridays?', 'saturdays?', 'sundays?'].map(
        (day) => `(?<!next )${day}`,
      ),
      weekday,
      whole,
    ),
    ...listRules(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => `next ${day}`),
      (index) => ({ kind: 'weekday', weekday: index, isNextWeek: true }),
      whole,
    ),
    ...dateRules('en', whole),
    ...lengthRules(
      'en',
      (count, unit) => `(?:in|within)(?: the next)? ${count} ${unit}${end}`,
      ['minutes?|mins?', 'hours?', 'days?', 'weeks?'],
      '(?:business|working) ',
    ),
    ...clockRules,
  ],
  tr: [
    { pattern: turkish('(?:bu )?hafta sonu|bu hafta(?: icinde)?'), read: () => ({ kind: 'week-end' }) },
    { pattern: turkish('gun sonu|mesai bitimi|mesai sonu'), read: () => ({ kind: 'day-end' }) },
    { pattern: turkish('bugun'), read: on(0) },
    { pattern: turkish('bu aksam|aksam'), read: at(20) },
    { pattern: turkish('ogleden sonra'), read: at(17) },
    { pattern: turkish('oglen|ogle(?!den)'), read: at(12) },
    { pattern: turkish('yarin'), read: on(1) },
    { pattern: turkish('(?:ertesi gun|obur gun)'), read: on(2) },
    ...listRules(
      ['pazartesi', 'sali', 'carsamba', 'persembe', 'cuma(?!rtesi)', 'cumartesi', 'pazar(?!tesi|lama|lik)'],
      weekday,
      turkish,
    ),
    ...dateRules('tr', turkish),
    ...lengthRules(
      'tr',
      (count, unit) => `${count} ${unit}(?:e|a|ye|ya)? (?:icinde|icerisinde|sonra|kadar)`,
      ['dakika|dk', 'saat', 'gunu?', 'hafta'],
      'is ',
    ),
    ...clockRules,
    {
      pattern: turkish('saat ([01]?\\d|2[0-3])(?![.:\\d])'),
      read: ([, hour]) => ({ kind: 'clock', minutes: Number(hour) * 60 }),
    },
  ],
  el: [
    { pattern: whole('(?:το )?τελοσ τησ εβδομαδασ|αυτη την εβδομαδα'), read: () => ({ kind: 'week-end' }) },
    { pattern: whole('(?:το )?τελοσ τησ (?:η)?μερασ'), read: () => ({ kind: 'day-end' }) },
    { pattern: whole('σημερα'), read: on(0) },
    { pattern: whole('αποψε|το βραδυ'), read: at(20) },
    { pattern: whole('το απογευμα'), read: at(17) },
    { pattern: whole('το μεσημερι'), read: at(14) },
    { pattern: whole('μεθαυριο'), read: on(2) },
    { pattern: whole('αυριο'), read: on(1) },
    ...listRules(['δευτερα', 'τριτη', 'τεταρτη', 'πεμπτη', 'παρασκευη', 'σαββατο', 'κυριακη'], weekday, whole),
    ...dateRules('el', whole),
    ...lengthRules(
      'el',
      (count, unit) => `(?:σε|εντοσ|μεσα σε)(?: το πολυ)? ${count} ${unit}${end}`,
      ['λεπτα|λεπτο|λεπτων', 'ωρεσ|ωρα|ωρων', '(?:η)?μερεσ|(?:η)?μερα|(?:η)?μερων', 'εβδομαδεσ|εβδομαδα|εβδομαδων'],
      'εργασιμ(?:εσ|ων|η) ',
    ),
    ...clockRules,
    {
      pattern: whole('(?:στισ|τισ) ([01]?\\d|2[0-3])(?![.:\\d])'),
      read: ([, hour]) => ({ kind: 'clock', minutes: Number(hour) * 60 }),
    },
  ],
};

/** Words by which the shop says that it, or what it sends, will do something. */
export const promiseMarks: Readonly<Record<Language, RegExp>> = {
  en: whole(
    `(?:i|we)(?:'ll| will| shall| am going to| are going to| promise to)|(?:you|it|your \\p{L}+|the \\p{L}+|my answer)(?:'ll| will) (?:have|get|receive|hear|be|arrive|reach|leave|ship|go)|i promise|we promise`,
  ),
  tr: new RegExp(`${begin}\\p{L}+(?:[ae]ca[gk]|ece[gk])(?:im|iz|tir|)${end}|${begin}soz veriyor(?:um|uz)${end}`, 'gu'),
  el: whole('θα \\p{L}+|υποσχομαι|υποσχομαστε|σασ υποσχ\\p{L}+'),
};

/** Says that nothing is certain or nothing will be done: no promise. */
export const unpromised: Readonly<Record<Language, RegExp>> = {
  en: whole(`(?:will|'ll|shall) not|won't|cannot|can't|if you|unless`),
  tr: whole(`\\p{L}+m(?:a|e)ya?ca\\p{L}+|\\p{L}+m(?:a|e)ye?ce\\p{L}+|eger`),
  el: whole('δεν θα|εαν|αν'),
};
