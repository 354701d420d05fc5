// Fills the {{fields}} of a canned reply; what stays open is reported and keeps the reply from being sent.
import type { Language } from '../model/ids.ts';
import { foldText } from './fold.ts';
import { formatDay, formatMoney, formatNumber, formatOrdinal } from './format-value.ts';
import { localeOf } from './locale.ts';
import { greekVocative } from './names.ts';

/** What a field can be given; text is used as it is, everything else is written in the message's language. */
export type TemplateValue =
  | string
  | number
  /** A calendar day, `YYYY-MM-DD`. */
  | { date: string }
  /** In the currency's minor unit. */
  | { amountMinor: number; currency: string }
  /** Never touched, not even by the Greek vocative: a form of address the shop chose for this customer. */
  | { verbatim: string };

export type TemplateValues = Readonly<Record<string, TemplateValue | null | undefined>>;

/** A field and where it stands in the text, in UTF-16 units. */
export interface FieldRange {
  name: string;
  from: number;
  to: number;
}

export interface FilledTemplate {
  text: string;
  /** Fields without a value; they stand in the text as `{{name}}`. */
  open: FieldRange[];
  /** Filled fields, in order. */
  fields: FieldRange[];
}

// {{name}}, or {{name|what is written when nothing is known}}.
const field = /\{\{\s*([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*)\s*(?:\|([^{}\n]{0,200}))?\}\}/gu;
const firstName = 'customer.firstName';
const orderCount = 'order.count';
const capitalise = (text: string, language: Language): string => {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return text === '' ? '' : first.toLocaleUpperCase(localeOf[language]) + text.slice(first.length);
};

function textOf(value: string, name: string, language: Language): string {
  return name === firstName && language === 'el' ? greekVocative(value.trim()) : value.trim();
}

function numberOf(value: number, name: string, language: Language, following: string): string | null {
  return name === orderCount ? formatOrdinal(value, language, following) : formatNumber(value, language);
}

/** The words for a value; null when there is nothing to write. */
function wordsFor(
  name: string,
  value: TemplateValue | null | undefined,
  language: Language,
  following: string,
  today: string | undefined,
): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return textOf(value, name, language) || null;
  if (typeof value === 'number') return numberOf(value, name, language, following);
  if ('verbatim' in value) return value.verbatim.trim() || null;
  if ('date' in value) return formatDay(value.date, language, today);
  return formatMoney(value.amountMinor, value.currency, language);
}

/** Words of greeting after which English puts "there" for a name that is not known. */
const englishGreetings = new Set(['hello', 'hi', 'hey', 'morning', 'afternoon', 'evening']);

function endsWithGreeting(text: string): boolean {
  const lastWord = /(\p{L}+)[ \t]*$/u.exec(text.slice(-40))?.[1] ?? '';
  return englishGreetings.has(foldText(lastWord));
}

const endsWithSpace = (text: string): boolean => text.endsWith(' ') || text.endsWith('\t');

/**
 * Leaves out a first name that is not known, with the space before it and a comma that would then stand in front of
 * other punctuation; what was filled up to `filledTo` is not touched. At the beginning of a line the comma after it goes instead and the next word gets a capital.
 */
function withoutName(
  before: string,
  after: string,
  filledTo: number,
  language: Language,
): { before: string; after: string } {
  let kept = before;
  while (kept.length > filledTo && endsWithSpace(kept)) kept = kept.slice(0, -1);
  if (kept === '' || kept.endsWith('\n')) {
    return { before: kept, after: capitalise(after.replace(/^[ \t]*[,!]?[ \t]*/, ''), language) };
  }
  if (kept.length > filledTo && kept.endsWith(',') && /^[ \t]*[,.!?;:·]/.test(after)) kept = kept.slice(0, -1);
  return { before: kept, after };
}

/**
 * Writes `values` into the `{{fields}}` of `body`. Greek messages address the customer in the vocative; dates, money
 * and ordinals follow the language; a missing first name becomes "there" after an English greeting and otherwise goes
 * without leaving a gap. A field may bring its own words for that: `{{customer.name|dear customer}}`; none after the stroke lets it go without
 * leaving a gap. Any other field without a value stays in the text as `{{name}}` and is listed in `open`.
 * Values are never read for fields themselves. `today` (`YYYY-MM-DD`) lets near dates go without the year.
 */
export function fillTemplate(body: string, values: TemplateValues, language: Language, today?: string): FilledTemplate {
  const fields: FieldRange[] = [];
  const matches = [...body.matchAll(field)];
  let text = body.slice(0, matches[0]?.index);
  matches.forEach((match, index) => {
    const [written, name = '', fallback] = match;
    let after = body.slice(match.index + written.length, matches[index + 1]?.index);
    const value = Object.hasOwn(values, name) ? values[name] : null;
    let words = wordsFor(name, value, language, after, today);
    if (words === null && fallback?.trim()) words = fallback.trim();
    if (words === null && (name === firstName || fallback !== undefined)) {
      if (fallback === undefined && language === 'en' && endsWithGreeting(text)) words = 'there';
      else {
        ({ before: text, after } = withoutName(text, after, fields.at(-1)?.to ?? 0, language));
        words = '';
      }
    }
    if (words === null) text += `{{${name}}}`;
    else if (words !== '') {
      fields.push({ name, from: text.length, to: text.length + words.length });
      text += words;
    }
    text += after;
  });
  return { text, open: openFieldsIn(text), fields };
}

const fieldLike = /\{\{([^{}\n]{0,300})(\}{0,2})/g;
const fieldName = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

/** Every `{{…}}` left in a text, also one whose closing braces were lost; a reply with any of them is not to be sent. */
export function openFieldsIn(text: string): FieldRange[] {
  const found: FieldRange[] = [];
  for (const match of text.matchAll(fieldLike)) {
    const [written, inner = '', closing = ''] = match;
    const name = (inner.split('|')[0] ?? '').trim();
    const isField = closing.length === 2 || fieldName.test(name.split(/\s/)[0] ?? '');
    if (isField) found.push({ name, from: match.index, to: match.index + written.length });
  }
  return found;
}

/**
 * Fields that carry an ending behind an apostrophe (`{{product.name}}'i`): a Turkish ending cannot agree with a value
 * that is not known yet. The range covers the field and the apostrophe.
 */
export function suffixWarnings(body: string): FieldRange[] {
  return [...body.matchAll(/\{\{\s*([^{}\n|]{1,100}?)\s*(?:\|[^{}\n]{0,200})?\}\}['’ʼ](?=\p{L})/gu)].map((match) => ({
    name: match[1] ?? '',
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** A field as it is written in a template. */
export interface TemplateField extends FieldRange {
  /** What is written when nothing is known; undefined: the field then stays open. */
  fallback?: string;
}

/** The fields of a template, in order. */
export function fieldsIn(body: string): TemplateField[] {
  return [...body.matchAll(field)].map(({ 0: written, 1: name = '', 2: fallback, index }) => ({
    name,
    from: index,
    to: index + written.length,
    ...(fallback === undefined ? {} : { fallback: fallback.trim() }),
  }));
}
