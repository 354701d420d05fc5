// Where the sentences of a text stand, with the marks that end them.
import type { TextRange } from './fold.ts';

/** Sentences without the spaces around them. A dot between digits (15.00, 12.03.) or before a small letter (p.m. and) ends none. */
export function sentenceRanges(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  const add = (from: number, to: number) => {
    const piece = text.slice(from, to);
    const start = from + piece.length - piece.trimStart().length;
    if (piece.trim() !== '') ranges.push({ from: start, to: start + piece.trim().length });
  };
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(/\n+|[!?;·]+(?=\s|$)|\.+(?=\s+[^\p{Ll}\d\s]|\s*$)/gmu)) {
    const to = index + (mark.startsWith('\n') ? 0 : mark.length);
    add(from, to);
    from = index + mark.length;
  }
  add(from, text.length);
  return ranges;
}
