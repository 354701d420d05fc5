// What a phrase of time says, and how such phrases are found in folded text.

/** A day, a time of day, a part of a day, or a length from now. */
export type TimeWord =
  | { kind: 'days-on'; days: number }
  | { kind: 'weekday'; weekday: number; isNextWeek: boolean }
  | { kind: 'date'; day: number; month: number; year: number | null }
  /** The next day with this number. */
  | { kind: 'month-day'; day: number }
  /** The Friday of this week (0) or the next (1). */
  | { kind: 'week-end'; weeks: 0 | 1 }
  | { kind: 'month-end' }
  | { kind: 'day-end' }
  /** `isEitherHalf`: "3", "6:30", which may be of the afternoon. */
  | { kind: 'clock'; minutes: number; isEitherHalf: boolean }
  /** Over at `minutes`; a bare hour beside it that is before `fromMinutes` is of the afternoon. `isToday`: tonight. */
  | { kind: 'part'; minutes: number; fromMinutes: number; isToday: boolean }
  | { kind: 'length'; count: number; unit: 'minute' | 'hour' | 'day' | 'week'; isOpenTime: boolean };

export interface TimeRule {
  pattern: RegExp;
  read(groups: readonly (string | undefined)[]): TimeWord | null;
}

export const begin = String.raw`(?<![\p{L}\p{N}])`;
export const end = String.raw`(?![\p{L}\p{N}])`;
export const whole = (source: string): RegExp => new RegExp(`${begin}(?:${source})${end}`, 'gu');

/** Cases and the plural, on the word or after an apostrophe (cumaya, Aralık'ta, pazartesileri); other letters make another word: Salih, Cumali. */
const turkishEnding = String.raw`(?:'?(?:s?[iu])?(?:[yn]?[aeiu]|n?[iu]n|n?[dt][ae]n?|[dt]?[ae]?ki|l[ae]r(?:[iu]|d[ae])?|leyin|ustu))?`;
export const turkish = (source: string): RegExp => new RegExp(`${begin}(?:${source})${turkishEnding}${end}`, 'gu');
