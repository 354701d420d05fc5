// Makes a canned reply of a sent message: what belongs to one customer and one order becomes a field.
import type { Language } from '../model/ids.ts';
import { findDetails, type DetailKind } from './contact-details.ts';
import { foldText, foldWithMap, originalRange, type TextRange } from './fold.ts';
import { timeCluesOf } from './read-time.ts';

/** What is known of the conversation that the message was sent in; '' and absent ones are passed over. */
export interface KnownFacts {
  /** Every name that is known of the customer, in full. */
  customerNames?: readonly string[] | undefined;
  /** What the customer is called by. */
  customerFirstNames?: readonly string[] | undefined;
  agentName?: string | undefined;
  shopName?: string | undefined;
  orderNumbers?: readonly string[] | undefined;
  trackingNumbers?: readonly string[] | undefined;
  carriers?: readonly string[] | undefined;
  products?: readonly string[] | undefined;
  /** E-mail addresses and telephone numbers of the customer. */
  contacts?: readonly string[] | undefined;
  places?: readonly string[] | undefined;
}

export interface Generalised {
  body: string;
  /** What was taken out, and the field that stands for it now. */
  replaced: { found: string; field: string }[];
}

type Find = (text: string) => readonly TextRange[];

const fieldText = /(\{\{[^{}]*\}\})/;
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const address = /https?:\/\/[^\s<>"]+/gu;
const phone = /(?<![\p{L}\p{N}])\+?\d(?:[ ()/-]{0,2}\d|\.\d){8,16}(?![\p{L}\p{N}])/gu;
/** By its shape alone: one with a slip in it is somebody's too. */
const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;
/** Money as the three languages write it. */
const money =
  /(?<![\p{L}\p{N}])(?:[€₺£$]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|₺|£|\$|TL\b|TRY\b|EUR\b|GBP\b|USD\b|ευρώ\b|lira\b))/gu;
const postal = /(?<![\p{L}\p{N}])[A-Z0-9]{0,4}\d{8,}[A-Z0-9]*(?![\p{L}\p{N}])/gu;
/** Ερμού 12, 105 63 Αθήνα: a street without the word for it is known by the code behind it. */
const codedStreet = /\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? \d{1,4}[Α-Ω]?,? (?:Τ\.?Κ\.? ?)?\d{3} ?\d{2}(?!\d)/gu;
/** What goes on with an address: door, floor, codes, quarter and town. */
const restOfAddress =
  /^(?:[ ,/:-]{1,3}(?:(?:[Nn]o|NO|[Dd]aire|[Kk]at|[Aa]pt|[Bb]lok|[Ff]lat|[DK]|[Όό]ροφος|Τ\.?Κ)\.?[ :]{0,2}\d+\p{L}?|\d{3} ?\d{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\p{Lu}\p{L}+)(?![\p{L}\p{N}]))+/u;
const timeOfDay = /\d[\d:.]*\d(?: ?(?:[ap]\.?m\.?|[πμ]\.?μ\.?))?|\d(?: ?(?:[ap]\.?m\.?|[πμ]\.?μ\.?))?/iu;
const beforeDay = /^(?:on|by|before|until|στις|τις|έως|μέχρι)\s+/iu;

/**
 * Replaces personal data by fields: names (with their Greek cases), order and tracking numbers, products, the agent and the shop, and
 * whatever looks like an address, a telephone number, a bank account, a sum, a date or a time.
 * @param language of the text
 */
export function generaliseReply(text: string, known: KnownFacts, language: Language): Generalised {
  const replaced: Generalised['replaced'] = [];
  let body = text;
  const put = (find: Find, field: string): void => {
    const parts = body.split(fieldText).map((part, index) => {
      if (index % 2 === 1) return part;
      return replaceIn(part, find(part), (found) => {
        replaced.push({ found, field });
        return `{{${field}}}`;
      });
    });
    body = parts.join('');
  };
  const putAll = (values: readonly (string | undefined)[] | undefined, field: string, find = sameWords): void => {
    for (const value of longestFirst(values)) put(find(value), field);
  };
  // Where a text writes a name small throughout, there it is one too.
  const writtenName = (name: string): Find => (capitalName(name)(text).length > 0 ? capitalName(name) : anyName(name));
  const names = longestFirst(known.customerNames);
  const surnames = names.flatMap((name) => name.split(/\s+/).slice(1)).filter((word) => word.length > 2);

  putAll(known.contacts, 'contact');
  put(matches(address), 'link');
  put(matches(email), 'contact');
  put(details('iban'), 'iban');
  put(matches(iban), 'iban');
  putAll(known.orderNumbers, 'order.number');
  putAll(known.trackingNumbers, 'order.tracking');
  putAll(known.products, 'product.name');
  putAll(known.carriers, 'carrier.name');
  put(details('phone'), 'contact');
  put(addresses, 'address');
  putAll(names, 'customer.name', writtenName);
  putAll(known.customerFirstNames, 'customer.firstName', writtenName);
  putAll(surnames, 'customer.name', capitalName);
  putAll([known.shopName], 'shop.name', capitalName);
  putAll([known.agentName], 'agent.name', writtenName);
  putAll(known.places, 'address', capitalName);
  put(matches(money), 'amount');
  put((part) => times(part, language, ['date', 'month-day']), 'date');
  put((part) => times(part, language, ['clock']), 'time');
  put(matches(phone), 'contact');
  put(matches(postal), 'order.number');
  return { body, replaced };
}

function longestFirst(values: readonly (string | undefined)[] | undefined): string[] {
  const given = (values ?? []).map((value) => value?.trim() ?? '').filter((value) => value.length > 1);
  return [...new Set(given)].sort((a, b) => b.length - a.length);
}

function replaceIn(text: string, ranges: readonly TextRange[], write: (found: string) => string): string {
  let result = '';
  let done = 0;
  for (const { from, to } of ranges) {
    if (from < done) continue;
    result += text.slice(done, from) + write(text.slice(from, to));
    done = to;
  }
  return result + text.slice(done);
}

const matches =
  (pattern: RegExp): Find =>
  (text) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }));

/** Where `pattern` stands in the folded text, as places of the text. */
function foldedMatches(text: string, pattern: RegExp): TextRange[] {
  const folded = foldWithMap(text);
  return [...folded.text.matchAll(pattern)].map(({ index, 0: found }) =>
    originalRange(folded, index, index + found.length),
  );
}

const wordsOf = (text: string): string[] => foldText(text).split(/\s+/);
/** Not inside a longer word or number. */
const asWords = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'gu');

const sameWords =
  (value: string): Find =>
  (text) =>
    foldedMatches(text, asWords(wordsOf(value).map(escape)));

/** A Greek name in any case: του Μάριου, τον Μάριο, της Ελένης. */
function inflected(word: string): string {
  const stem = /^([α-ω]{2,}?)(?:οσ|ησ|ασ|ου|α|η|ο|ε)$/u.exec(word)?.[1];
  return stem === undefined ? escape(word) : `${stem}(?:οσ|ου|ο|ε|ησ|η|ασ|α)`;
}

const namePattern = (name: string): RegExp => asWords(wordsOf(name).map(inflected));
const isCapital = (text: string, { from }: TextRange): boolean => !/^\p{Ll}/u.test(text.slice(from));

const anyName =
  (name: string): Find =>
  (text) =>
    foldedMatches(text, namePattern(name));

/** Written as names are: "Mark" is one, "mark" a word. */
const capitalName =
  (name: string): Find =>
  (text) =>
    anyName(name)(text).filter((range) => isCapital(text, range));

const details =
  (kind: DetailKind): Find =>
  (text) => {
    const folded = foldWithMap(text);
    return findDetails(folded.text)
      .filter((detail) => detail.kind === kind)
      .map(({ from, to }) => originalRange(folded, from, to));
  };

/** Streets, with the door, the code and the town that follow. */
function addresses(text: string): TextRange[] {
  return [...details('street')(text), ...matches(codedStreet)(text)]
    .map(({ from, to }) => ({ from, to: to + (restOfAddress.exec(text.slice(to))?.[0].length ?? 0) }))
    .sort((a, b) => a.from - b.from);
}

/** Days and hours, without the words that lead to them and the endings behind an apostrophe. */
function times(text: string, language: Language, kinds: readonly string[]): TextRange[] {
  const folded = foldWithMap(text);
  return timeCluesOf(folded, language)
    .filter(({ word }) => kinds.includes(word.kind))
    .map(({ from, to, word }) => {
      const range = originalRange(folded, from, to);
      const written = text.slice(range.from, range.to);
      const digits = word.kind === 'clock' ? timeOfDay.exec(written) : null;
      const start = digits?.index ?? beforeDay.exec(written)?.[0].length ?? 0;
      const found = digits?.[0] ?? written.slice(start).replace(/['’ʼ]\p{L}+$/u, '');
      return { from: range.from + start, to: range.from + start + found.length };
    });
}
