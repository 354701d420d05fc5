// Tries the shop's own rules on their examples.
import { AppError } from '../../errors.ts';
import { compileRules, inTurn, sentencesNear } from './compiled-rules.ts';
import { ruleBooks } from './rule-book.ts';
import type { OwnRule } from './own-rule.ts';
import type { CoachRule } from './rule-format.ts';
import { sentencesOf } from './sentences.ts';

/** An own rule in the form of the built-in ones. */
export function asCoachRule(own: OwnRule): CoachRule {
  const { unless, examplesNoMatch, explanation, ...rest } = own;
  return {
    ...rest,
    ...(unless.length > 0 ? { unless } : {}),
    examplesNoMatch,
    explanation,
    kind: 'phrase',
    scope: 'sentence',
    description: own.match.join(' · '),
  };
}

/** What came of trying a rule on its own examples. */
export type RuleTrial =
  /** A pattern that cannot be read: an open group, an unknown word list. */
  | { kind: 'unreadable'; pattern: string }
  /** Examples that do not do what they should; none: the rule keeps its word. */
  | { kind: 'tried'; missed: string[]; wronglyHit: string[] };

/** Tries a rule on its examples at once, for the form where it is written. */
export function tryRule(rule: CoachRule): RuleTrial {
  const { words } = ruleBooks[rule.lang];
  for (const pattern of [...rule.match, ...(rule.unless ?? []), ...(rule.unlessNear ?? [])]) {
    try {
      compileRules(rule.lang, {
        words,
        rules: [{ ...rule, match: [pattern], unless: [], unlessNear: [] }],
        signals: [],
      });
    } catch (error) {
      if (error instanceof AppError && error.code === 'bad-data') return { kind: 'unreadable', pattern };
      throw error;
    }
  }
  const compiled = compileRules(rule.lang, { words, rules: [rule], signals: [] });
  const hits = (text: string): boolean => {
    const sentences = sentencesOf(rule.lang, text);
    const read = sentences.map((each, index) =>
      compiled.inSentence(each, { isFirst: index === 0, isLast: index === sentences.length - 1 }),
    );
    const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
    const found = read.flatMap(({ rules }, index) =>
      words > (rule.maxWords ?? Infinity) || compiled.isSoftened(rule, sentencesNear(read, index)) ? [] : rules,
    );
    if (rule.kind === 'count') return inTurn(found).length >= (rule.min ?? 1);
    const isMissing = compiled.missingIn(sentences).length > 0 && !compiled.isSoftened(rule, read);
    return found.length > 0 || compiled.inRawText(text).length > 0 || isMissing;
  };
  return {
    kind: 'tried',
    missed: rule.examplesMatch.filter((example) => !hits(example)),
    wronglyHit: rule.examplesNoMatch.filter(hits),
  };
}

/** The same for an own rule. */
export const tryOwnRule = (own: OwnRule): RuleTrial => tryRule(asCoachRule(own));
