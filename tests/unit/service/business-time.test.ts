// Business minutes against worked examples: holidays, half days, weekends and changes of the clock.
import { expect, it } from 'vitest';
import { businessHoursSchema, type BusinessHours } from '../../../shared/model/business-hours.ts';
import {
  businessDue,
  businessMinutes,
  closingAt,
  isOpenAt,
  nextOpenAt,
} from '../../../shared/service/business-time.ts';
import { dayNumber, dayOf, instantAt, isTimeZone, isoDate, wallTime } from '../../../shared/service/zoned-time.ts';

const span = (from: number, to: number) => ({ fromMinute: from * 60, toMinute: to * 60 });
const weekday = [span(9, 18)];
const calendarA: BusinessHours = {
  timeZone: 'Europe/Istanbul',
  week: [weekday, weekday, weekday, weekday, weekday, [span(10, 14)], []],
  exceptions: [
    { date: '2025-10-28', open: [span(9, 13)] },
    { date: '2025-10-29', open: [] },
  ],
};
const always: BusinessHours = {
  timeZone: 'Europe/Athens',
  week: Array.from({ length: 7 }, () => [span(0, 24)]),
  exceptions: [],
};
/** Istanbul keeps UTC+3 all year. */
const local = (text: string) => Date.parse(`${text}:00+03:00`);

const cases = [
  ['A1', '2025-11-03T10:15', '2025-11-03T11:40', 85, 85, '2025-11-03T11:15', '2025-11-03T12:15'],
  ['A2', '2025-11-07T17:30', '2025-11-08T10:20', 50, 1010, '2025-11-08T10:30', '2025-11-08T11:30'],
  ['A3', '2025-11-08T16:00', '2025-11-10T09:45', 45, 2505, '2025-11-10T10:00', '2025-11-10T11:00'],
  ['A4', '2025-10-28T12:30', '2025-10-30T09:10', 40, 2680, '2025-10-30T09:30', '2025-10-30T10:30'],
  ['A5', '2025-11-09T11:00', '2025-11-09T11:20', 0, 20, '2025-11-10T10:00', '2025-11-10T11:00'],
  ['A6', '2025-11-05T08:30', '2025-11-05T09:05', 5, 35, '2025-11-05T10:00', '2025-11-05T11:00'],
] as const;

it.each(cases)('%s', (_id, inbound, reply, business, wall, due60, due120) => {
  expect(businessMinutes(calendarA, local(inbound), local(reply))).toBe(business);
  expect((local(reply) - local(inbound)) / 60_000).toBe(wall);
  expect(businessDue(calendarA, local(inbound), 60)).toBe(local(due60));
  expect(businessDue(calendarA, local(inbound), 120)).toBe(local(due120));
});

it('counts the hour that a change of the clock adds or takes', () => {
  const at = (text: string) => Date.parse(text);
  expect(businessMinutes(always, at('2025-10-26T02:30:00+03:00'), at('2025-10-26T04:30:00+02:00'))).toBe(180);
  expect(businessMinutes(always, at('2025-03-30T02:30:00+02:00'), at('2025-03-30T04:30:00+03:00'))).toBe(60);
  const whole = (date: number) =>
    businessMinutes(always, instantAt(date, 0, 'Europe/Athens'), instantAt(date, 1440, 'Europe/Athens'));
  expect(whole(dayNumber(2025, 3, 30))).toBe(23 * 60);
  expect(whole(dayNumber(2025, 10, 26))).toBe(25 * 60);
});

it('answers 0 for nothing and null for a shop that never opens', () => {
  expect(businessMinutes(calendarA, local('2025-11-03T10:00'), local('2025-11-03T09:00'))).toBe(0);
  const closed: BusinessHours = { ...calendarA, week: Array.from({ length: 7 }, () => []) };
  expect(businessDue(closed, local('2025-11-03T10:00'), 1)).toBeNull();
  expect(nextOpenAt(closed, local('2025-11-03T10:00'))).toBeNull();
});

it('knows openings and closings', () => {
  expect(isOpenAt(calendarA, local('2025-11-03T09:00'))).toBe(true);
  expect(isOpenAt(calendarA, local('2025-11-03T18:00'))).toBe(false);
  expect(nextOpenAt(calendarA, local('2025-11-08T16:00'))).toBe(local('2025-11-10T09:00'));
  expect(nextOpenAt(calendarA, local('2025-11-03T12:00'))).toBe(local('2025-11-03T12:00'));
  expect(closingAt(calendarA, local('2025-10-28T10:00'))).toBe(local('2025-10-28T13:00'));
  expect(closingAt(calendarA, local('2025-10-29T10:00'))).toBeNull();
});

it('reads wall clocks of zones and finds instants for them', () => {
  expect(wallTime(Date.UTC(2025, 0, 1, 22, 5), 'Asia/Tokyo')).toMatchObject({
    year: 2025,
    month: 1,
    day: 2,
    hour: 7,
    minute: 5,
    weekday: 3,
  });
  expect(isoDate(dayOf(Date.UTC(2025, 11, 31, 23), 'Europe/Istanbul'))).toBe('2026-01-01');
  // 03:30 does not exist on this day, 03:30 in autumn is shown twice.
  const athens = (date: number, minutes: number) => new Date(instantAt(date, minutes, 'Europe/Athens')).toISOString();
  expect(athens(dayNumber(2025, 3, 30), 210)).toBe('2025-03-30T01:30:00.000Z');
  expect(athens(dayNumber(2025, 10, 26), 210)).toBe('2025-10-26T00:30:00.000Z');
  expect([isTimeZone('Europe/Athens'), isTimeZone('')]).toEqual([true, true]);
  expect(isTimeZone('Mars/Olympus')).toBe(false);
});

it('refuses a span that closes before it opens, and has a week by default', () => {
  expect(businessHoursSchema.safeParse({ ...calendarA, week: [[span(10, 9)], [], [], [], [], [], []] }).success).toBe(
    false,
  );
  expect(businessHoursSchema.parse({}).week).toHaveLength(7);
});
