// Repeat and loyal customers against worked examples, and the end of a loyalty against a walk through the days.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Order } from '../../../shared/model/customer.ts';
import { loyaltyOf, silentChurn } from '../../../shared/service/loyalty.ts';

const zone = 'Europe/Istanbul';
const dayMs = 86_400_000;
const noon = (date: string) => Date.parse(`${date}T12:00:00+03:00`);
type Facts = Pick<Order, 'placedAt' | 'status'>;
const orders = (...dates: string[]): Facts[] => dates.map((date) => ({ placedAt: noon(date), status: 'delivered' }));
const end = noon('2025-11-30');

const cases: [string, Facts[], boolean, boolean][] = [
  ['P', orders('2024-01-10', '2025-11-05'), true, false],
  ['Q', orders('2025-02-01', '2025-06-15', '2025-11-20'), true, true],
  ['R', orders('2023-05-05', '2025-03-03', '2025-11-11'), true, true],
  ['S', orders('2025-11-02'), false, false],
  ['T', [{ placedAt: noon('2025-11-03'), status: 'returned' }, ...orders('2025-11-25')], false, false],
  ['U', orders('2025-11-09', '2025-11-09'), false, false],
  ['V', orders('2025-01-01', '2025-04-01', '2025-07-01'), true, true],
];

it.each(cases)('%s', (_name, given, isRepeat, isLoyal) => {
  expect(loyaltyOf(given, end, zone)).toMatchObject({ isRepeat, isLoyal });
});

it('counts a repeat rate of 50 % and three loyal customers', () => {
  const inNovember = cases.filter(([, given]) =>
    given.some((order) => order.status !== 'returned' && order.placedAt >= noon('2025-11-01')),
  );
  const repeat = inNovember.filter(([, given]) => loyaltyOf(given, end, zone).isRepeat);
  expect(repeat.length / inNovember.length).toBe(0.5);
  expect(cases.filter(([, given]) => loyaltyOf(given, end, zone).isLoyal).map(([name]) => name)).toEqual([
    'Q',
    'R',
    'V',
  ]);
});

it('leaves out orders that are still to come', () => {
  expect(loyaltyOf(orders('2025-10-01', '2025-11-01', '2025-12-24'), end, zone).isLoyal).toBe(false);
});

it('names the day on which a loyalty ends', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 8 }), (agoDays) => {
      const given: Facts[] = agoDays.map((ago) => ({ placedAt: end - ago * dayMs, status: 'paid' }));
      const { isLoyal, until } = loyaltyOf(given, end, zone);
      if (!isLoyal || until === null) return;
      expect(loyaltyOf(given, until - 1, zone).isLoyal).toBe(true);
      expect(loyaltyOf(given, until, zone).isLoyal).toBe(false);
    }),
  );
});

it('does not call a customer lost before twice the usual gap', () => {
  const v = orders('2025-01-01', '2025-04-01', '2025-07-01');
  expect(silentChurn(v, end, zone)).toEqual({ daysSince: 152, usualGapDays: 90.5, isOverdue: false });
  expect(silentChurn(v, noon('2025-12-30'), zone)?.isOverdue).toBe(true);
  expect(silentChurn(orders('2025-01-01'), end, zone)).toBeNull();
});
