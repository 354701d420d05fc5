// Writes dates, times, money and counts the way a sentence in the message's language needs them.
import type { Language } from '../model/ids.ts';
import { localeOf } from './locale.ts';

interface CalendarDay {
  year: number;
  month: number;
  day: number;
  /** Midnight UTC of that day, epoch ms. */
  at: number;
}

/** Reads `YYYY-MM-DD`; null when it names no day of the calendar. */
function readDay(isoDate: string): CalendarDay | null {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate) ?? []).map(Number);
  const at = Date.UTC(year, month - 1, day);
  const isReal = year > 0 && new Date(at).getUTCMonth() === month - 1 && new Date(at).getUTCDate() === day;
  return isReal ? { year, month, day, at } : null;
}

const dayMs = 24 * 60 * 60 * 1000;
// Nearer than half a year a reader knows which year is meant.
const yearlessDays = 180;

/**
 * A calendar day (`YYYY-MM-DD`) in words, or numeric in Greek so that the article τις always fits: 5 June, 5 Haziran,
 * 5/6. The year is written unless the day is within half a year of `today`. Null when it is not a day.
 */
export function formatDay(isoDate: string, language: Language, today?: string): string | null {
  const day = readDay(isoDate);
  if (day === null) return null;
  const now = today === undefined ? null : readDay(today);
  const hasYear = now === null || Math.abs(day.at - now.at) > yearlessDays * dayMs;
  if (language === 'el') return `${day.day}/${day.month}${hasYear ? `/${day.year}` : ''}`;
  return new Intl.DateTimeFormat(localeOf[language], {
    day: 'numeric',
    month: 'long',
    ...(hasYear ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(day.at);
}

/** The calendar day (`YYYY-MM-DD`) on which the instant `at` (epoch ms) falls in `timeZone`. */
export function dayOfInstant(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  }).formatToParts(at);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The time of day (`HH:MM`, 24 hours) of the instant `at` (epoch ms) in `timeZone`. */
export function timeOfInstant(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(
    at,
  );
}

/** Money given in the currency's minor unit (cent, kuruş). A code Intl does not know is written behind the number. */
export function formatMoney(amountMinor: number, currency: string, language: Language): string | null {
  if (!Number.isFinite(amountMinor)) return null;
  const locale = localeOf[language];
  if (!/^[A-Za-z]{3}$/.test(currency)) {
    const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return `${number.format(amountMinor / 100)} ${currency}`.trim();
  }
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** decimals);
}

/** A plain number with the language's separators. */
export function formatNumber(value: number, language: Language): string | null {
  return Number.isFinite(value) ? new Intl.NumberFormat(localeOf[language]).format(value) : null;
}

const englishOrdinal = new Intl.PluralRules('en', { type: 'ordinal' });
const englishSuffix: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinalMark = { tr: '.', el: 'η' } as const;

/**
 * How many-th: 3rd, 3., 3η. Templates may bring the Turkish dot and the Greek η themselves; `following` is the text
 * after the number, so that the mark does not come twice.
 */
export function formatOrdinal(value: number, language: Language, following: string): string | null {
  const number = formatNumber(value, language);
  if (number === null) return null;
  if (language === 'en') return number + (englishSuffix[englishOrdinal.select(value)] ?? 'th');
  const mark = ordinalMark[language];
  return following.startsWith(mark) ? number : number + mark;
}
