// The periods that an export offers, in local days.
import type { ExportSelection } from '../../../../shared/model/export.ts';

export const periods = ['all', 'this-month', 'last-month', 'this-year', 'last-year', 'own'] as const;
export type Period = (typeof periods)[number];

type Span = Pick<ExportSelection, 'from' | 'to'>;

/** From the first moment of the first day to the first moment after the last. `own`: days as `YYYY-MM-DD`, either may be open. */
export function spanOf(period: Period, own: readonly [string | null, string | null], now: number): Span {
  const today = new Date(now);
  const [year, month] = [today.getFullYear(), today.getMonth()];
  const between = (from: Date, to: Date): Span => ({ from: from.getTime(), to: to.getTime() });
  switch (period) {
    case 'all':
      return {};
    case 'this-month':
      return between(new Date(year, month, 1), new Date(year, month + 1, 1));
    case 'last-month':
      return between(new Date(year, month - 1, 1), new Date(year, month, 1));
    case 'this-year':
      return between(new Date(year, 0, 1), new Date(year + 1, 0, 1));
    case 'last-year':
      return between(new Date(year - 1, 0, 1), new Date(year, 0, 1));
    case 'own': {
      const [from, to] = own;
      return {
        ...(from === null ? {} : { from: dayStart(from, 0) }),
        ...(to === null ? {} : { to: dayStart(to, 1) }),
      };
    }
  }
}

function dayStart(day: string, later: number): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}
