// Finds the facts of a sentence that no rewrite may lose: dates, hours, amounts, numbers, links and template fields.

export type FactKind = 'date' | 'time' | 'amount' | 'days' | 'hours' | 'number' | 'link' | 'field';

export interface Fact {
  kind: FactKind;
  text: string;
  start: number;
  end: number;
}

const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου|οκτωβρίου|νοεμβρίου|δεκεμβρίου';
const weekdays =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή';
const currencies = '€|₺|\\$|£|tl|try|eur|euro|euros|lira|ευρώ';
const end = '(?![\\p{L}\\p{N}])';
const begin = '(?<![\\p{L}\\p{N}])';

// Earlier kinds take their words first: the 5 of "5 March" is no number of its own.
const kinds: readonly (readonly [FactKind, RegExp])[] = [
  ['field', /\{\{[^}\n]*\}\}|\{[^{}\n]*\}/gu],
  ['link', /(?:https?:\/\/|www\.)\S+|[^\s@<>()]+@[^\s@<>()]+\.\p{L}+/gu],
  [
    'date',
    new RegExp(
      `${begin}(?:(?:${weekdays})[, ]+)?\\p{N}{1,2}(?:st|nd|rd|th)?\\.? (?:of )?(?:${months})${end}(?:,? \\p{N}{4})?|${begin}(?:${months}) \\p{N}{1,2}(?:st|nd|rd|th)?${end}(?:,? \\p{N}{4})?|${begin}\\p{N}{1,2}[./-]\\p{N}{1,2}[./-]\\p{N}{2,4}${end}|${begin}\\p{N}{1,2}/\\p{N}{1,2}${end}|${begin}(?:${weekdays})${end}`,
      'giu',
    ),
  ],
  ['amount', new RegExp(`(?:[€₺$£] ?\\p{N}[\\p{N}.,]*)|${begin}\\p{N}[\\p{N}.,]* ?(?:${currencies})${end}`, 'giu')],
  [
    'time',
    new RegExp(`${begin}\\p{N}{1,2}[:.]\\p{N}{2}${end}|${begin}\\p{N}{1,2} ?(?:am|pm|π\\.?μ|μ\\.?μ)${end}`, 'giu'),
  ],
  [
    'days',
    new RegExp(
      `${begin}\\p{N}+(?:[-–]\\p{N}+)? ?(?:(?:working|business|iş|εργάσιμες) )?(?:days?|gün\\p{L}*|μέρες|ημέρες)${end}`,
      'giu',
    ),
  ],
  ['hours', new RegExp(`${begin}\\p{N}+(?:[-–]\\p{N}+)? ?(?:hours?|saat\\p{L}*|ώρες)${end}`, 'giu')],
  ['number', new RegExp(`${begin}#?[\\p{L}]{0,4}-?\\p{N}[\\p{N}.,-]*(?<![.,-])`, 'gu')],
];

/** The facts in a text, in order, none inside another. */
export function factsIn(text: string): Fact[] {
  const facts: Fact[] = [];
  for (const [kind, pattern] of kinds) {
    for (const { index, 0: found } of text.matchAll(pattern)) {
      const fact = { kind, text: found, start: index, end: index + found.length };
      if (!facts.some((other) => other.start < fact.end && fact.start < other.end)) facts.push(fact);
    }
  }
  return facts.sort((a, b) => a.start - b.start);
}
