// A two-minute exercise: cold sentences of the shop's own mail, or of the coach's examples, to be said again more kindly.
import type { Language } from '../../model/ids.ts';
import { splitQuoted } from '../../mail/quoting.ts';
import { sentenceRanges } from '../sentence-ranges.ts';
import type { Coach, CoachHit } from './check-reply.ts';
import { factsIn } from './facts.ts';
import type { OwnRule } from './own-rule.ts';
import { builtInRules } from './rule-book.ts';
import type { CoachRule } from './rule-format.ts';

export interface PracticeSentence {
  text: string;
  language: Language;
  /** The gravest thing that the coach finds in it. */
  hit: CoachHit;
  source: 'sent' | 'examples';
}

/** Some twenty seconds each: two minutes in all. */
export const roundCount = 5;
/** Shorter ones say too little to be said otherwise; longer ones do not fit the exercise. */
const fewestChars = 12;
const mostChars = 220;

/** The most pressing hit of a sentence, hints apart; undefined when there is nothing to mend. */
export function gravestHit(coach: Coach, text: string, language: Language): CoachHit | undefined {
  const { hits } = coach.check(text, { language, isLanguageSure: true });
  return hits.find(({ severity }) => severity === 'high') ?? hits.find(({ severity }) => severity === 'medium');
}

/**
 * Sentences for one exercise: first cold ones of `sentTexts`, then examples of rules, each of another rule, both in an order of chance: the
 * newest mails are not the only ones to learn from.
 * @param random 0 … 1
 */
export function practiceSentences(
  coach: Coach,
  sentTexts: readonly string[],
  language: Language,
  random: () => number,
): PracticeSentence[] {
  const chosen: PracticeSentence[] = [];
  const usedRules = new Set<string>();
  const take = (text: string, source: PracticeSentence['source']): void => {
    const hit = chosen.length < roundCount && fits(text) ? gravestHit(coach, text, language) : undefined;
    if (!hit || usedRules.has(hit.ruleId)) return;
    usedRules.add(hit.ruleId);
    chosen.push({ text, language, hit, source });
  };
  for (const sent of shuffled(sentTexts, random)) {
    if (chosen.length >= roundCount) break;
    for (const sentence of coldSentencesIn(coach, splitQuoted(sent).fresh, language)) take(sentence, 'sent');
  }
  const rules = builtInRules.filter(
    ({ lang, kind, severity }) => lang === language && kind === 'phrase' && severity !== 'low',
  );
  for (const rule of shuffled(rules, random)) {
    const [example] = rule.examplesMatch;
    if (example !== undefined) take(example, 'examples');
  }
  return chosen;
}

/** What practice with one rule needs of it. */
export type PracticeRule = Pick<CoachRule, 'id' | 'lang' | 'examplesMatch'>;

/** The rule to practise with; undefined where it judges a whole message, which no sentence can show. */
export function practiceRule(ruleId: string, ownRules: readonly OwnRule[]): PracticeRule | undefined {
  const rule = builtInRules.find(({ id }) => id === ruleId);
  if (rule) return rule.kind === 'phrase' || rule.kind === 'surface' ? rule : undefined;
  return ownRules.find(({ id }) => id === ruleId);
}

/** Sentences for one exercise with one rule: cold ones of `sentTexts` that it finds, then its examples. @param random 0 … 1 */
export function ruleSentences(
  coach: Coach,
  sentTexts: readonly string[],
  rule: PracticeRule,
  random: () => number,
): PracticeSentence[] {
  const { lang: language } = rule;
  const sent = shuffled(sentTexts, random)
    .flatMap((text) => coldSentencesIn(coach, splitQuoted(text).fresh, language))
    .filter(fits);
  const found = (texts: readonly string[], source: PracticeSentence['source']): PracticeSentence[] =>
    texts.flatMap((text) => {
      const hit = hitOf(coach, text, language, rule.id);
      return hit ? [{ text, language, hit, source }] : [];
    });
  const sentences = [...found(sent, 'sent'), ...found(shuffled(rule.examplesMatch, random), 'examples')];
  return [...new Map(sentences.map((sentence) => [sentence.text, sentence])).values()].slice(0, roundCount);
}

const hitOf = (coach: Coach, text: string, language: Language, ruleId: string): CoachHit | undefined =>
  coach.check(text, { language, isLanguageSure: true }).allHits.find((hit) => hit.ruleId === ruleId);

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

const fits = (text: string): boolean => text.length >= fewestChars && text.length <= mostChars;

/** Sentences that are cold where they stand: bad news with a way out in the next sentence is none to mend. */
function coldSentencesIn(coach: Coach, text: string, language: Language): string[] {
  const { hits } = coach.check(text, { language, isLanguageSure: true });
  return sentenceRanges(text)
    .filter(({ from, to }) => hits.some(({ severity, start, end }) => severity !== 'low' && start < to && from < end))
    .map(({ from, to }) => text.slice(from, to));
}

/** What is to be said of a rewrite. */
export type Verdict =
  | { kind: 'good' }
  /** Hardly anything was written, or nothing was changed. */
  | { kind: 'unchanged' }
  /** Dates, amounts and numbers of the original that are gone: a kind sentence tells the truth too. */
  | { kind: 'lost-facts'; facts: string[] }
  | { kind: 'still-cold'; hit: CoachHit };

/** Judges a rewrite of `original`. */
export function judgeRewrite(coach: Coach, sentence: PracticeSentence, rewrite: string): Verdict {
  const { text, language } = sentence;
  const words = rewrite.trim();
  if (words.split(/\s+/).length < 3 || words === text.trim()) return { kind: 'unchanged' };
  const lost = factsIn(text)
    .map((fact) => fact.text)
    .filter((fact) => !words.includes(fact));
  if (lost.length > 0) return { kind: 'lost-facts', facts: lost };
  const hit = gravestHit(coach, words, language) ?? hitOf(coach, words, language, sentence.hit.ruleId);
  return hit ? { kind: 'still-cold', hit } : { kind: 'good' };
}
