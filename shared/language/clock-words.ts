// How English, Turkish and Greek name a time of day: 15:00, 3 pm, saat 17, στις 3 το μεσημέρι, tomorrow morning; on folded text.
import type { Language } from '../model/ids.ts';
import { begin, end, turkish, whole, type TimeRule, type TimeWord } from './time-rule.ts';

/** Sums and measures look like times: 12.50 €, 10.30 cm. */
const notMeasure = String.raw`(?! ?(?:tl|try|lira|kurus|eur|euro|ευρω|[€₺$£%]|mm|cm|kg|gr?|lt|ml|m)(?![\p{L}]))`;
const notMoney = String.raw`(?<![€₺$£] ?)`;
const half = String.raw`(?: ?(am|pm|a\.m\.|p\.m\.|π\.?μ\.?|μ\.?μ\.?)(?!\p{L}))`;
const hour = '([01]?\\d|2[0-3])';

/** 15:00, 15.00, 3 pm, 3 μ.μ. */
export const clockRules: readonly TimeRule[] = [
  {
    pattern: new RegExp(`${begin}${notMoney}${hour}[:.]([0-5]\\d)(?!\\d|[./]\\d)${half}?${notMeasure}`, 'gu'),
    read: ([, written, minute, mark]) => clock(written, Number(minute), mark),
  },
  {
    pattern: new RegExp(`${begin}(1[0-2]|0?[1-9])${half}(?!\\p{N})`, 'gu'),
    read: ([, written, mark]) => clock(written, 0, mark),
  },
];

function clock(written = '', minute: number, mark?: string): TimeWord {
  const hours = Number(written);
  if (mark === undefined || hours > 12) {
    return {
      kind: 'clock',
      minutes: hours * 60 + minute,
      isEitherHalf: hours > 0 && hours < 12 && !written.startsWith('0'),
    };
  }
  const isAfternoon = /^[pμ]/.test(mark);
  return { kind: 'clock', minutes: ((hours % 12) + (isAfternoon ? 12 : 0)) * 60 + minute, isEitherHalf: false };
}

const part =
  (hours: number, fromHours: number, isToday = false) =>
  (): TimeWord => ({
    kind: 'part',
    minutes: hours * 60,
    fromMinutes: fromHours * 60,
    isToday,
  });
const bare = ([, written, andHalf]: readonly (string | undefined)[]): TimeWord =>
  clock(written, andHalf === undefined ? 0 : 30);

/** A number is an hour only where the sentence stops after it, or goes on with what can follow an hour. */
const after = (words: string): string => `(?![.:]\\d)(?=\\s*(?:$|[.,;!)\\n-])|\\s+(?:${words})${end})`;

const parts: Readonly<Record<Language, readonly TimeRule[]>> = {
  en: [
    { pattern: whole('tonight|this evening'), read: part(20, 17, true) },
    { pattern: whole('(?<!good )evening'), read: part(20, 17) },
    { pattern: whole('this afternoon'), read: part(17, 12, true) },
    { pattern: whole('(?<!good )afternoon'), read: part(17, 12) },
    { pattern: whole('noon|midday'), read: part(12, 11) },
    { pattern: whole('(?<!good )morning'), read: part(12, 0) },
  ],
  tr: [
    { pattern: turkish('bu aksam'), read: part(20, 17, true) },
    { pattern: turkish('(?<!iyi )aksam'), read: part(20, 17) },
    { pattern: turkish('ogleden sonra'), read: part(17, 12) },
    { pattern: turkish('ogleden once|(?<!iyi )sabah'), read: part(12, 0) },
    { pattern: turkish('ogle|oglen'), read: part(12, 11) },
  ],
  el: [
    { pattern: whole('αποψε'), read: part(20, 17, true) },
    { pattern: whole('(?:το )?βραδυ'), read: part(20, 17) },
    { pattern: whole('(?:το )?απογευμα'), read: part(17, 12) },
    { pattern: whole('(?:το )?μεσημερι'), read: part(14, 11) },
    { pattern: whole('(?:το )?πρωι'), read: part(12, 0) },
  ],
};

const dayBefore: Readonly<Record<Language, string>> = {
  en: '(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|evening)',
  tr: "(?:bugun|yarin|pazartesi|sali|carsamba|persembe|cuma|cumartesi|pazar|sabah|aksam|ogleden sonra)(?:'?[\\p{L}]{1,3})?",
  el: '(?:σημερα|αποψε|αυριο|μεθαυριο|δευτερα|τριτη|τεταρτη|πεμπτη|παρασκευη|σαββατο|κυριακη|πρωι|μεσημερι|απογευμα|βραδυ)',
};

/** Hours without minutes, and parts of a day. */
export const hourRules: Readonly<Record<Language, readonly TimeRule[]>> = {
  en: [
    ...parts.en,
    {
      pattern: new RegExp(
        `${begin}(?:(?:at|by|before|until|around|about) |(?<=${dayBefore.en} ))${hour}()?${after("o'clock|on|today|tonight|tomorrow|sharp|this|in the|at the|latest|and|then")}`,
        'gu',
      ),
      read: ([, written]) => clock(written, 0),
    },
  ],
  tr: [
    ...parts.tr,
    { pattern: turkish(`saat ${hour}(?![.:]\\d)( bucuk)?`), read: bare },
    {
      pattern: new RegExp(
        `(?<=${begin}${dayBefore.tr} )${hour}( bucuk)?(?:'?(?:[dt][ae]|y?[ae])${end}|${after('gibi|civari\\p{L}*|sularinda|kadar')})`,
        'gu',
      ),
      read: bare,
    },
    // 17'ye kadar, 9'da; 15'inde is a day of the month
    {
      pattern: new RegExp(`${begin}(?<![%.,:/-] ?)${hour}( bucuk)?'(?:[dt][ae]|y?[ae] kadar)${end}`, 'gu'),
      read: bare,
    },
  ],
  el: [
    ...parts.el,
    {
      pattern: new RegExp(
        `(?:${begin}(?:στισ|τισ|στη|τη)|(?<=${begin}${dayBefore.el})) ${hour}( και μιση)?${after('το|τα|θα|ακριβωσ|σημερα|αποψε|αυριο|μεθαυριο|την?|και|κατα|σασ')}`,
        'gu',
      ),
      read: bare,
    },
  ],
};
