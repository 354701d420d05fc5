// Finds the words of a query in a text as it was written: to mark them, and to cut a snippet around them.
import { foldText, foldWithMap, originalRange, type TextRange } from './fold.ts';
import { isWordUnit, unitKind } from './word-units.ts';

/** A piece of a text on one line, and where the searched words stand in it. */
export interface Snippet {
  text: string;
  ranges: TextRange[];
}

function isWordStart(folded: string, index: number): boolean {
  if (!isWordUnit(folded, index)) return false;
  if (!isWordUnit(folded, index - 1)) return true;
  // 12345 is found in TY12345, as the index has it.
  return unitKind(folded, index) === 'digit' && unitKind(folded, index - 1) === 'letter';
}

/**
 * Where words of `text` begin with one of `queryWords`, ignoring case and accents: ranges in the original text, in
 * order, not overlapping. The longest query word wins.
 */
export function highlightRanges(text: string, queryWords: readonly string[]): TextRange[] {
  const wanted = queryWords
    .map(foldText)
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return [];
  const folded = foldWithMap(text);
  const ranges: TextRange[] = [];
  let index = 0;
  while (index < folded.text.length) {
    const from = index;
    const word = isWordStart(folded.text, from) && wanted.find((prefix) => folded.text.startsWith(prefix, from));
    if (word) {
      const range = originalRange(folded, from, from + word.length);
      // A letter that folds to two could be met twice.
      if (range.from >= (ranges.at(-1)?.to ?? 0)) ranges.push(range);
      index += word.length;
    } else {
      index++;
    }
  }
  return ranges;
}

const ellipsis = '…';
// A cut moves at most this far to fall between words.
const cutSlack = 20;

/** The nearest good place at or after `index`: after a space, or at least not inside a surrogate pair. */
function cutForward(text: string, index: number): number {
  const space = text.indexOf(' ', index);
  if (space >= 0 && space - index < cutSlack) return space + 1;
  return isLowSurrogate(text, index) ? index + 1 : index;
}

/** The nearest good place at or before `index`. */
function cutBack(text: string, index: number): number {
  const space = text.lastIndexOf(' ', index);
  if (space > 0 && index - space < cutSlack) return space;
  return isLowSurrogate(text, index) ? index - 1 : index;
}

const isLowSurrogate = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xdc00;

/** Text on one line: white space runs become one space. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The beginning of a one-line text in at most `length` units, cut between words with an ellipsis where possible. */
export function cutToLength(line: string, length: number): string {
  if (line.length <= length) return line;
  if (length <= ellipsis.length) return ellipsis.slice(0, Math.max(length, 0));
  return line.slice(0, cutBack(line, length - ellipsis.length)).trimEnd() + ellipsis;
}

/** Units shown before a found word: a row of the list has room for some 45, and the word is what is looked for. */
const mostBefore = 20;

/**
 * One line of at most `length` units around the first of `queryWords` in `text`, with an ellipsis where something was
 * left out; the beginning of the text when none is there.
 */
export function snippetAround(text: string, queryWords: readonly string[], length: number): Snippet {
  const line = onOneLine(text);
  const hit = highlightRanges(line, queryWords)[0];
  const room = Math.max(length - 2 * ellipsis.length, 1);
  const wantedFrom = hit === undefined ? 0 : hit.from - Math.min(Math.floor(room / 3), mostBefore);
  let from = wantedFrom <= 0 ? 0 : cutForward(line, wantedFrom);
  if (hit !== undefined && from > hit.from) from = hit.from;
  const before = from > 0 ? ellipsis : '';
  const cut = before + cutToLength(line.slice(from), length - before.length);
  return { text: cut, ranges: highlightRanges(cut, queryWords) };
}
