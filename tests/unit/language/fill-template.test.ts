// Canned replies: the rendering rules one by one, and every reply of the library filled in its language.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fieldsIn,
  fillTemplate,
  openFieldsIn,
  suffixWarnings,
  type TemplateValue,
  type TemplateValues,
} from '../../../shared/language/fill-template.ts';
import type { Language } from '../../../shared/model/ids.ts';

interface Library {
  variables: Record<string, { label: string; type: string }>;
  replies: { id: string; scenario: string; lang: Language; variables: string[]; body: string }[];
}
const libraryFile = new URL('../../../renderer/store/canned-replies.json', import.meta.url);
const library = JSON.parse(readFileSync(libraryFile, 'utf8')) as Library;

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const filled = (body: string, values: TemplateValues, language: Language, today?: string): string =>
  plain(fillTemplate(body, values, language, today).text);

describe('the first name', () => {
  it.each([
    ['en', 'Hello {{customer.firstName}},', 'Maria', 'Hello Maria,'],
    ['en', 'Hello {{ customer.firstName }},', '', 'Hello there,'],
    ['en', 'Good morning {{customer.firstName}},', '', 'Good morning there,'],
    ['en', 'Thank you, {{customer.firstName}}! Your words', '', 'Thank you! Your words'],
    ['en', 'Thank you for telling us, {{customer.firstName}}.', '  ', 'Thank you for telling us.'],
    ['en', '{{customer.firstName}}, thank you', '', 'Thank you'],
    ['tr', 'Merhaba {{customer.firstName}},', '', 'Merhaba,'],
    ['tr', 'Teşekkürler {{customer.firstName}}! Evet', '', 'Teşekkürler! Evet'],
    ['tr', 'Not:\n{{customer.firstName}}, iyi günler', '', 'Not:\nİyi günler'],
    ['el', 'Γεια σας {{customer.firstName}},', '', 'Γεια σας,'],
    ['el', 'Γεια σας {{customer.firstName}},', 'Γιώργος', 'Γεια σας Γιώργο,'],
    ['el', 'Γεια σας {{customer.firstName}},', 'Μαρία', 'Γεια σας Μαρία,'],
    ['en', 'Hello {{customer.firstName}},', 'Γιώργος', 'Hello Γιώργος,'],
  ] as const)('%s: %j with %j', (language, body, name, expected) => {
    expect(filled(body, { 'customer.firstName': name }, language)).toBe(expected);
  });

  it('keeps the form of address that the shop chose', () => {
    const values = { 'customer.firstName': { verbatim: 'Γιώργος' } };
    expect(filled('Γεια σας {{customer.firstName}},', values, 'el')).toBe('Γεια σας Γιώργος,');
  });

  it('does not need the value to be given at all', () => {
    expect(fillTemplate('Merhaba {{customer.firstName}},', {}, 'tr').open).toEqual([]);
  });
});

describe('fallbacks', () => {
  it.each([
    ['Dear {{customer.name|dear customer}},', {}, 'Dear dear customer,'],
    ['Dear {{ customer.name | customer }},', { 'customer.name': 'Ann Lee' }, 'Dear Ann Lee,'],
    ['Hello {{customer.firstName|friend}},', {}, 'Hello friend,'],
    ['Hello {{customer.firstName|}}, welcome', {}, 'Hello, welcome'],
    ['It is with {{carrier.name|}}.', {}, 'It is with.'],
  ])('%j with %j', (body, values, expected) => {
    const { text, open } = fillTemplate(body, values, 'en');
    expect([text, open]).toEqual([expected, []]);
  });

  it('are known as fields while they are unfilled', () => {
    expect(openFieldsIn('Dear {{customer.name|dear customer}},').map(({ name }) => name)).toEqual(['customer.name']);
    expect(fieldsIn('{{a}} {{ b | c d }} {{e|}}')).toMatchObject([
      { name: 'a' },
      { name: 'b', fallback: 'c d' },
      { name: 'e', fallback: '' },
    ]);
    expect(suffixWarnings("{{product.name|ürün}}'i").map(({ name }) => name)).toEqual(['product.name']);
  });
});

describe('values', () => {
  it.each<[Language, TemplateValue, string]>([
    ['en', { date: '2026-06-05' }, '5 June 2026'],
    ['tr', { date: '2026-06-05' }, '5 Haziran 2026'],
    ['el', { date: '2026-06-05' }, '5/6/2026'],
    ['en', { amountMinor: 129990, currency: 'EUR' }, '€1,299.90'],
    ['tr', { amountMinor: 129990, currency: 'TRY' }, '₺1.299,90'],
    ['el', { amountMinor: 129990, currency: 'EUR' }, '1.299,90 €'],
    ['en', { amountMinor: 1500, currency: 'JPY' }, 'JP¥1,500'],
    ['en', { amountMinor: 1250, currency: 'points' }, '12.50 points'],
    ['en', 12345, '12,345'],
    ['tr', 12345, '12.345'],
    ['en', '  as it is ', 'as it is'],
  ])('%s: %j is written %j', (language, value, expected) => {
    expect(filled('{{x}}', { x: value }, language)).toBe(expected);
  });

  it('writes the year only of days that are far away', () => {
    expect(filled('{{d}}', { d: { date: '2027-01-05' } }, 'el', '2026-11-22')).toBe('5/1');
    expect(filled('{{d}}', { d: { date: '2027-01-05' } }, 'en', '2026-11-22')).toBe('5 January');
    expect(filled('{{d}}', { d: { date: '2024-01-05' } }, 'tr', '2026-11-22')).toBe('5 Ocak 2024');
  });

  it.each([
    ['en', 'your {{order.count}} order', 3, 'your 3rd order'],
    ['en', 'your {{order.count}} order', 11, 'your 11th order'],
    ['en', 'your {{order.count}} order', 22, 'your 22nd order'],
    ['tr', 'bu {{order.count}}. siparişiniz', 3, 'bu 3. siparişiniz'],
    ['tr', 'bu {{order.count}} siparişiniz', 3, 'bu 3. siparişiniz'],
    ['el', 'η {{order.count}}η παραγγελία', 3, 'η 3η παραγγελία'],
    ['el', 'η {{order.count}} παραγγελία', 3, 'η 3η παραγγελία'],
  ] as const)('%s counts orders: %j', (language, body, count, expected) => {
    expect(filled(body, { 'order.count': count }, language)).toBe(expected);
  });

  it.each<[TemplateValue | null | undefined]>([
    [''],
    ['   '],
    [null],
    [undefined],
    [Number.NaN],
    [{ date: '2026-02-30' }],
    [{ date: 'soon' }],
    [{ amountMinor: Number.POSITIVE_INFINITY, currency: 'EUR' }],
    [{ verbatim: ' ' }],
  ])('%j leaves the field open', (value) => {
    const result = fillTemplate('On {{ date }}.', { date: value }, 'en');
    expect(result.text).toBe('On {{date}}.');
    expect(result.open).toEqual([{ name: 'date', from: 3, to: 11 }]);
    expect(result.fields).toEqual([]);
  });

  it('does not take fields or names from inside a value or from the prototype', () => {
    const result = fillTemplate('{{a}} {{toString}}', { a: '{{b}}', b: 'no' }, 'en');
    expect(result.text).toBe('{{b}} {{toString}}');
    expect(result.open.map(({ name }) => name)).toEqual(['b', 'toString']);
  });
});

describe('openFieldsIn', () => {
  it.each([
    ['all said', []],
    ['Dear {{customer.firstName}},', ['customer.firstName']],
    ['{{ x }} and {{ürün}}', ['x', 'ürün']],
    ['{{order.number} is', ['order.number']],
    ['{{order number}}', ['order number']],
    ['{{}}', ['']],
    ['{{ { }}', []],
    ['a {{ b', ['b']],
    ['{{"json": 1', []],
  ])('in %j', (text, names) => {
    expect(openFieldsIn(text).map(({ name }) => name)).toEqual(names);
  });
});

describe('suffixWarnings', () => {
  it('points at a field with an ending behind an apostrophe', () => {
    const body = "{{product.name}}'i ve {{ order.number }}’nin; '{{size}}' tamam";
    expect(suffixWarnings(body).map(({ name, from, to }) => [name, body.slice(from, to)])).toEqual([
      ['product.name', "{{product.name}}'"],
      ['order.number', '{{ order.number }}’'],
    ]);
  });
});

describe('the library', () => {
  const samples: Record<string, TemplateValue> = {
    date: { date: '2026-06-05' },
    money: { amountMinor: 4990, currency: 'EUR' },
    number: 3,
    time: '17:00',
    url: 'https://shop.example/x',
    text: 'Abc',
  };
  const valuesFor = (names: string[]): TemplateValues =>
    Object.fromEntries(names.map((name) => [name, samples[library.variables[name]?.type ?? ''] ?? null]));

  it.each(library.replies)('$id fills without an open field or a hole', ({ body, lang, variables: names }) => {
    const values = valuesFor(names);
    const result = fillTemplate(body, values, lang);
    expect(result.open).toEqual([]);
    expect(new Set(result.fields.map(({ name }) => name))).toEqual(new Set(names));
    const nameless = fillTemplate(body, { ...values, 'customer.firstName': '' }, lang).text;
    for (const text of [result.text, nameless]) expect(text).not.toMatch(/ {2}| [,.!?]|,[.!]|^[,.!]/m);
    expect(suffixWarnings(body)).toEqual([]);
    expect(openFieldsIn(body).every(({ name }) => names.includes(name))).toBe(true);
  });

  it('has every scenario in the three languages, under different ids', () => {
    const scenarios = new Set(library.replies.map(({ scenario }) => scenario));
    for (const wanted of scenarios) {
      const variants = library.replies.filter(({ scenario }) => scenario === wanted);
      expect(variants.map(({ lang }) => lang).sort()).toEqual(['el', 'en', 'tr']);
    }
    expect(new Set(library.replies.map(({ id }) => id)).size).toBe(library.replies.length);
  });
});

describe('any template', () => {
  const piece = fc.oneof(
    fc.constantFrom('{{customer.firstName}}', '{{a}}', '{{order.count}}', '{{b.c}}', '{{', '}}', ', ', '. ', '\n', ' '),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const value = fc.option(fc.oneof(fc.string({ maxLength: 10 }), fc.integer()));

  it('reports ranges that stand where it says, and lists what is still open', () => {
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        fc.dictionary(fc.constantFrom('customer.firstName', 'a', 'order.count', 'b.c'), value),
        fc.constantFrom('en', 'tr', 'el'),
        (body, values, language) => {
          const result = fillTemplate(body, values, language);
          expect(result.open).toEqual(openFieldsIn(result.text));
          let end = 0;
          for (const { name, from, to } of result.fields) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeLessThanOrEqual(result.text.length);
            const given = values[name];
            if (typeof given === 'string' && name !== 'customer.firstName') {
              expect(result.text.slice(from, to)).toBe(given.trim());
            }
            end = to;
          }
        },
      ),
    );
  });
});
