// The format in which the coach's rules, signals and word lists are written, and the types inferred from it.
import * as z from 'zod';

const languageSchema = z.enum(['en', 'tr', 'el']);

export const coachCategorySchema = z.enum([
  'refusal',
  'blame',
  'negative-fact',
  'no-reply',
  'jargon',
  'vague-delay',
  'cold-opening',
  'over-apology',
  'command',
  'passive-responsibility',
  'shouting',
  'absolute',
]);

/** high: ask before sending; medium: underline with a suggestion; low: a hint in the side panel only. */
export const severitySchema = z.enum(['high', 'medium', 'low']);

/** What a good reply has. */
export const signalNameSchema = z.enum([
  'greeting',
  'thanks',
  'empathy',
  'apology',
  'ownership',
  'concrete-time',
  'alternative',
  'explanation',
  'remedy',
  'open-door',
  'follow-up',
  'warm-close',
]);

const patterns = z.array(z.string().min(1)).min(1);

/**
 * How a rule finds its words. A *pattern* is a row of elements parted by spaces, matched inside one sentence against
 * folded words (see `matching-form.ts`):
 * `word`, `stem*`, `*suffix`, `*mid*` one word; `a|b` one of these; `x?` may be missing; `!a|b` one word that is none of
 * these; `~N` up to N words of any kind, `~N!a|b` none of them these, `~N,` no comma, colon, dash or bracket among them;
 * `_` any word; `#` a word with a digit; `§var` a template field, `§url` a link;
 * `^ $` begin and end of the sentence, `$?` end of a question, `^^ $$` begin and end of the message, `,` a comma, colon, dash or bracket between two words;
 * `=word` compared with its accents; `@name` a word list of the language; `( a b / c )` one of these rows, `( a / b )?`
 * or none. In Turkish a capital A stands for a or e, I for i or u, D for d or t and K for k or g, after folding: the
 * vowel harmony and the softening of suffixes.
 */
const matchingShape = {
  /**
   * phrase: any pattern in a sentence; count: at least `min` matches in the message; absent: a message of at least
   * `minWords` words whose first `window` words match nothing; surface: regular expressions over the raw text.
   */
  kind: z.enum(['phrase', 'count', 'absent', 'surface']),
  match: patterns,
  /** A match is dropped when one of these overlaps it. `&name` stands for the book's phrases. */
  unless: patterns.optional(),
  /** All matches in a sentence are dropped when one of these matches anywhere in it. `&name` as above. */
  unlessSentence: patterns.optional(),
  /**
   * All matches in a sentence are dropped when one of these matches in it or in one of the two sentences before or after
   * it in its paragraph: bad news with a way out is no bad news. For an absent rule: anywhere in the message. `&name` as
   * above. Not for surface rules.
   */
  unlessNear: patterns.optional(),
  /** Matches count only in a sentence where one of these matches, too. */
  whenSentence: patterns.optional(),
  /** Matches count only in a message of at most so many words: `^^ yes $` is curt alone and friendly before more. Not for surface rules. */
  maxWords: z.int().positive().optional(),
  min: z.int().positive().optional(),
  minWords: z.int().positive().optional(),
  window: z.int().positive().optional(),
};

export const coachRuleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  lang: languageSchema,
  category: coachCategorySchema,
  severity: severitySchema,
  description: z.string().min(1),
  ...matchingShape,
  /** The rule holds only where the shop's setting has this value. */
  setting: z.enum(['formality=formal']).optional(),
  examplesMatch: z.array(z.string().min(1)).min(1),
  examplesNoMatch: z.array(z.string().min(1)).min(1),
  /** Better sentences, with `{slot}` or `{{field}}` where a fact is missing. */
  suggestions: z.array(z.string().min(1)).min(1),
  /** Its words only announce what comes: without them the sentence still says the same. */
  isOpener: z.literal(true).optional(),
  /** Why, in the rule's own language. */
  explanation: z.string().min(1),
  /** The same in English, where that is another language. */
  explanationEn: z.string().min(1).optional(),
  scope: z.enum(['sentence', 'message', 'raw']),
});

export const coachSignalSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  lang: languageSchema,
  signal: signalNameSchema,
  description: z.string().min(1),
  ...matchingShape,
  examplesMatch: z.array(z.string().min(1)).min(1),
  examplesNoMatch: z.array(z.string().min(1)).min(1),
});

/** Named lists of words that patterns of one language refer to as `@name`. */
export const wordListsSchema = z.record(z.string().regex(/^[a-zA-Z]+$/), z.array(z.string().regex(/^\S+$/)).min(1));

/** Named patterns that rules of one language share, such as `wayOut`: what makes bad news an offer. */
export const phrasesSchema = z.record(z.string().regex(/^[a-zA-Z]+$/), patterns);

export const ruleBookSchema = z.strictObject({
  words: wordListsSchema,
  phrases: phrasesSchema,
  rules: z.array(coachRuleSchema),
  signals: z.array(coachSignalSchema),
});

export type CoachCategory = z.infer<typeof coachCategorySchema>;
export type Severity = z.infer<typeof severitySchema>;
export type SignalName = z.infer<typeof signalNameSchema>;
export type CoachRule = Readonly<z.infer<typeof coachRuleSchema>>;
export type CoachSignal = Readonly<z.infer<typeof coachSignalSchema>>;
export type WordLists = Readonly<z.infer<typeof wordListsSchema>>;
export type RuleBook = Readonly<z.infer<typeof ruleBookSchema>>;
