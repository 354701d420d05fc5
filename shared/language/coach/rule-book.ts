// The coach's built-in rules, signals and word lists, and the labels of their categories and slots.
import type { Language } from '../../model/ids.ts';
import type { CoachCategory, CoachRule, RuleBook } from './rule-format.ts';
import el from './rules/el.json';
import en from './rules/en.json';
import labels from './rules/labels.json';
import tr from './rules/tr.json';

// The files are ours and come with the app: tests/unit/language/coach/rule-book.test.ts reads them with the schema.
const trusted = (book: unknown): RuleBook => book as RuleBook;

/** A rule book with each `&name` in it replaced by the patterns of that name. */
function spelledOut(book: RuleBook): RuleBook {
  const spell = (patterns: readonly string[]): string[] =>
    patterns.flatMap((pattern) =>
      pattern.startsWith('&') ? (book.phrases[pattern.slice(1)] ?? [pattern]) : [pattern],
    );
  const rules = book.rules.map(({ unless, unlessSentence, unlessNear, ...rule }) => ({
    ...rule,
    ...(unless === undefined ? {} : { unless: spell(unless) }),
    ...(unlessSentence === undefined ? {} : { unlessSentence: spell(unlessSentence) }),
    ...(unlessNear === undefined ? {} : { unlessNear: spell(unlessNear) }),
  }));
  return { ...book, rules };
}

export const ruleBooks: Readonly<Record<Language, RuleBook>> = {
  en: spelledOut(trusted(en)),
  tr: spelledOut(trusted(tr)),
  el: spelledOut(trusted(el)),
};

/** Every rule that comes with the app, language by language. */
export const builtInRules: readonly CoachRule[] = (['en', 'tr', 'el'] as const).flatMap(
  (language) => ruleBooks[language].rules,
);

export type Labels = Readonly<Record<Language, string>>;

/** A category's name and what it means, to be shown where a rule has no explanation in the reader's language. */
export const categoryLabels: Readonly<Record<CoachCategory, { label: Labels; meaning: Labels }>> = labels.categories;

const slotLabels: Readonly<Record<string, Labels>> = labels.slots;

/** What a blank of a rewrite asks for; the slot's own name where it has no label. */
export function slotLabel(slot: string): Labels {
  return slotLabels[slot] ?? { en: slot, tr: slot, el: slot };
}
