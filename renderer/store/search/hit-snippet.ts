// A line of text around the first word found, cheap also for long texts.
import { foldText } from '../../../shared/language/fold.ts';
import { snippetAround } from '../../../shared/language/highlight.ts';

const snippetUnits = 160;
const windowUnits = 700;
const searchedUnits = 20_000;

/** Text around the first of `words`, with the ranges of all of them in it; the beginning when none is there. */
export function hitSnippet(text: string, words: readonly string[]): { snippet: string; ranges: [number, number][] } {
  // Folding keeps positions but for a few letters, so that a window around the folded place surely holds the word.
  const folded = foldText(text.slice(0, searchedUnits));
  const places = words.map((word) => wordStart(folded, word)).filter((place) => place >= 0);
  const from = places.length === 0 ? 0 : Math.max(0, Math.min(...places) - windowUnits / 2);
  const cut = snippetAround(text.slice(from, from + windowUnits), words, snippetUnits);
  return { snippet: cut.text, ranges: cut.ranges.map((range) => [range.from, range.to]) };
}

/** Whether the beginning of a text, `line`, has all of `words`: then the whole text need not be read for its snippet. */
export function hasAllWords(line: string, words: readonly string[]): boolean {
  const folded = foldText(line);
  return words.every((word) => isWordAt(folded, wordStart(folded, word)));
}

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Where a word begins with `prefix`; the first place inside a word when no word does. */
function wordStart(folded: string, prefix: string): number {
  const first = folded.indexOf(prefix);
  for (let at = first; at >= 0; at = folded.indexOf(prefix, at + 1)) {
    if (isWordAt(folded, at)) return at;
  }
  return first;
}

/** False for a place inside a word, and for none. */
function isWordAt(folded: string, at: number): boolean {
  return at === 0 || (at > 0 && !letterOrDigit.test(folded.charAt(at - 1)));
}
