// Who comes back: repeat and loyal customers, and who has stayed away for too long, from their orders alone.
import type { Order } from '../model/customer.ts';
import { dayOf, instantAt, type DayNumber } from './zoned-time.ts';

const windowDays = 365;
/** Orders in the window that make a loyal customer, and those that do after a year of custom. */
const loyalOrders = 3;
const loyalOrdersAfterYear = 2;
/** Silent churn is not guessed before this. */
const leastChurnGapDays = 60;

type OrderFacts = Pick<Order, 'placedAt' | 'status'>;

/** Whether an order counts: paid and neither cancelled nor sent back and refunded. One that is only placed counts too: shops send on account. */
export const isCounting = ({ status }: Pick<Order, 'status'>): boolean =>
  status !== 'cancelled' && status !== 'returned';

/** The local dates of counting orders up to `at`, oldest first; several on one date are one. */
export function orderDays(orders: readonly OrderFacts[], at: number, zone: string): DayNumber[] {
  const days = orders
    .filter((order) => isCounting(order) && order.placedAt <= at)
    .map(({ placedAt }) => dayOf(placedAt, zone));
  return [...new Set(days)].sort((a, b) => a - b);
}

export interface Loyalty {
  isRepeat: boolean;
  isLoyal: boolean;
  /** Why: three orders within a year, or a customer for more than a year with two in the last; null when not loyal. */
  reason: 'orders' | 'tenure' | null;
  /** Dates with a counting order: in all, and in the 365 days up to the date. */
  orderCount: number;
  recentCount: number;
  /** When the loyalty ends unless another order comes (epoch ms); null when not loyal. */
  until: number | null;
}

/**
 * Loyal at `at`: three counting orders in the 365 days up to it, or the first one at least 365 days before and two in the last 365.
 * @param at epoch ms @param zone the shop's, '' for the system's own
 */
export function loyaltyOf(orders: readonly OrderFacts[], at: number, zone: string): Loyalty {
  const days = orderDays(orders, at, zone);
  const today = dayOf(at, zone);
  const recentCount = days.filter((day) => day > today - windowDays).length;
  const [first] = days;
  const reason =
    recentCount >= loyalOrders
      ? 'orders'
      : first !== undefined && first <= today - windowDays && recentCount >= loyalOrdersAfterYear
        ? 'tenure'
        : null;
  // With the second newest order the window holds one only; a third that left it before is a year of custom by then.
  const second = days.at(-2);
  const until = reason === null || second === undefined ? null : instantAt(second + windowDays, 0, zone);
  return { isRepeat: days.length >= 2, isLoyal: reason !== null, reason, orderCount: days.length, recentCount, until };
}

/** The middle one of sorted numbers, or the mean of the two in the middle. */
function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * A repeat customer whose last order is longer ago than twice the usual gap (at least 60 days): they may have left without a word.
 * null when that cannot be said.
 */
export function silentChurn(
  orders: readonly OrderFacts[],
  at: number,
  zone: string,
): { daysSince: number; usualGapDays: number; isOverdue: boolean } | null {
  const days = orderDays(orders, at, zone);
  const last = days.at(-1);
  if (last === undefined || days.length < 2) return null;
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  const usualGapDays = median(gaps.sort((a, b) => a - b));
  const daysSince = dayOf(at, zone) - last;
  return { daysSince, usualGapDays, isOverdue: daysSince > Math.max(leastChurnGapDays, 2 * usualGapDays) };
}
