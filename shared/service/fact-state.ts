// Whether a fact of the shop can still be relied on.
import type { Fact } from '../model/fact.ts';
import type { Language } from '../model/ids.ts';

/** fresh → due (in the last tenth of its time) → stale; expired: its last day is over. */
export type FactState = 'fresh' | 'due' | 'stale' | 'expired';

const dayMs = 24 * 60 * 60 * 1000;
/** A shop that has not said how long a fact holds looks at it again after this (requirements NX-27). */
export const usualFreshDays = 90;

/** When the fact is to be looked at again (epoch ms). */
export const recheckAt = ({ checkedAt, freshDays }: Pick<Fact, 'checkedAt' | 'freshDays'>): number =>
  checkedAt + freshDays * dayMs;

/** @param today the shop's calendar day, `YYYY-MM-DD` */
export function factState(fact: Fact, now: number, today: string): FactState {
  if (fact.validUntil !== undefined && fact.validUntil < today) return 'expired';
  const dueMs = recheckAt(fact) - now;
  if (dueMs <= 0) return 'stale';
  return dueMs <= (fact.freshDays * dayMs) / 10 ? 'due' : 'fresh';
}

/** Not to be told to a customer before somebody has looked. */
export const needsCheck = (state: FactState): boolean => state === 'stale' || state === 'expired';

/** The fact in a language; undefined when it was not written in it, or has expired. */
export function factText(fact: Fact, language: Language, today: string): string | undefined {
  if (fact.validUntil !== undefined && fact.validUntil < today) return undefined;
  return fact.texts[language]?.trim() || undefined;
}
