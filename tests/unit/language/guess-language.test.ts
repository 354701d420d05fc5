// The language guess, measured on sentences as customers write them; wrong guesses are worse than none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../../shared/language/guess-language.ts';
import { english, foreign, greek, greeklish, turkish, turkishAscii } from './language-sentences.ts';

describe('guessLanguage', () => {
  it.each([
    ['English', english, 'en'],
    ['Turkish', turkish, 'tr'],
    ['Turkish without Turkish letters', turkishAscii, 'tr'],
    ['Greek', greek, 'el'],
    ['Greek in Latin letters', greeklish, 'el'],
    ['other languages', foreign, null],
  ] as const)('is right for 97 of 100 sentences of %s and silent on the rest', (_name, sentences, expected) => {
    const missed = sentences.filter((sentence) => guessLanguage(sentence) !== expected);
    const wrong = missed.filter((sentence) => guessLanguage(sentence) !== null);
    expect(sentences.length).toBeGreaterThanOrEqual(20);
    expect(missed.length / sentences.length, missed.join(' | ')).toBeLessThanOrEqual(0.03);
    expect(wrong).toEqual([]);
  });

  it.each(['Siparişim', 'Merhaba', "Ürün Trendyol'dan geldi, order id TY-12345", 'SİPARİŞİM HÂLÂ GELMEDİ'])(
    'takes %j for Turkish',
    (text) => {
      expect(guessLanguage(text)).toBe('tr');
    },
  );

  it.each([
    '',
    '   ',
    '12345',
    'OK',
    '👍👍',
    'https://shop.example/the/order/is/here',
    'a@b.example',
    'TY-12345',
    'Ayla Demir',
  ])('does not guess from %j', (text) => {
    expect(guessLanguage(text)).toBeNull();
  });

  it('follows the sentences, not a name in another alphabet', () => {
    expect(guessLanguage('Hello, my name is Γιώργος and I would like a refund for my order')).toBe('en');
    expect(guessLanguage('Το Samsung Galaxy Watch Active που παρήγγειλα δεν ήρθε')).toBe('el');
  });

  it('answers the same for upper case in that language', () => {
    const cases = [...turkish.map((text) => [text, 'tr'] as const), ...greek.map((text) => [text, 'el'] as const)];
    fc.assert(
      fc.property(fc.constantFrom(...cases), ([text, language]) => {
        expect(guessLanguage(text.toLocaleUpperCase(language))).toBe(language);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([null, 'en', 'tr', 'el']).toContain(guessLanguage(text));
      }),
    );
  });
});
