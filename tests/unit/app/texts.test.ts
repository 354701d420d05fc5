// The catalogues: the same sentences in every language, each well formed and with the same fields.
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import el from '../../../renderer/app/text/el.json';
import en from '../../../renderer/app/text/en.json';
import tr from '../../../renderer/app/text/tr.json';
import { languageOf } from '../../../renderer/app/text/texts.ts';
import { errorText } from '../../../renderer/app/text/error-text.ts';
import { errorCodes } from '../../../shared/errors.ts';

const catalogues: Record<string, Record<string, string>> = { en, tr, el };

/** Names of the fields of a sentence, plural branches included; throws when it is not well formed. */
function fieldsOf(elements: MessageFormatElement[], found = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    found.add(element.value);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) fieldsOf(option.value, found);
    }
    if (element.type === TYPE.tag) fieldsOf(element.children, found);
  }
  return found;
}

/** Plurals of a sentence that lack one of the categories that the language has for whole numbers. */
function lackingCategories(elements: MessageFormatElement[], language: string): string[] {
  const categories = new Set(Array.from({ length: 201 }, (_, n) => new Intl.PluralRules(language).select(n)));
  return elements.flatMap((element) => {
    if (element.type !== TYPE.plural) return [];
    return [...categories].filter((category) => !(category in element.options));
  });
}

describe.each(Object.entries(catalogues))('catalogue %s', (language, texts) => {
  it('has exactly the sentences of the English one', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.entries(texts))('%s is well formed and has the same fields', (id, text) => {
    expect(text.trim()).not.toBe('');
    const fields = fieldsOf(parse(text));
    expect([...fields].sort()).toEqual([...fieldsOf(parse((en as Record<string, string>)[id] ?? ''))].sort());
    expect(lackingCategories(parse(text), language)).toEqual([]);
  });
});

describe('languages', () => {
  it('takes the chosen one', () => {
    expect(languageOf('el', 'tr-TR')).toBe('el');
  });

  it.each([
    ['tr-TR', 'tr'],
    ['el', 'el'],
    ['el_GR', 'el'],
    ['TR', 'tr'],
    ['de-DE', 'en'],
    ['', 'en'],
  ])('for a system in %s speaks %s', (system, language) => {
    expect(languageOf('system', system)).toBe(language);
  });
});

it('has two different sentences for every error code', () => {
  const all = errorCodes.flatMap((code) => [errorText(code).what, errorText(code).next]);
  expect(new Set(all).size).toBe(errorCodes.length * 2);
});
