// Runs the patterns of one language over sentences: which patterns match where.
import type { Language } from '../../model/ids.ts';
import { parsePattern, type Element } from './pattern.ts';
import type { WordLists } from './rule-format.ts';
import type { Sentence } from './sentences.ts';
import { createWordIndex, isMember, type Membership } from './word-index.ts';

/** A stretch of words: from `from` up to, not including, `to`. */
export interface WordRange {
  from: number;
  to: number;
}

/** Where a sentence stands in the message; `^^` and `$$` hold only there. */
export interface Place {
  isFirst: boolean;
  isLast: boolean;
}

/** One pattern of the matcher, by its number. */
export type PatternNumber = number;

/** A sentence with what the matcher knows about each of its words. */
export interface PreparedSentence {
  memberships: readonly Membership[];
  hasDigits: readonly boolean[];
  opensClause: readonly boolean[];
  isQuestion: boolean;
  place: Place;
  /** Patterns that have at least their rarest word in the sentence. */
  candidates: ReadonlySet<PatternNumber>;
}

export interface Matcher {
  /** Numbers of the rows of a pattern, to be asked for later. Only before the first `prepare`. @throws AppError bad-data for a pattern that cannot be read */
  add(pattern: string): PatternNumber[];
  prepare(sentence: Sentence, place: Place): PreparedSentence;
  /** Where any of the patterns matches, in the order of patterns and places. */
  find(patterns: readonly PatternNumber[], sentence: PreparedSentence): WordRange[];
}

type Step =
  | Extract<Element, { kind: 'edge' | 'any' | 'number' }>
  | { kind: 'gap'; most: number; staysInClause: boolean; without: number | null }
  | { kind: 'words'; set: number; isOptional: boolean; isNegated: boolean };

function holdsAt(at: Extract<Element, { kind: 'edge' }>['at'], word: number, sentence: PreparedSentence): boolean {
  const isStart = word === 0;
  const isEnd = word === sentence.memberships.length;
  switch (at) {
    case 'sentence-start':
      return isStart;
    case 'sentence-end':
      return isEnd;
    case 'question-end':
      return isEnd && sentence.isQuestion;
    case 'message-start':
      return isStart && sentence.place.isFirst;
    case 'message-end':
      return isEnd && sentence.place.isLast;
    case 'clause-start':
      return sentence.opensClause[word] === true;
  }
}

function meetsStep(step: Exclude<Step, { kind: 'edge' | 'gap' }>, word: number, sentence: PreparedSentence): boolean {
  const membership = sentence.memberships[word];
  if (membership === undefined) return false;
  if (step.kind === 'any') return true;
  return step.kind === 'words' ? isMember(membership, step.set) !== step.isNegated : sentence.hasDigits[word] === true;
}

/** The word after the match that begins at `word`, or -1. Shorter gaps are tried first, and an optional word is taken where it is there. */
function matchFrom(steps: readonly Step[], index: number, word: number, sentence: PreparedSentence): number {
  const step = steps[index];
  if (step === undefined) return word;
  if (step.kind === 'edge') {
    return holdsAt(step.at, word, sentence) ? matchFrom(steps, index + 1, word, sentence) : -1;
  }
  if (step.kind === 'gap') {
    for (let skipped = 0; skipped <= step.most && word + skipped <= sentence.memberships.length; skipped++) {
      if (step.staysInClause && sentence.opensClause[word + skipped] === true) return -1;
      const end = matchFrom(steps, index + 1, word + skipped, sentence);
      if (end >= 0) return end;
      const next = sentence.memberships[word + skipped];
      if (step.without !== null && next !== undefined && isMember(next, step.without)) return -1;
    }
    return -1;
  }
  if (meetsStep(step, word, sentence)) {
    const end = matchFrom(steps, index + 1, word + 1, sentence);
    if (end >= 0) return end;
  }
  return step.isOptional ? matchFrom(steps, index + 1, word, sentence) : -1;
}

/** A matcher without patterns for one language and its word lists. */
export function createMatcher(language: Language, lists: WordLists): Matcher {
  const index = createWordIndex();
  const patterns: (readonly Step[])[] = [];
  const byKey = new Map<number, PatternNumber[]>();
  const withoutKey: PatternNumber[] = [];

  const addRow = (row: readonly Element[]): PatternNumber => {
    const number = patterns.length;
    let key: number | undefined;
    let fewest = Infinity;
    const steps = row.map((element): Step => {
      if (element.kind === 'gap') {
        const { most, staysInClause, without } = element;
        return { kind: 'gap', most, staysInClause, without: without.length === 0 ? null : index.setOf(without) };
      }
      if (element.kind !== 'words') return element;
      const { alternatives, isOptional, isNegated } = element;
      const set = index.setOf(alternatives);
      if (!isOptional && !isNegated && alternatives.length < fewest) {
        key = set;
        fewest = alternatives.length;
      }
      return { kind: 'words', set, isOptional, isNegated };
    });
    patterns.push(steps);
    const sameKey = key === undefined ? withoutKey : byKey.get(key);
    if (sameKey !== undefined) sameKey.push(number);
    else if (key !== undefined) byKey.set(key, [number]);
    return number;
  };

  const candidatesOf = (memberships: readonly Membership[]): Set<PatternNumber> => {
    const found = new Set(withoutKey);
    const length = memberships[0]?.length ?? 0;
    for (let part = 0; part < length; part++) {
      let bits = 0;
      for (const membership of memberships) bits |= membership[part] ?? 0;
      for (; bits !== 0; bits &= bits - 1) {
        const set = (part << 5) + (31 - Math.clz32(bits & -bits));
        for (const pattern of byKey.get(set) ?? []) found.add(pattern);
      }
    }
    return found;
  };

  return {
    add: (pattern) => parsePattern(language, pattern, lists).map(addRow),
    prepare(sentence, place) {
      const memberships = sentence.words.map((word) => index.look(word));
      return {
        memberships,
        hasDigits: sentence.words.map((word) => word.hasDigit),
        opensClause: sentence.words.map((word) => word.opensClause),
        isQuestion: sentence.isQuestion,
        place,
        candidates: candidatesOf(memberships),
      };
    },
    find(numbers, sentence) {
      const found: WordRange[] = [];
      for (const number of numbers) {
        const steps = sentence.candidates.has(number) ? patterns[number] : undefined;
        if (steps === undefined) continue;
        for (let from = 0; from <= sentence.memberships.length; from++) {
          const to = matchFrom(steps, 0, from, sentence);
          if (to > from) found.push({ from, to });
        }
      }
      return found;
    },
  };
}
