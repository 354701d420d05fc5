// Folding: what finds what, what never changes, and the way back to the original for highlighting.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWithMap, originalRange } from '../../../shared/language/fold.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

describe('foldText', () => {
  it.each([
    ['İADE', 'iade'],
    ['ıade', 'iade'],
    ['IADE', 'iade'],
    ['ŞİKÂYET Müşteri ÇÖĞÜ', 'sikayet musteri cogu'],
    ['ΕΠΙΣΤΡΟΦΗ', 'επιστροφη'],
    ['επιστροφή', 'επιστροφη'],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['Προϊόν ΰ', 'προιον υ'],
    ['Straße ẞ', 'strasse ss'],
    ['ﬁyat Œuvre Ærø', 'fiyat oeuvre aero'],
    ['Ａ１ ½', 'a1 1⁄2'],
    ['iPhone’um', "iphone'um"],
    ['TY\u201112345', 'ty-12345'],
    ['pa\u00adket \ufeffson\u200b', 'paket son'],
    ['e\u0301te\u0301', 'ete'],
    ['🙂👍🏽', '🙂👍🏽'],
    ['', ''],
  ])('%s becomes %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('leaves no upper-case letter and no mark, and folding again changes nothing, for every character of the first two planes', () => {
    const wrong: string[] = [];
    for (let code = 0; code < 0x20000; code++) {
      const folded = foldText(String.fromCodePoint(code));
      if (foldText(folded) !== folded || /\p{M}|\p{Lu}/u.test(folded)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('is not led astray by half a surrogate pair seen before', () => {
    expect(foldText('\ud835é')).toBe('\ud835e');
    expect(foldText('𝐀é')).toBe('ae');
  });

  it('folds long texts the same as their characters one by one', () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 5000 }), (text, padding) => {
        const long = 'é'.repeat(padding) + text;
        expect(foldText(long)).toBe('e'.repeat(padding) + Array.from(text, foldText).join(''));
      }),
    );
  });

  it('ignores case for whatever is written in Greek or Turkish letters', () => {
    const letters = fc.string({ unit: fc.constantFrom(...Array.from('abcçdğıiöşüİIΑΆΣσςώΐϋ')) });
    fc.assert(
      fc.property(letters, (text) => {
        expect(foldText(text.toLocaleUpperCase('tr'))).toBe(foldText(text));
        expect(foldText(text.toLocaleUpperCase('el'))).toBe(foldText(text));
      }),
    );
  });
});

describe('foldWithMap', () => {
  it('agrees with foldText and points back at whole characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldWithMap(text);
        expect(folded.text).toBe(foldText(text));
        expect(folded.starts).toHaveLength(folded.text.length + 1);
        const range = originalRange(folded, 0, folded.text.length);
        expect(range.to).toBe(folded.text === '' ? range.from : text.length);
      }),
    );
  });

  it.each([
    ['Bugün İADE istedim', 'iade', 'İADE'],
    ['η επιστροφή μου', 'επιστροφη', 'επιστροφή'],
    ['cafe\u0301 au lait', 'cafe', 'cafe\u0301'],
    ['große', 'gros', 'groß'],
    ['x ﬁyat', 'fi', 'ﬁ'],
  ])('finds in %j the part that folded to %j', (text, wanted, original) => {
    const folded = foldWithMap(text);
    const at = folded.text.indexOf(wanted);
    const range = originalRange(folded, at, at + wanted.length);
    expect(text.slice(range.from, range.to)).toBe(original);
  });

  it('keeps an empty range empty', () => {
    expect(originalRange(foldWithMap('ßa'), 1, 1)).toEqual({ from: 0, to: 0 });
  });
});
