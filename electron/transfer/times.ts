// Times as documents show them: in the shop's zone, with the zone said, never to be mistaken for another.

export interface Times {
  /** `2026-03-05 14:02:11 GMT+03:00` */
  exact(at: number): string;
  /** `2026-03-05 14:02:11` in the zone. */
  local(at: number): string;
  /** `GMT+03:00` */
  offset(at: number): string;
  /** Days since 1899-12-30 in the zone, as spreadsheets count. */
  serial(at: number): number;
}

const dayMs = 86_400_000;
const epochSerial = 25_569;

/** @param timeZone IANA name; an unknown one throws a RangeError */
export function timesIn(timeZone: string): Times {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  // Offsets change at most a few times a year, on quarter hours: asking once an hour of time is exact and spares most of the work.
  const offsets = new Map<number, number>();
  const offsetMs = (at: number): number => {
    const quarter = Math.floor(at / 900_000);
    let found = offsets.get(quarter);
    if (found === undefined) {
      const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
      const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
      found = Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
      offsets.set(quarter, found);
    }
    return found;
  };
  const local = (at: number) => new Date(at + offsetMs(at)).toISOString().slice(0, 19).replace('T', ' ');
  const offset = (at: number) => {
    const minutes = Math.round(offsetMs(at) / 60_000);
    const two = (value: number) => String(value).padStart(2, '0');
    return `GMT${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  };
  return {
    local,
    offset,
    exact: (at) => `${local(at)} ${offset(at)}`,
    serial: (at) => (at + offsetMs(at)) / dayMs + epochSerial,
  };
}
