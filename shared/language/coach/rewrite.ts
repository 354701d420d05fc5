// Turns a rule's suggestions into replacements that keep the facts of the sentence and ask for what is missing.
import type { Language } from '../../model/ids.ts';
import { localeOf } from '../locale.ts';
import { factsIn, type Fact, type FactKind } from './facts.ts';
import type { CoachRule } from './rule-format.ts';
import { slotLabel, type Labels } from './rule-book.ts';

/** A gap in a rewrite that a person fills: a date, a name, an option. Positions are in the rewrite's text. */
export interface Blank {
  /** The slot's name, such as `date` or `customer.firstName`. */
  slot: string;
  label: Labels;
  /** Facts of the replaced sentence that may belong here. Only a person knows: the day of an order is not the day it arrives. */
  offers: string[];
  start: number;
  end: number;
}

/** A better wording. Taking it replaces `start`..`end` of the reply with `text`, and nothing else. */
export interface Rewrite {
  /** Blanks stand in it as `{{slot}}`: the composer keeps a reply with open fields from being sent. */
  text: string;
  blanks: Blank[];
  start: number;
  end: number;
}

const slot = /\{\{\s*([^{}]+?)\s*\}\}|\{\s*([^{}]+?)\s*\}/gu;
const slotNames = (text: string): string[] => Array.from(text.matchAll(slot), (match) => match[1] ?? match[2] ?? '');

const slotsForFact: Readonly<Record<FactKind, readonly string[]>> = {
  date: ['date'],
  time: ['time'],
  amount: ['amount', 'difference'],
  days: ['days'],
  hours: ['hours'],
  number: ['order.number', 'number'],
  link: ['link'],
  field: [],
};

// A refusal or bad news that is only turned into an offer would hide what is so. These slots carry the fact.
const factSlots = new Set([
  'date',
  'fact',
  'ruleReason',
  'explanation',
  'days',
  'time',
  'condition',
  'whatHappened',
  'whatWeDid',
]);
const factClause: Readonly<Record<Language, string>> = {
  en: 'The reason: {ruleReason}.',
  tr: 'Nedeni: {ruleReason}.',
  el: 'Ο λόγος: {ruleReason}.',
};

const wayOutClause: Readonly<Record<Language, string>> = {
  en: 'What we can do: {whatWeCan}.',
  tr: 'Yapabileceğimiz şu: {whatWeCan}.',
  el: 'Μπορούμε όμως να κάνουμε το εξής: {whatWeCan}.',
};

/** The suggestion with the facts that it does not say in brackets at its end. */
function keepFacts(suggestion: string, facts: readonly Fact[]): string {
  const lost = facts.filter((fact) => !suggestion.includes(fact.text));
  if (lost.length === 0) return suggestion;
  const stop = /[.!?;…]+$/u.exec(suggestion)?.[0] ?? '';
  return `${suggestion.slice(0, suggestion.length - stop.length)} (${lost.map(({ text }) => text).join(', ')})${stop}`;
}

function withBlanks(text: string, facts: readonly Fact[], start: number, end: number): Rewrite {
  const blanks: Blank[] = [];
  const own = new Set(facts.filter(({ kind }) => kind === 'field').map((fact) => fact.text));
  let result = '';
  let from = 0;
  for (const match of text.matchAll(slot)) {
    const name = match[1] ?? match[2] ?? '';
    result += text.slice(from, match.index);
    from = match.index + match[0].length;
    const written = own.has(match[0]) ? match[0] : `{{${name}}}`;
    const offers = facts.filter(({ kind }) => slotsForFact[kind].includes(name)).map((fact) => fact.text);
    blanks.push({
      slot: name,
      label: slotLabel(name),
      offers,
      start: result.length,
      end: result.length + written.length,
    });
    result += written;
  }
  return { text: result + text.slice(from), blanks, start, end };
}

/**
 * The sentence without its opener, and a place for the way out; undefined where the sentence does not begin with it or
 * would not stand without it: of several words only those that a comma or colon parts from the rest can go.
 */
function withoutOpener(lang: Language, sentence: string, opener: Pick<HitPlace, 'start' | 'end'>): string | undefined {
  const announced = sentence.slice(opener.end);
  const isAlone = /^\s*[,:]/u.test(announced) || !/\s/u.test(sentence.slice(opener.start, opener.end));
  const news = announced.replace(/^[\s,:]+/u, '').trimEnd();
  if (opener.start !== 0 || !isAlone || news === '') return undefined;
  const capital = news.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(localeOf[lang]));
  return `${capital}${/\p{P}$/u.test(news) ? '' : '.'} ${wayOutClause[lang]}`;
}

const tellsFact = (suggestion: string): boolean => slotNames(suggestion).some((name) => factSlots.has(name));

function calmed(rule: CoachRule, raw: string, isSentenceStart: boolean): string {
  const locale = localeOf[rule.lang];
  if (!/\p{L}/u.test(raw)) return /[!?;]/u.exec(raw.replaceAll('!', ''))?.[0] ?? raw.trimEnd().slice(0, 1);
  const lower = raw.toLocaleLowerCase(locale);
  return isSentenceStart ? lower.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase(locale)) : lower;
}

/** Where a hit of a rule stands, and the sentence around it, with its closing mark. */
export interface HitPlace {
  start: number;
  end: number;
  sentenceStart: number;
  sentenceEnd: number;
}

/**
 * The rewrites of a hit in `text`. Capitals and repeated marks are calmed where they stand; an opening that is missing
 * is put before the message; anything else replaces its sentence. Dates, amounts, numbers, links and fields stay, and a
 * refusal or bad news always says what is so, too.
 */
export function rewritesOf(rule: CoachRule, text: string, place: HitPlace): Rewrite[] {
  const { start, end, sentenceStart, sentenceEnd } = place;
  if (rule.category === 'shouting') {
    const calm = calmed(rule, text.slice(start, end), start === sentenceStart);
    return [{ text: calm, blanks: [], start, end }];
  }
  if (rule.kind === 'absent') return rule.suggestions.map((each) => withBlanks(`${each}\n\n`, [], start, start));
  const sentence = text.slice(sentenceStart, sentenceEnd);
  const facts = factsIn(sentence);
  const isBadNews = rule.category === 'refusal' || rule.category === 'negative-fact';
  const honest = rule.suggestions.map((suggestion) =>
    isBadNews && !tellsFact(suggestion) ? `${suggestion} ${factClause[rule.lang]}` : suggestion,
  );
  const opener = { start: start - sentenceStart, end: end - sentenceStart };
  const plain = rule.isOpener ? withoutOpener(rule.lang, sentence, opener) : undefined;
  return [...(plain === undefined ? [] : [plain]), ...honest].map((each) =>
    withBlanks(keepFacts(each, facts), facts, sentenceStart, sentenceEnd),
  );
}
