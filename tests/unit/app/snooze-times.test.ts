// What the snooze menu offers at different hours and days.
import { describe, expect, it } from 'vitest';
import { snoozeTimes } from '../../../renderer/app/screens/inbox/snooze-times.ts';

const at = (text: string): number => new Date(text).getTime();
const offered = (now: string): Record<string, string> =>
  Object.fromEntries(
    snoozeTimes(at(now)).map((time) => {
      const date = new Date(time.at);
      const two = (value: number): string => String(value).padStart(2, '0');
      const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
      return [time.title.replace('snooze.', ''), `${two(date.getMonth() + 1)}-${two(date.getDate())} ${clock}`];
    }),
  );

describe('snoozeTimes', () => {
  it('offers later today, this evening, tomorrow and next week in the morning', () => {
    expect(offered('2026-11-18T09:10:00')).toEqual({
      laterToday: '11-18 12:30',
      thisEvening: '11-18 18:00',
      tomorrow: '11-19 09:00',
      nextWeek: '11-23 09:00',
    });
  });

  it('leaves out what is over or nearly over', () => {
    expect(offered('2026-11-18T15:30:00')).not.toHaveProperty('laterToday');
    expect(offered('2026-11-18T17:30:00')).not.toHaveProperty('thisEvening');
  });

  it('takes the Monday after next on a Sunday, when tomorrow is a Monday', () => {
    expect(offered('2026-11-22T12:00:00')).toMatchObject({ tomorrow: '11-23 09:00', nextWeek: '11-30 09:00' });
  });

  it('takes the coming Monday on a Saturday, and the next one on a Monday', () => {
    expect(offered('2026-11-21T12:00:00')).toMatchObject({ nextWeek: '11-23 09:00' });
    expect(offered('2026-11-23T08:00:00')).toMatchObject({ nextWeek: '11-30 09:00' });
  });

  it('goes over the end of the year', () => {
    expect(offered('2026-12-31T20:00:00')).toMatchObject({ tomorrow: '01-01 09:00', nextWeek: '01-04 09:00' });
  });

  it('offers only times ahead', () => {
    for (let hour = 0; hour < 24; hour++) {
      const now = at(`2026-11-22T${String(hour).padStart(2, '0')}:45:00`);
      for (const time of snoozeTimes(now)) expect(time.at).toBeGreaterThan(now);
    }
  });
});
