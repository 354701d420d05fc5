// The replies that come with the app are ones that the coach of their own language would send as they are.
import { expect, it } from 'vitest';
import { builtInReplies } from '../../../../renderer/store/built-in-replies.ts';
import { createCoach, defaultCoachSettings } from '../../../../shared/language/coach/check-reply.ts';
import type { Language } from '../../../../shared/model/ids.ts';

it('finds nothing to mend in a built-in reply, not even a hint', () => {
  const coach = createCoach(defaultCoachSettings);
  const found = builtInReplies.flatMap(({ id, body, language }) =>
    coach
      .check(body, { language, isLanguageSure: true })
      .allHits.map(({ ruleId, severity, start, end }) => ({ id, ruleId, severity, words: body.slice(start, end) })),
  );
  expect(builtInReplies.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

const samples: Readonly<
  Record<Language, Readonly<Record<'name' | 'date' | 'time' | 'amount' | 'number' | 'link' | 'other', string>>>
> = {
  en: {
    name: 'Maria',
    date: 'Friday, 14 March',
    time: '15:00',
    amount: '€12.40',
    number: '3',
    link: 'https://shop.example/a',
    other: 'the blue vase',
  },
  tr: {
    name: 'Maria',
    date: '14 Mart Cuma',
    time: '15.00',
    amount: '250 TL',
    number: '3',
    link: 'https://shop.example/a',
    other: 'mavi vazo',
  },
  el: {
    name: 'Μαρία',
    date: 'Παρασκευή 14 Μαρτίου',
    time: '15:00',
    amount: '12,40 €',
    number: '3',
    link: 'https://shop.example/a',
    other: 'το μπλε βάζο',
  },
};

/** What a person would fill in for a field, by its name. */
function sampleOf(field: string, language: Language): string {
  const kinds = [
    ['name', /name|vocative|agent|sender/i],
    ['link', /url|link/i],
    ['date', /date|day$|deadline|since|until|from$|eta/i],
    ['time', /time$|hours?$/i],
    ['amount', /amount|total|price|fee|discount|difference/i],
    ['number', /count|days|number|code|minutes/i],
  ] as const;
  return samples[language][kinds.find(([, pattern]) => pattern.test(field))?.[0] ?? 'other'];
}

it('underlines nothing in a built-in reply whose fields were filled in', () => {
  const coach = createCoach(defaultCoachSettings);
  const found = builtInReplies.flatMap(({ id, body, language }) => {
    const filled = body.replaceAll(/\{\{([^}]*)\}\}/g, (_, field: string) => sampleOf(field, language));
    const { hits } = coach.check(filled, { language, isLanguageSure: true });
    return hits
      .filter(({ severity }) => severity !== 'low')
      .map(({ ruleId, start, end }) => ({ id, ruleId, words: filled.slice(Math.max(0, start - 20), end + 20) }));
  });
  expect(found).toEqual([]);
});
