// Practice: cold sentences found in sent mail before examples, and rewrites judged for warmth and for their facts.
import { describe, expect, it } from 'vitest';
import { createCoach, defaultCoachSettings } from '../../../shared/language/coach/check-reply.ts';
import { builtInRules } from '../../../shared/language/coach/rule-book.ts';
import {
  judgeRewrite,
  practiceRule,
  practiceSentences,
  roundCount,
  ruleSentences,
} from '../../../shared/language/coach/practice.ts';

const coach = createCoach(defaultCoachSettings);
const half = () => 0.5;

describe('practice', () => {
  it.each(['en', 'tr', 'el'] as const)('finds enough to mend among the examples (%s)', (language) => {
    const sentences = practiceSentences(coach, [], language, half);
    expect(sentences).toHaveLength(roundCount);
    expect(new Set(sentences.map(({ hit }) => hit.ruleId)).size).toBe(roundCount);
  });

  it("takes the shop's own cold sentences first, without what is quoted in them", () => {
    const sent = 'Merhaba,\n\nİadenizi kabul edemiyoruz. Sevgiler\n\n> Açıklamayı okumanız gerekirdi.';
    const [first, ...rest] = practiceSentences(coach, [sent], 'tr', half);
    expect(first).toMatchObject({ text: 'İadenizi kabul edemiyoruz.', source: 'sent' });
    expect(rest.every(({ source }) => source === 'examples')).toBe(true);
  });

  it('leaves alone what is only a fact, or has its way out in the next sentence', () => {
    const sent =
      'Kutuya fatura koymayız, e-postayla yollarız. Cumartesi teslim edemiyoruz. Pazartesi sabah kapınızda olur.';
    const sentences = practiceSentences(coach, [sent, 'Kutuya fatura koymayız.'], 'tr', half);
    expect(sentences.filter(({ source }) => source === 'sent')).toEqual([]);
  });

  it('praises warmth with facts, and says what is missing otherwise', () => {
    const [sentence] = practiceSentences(
      coach,
      ['Siparişinizi 12 Aralık 2026 gününe kadar gönderemiyoruz.'],
      'tr',
      half,
    );
    if (sentence?.source !== 'sent') throw new Error('The cold sentence was not found');
    expect(judgeRewrite(coach, sentence, sentence.text).kind).toBe('unchanged');
    expect(judgeRewrite(coach, sentence, 'Siparişiniz yakında sizinle olacak.').kind).toBe('lost-facts');
    expect(judgeRewrite(coach, sentence, '12 Aralık 2026 gününe kadar gönderemeyiz, bekleyin.').kind).toBe(
      'still-cold',
    );
    expect(judgeRewrite(coach, sentence, 'Siparişinizi 12 Aralık 2026 gününden hemen sonra gönderiyoruz.').kind).toBe(
      'good',
    );
  });

  it('stays with one rule where that is asked for: sentences of sent mail that it finds, then its examples', () => {
    const cold = 'Maalesef iadenizi kabul edemiyoruz.';
    const [hit] = coach.check(cold, { language: 'tr', isLanguageSure: true }).hits;
    const rule = practiceRule(hit!.ruleId, []);
    const sentences = ruleSentences(coach, [`Merhaba,\n\n${cold}`, cold, 'Yarın yola çıkıyor.'], rule!, half);
    expect(sentences[0]).toMatchObject({ text: cold, source: 'sent', hit: { ruleId: rule!.id } });
    expect(sentences.slice(1).every(({ source }) => source === 'examples')).toBe(true);
    expect(new Set(sentences.map(({ hit: { ruleId } }) => ruleId))).toEqual(new Set([rule!.id]));
    expect(sentences.length).toBeLessThanOrEqual(roundCount);
  });

  it('has sentences for every rule that judges sentences, and none for those that judge a whole message', () => {
    for (const { id, kind } of builtInRules) {
      const rule = practiceRule(id, []);
      expect([id, rule !== undefined]).toEqual([id, kind === 'phrase' || kind === 'surface']);
      if (rule?.lang === 'tr') expect([id, ruleSentences(coach, [], rule, half).length > 0]).toEqual([id, true]);
    }
    expect(practiceRule('no-such-rule', [])).toBeUndefined();
  });

  it('takes a gentle rule seriously while it is practised', () => {
    const low = builtInRules.find(
      ({ lang, kind, severity }) => lang === 'en' && kind === 'phrase' && severity === 'low',
    );
    const [sentence] = ruleSentences(coach, [], practiceRule(low!.id, [])!, half);
    expect(judgeRewrite(coach, sentence!, `${sentence!.text} Thank you!`).kind).not.toBe('good');
  });
});
