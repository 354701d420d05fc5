// Cuts text into the words that the search index holds and that a query is made of.
import { foldText } from './fold.ts';
import { isWordUnit, unitKind } from './word-units.ts';

const minLength = 2;
/** Longer runs are pasted data, not words. Addresses are cut to it instead, so that their beginning can be found. */
export const maxTokenLength = 40;
// Digits after letters (TY12345) are worth a token of their own from here on: shorter ones are sizes and models.
const minTrailingDigits = 4;

const at = 0x40;
const plus = 0x2b;
const slash = 0x2f;
const connectors = new Set([0x2d /* - */, 0x5f /* _ */, 0x2e /* . */, at, plus, slash]);

/** Whether the unit at `index` ties two runs of letters and digits together. A slash does so only between digits. */
function isConnector(folded: string, index: number): boolean {
  const unit = folded.charCodeAt(index);
  if (!connectors.has(unit) || !isWordUnit(folded, index + 1)) return false;
  return unit !== slash || (unitKind(folded, index - 1) === 'digit' && unitKind(folded, index + 1) === 'digit');
}

interface Compound {
  from: number;
  to: number;
  /** Begins and ends of the runs inside, flat. */
  runs: number[];
  hasAt: boolean;
  hasPlus: boolean;
}

/** The compound that begins with the word unit at `from`. */
function compoundAt(folded: string, from: number): Compound {
  const compound: Compound = { from, to: from, runs: [from], hasAt: false, hasPlus: false };
  let index = from;
  for (;;) {
    while (isWordUnit(folded, index)) index++;
    compound.runs.push(index);
    if (!isConnector(folded, index)) break;
    const unit = folded.charCodeAt(index);
    compound.hasAt ||= unit === at;
    compound.hasPlus ||= unit === plus;
    index++;
    compound.runs.push(index);
  }
  compound.to = index;
  return compound;
}

const hasDigit = /\p{N}/u;

/** The compound as one token: an e-mail address, or something with digits such as an order number or a date. */
function wholeOf(folded: string, compound: Compound): string | null {
  if (compound.runs.length <= 2) return null;
  const { from, to } = compound;
  if (compound.hasAt) return folded.slice(from, Math.min(to, from + maxTokenLength));
  if (to - from > maxTokenLength || compound.hasPlus) return null;
  const whole = folded.slice(from, to);
  return hasDigit.test(whole) ? whole : null;
}

/** Calls `take` with each word of a compound until it answers false. */
function takeRuns(folded: string, { runs }: Compound, take: (token: string) => boolean): boolean {
  for (let run = 0; run < runs.length; run += 2) {
    const from = runs[run] ?? 0;
    const to = runs[run + 1] ?? from;
    const length = to - from;
    if (length > maxTokenLength) continue;
    if (length < minLength && unitKind(folded, from) !== 'digit') continue;
    if (!take(folded.slice(from, to))) return false;
    let digits = to;
    while (digits > from && unitKind(folded, digits - 1) === 'digit') digits--;
    const isAfterLetters = digits > from && to - digits >= minTrailingDigits;
    if (isAfterLetters && !take(folded.slice(digits, to))) return false;
  }
  return true;
}

function takeTokens(text: string, take: (token: string) => boolean): void {
  const folded = foldText(text);
  for (let index = 0; index < folded.length; index++) {
    if (!isWordUnit(folded, index)) continue;
    const compound = compoundAt(folded, index);
    const whole = wholeOf(folded, compound);
    if (whole !== null && !take(whole)) return;
    if (!takeRuns(folded, compound, take)) return;
    index = compound.to;
  }
}

/**
 * The words of a text in order, folded, with repeats: runs of letters and digits of 2 to 40 units, single digits but no
 * single letters. E-mail addresses, order numbers and dates come whole as well as in parts: `ty-12345`, `ty`, `12345`.
 */
export function tokens(text: string): string[] {
  const found: string[] = [];
  takeTokens(text, (token) => found.push(token) > 0);
  return found;
}

/** The different words of a text, at most `limit`, in order of first appearance: what the search index stores. */
export function distinctTokens(text: string, limit: number): string[] {
  const found = new Set<string>();
  takeTokens(text, (token) => found.size < limit && found.add(token).size <= limit);
  return [...found];
}

/**
 * The words to look for when a person types `query`; each is meant as a prefix and all have to match. Parts only, so
 * that `TY-123` finds `TY 12345` too; an e-mail address stays whole.
 */
export function queryTokens(query: string): string[] {
  const folded = foldText(query);
  const found = new Set<string>();
  for (let index = 0; index < folded.length; index++) {
    if (!isWordUnit(folded, index)) continue;
    const compound = compoundAt(folded, index);
    const whole = compound.hasAt ? wholeOf(folded, compound) : null;
    if (whole !== null) found.add(whole);
    else takeRuns(folded, compound, (token) => found.add(token).size > 0);
    index = compound.to;
  }
  return [...found];
}
