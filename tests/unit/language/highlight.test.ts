// Highlighting and snippets: the right letters of the original, never half a character, never too long.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../shared/language/fold.ts';
import { cutToLength, highlightRanges, snippetAround } from '../../../shared/language/highlight.ts';

const marked = (text: string, words: string[]): string[] =>
  highlightRanges(text, words).map(({ from, to }) => text.slice(from, to));

const anyText = fc.string({
  unit: fc.constantFrom('a', 'İ', 'ß', 'ς', 'e\u0301', '🙂', ' ', '-', '7', '\n'),
  maxLength: 200,
});
const loneSurrogate = /\p{Cs}/u;

describe('highlightRanges', () => {
  it.each([
    ['İADE ve iadeler', ['iade'], ['İADE', 'iade']],
    ['Την επιστροφή μου', ['ΕΠΙΣΤΡ'], ['επιστρ']],
    ['siparişim TY-12345 nerede', ['ty', '123'], ['TY', '123']],
    ['TY12345', ['12345'], ['12345']],
    ['Straße', ['stras'], ['Straß']],
    ['kargom', ['argo'], []],
    ['a b', ['', ' '], []],
    ['iade iadem', ['iade', 'iadem'], ['iade', 'iadem']],
  ])('in %j for %j', (text, words, expected) => {
    expect(marked(text, words)).toEqual(expected);
  });

  it('marks ordered, separate pieces that fold to a query word at their beginning', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(fc.constantFrom('a', 'i', 'ss', 's', 'ee', '7', 'σ'), { maxLength: 4 }),
        (text, words) => {
          let end = 0;
          for (const { from, to } of highlightRanges(text, words)) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            expect(words.some((word) => foldText(text.slice(from, to)).startsWith(word))).toBe(true);
            end = to;
          }
        },
      ),
    );
  });
});

describe('snippetAround', () => {
  const long = `${'Bu çok uzun bir giriş cümlesi. '.repeat(10)}Siparişim\n TY-12345 hâlâ gelmedi. ${'Sonra devam eden sözler. '.repeat(10)}`;

  it('shows the word with some text before and after, on one line', () => {
    const snippet = snippetAround(long, ['ty', '12345'], 80);
    expect(snippet.text).toMatch(/^….*Siparişim TY-12345 hâlâ gelmedi\..*…$/);
    expect(snippet.ranges.map(({ from, to }) => snippet.text.slice(from, to))).toEqual(['TY', '12345']);
  });

  it('lets the word stand where a narrow row still shows it, also at the end of a text', () => {
    const snippet = snippetAround(`${'Bu çok uzun bir giriş cümlesi. '.repeat(10)}Mavi vazo.`, ['vazo'], 160);
    expect(snippet.ranges[0]?.from).toBeLessThan(25);
    expect(snippet.text).toMatch(/^….*Mavi vazo\.$/);
  });

  it('shows the beginning when the word is not there', () => {
    expect(snippetAround('Kısa  bir\nmetin', ['yok'], 80)).toEqual({ text: 'Kısa bir metin', ranges: [] });
  });

  it('keeps to the length, shows a found word and never halves a character', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 12, max: 60 }), (text, length) => {
        const snippet = snippetAround(text, ['7'], length);
        expect(snippet.text.length).toBeLessThanOrEqual(length);
        expect(snippet.text).not.toMatch(loneSurrogate);
        expect(snippet.ranges.length > 0).toBe(highlightRanges(text, ['7']).length > 0);
      }),
    );
  });
});

describe('cutToLength', () => {
  it.each([
    ['kısa', 10, 'kısa'],
    ['bir iki üç', 8, 'bir iki…'],
    ['birleşik', 4, 'bir…'],
    ['🙂🙂🙂', 4, '🙂…'],
    ['uzun', 1, '…'],
    ['uzun', 0, ''],
  ])('%j to %i', (line, length, expected) => {
    expect(cutToLength(line, length)).toBe(expected);
  });
});
