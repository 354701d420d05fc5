// The shop's own rules: how they are written, and how they are tried on their examples.
import * as z from 'zod';
import { AppError } from '../../errors.ts';
import { compileRules, inTurn } from './compiled-rules.ts';
import { ruleBooks } from './rule-book.ts';
import { coachCategorySchema, severitySchema, type CoachRule } from './rule-format.ts';
import { sentencesOf } from './sentences.ts';

const sentence = z.string().trim().min(1).max(500);

/** A rule that the shop wrote itself. Its patterns are those of `rule-format.ts`; plain words and phrases are patterns, too. */
export const ownRuleSchema = z.strictObject({
  id: z.string().regex(/^own-[a-z0-9-]{1,60}$/),
  lang: z.enum(['en', 'tr', 'el']),
  category: coachCategorySchema,
  severity: severitySchema,
  match: z.array(z.string().trim().min(1).max(200)).min(1).max(50),
  unless: z.array(z.string().trim().min(1).max(200)).max(50),
  examplesMatch: z.array(sentence).min(1).max(20),
  examplesNoMatch: z.array(sentence).max(20),
  suggestions: z.array(sentence).min(1).max(10),
  explanation: z.string().trim().max(500),
});
export type OwnRule = z.infer<typeof ownRuleSchema>;

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
  for (const pattern of [...rule.match, ...(rule.unless ?? [])]) {
    try {
      compileRules(rule.lang, { words, rules: [{ ...rule, match: [pattern], unless: [] }], signals: [] });
    } catch (error) {
      if (error instanceof AppError && error.code === 'bad-data') return { kind: 'unreadable', pattern };
      throw error;
    }
  }
  const compiled = compileRules(rule.lang, { words, rules: [rule], signals: [] });
  const hits = (text: string): boolean => {
    const sentences = sentencesOf(rule.lang, text);
    const found = sentences.flatMap(
      (each, index) =>
        compiled.inSentence(each, { isFirst: index === 0, isLast: index === sentences.length - 1 }).rules,
    );
    if (rule.kind === 'count') return inTurn(found).length >= (rule.min ?? 1);
    return found.length > 0 || compiled.inRawText(text).length > 0 || compiled.missingIn(sentences).length > 0;
  };
  return {
    kind: 'tried',
    missed: rule.examplesMatch.filter((example) => !hits(example)),
    wronglyHit: rule.examplesNoMatch.filter(hits),
  };
}

/** The same for an own rule. */
export const tryOwnRule = (own: OwnRule): RuleTrial => tryRule(asCoachRule(own));
