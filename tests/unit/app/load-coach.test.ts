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

it('keeps courtesy as a hint while the shop has it off: shouting and blame cannot be switched off', () => {
  const ownRule = {
    id: 'own-1',
    lang: 'tr' as const,
    category: 'refusal' as const,
    severity: 'high' as const,
    match: ['kargo'],
    unless: [],
    examplesMatch: ['Kargo yok.'],
    examplesNoMatch: [],
    suggestions: ['Yarın yola çıkıyor.'],
    explanation: '',
  };
  const off: Settings = { ...usual, coach: { isOn: false, mutedRules: [], ownRules: [ownRule] } };
  const words =
    'Merhaba,\n\nİadenizi kabul edemiyoruz. Kargo bekleyin. Açıklamayı okumanız gerekirdi. NEDEN OKUMADINIZ?!!';
  const { hits } = coachOf(off).check(words, { language: 'tr', isLanguageSure: true });
  expect(new Set(hits.map(({ category }) => category))).toEqual(new Set(['blame', 'shouting']));
  expect(hits.every(({ severity }) => severity === 'low')).toBe(true);
});
