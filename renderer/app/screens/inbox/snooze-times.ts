// The times that the snooze menu offers, in the person's own time zone.
import type { TextId } from '../../text/texts.ts';

export interface SnoozeTime {
  title: TextId;
  /** Epoch ms. */
  at: number;
}

const morningHour = 9;
const eveningHour = 18;
const hourMs = 3_600_000;

function dayAt(now: Date, daysLater: number, hour: number): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysLater, hour).getTime();
}

/**
 * Later today (three hours on; not after the evening), this evening, tomorrow morning, the morning of next week's Monday.
 * @param now epoch ms
 */
export function snoozeTimes(now: number): SnoozeTime[] {
  const date = new Date(now);
  const evening = dayAt(date, 0, eveningHour);
  const laterToday = Math.ceil((now + 3 * hourMs) / (hourMs / 2)) * (hourMs / 2);
  // On a Sunday, tomorrow is Monday already.
  const daysToMonday = date.getDay() === 0 ? 8 : 8 - date.getDay();
  return [
    ...(laterToday < evening ? [{ title: 'snooze.laterToday', at: laterToday } as const] : []),
    ...(evening - now > hourMs ? [{ title: 'snooze.thisEvening', at: evening } as const] : []),
    { title: 'snooze.tomorrow', at: dayAt(date, 1, morningHour) },
    { title: 'snooze.nextWeek', at: dayAt(date, daysToMonday, morningHour) },
  ];
}
