// The coach as the shop has set it up: the same in replies and in the library.
import { expect, it } from 'vitest';
import { coachOf } from '../../../renderer/app/screens/composer/load-coach.ts';
import { settingsSchema, type Settings } from '../../../shared/model/settings.ts';

const usual = settingsSchema.parse({});
const rulesFor = (settings: Settings, text: string): string[] =>
  coachOf(settings)
    .check(text, { language: 'tr', isLanguageSure: true })
    .hits.map(({ ruleId }) => ruleId);

it('rests where a rule was quietened for the shop', () => {
  const text = 'İadenizi kabul edemiyoruz.';
  const [rule = ''] = rulesFor(usual, text);
  expect(rule).not.toBe('');
  expect(rulesFor({ ...usual, coach: { ...usual.coach, mutedRules: [rule] } }, text)).not.toContain(rule);
});

it('lets a shop that says sen say so', () => {
  const text = 'Siparişin yarın sende olur, sana haber veririz.';
  expect(rulesFor(usual, text)).not.toEqual([]);
  const voice = { ...usual.voice, formality: { ...usual.voice.formality, tr: 'informal' as const } };
  expect(rulesFor({ ...usual, voice }, text)).toEqual([]);
});
