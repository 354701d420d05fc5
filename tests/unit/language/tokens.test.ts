// Tokens: what the index holds, what a query asks for, and that whatever was indexed can be found.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../shared/language/fold.ts';
import { distinctTokens, maxTokenLength, queryTokens, tokens } from '../../../shared/language/tokens.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: fc.constantFrom(...Array.from('aZ9éıΣς-_.@+/ ’\n🙂𐐀')), maxLength: 120 }),
);

describe('tokens', () => {
  it.each([
    ['Siparişim NEREDE?', ['siparisim', 'nerede']],
    ['Η ΠΑΡΑΓΓΕΛΊΑ μου', ['παραγγελια', 'μου']],
    ['order TY-12345.', ['order', 'ty-12345', 'ty', '12345']],
    ['TY12345 xl32', ['ty12345', '12345', 'xl32']],
    ['#1001, 2 adet, a b', ['1001', '2', 'adet']],
    ['ayse.k+tr@shop.example!', ['ayse.k+tr@shop.example', 'ayse', 'tr', 'shop', 'example']],
    ['12.03.2025 2024/1234', ['12.03.2025', '12', '03', '2025', '2024/1234', '2024', '1234']],
    ['tamam.teşekkürler e-posta well-known', ['tamam', 'tesekkurler', 'posta', 'well', 'known']],
    ['https://shop.example/p/99-mavi', ['https', 'shop', 'example', '99-mavi', '99', 'mavi']],
    ["Ayşe'ye 🙂 ok", ['ayse', 'ye', 'ok']],
    ['x'.repeat(41), []],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('cuts a long e-mail address instead of losing it', () => {
    const address = `${'abcdefghij'.repeat(5)}@marketplace.example`;
    expect(tokens(address)[0]).toBe(address.slice(0, maxTokenLength));
  });

  it('gives folded words within the limits, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of tokens(text)) {
          expect(token).toBe(foldText(token));
          expect(token.length).toBeLessThanOrEqual(maxTokenLength);
          expect(token).toMatch(/^(?:\p{N}|[\p{L}\p{N}].*[\p{L}\p{N}\p{Cs}]|[^\0-\uffff]|.*@.*)$/su);
        }
        expect(tokens(foldText(text))).toEqual(tokens(text));
      }),
    );
  });
});

describe('distinctTokens', () => {
  it('keeps the order, drops repeats and stops at the limit', () => {
    expect(distinctTokens('iade İADE kargo iade para', 10)).toEqual(['iade', 'kargo', 'para']);
    expect(distinctTokens('bir iki üç dört', 2)).toEqual(['bir', 'iki']);
    expect(distinctTokens('bir', 0)).toEqual([]);
  });

  it('is the beginning of the different tokens', () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 20 }), (text, limit) => {
        expect(distinctTokens(text, limit)).toEqual([...new Set(tokens(text))].slice(0, limit));
      }),
    );
  });
});

describe('queryTokens', () => {
  it.each([
    ['TY-123', ['ty', '123']],
    ['  ΕΠΙΣΤΡΟΦΗ  χρημάτων ', ['επιστροφη', 'χρηματων']],
    ['ayse@shop', ['ayse@shop']],
    ['a', []],
  ])('of %j', (query, expected) => {
    expect(queryTokens(query)).toEqual(expected);
  });

  it('asks only for what the index of the same text has', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const indexed = new Set(tokens(text));
        for (const word of queryTokens(text)) expect(indexed).toContain(word);
      }),
    );
  });
});
