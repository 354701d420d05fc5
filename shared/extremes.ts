// The largest and the smallest of any number of numbers: Math.max(...values) fails where they do not fit on the stack, from some 120,000 on.

/** -Infinity where there are none. */
export const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity);

/** Infinity where there are none. */
export const smallest = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Infinity);
