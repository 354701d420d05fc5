// Wall clocks of IANA time zones: what a clock there shows at an instant, and when it shows a given time.

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** What a clock on the wall shows. `month` 1 to 12, `weekday` 0 Monday to 6 Sunday. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
}

/** A calendar date as days since 1970-01-01: dates are compared and counted on by it. */
export type DayNumber = number;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    ...(zone === '' ? {} : { timeZone: zone }),
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** Whether the system knows the zone; '' stands for the system's own. */
export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch (thrown) {
    if (thrown instanceof RangeError) return false;
    throw thrown;
  }
}

/** @param at epoch ms @param zone IANA name, '' for the system's own; an unknown one is a RangeError */
export function wallTime(at: number, zone: string): WallTime {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second, weekday: weekdayOf(dayNumber(year, month, day)) };
}

/** @param month 1 to 12; a day beyond its month's end runs on into the next one */
export const dayNumber = (year: number, month: number, day: number): DayNumber =>
  Date.UTC(year, month - 1, day) / dayMs;

/** 0 Monday to 6 Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (date: DayNumber): number => (((date + 3) % 7) + 7) % 7;

/** The calendar date in the zone at `at` (epoch ms). */
export function dayOf(at: number, zone: string): DayNumber {
  const { year, month, day } = wallTime(at, zone);
  return dayNumber(year, month, day);
}

/** The Monday of the week in which `at` (epoch ms) lies in the zone. */
export function mondayOf(at: number, zone: string): DayNumber {
  const day = dayOf(at, zone);
  return day - weekdayOf(day);
}

/** `2025-10-28` for a date. */
export const isoDate = (date: DayNumber): string => new Date(date * dayMs).toISOString().slice(0, 10);

/** Milliseconds by which the zone's clock is ahead of UTC at `at`. */
function offsetMs(at: number, zone: string): number {
  const { year, month, day, hour, minute, second } = wallTime(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/**
 * When a clock in the zone shows `minutes` after midnight of `date` (epoch ms); 1440 is the next midnight. A time that the clock leaves out
 * in spring is taken as the moment it jumps past; one that it shows twice in autumn as the first.
 */
export function instantAt(date: DayNumber, minutes: number, zone: string): number {
  const wall = date * dayMs + minutes * minuteMs;
  const early = wall - offsetMs(wall - dayMs, zone);
  const late = wall - offsetMs(wall + dayMs, zone);
  const candidates = [Math.min(early, late), Math.max(early, late)];
  for (const candidate of candidates) if (candidate + offsetMs(candidate, zone) === wall) return candidate;
  // Left out: the jump lies between the two readings of the wall time.
  return Math.max(early, late);
}
