// The rules and signals of one language made ready to run, and what they find in a sentence or a stretch of raw text.
import type { Language } from '../../model/ids.ts';
import { createMatcher, type Matcher, type PatternNumber, type Place, type PreparedSentence } from './matcher.ts';
import type { CoachRule, CoachSignal, WordLists } from './rule-format.ts';
import type { Sentence } from './sentences.ts';

/** A stretch that a rule or signal found, in UTF-16 positions of whatever text was given. */
export interface Found<Source> {
  source: Source;
  start: number;
  end: number;
}

/** What is found in one sentence, before settings and the rest of the message are looked at. */
export interface SentenceFindings {
  rules: Found<CoachRule>[];
  signals: Found<CoachSignal>[];
  /** Patterns of `unlessNear` that match here: they soften sentences nearby. */
  softeners: ReadonlySet<PatternNumber>;
}

// A refusal, its reason, and the way out: three sentences belong together.
const nearness = 2;

/** The sentences of a paragraph that are near the one at `index`, with itself. */
export function sentencesNear<Sentence>(paragraph: readonly Sentence[], index: number): Sentence[] {
  return paragraph.slice(Math.max(0, index - nearness), index + nearness + 1);
}

/** Findings in order without those that overlap an earlier one. */
export function inTurn<Range extends { start: number; end: number }>(found: readonly Range[]): Range[] {
  const kept: Range[] = [];
  for (const range of found.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (range.start >= (kept.at(-1)?.end ?? 0)) kept.push(range);
  }
  return kept;
}

export interface CompiledRules {
  /** phrase and count rules, and signals; of rules also what the sentences nearby soften. */
  inSentence(sentence: Sentence, place: Place): SentenceFindings;
  /** surface rules over raw text. */
  inRawText(text: string): Found<CoachRule>[];
  /** absent rules that this message breaks. `sentences` is all of it; also what a sentence of it softens. */
  missingIn(sentences: readonly Sentence[]): CoachRule[];
  /** Whether one of the rule's `unlessNear` matches in these sentences. */
  isSoftened(rule: CoachRule, sentences: readonly SentenceFindings[]): boolean;
}

interface Compiled<Source> {
  source: Source;
  match: PatternNumber[];
  unless: PatternNumber[];
  unlessSentence: PatternNumber[];
  whenSentence: PatternNumber[] | null;
}

type Add = (patterns?: readonly string[]) => PatternNumber[];

/** `addCondition` may answer with numbers it gave before: only what a rule finds must be its own. */
function compile<Source extends CoachRule | CoachSignal>(
  add: Add,
  addCondition: Add,
  source: Source,
): Compiled<Source> {
  return {
    source,
    match: add(source.match),
    unless: addCondition(source.unless),
    unlessSentence: addCondition(source.unlessSentence),
    whenSentence: source.whenSentence === undefined ? null : addCondition(source.whenSentence),
  };
}

function findPhrases<Source>(
  matcher: Matcher,
  { source, match, unless, unlessSentence, whenSentence }: Compiled<Source>,
  sentence: Sentence,
  prepared: PreparedSentence,
): Found<Source>[] {
  const ranges = matcher.find(match, prepared);
  if (ranges.length === 0 || matcher.find(unlessSentence, prepared).length > 0) return [];
  if (whenSentence !== null && matcher.find(whenSentence, prepared).length === 0) return [];
  const exceptions = matcher.find(unless, prepared);
  const found = new Map<string, Found<Source>>();
  for (const { from, to } of ranges) {
    const first = sentence.words[from];
    const last = sentence.words[to - 1];
    if (first === undefined || last === undefined) continue;
    if (exceptions.some((exception) => exception.from < to && from < exception.to)) continue;
    found.set(`${first.start}-${last.end}`, { source, start: first.start, end: last.end });
  }
  return [...found.values()];
}

interface CompiledSurface {
  rule: CoachRule;
  match: RegExp[];
  unless: RegExp[];
}

const expressions = (sources: readonly string[] = []): RegExp[] => sources.map((source) => new RegExp(source, 'gu'));

function findSurface({ rule, match, unless }: CompiledSurface, text: string): Found<CoachRule>[] {
  const ranges = (patterns: readonly RegExp[]) =>
    patterns.flatMap((pattern) =>
      Array.from(text.matchAll(pattern), ({ index, 0: hit }) => ({ start: index, end: index + hit.length })),
    );
  const hits = ranges(match);
  if (hits.length === 0) return [];
  const exceptions = ranges(unless);
  return hits
    .filter(({ start, end }) => !exceptions.some((exception) => exception.start < end && start < exception.end))
    .map(({ start, end }) => ({ source: rule, start, end }));
}

interface RuleSources {
  words: WordLists;
  rules: readonly CoachRule[];
  signals: readonly CoachSignal[];
}

/** @throws AppError bad-data where a pattern cannot be read; the built-in ones can, and own rules are tested before they are kept */
export function compileRules(language: Language, sources: RuleSources): CompiledRules {
  const steps = compileInSteps(language, sources);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** As `compileRules`, a rule at a time: all at once takes longer than a frame of the screen. */
export function* compileInSteps(
  language: Language,
  { words, rules, signals }: RuleSources,
): Generator<undefined, CompiledRules> {
  const matcher = createMatcher(language, words);
  const conditions = new Map<string, PatternNumber[]>();
  const add: Add = (patterns = []) => patterns.flatMap((pattern) => matcher.add(pattern));
  const addCondition: Add = (patterns = []) =>
    patterns.flatMap((pattern) => {
      const numbers = conditions.get(pattern) ?? matcher.add(pattern);
      conditions.set(pattern, numbers);
      return numbers;
    });
  const inSentences: Compiled<CoachRule>[] = [];
  const absents: Compiled<CoachRule>[] = [];
  for (const rule of rules) {
    if (rule.kind !== 'surface')
      (rule.kind === 'absent' ? absents : inSentences).push(compile(add, addCondition, rule));
    yield;
  }
  const compiledSignals: Compiled<CoachSignal>[] = [];
  for (const signal of signals) {
    compiledSignals.push(compile(add, addCondition, signal));
    yield;
  }
  const surfaces = rules
    .filter((rule) => rule.kind === 'surface')
    .map((rule) => ({ rule, match: expressions(rule.match), unless: expressions(rule.unless) }));

  const softenersOf = new Map<CoachRule, PatternNumber[]>();
  for (const rule of rules) {
    softenersOf.set(rule, addCondition(rule.unlessNear));
    yield;
  }
  const softeners = new Set([...softenersOf.values()].flat());

  const owners = new Map<PatternNumber, Compiled<CoachRule | CoachSignal>>();
  for (const each of [...inSentences, ...compiledSignals]) for (const number of each.match) owners.set(number, each);
  /** The rules and signals of which at least one pattern has its rarest word in the sentence. */
  const possibleIn = (prepared: PreparedSentence): Set<Compiled<CoachRule | CoachSignal> | undefined> =>
    new Set(Array.from(prepared.candidates, (number) => owners.get(number)));

  const isMissing = ({ source, match }: Compiled<CoachRule>, sentences: readonly Sentence[]): boolean => {
    const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
    if (words < (source.minWords ?? 1)) return false;
    let left = source.window ?? words;
    for (const [index, sentence] of sentences.entries()) {
      if (left <= 0) break;
      const begun = { ...sentence, words: sentence.words.slice(0, left) };
      const prepared = matcher.prepare(begun, { isFirst: index === 0, isLast: false });
      if (matcher.find(match, prepared).length > 0) return false;
      left -= begun.words.length;
    }
    return true;
  };

  return {
    inSentence(sentence, place) {
      const prepared = matcher.prepare(sentence, place);
      const possible = possibleIn(prepared);
      const findIn = <Source extends CoachRule | CoachSignal>(all: readonly Compiled<Source>[]): Found<Source>[] =>
        all.filter((each) => possible.has(each)).flatMap((each) => findPhrases(matcher, each, sentence, prepared));
      return {
        rules: findIn(inSentences),
        signals: findIn(compiledSignals),
        softeners: new Set(
          [...prepared.candidates].filter((each) => softeners.has(each) && matcher.find([each], prepared).length > 0),
        ),
      };
    },
    inRawText: (text) => surfaces.flatMap((surface) => findSurface(surface, text)),
    isSoftened(rule, sentences) {
      const numbers = softenersOf.get(rule) ?? [];
      return numbers.some((number) => sentences.some((sentence) => sentence.softeners.has(number)));
    },
    missingIn: (sentences) => absents.filter((rule) => isMissing(rule, sentences)).map(({ source }) => source),
  };
}
