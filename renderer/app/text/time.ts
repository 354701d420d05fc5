// Times as people read them, by Intl in the language of the screens.
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

/** Formatters are dear to make (some 50 µs) and a list makes many. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known instanceof Intl.DateTimeFormat) return known;
  // All three languages write times with 24 hours; Greek data would say "π.μ.".
  const made = new Intl.DateTimeFormat(locale, { ...options, hourCycle: 'h23' });
  formats.set(key, made);
  return made;
}

function unit(locale: string, count: number, name: 'minute' | 'hour' | 'day'): string {
  const key = `${locale}/${name}`;
  let format = formats.get(key);
  if (!(format instanceof Intl.NumberFormat)) {
    // British English would write "8 mins"; the shorter "8 min" is as clear.
    const brief = locale === 'en-GB' ? 'en-US' : locale;
    format = new Intl.NumberFormat(brief, { style: 'unit', unit: name, unitDisplay: 'short' });
    formats.set(key, format);
  }
  return format.format(count);
}

function startOfDay(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/**
 * Briefly: `5 min`, `3 hrs`, from yesterday on the day of the week, after a week the date, after a year with the year.
 * @param at epoch ms @param now epoch ms
 */
export function shortTime(at: number, now: number, locale: string): string {
  const age = now - at;
  if (age < hourMs && age > -minuteMs) return unit(locale, Math.max(1, Math.floor(age / minuteMs)), 'minute');
  if (age >= 0 && startOfDay(at) === startOfDay(now)) return unit(locale, Math.floor(age / hourMs), 'hour');
  if (age >= 0 && startOfDay(now) - startOfDay(at) < 6.5 * dayMs)
    return dateFormat(locale, { weekday: 'short' }).format(at);
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return dateFormat(
    locale,
    isThisYear ? { day: 'numeric', month: 'short' } : { day: '2-digit', month: '2-digit', year: '2-digit' },
  ).format(at);
}

/** A stretch of time in its largest unit, rounded down: `6 min`, `3 hrs`, `2 days`. */
export function briefSpan(ms: number, locale: string): string {
  if (ms < hourMs) return unit(locale, Math.max(1, Math.floor(ms / minuteMs)), 'minute');
  return ms < dayMs ? unit(locale, Math.floor(ms / hourMs), 'hour') : unit(locale, Math.floor(ms / dayMs), 'day');
}

/** When something comes back: today the time, else day and time. */
export function comingTime(at: number, now: number, locale: string): string {
  if (startOfDay(at) === startOfDay(now)) return dateFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);
  if (at - startOfDay(now) < 7 * dayMs && at > now) {
    return dateFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(at);
  }
  return dateFormat(locale, { day: 'numeric', month: 'short' }).format(at);
}

/** Day of the week, date and time, each as short as it goes. */
export function dayAndTime(at: number, locale: string): string {
  return dateFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** The date in words, without a time. */
export function longDate(at: number, locale: string): string {
  return dateFormat(locale, { dateStyle: 'long' }).format(at);
}

/** Day of the week, date and time. */
export function fullTime(at: number, locale: string): string {
  return dateFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(at);
}

/** Today the time, else date and time: for messages. */
export function messageTime(at: number, now: number, locale: string): string {
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  if (startOfDay(at) === startOfDay(now)) return dateFormat(locale, time).format(at);
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return dateFormat(locale, {
    ...time,
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** The dates of a week by its Monday (`2026-11-16`), or that Monday's alone. */
export function weekDates(monday: string, locale: string, which: 'whole' | 'first' = 'whole'): string {
  const from = Date.parse(monday);
  const whole = which === 'whole';
  // the calendar's own days, whatever the zone of this computer
  const format = dateFormat(locale, { day: 'numeric', month: whole ? 'long' : 'short', timeZone: 'UTC' });
  return whole ? format.formatRange(from, from + 6 * dayMs) : format.format(from);
}
