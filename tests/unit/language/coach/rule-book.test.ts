// The coach's rules: well formed, true to their own examples, and found exactly as the plain reading of the format says.
import { describe, expect, it } from 'vitest';
import { createCoach, defaultCoachSettings } from '../../../../shared/language/coach/check-reply.ts';
import { tryRule } from '../../../../shared/language/coach/own-rules.ts';
import { builtInRules, ruleBooks } from '../../../../shared/language/coach/rule-book.ts';
import { ruleBookSchema, type CoachRule } from '../../../../shared/language/coach/rule-format.ts';
import type { Language } from '../../../../shared/model/ids.ts';
import { referenceHits } from './reference.ts';

const languages: readonly Language[] = ['en', 'tr', 'el'];

describe.each(languages)('the rule book %s', (language) => {
  const book = ruleBooks[language];

  it('keeps to the schema', () => {
    expect(ruleBookSchema.safeParse(book).error?.issues ?? []).toEqual([]);
  });

  it('has each id once, and nothing of another language', () => {
    const ids = [...book.rules, ...book.signals].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect([...book.rules, ...book.signals].filter(({ lang }) => lang !== language)).toEqual([]);
  });

  it('names no phrases that it does not have', () => {
    const patterns = book.rules.flatMap(
      ({ match, unless = [], unlessSentence = [], unlessNear = [], whenSentence = [] }) => [
        ...match,
        ...unless,
        ...unlessSentence,
        ...unlessNear,
        ...whenSentence,
      ],
    );
    expect(patterns.filter((pattern) => pattern.startsWith('&'))).toEqual([]);
  });

  it('has rules that keep their word on their own examples', () => {
    const broken = book.rules
      .map((rule) => ({ id: rule.id, trial: tryRule(rule) }))
      .filter(({ trial }) => trial.kind !== 'tried' || trial.missed.length > 0 || trial.wronglyHit.length > 0);
    expect(broken).toEqual([]);
  }, 60_000);

  it('shows people typographic quotes and apostrophes, and no blank that it does not fill', () => {
    const explanations = book.rules.flatMap(({ explanation, explanationEn = '' }) => [explanation, explanationEn]);
    const shown = book.rules.flatMap(({ examplesMatch, suggestions }) => [
      ...examplesMatch.slice(0, 1),
      ...suggestions,
    ]);
    expect([...explanations, ...shown].filter((words) => /["']/.test(words))).toEqual([]);
    expect(explanations.filter((words) => /[{}]|\.\.\./.test(words))).toEqual([]);
  });

  it('offers no rewrite that the coach would underline itself', () => {
    const coach = createCoach(defaultCoachSettings);
    const bad = book.rules
      .filter(({ category }) => category !== 'shouting')
      .flatMap((rule) => rule.suggestions.map((suggestion) => ({ id: rule.id, suggestion })))
      .filter(({ suggestion }) =>
        coach.check(suggestion, { language, isLanguageSure: true }).hits.some(({ severity }) => severity !== 'low'),
      );
    expect(bad).toEqual([]);
  });
});

/** Whether a rule is written in the part of the format that the plain reading knows. */
const isPlain = ({ match, unless = [], unlessSentence = [], ...others }: CoachRule): boolean =>
  others.whenSentence === undefined &&
  others.unlessNear === undefined &&
  others.maxWords === undefined &&
  ![...match, ...unless, ...unlessSentence].some((pattern) =>
    /(?:^|[\s|]|~\d+,?)[@!(,]|(?:^|\s)\/|(?:^|\s)[^\\[]*[AIDK]/.test(pattern),
  );

/** A raw hit may take one neighbour along on each side, which is no part of the word. */
function withoutNeighbours(text: string, [start, end]: [number, number]): [number, number] {
  const isOutside = (index: number) => !/[\p{L}\p{N}%]/u.test(text.charAt(index));
  if (!/[\p{L}\p{N}]/u.test(text.slice(start, end))) return [start, end];
  return [isOutside(start) ? start + 1 : start, isOutside(end - 1) ? end - 1 : end];
}

describe('the matcher', () => {
  it('finds what the plain reading of the format finds, on every example of every rule', () => {
    const wrong: unknown[] = [];
    let compared = 0;
    for (const language of languages) {
      const rules = builtInRules.filter(({ lang }) => lang === language);
      const plain = rules.filter((rule) => rule.kind === 'surface' || isPlain(rule));
      const coach = createCoach(defaultCoachSettings);
      const examples = rules.flatMap((rule) => [...rule.examplesMatch, ...rule.examplesNoMatch]);
      for (const text of examples) {
        const { allHits } = coach.check(text, { language, isLanguageSure: true });
        for (const rule of plain) {
          const found = allHits.filter(({ ruleId }) => ruleId === rule.id).map(({ start, end }) => `${start}-${end}`);
          const meant = referenceHits(rule, text)
            .map((range) => (rule.kind === 'surface' ? withoutNeighbours(text, range) : range))
            .map(([start, end]) => `${start}-${end}`);
          compared++;
          if (found.sort().join() !== meant.sort().join()) wrong.push({ rule: rule.id, text, found, meant });
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(80_000);
  }, 60_000);
});
