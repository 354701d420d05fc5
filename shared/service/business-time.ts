// Business minutes: how long the shop was open between two instants, and when so many open minutes will have passed.
import type { BusinessHours } from '../model/business-hours.ts';
import { dayOf, instantAt, isoDate, weekdayOf, type DayNumber } from './zoned-time.ts';

const minuteMs = 60_000;
/** A shop that opens on none of so many days in a row opens no more. */
const longestClosedDays = 400;

/** A stretch of time, epoch ms; `to` is not part of it. */
export interface Interval {
  from: number;
  to: number;
}

/** When the shop is open on a date: its exception where there is one, else its weekday's hours. On a day of 23 or 25 hours too. */
export function openIntervals(hours: BusinessHours, date: DayNumber): Interval[] {
  const iso = isoDate(date);
  const exception = hours.exceptions.find((each) => each.date === iso);
  const spans = exception ? exception.open : (hours.week[weekdayOf(date)] ?? []);
  return spans
    .map(({ fromMinute, toMinute }) => ({
      from: instantAt(date, fromMinute, hours.timeZone),
      to: instantAt(date, toMinute, hours.timeZone),
    }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
}

/**
 * Open time in `[from, to)` in minutes, not rounded; 0 when `to` is not after `from`.
 * @param from epoch ms @param to epoch ms
 */
export function businessMinutes(hours: BusinessHours, from: number, to: number): number {
  if (to <= from) return 0;
  let sumMs = 0;
  const last = dayOf(to, hours.timeZone);
  for (let date = dayOf(from, hours.timeZone); date <= last; date += 1) {
    for (const open of openIntervals(hours, date)) {
      sumMs += Math.max(0, Math.min(open.to, to) - Math.max(open.from, from));
    }
  }
  return sumMs / minuteMs;
}

/**
 * The earliest instant (epoch ms) at which `minutes` of open time have passed since `from`; outside opening hours counting starts at the
 * next opening. null when the shop does not open any more.
 */
export function businessDue(hours: BusinessHours, from: number, minutes: number): number | null {
  let leftMs = minutes * minuteMs;
  const first = dayOf(from, hours.timeZone);
  let lastOpen = first;
  for (let date = first; date - lastOpen <= longestClosedDays; date += 1) {
    for (const open of openIntervals(hours, date)) {
      const start = Math.max(open.from, from);
      if (start >= open.to) continue;
      lastOpen = date;
      if (open.to - start >= leftMs) return start + leftMs;
      leftMs -= open.to - start;
    }
  }
  return null;
}

/** Whether the shop is open at `at` (epoch ms). */
export function isOpenAt(hours: BusinessHours, at: number): boolean {
  return openIntervals(hours, dayOf(at, hours.timeZone)).some(({ from, to }) => at >= from && at < to);
}

/** The next opening at or after `at` (epoch ms): `at` itself while open; null when there is none. */
export function nextOpenAt(hours: BusinessHours, at: number): number | null {
  return businessDue(hours, at, 0);
}

/** The closing time (epoch ms) of the shop's last open stretch on the date of `at`, in its zone; null when closed all day. */
export function closingAt(hours: BusinessHours, at: number): number | null {
  return openIntervals(hours, dayOf(at, hours.timeZone)).at(-1)?.to ?? null;
}
