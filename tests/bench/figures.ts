// What a bench reports: figures, their limits, and both as a table.

/** Lowest, median and highest of what was measured, rounded. */
export interface Spread {
  min: number;
  median: number;
  max: number;
}

/** Upper or lower bound that a figure is meant to keep. */
export type Limit = { atMost: number } | { atLeast: number };

export interface Figure {
  name: string;
  value: string;
  limit?: Limit;
  /** The number that is held against the limit. */
  measured?: number;
}

/** `report` is what `--json` prints; `figures` are the lines of the table. */
export interface Outcome {
  report: Record<string, unknown>;
  figures: Figure[];
  /** What a reader must know to judge the figures; printed below the table. */
  notes: string[];
}

/** @throws Error when there are no values */
export function spreadOf(values: readonly number[], digits = 0): Spread {
  return { min: quantile(values, 0, digits), median: quantile(values, 0.5, digits), max: quantile(values, 1, digits) };
}

/** The value below which the share `share` (0 … 1) of all lies, between neighbours in proportion. @throws Error when there are no values */
export function quantile(values: readonly number[], share: number, digits = 0): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  if (low === undefined || high === undefined) throw new Error('Nothing was measured');
  return rounded(low + (high - low) * (place - Math.floor(place)), digits);
}

export function rounded(value: number, digits = 0): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

/** One line for a spread; its median is held against the limit. */
export function spreadFigure(name: string, spread: Spread, unit: string, limit?: Limit): Figure {
  const value = `${String(spread.median)} ${unit} (${String(spread.min)} … ${String(spread.max)})`;
  return { name, value, measured: spread.median, ...(limit ? { limit } : {}) };
}

/** One line for one number. */
export function plainFigure(name: string, measured: number, unit: string, limit?: Limit): Figure {
  return { name, value: `${String(measured)} ${unit}`.trim(), measured, ...(limit ? { limit } : {}) };
}

/** The figures with their limits, one a line. */
export function tableOf({ figures, notes }: Outcome): string {
  const cells = figures.map((figure) => [figure.name, figure.value, ...verdict(figure)]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...notes.map((note) => `* ${note}`)].join('\n');
}

function verdict({ limit, measured }: Figure): [string, string] {
  if (!limit || measured === undefined) return ['', ''];
  return 'atMost' in limit
    ? [`at most ${String(limit.atMost)}`, measured <= limit.atMost ? 'kept' : 'MISSED']
    : [`at least ${String(limit.atLeast)}`, measured >= limit.atLeast ? 'kept' : 'MISSED'];
}
