// The coach as the composer meets it: what it reads, what it leaves alone, what it offers and how it counts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkReply,
  createCoach,
  defaultCoachSettings,
  type CoachSettings,
} from '../../../../shared/language/coach/check-reply.ts';
import { ownRuleSchema, type OwnRule } from '../../../../shared/language/coach/own-rule.ts';
import { asCoachRule, tryOwnRule, tryRule } from '../../../../shared/language/coach/own-rules.ts';
import type { CoachRule } from '../../../../shared/language/coach/rule-format.ts';
import { sentencesOf } from '../../../../shared/language/coach/sentences.ts';

const english = { language: 'en' } as const;
const turkish = { language: 'tr' } as const;
const greek = { language: 'el' } as const;
const settings = (changed: Partial<CoachSettings>): CoachSettings => ({ ...defaultCoachSettings, ...changed });
const marked = (text: string, found: readonly { start: number; end: number }[]) =>
  found.map(({ start, end }) => text.slice(start, end));

describe('checkReply', () => {
  it('marks the words in the text as typed, whatever the accents, the case and the form of the letters', () => {
    for (const text of [
      'Bu mümkün değil.',
      'Bu MÜMKÜN DEĞİL.',
      'Bu mumkun degil.',
      'Bu mümkün değil.'.normalize('NFD'),
    ]) {
      const { hits } = checkReply(text, turkish);
      expect(hits.some(({ category }) => category === 'refusal' || category === 'shouting')).toBe(true);
    }
    const decomposed = 'Δυστυχώς δεν γίνεται.'.normalize('NFD');
    const { allHits } = checkReply(decomposed, greek);
    expect(marked(decomposed, allHits)).toContain('Δυστυχώς'.normalize('NFD'));
  });

  it('guesses the language paragraph by paragraph', () => {
    const text =
      'Maalesef bu siparişi iptal edemiyoruz.\n\nUnfortunately we can not cancel this order for you.\n\nΔυστυχώς δεν γίνεται.';
    const { hits, language } = checkReply(text, english);
    expect(language).toBe('tr');
    expect(new Set(hits.map((hit) => hit.language))).toEqual(new Set(['tr', 'en', 'el']));
  });

  it('does not judge quoted lines, quotations, links, order numbers and the signature', () => {
    const text = [
      'Hi Tom, you wrote “this is impossible” and I will make it right by Friday.',
      '> You never answer! Unfortunately your shop is the worst.',
      'The link is https://shop.example/sold-out for you.',
      '',
      'Kind regards',
      'NO PROBLEM LTD',
    ].join('\n');
    expect(checkReply(text, english).allHits).toEqual([]);
  });

  it('does not take an order number for a date', () => {
    expect(checkReply('We will get back to you about order 1234567.', english).hits).not.toEqual([]);
    expect(checkReply('We will get back to you by 4 pm about order 1234567.', english).hits).toEqual([]);
  });

  it('leaves names alone', () => {
    const named = settings({ names: ['Asla Butik'] });
    expect(checkReply('Asla Butik olarak teşekkür ederiz.', turkish, named).allHits).toEqual([]);
    const context = { ...turkish, names: ['Asla'] };
    expect(checkReply('Merhaba Asla Hanım, paketiniz yolda.', context).allHits).toEqual([]);
  });

  it('shows of hits that overlap only the gravest, and keeps the others apart', () => {
    const { hits, allHits } = checkReply("You can't be refunded.", english);
    expect(allHits.length).toBeGreaterThan(hits.length);
    for (const [index, hit] of hits.entries()) expect(hit.start).toBeGreaterThanOrEqual(hits[index - 1]?.end ?? 0);
  });

  it('explains every hit in the three languages of the app', () => {
    for (const { explanation } of checkReply('Maalesef mümkün değil.', turkish).allHits) {
      expect(Object.values(explanation).every((each) => each.length > 10)).toBe(true);
    }
  });

  it('asks for the missing piece and loses no date, amount, number, link or field', () => {
    const text =
      'Unfortunately order 12345 of 3 March for €25 cannot be sent to {{customer.firstName}}, see https://shop.example/a.';
    const rewrites = checkReply(text, english).allHits.flatMap((hit) => hit.rewrites);
    expect(rewrites.length).toBeGreaterThan(2);
    for (const rewrite of rewrites) {
      for (const fact of ['12345', '3 March', '€25', '{{customer.firstName}}', 'https://shop.example/a']) {
        expect(rewrite.text).toContain(fact);
      }
      for (const { start, end, slot } of rewrite.blanks) expect(rewrite.text.slice(start, end)).toBe(`{{${slot}}}`);
    }
    const blanks = rewrites.flatMap((rewrite) => rewrite.blanks);
    expect(blanks.find(({ slot }) => slot === 'date')).toMatchObject({ label: { tr: 'tarih' }, offers: ['3 March'] });
  });

  it('lets a word go that only announces bad news, keeps the news and asks for the way out', () => {
    const cases = [
      ['en', 'Unfortunately, we cannot take it back.', 'We cannot take it back. What we can do: {{whatWeCan}}.'],
      ['tr', 'MAALESEF iadenizi kabul edemiyoruz', 'İadenizi kabul edemiyoruz. Yapabileceğimiz şu: {{whatWeCan}}.'],
      ['el', 'Δυστυχώς το δέμα αργεί!', 'Το δέμα αργεί! Μπορούμε όμως να κάνουμε το εξής: {{whatWeCan}}.'],
    ] as const;
    for (const [language, text, better] of cases) {
      const { allHits } = checkReply(text, { language, isLanguageSure: true });
      const announced = allHits.find(({ ruleId }) => ruleId.endsWith('-negfact-001'));
      expect(announced?.rewrites[0]).toMatchObject({ text: better, start: 0, end: text.length });
    }
    const { allHits } = checkReply('Nothing to add, unfortunately.', english);
    const inside = allHits.find(({ ruleId }) => ruleId === 'en-negfact-001');
    expect(inside?.rewrites.some(({ text }) => text.includes('whatWeCan'))).toBe(false);
  });

  it('never turns bad news into an offer without a place for what is so', () => {
    const { allHits } = checkReply('We cannot ship to islands.', english);
    for (const rewrite of allHits.flatMap((hit) => hit.rewrites)) {
      expect(rewrite.blanks.some(({ slot }) => ['date', 'ruleReason', 'fact', 'explanation'].includes(slot))).toBe(
        true,
      );
    }
  });

  it('replaces only the sentence, and calms capitals where they stand', () => {
    const text = 'Hi Tom. We do NOT ship abroad!!! Bye.';
    const { allHits } = checkReply(text, english);
    const calm = allHits.find(({ category, start }) => category === 'shouting' && start === 14)?.rewrites[0];
    expect(calm).toMatchObject({ text: 'not', start: 14, end: 17 });
    const whole = allHits.find(({ category }) => category === 'refusal')?.rewrites[0];
    expect(text.slice(whole?.start, whole?.end)).toBe('We do NOT ship abroad!!!');
  });

  it('mutes rules, but lowers shouting and blame only', () => {
    const text = 'Unfortunately you should have read the listing.';
    const muted = settings({ mutedRules: ['en-negfact-001', 'en-blame-001'] });
    const { allHits } = checkReply(text, english, muted);
    expect(allHits.map(({ ruleId }) => ruleId)).not.toContain('en-negfact-001');
    expect(allHits.find(({ ruleId }) => ruleId === 'en-blame-001')?.severity).toBe('low');
  });

  it('asks for siz and πληθυντικός only where the shop is formal', () => {
    const informal = settings({ formality: 'any' });
    const rules = (text: string, language: 'tr' | 'el', own: CoachSettings) =>
      checkReply(text, { language, isLanguageSure: true }, own).allHits.map(({ ruleId }) => ruleId);
    expect(rules('Sana yarın yazarım.', 'tr', defaultCoachSettings)).toContain('tr-coldopen-003');
    expect(rules('Sana yarın yazarım.', 'tr', informal)).toEqual([]);
    expect(rules('Το δέμα σου φεύγει αύριο.', 'el', defaultCoachSettings)).toContain('el-coldopen-003');
    expect(rules('Το δέμα σου φεύγει αύριο.', 'el', informal)).toEqual([]);
  });

  it('flags working on it, and lets it be where there is a time (GR-22)', () => {
    expect(checkReply('We are looking into it.', english).hits).not.toEqual([]);
    expect(checkReply('We are looking into it and I will write by 4 pm.', english).hits).toEqual([]);
  });

  it('ticks the checklist, advises and scores with reasons', () => {
    const warm =
      'Hi Anna, thank you for the photos. I packed the wrong size; the right one leaves today and arrives on Thursday. Would you prefer a refund instead? Have a lovely weekend!';
    const good = checkReply(warm, { ...english, isComplaint: true });
    expect(good.checklist.filter(({ isMet }) => !isMet).map(({ name }) => name)).toEqual(['empathy']);
    expect(good.advice).toEqual(['no-empathy']);
    expect(good.hits).toEqual([]);
    expect(good.score).toBeGreaterThan(85);
    const bad = checkReply('No. You should have read the listing!!!', english);
    expect(bad.score).toBeLessThan(40);
    expect(bad.advice).toEqual(['no-next-step']);
    expect(100 + bad.reasons.reduce((sum, { points }) => sum + points, 0)).toBeLessThanOrEqual(bad.score);
  });

  it('says the same at every keystroke as a coach that sees the text for the first time', () => {
    const text =
      'Merhaba Ayşe Hanım,\n\nMaalesef iade alamıyoruz. “Olmaz” demiştiniz.\nYarın yazarım.\n\nSevgiler\nElif';
    const typist = createCoach(defaultCoachSettings);
    for (let end = 0; end <= text.length; end++) {
      const typed = text.slice(0, end);
      expect(typist.check(typed, turkish)).toEqual(createCoach(defaultCoachSettings).check(typed, turkish));
    }
  }, 60_000);

  it('says the same whether it was prepared in steps or met the language unprepared, even in the middle of the steps', () => {
    const text = 'Maalesef iade alamıyoruz. Yarın yazarım.';
    const unprepared = createCoach(defaultCoachSettings).check(text, turkish);
    const prepared = createCoach(defaultCoachSettings);
    expect([...prepared.prepare('tr')].length).toBeGreaterThan(100);
    expect(prepared.check(text, turkish)).toEqual(unprepared);
    expect([...prepared.prepare('tr')]).toEqual([]);
    const interrupted = createCoach(defaultCoachSettings);
    const steps = interrupted.prepare('tr');
    steps.next();
    expect(interrupted.check(text, turkish)).toEqual(unprepared);
    expect([...steps].length).toBeGreaterThan(100);
    expect(interrupted.check(text, turkish)).toEqual(unprepared);
  }, 60_000);

  it('takes any text, and keeps every place inside it', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        'maalesef ',
        "we can't ",
        'δυστυχώς ',
        '> ',
        '\n',
        '“',
        '”',
        '!!!',
        '{{date}}',
        "'",
        'İ',
        '12345 ',
      ),
    );
    const coach = createCoach(defaultCoachSettings);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const { allHits, signals, score } = coach.check(text, turkish);
        for (const { start, end } of [...allHits, ...signals, ...allHits.flatMap((hit) => hit.rewrites)]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('sentencesOf', () => {
  it('finds the same words in composed and decomposed text, each at its place', () => {
    const letters = fc.constantFrom('ş', 'ğ', 'ı', 'İ', 'ö', 'ά', 'ϊ', 'ΐ', 'ς', 'é', 'a', ' ', '. ', "'");
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 40 }), (pieces) => {
        const words = (text: string) => {
          const found = sentencesOf('tr', text).flatMap((sentence) => sentence.words);
          return found.map(({ folded, start, end }) => [folded, text.slice(start, end).normalize('NFC')]);
        };
        const composed = pieces.join('').normalize('NFC');
        expect(words(composed.normalize('NFD'))).toEqual(words(composed));
      }),
    );
  });
});

describe('what is near a match', () => {
  const rule: CoachRule = {
    id: 'en-near',
    lang: 'en',
    category: 'refusal',
    severity: 'high',
    kind: 'phrase',
    description: 'no plums',
    match: ['no plums'],
    unlessNear: ['pears'],
    maxWords: 10,
    examplesMatch: ['No plums.', 'No plums. One. Two. Three pears.'],
    examplesNoMatch: [
      'No plums but pears.',
      'Pears. One. No plums.',
      'No plums, and then ten more words that make it long.',
    ],
    suggestions: ['We have pears.'],
    explanation: 'A test.',
    scope: 'sentence',
  };

  it('softens it, up to two sentences away, and so does a longer message', () => {
    expect(tryRule(rule)).toEqual({ kind: 'tried', missed: [], wronglyHit: [] });
    const absent: CoachRule = { ...rule, kind: 'absent', match: ['hello'], examplesMatch: ['No plums.'] };
    expect(tryRule({ ...absent, examplesNoMatch: ['Hello.', 'No plums. One. Two. Three pears.'] })).toEqual({
      kind: 'tried',
      missed: [],
      wronglyHit: [],
    });
    expect(tryRule({ ...rule, unlessNear: ['( pears'] })).toEqual({ kind: 'unreadable', pattern: '( pears' });
  });

  it('keeps a gap without the words that it may not have', () => {
    const gapped: CoachRule = {
      ...rule,
      unlessNear: ['plums but ~4!not|@bad $'],
      examplesMatch: [
        'No plums but this is not all.',
        'No plums but a wrong pear.',
        'No plums but five words are one too many.',
      ],
      examplesNoMatch: ['No plums but pears.', 'No plums but four words are enough.'],
    };
    expect(tryRule(gapped)).toEqual({ kind: 'tried', missed: [], wronglyHit: [] });
    expect(tryRule({ ...rule, match: ['no ~2!@nothing plums'] }).kind).toBe('unreadable');
  });

  it('knows the end of a question in each language', () => {
    for (const [lang, mark] of [
      ['en', '?'],
      ['tr', '?'],
      ['el', ';'],
      ['el', '\u037e'],
    ] as const) {
      const asked: CoachRule = {
        ...rule,
        lang,
        match: ['plums $?'],
        unlessNear: ['pears $?'],
        examplesMatch: [`Plums${mark}`, `Plums${mark} Pears.`],
        examplesNoMatch: ['Plums.', 'Plums', `Plums\nPears${mark}`, `Plums${mark} Pears${mark}`],
      };
      expect(tryRule(asked)).toEqual({ kind: 'tried', missed: [], wronglyHit: [] });
    }
    const hitsOf = (text: string) => checkReply(text, { language: 'en', isLanguageSure: true }).hits.length;
    expect(hitsOf("I'm afraid Thursday is full. Would Friday suit you best.")).toBe(1);
    expect(hitsOf("I'm afraid Thursday is full. Would Friday suit you best?")).toBe(0);
  });

  it('keeps a gap within its clause', () => {
    const { unlessNear: _, ...bare } = rule;
    const clause: CoachRule = {
      ...bare,
      match: ['no ~4, plums|10'],
      examplesMatch: ['No ripe plums.', 'Oh, no 9:10.', 'No half-ripe plums, pears.'],
      examplesNoMatch: ['No pears, plums.', 'No, plums.', 'No pears: plums.', 'No pears (plums).', 'No pears – plums.'],
    };
    expect(tryRule(clause)).toEqual({ kind: 'tried', missed: [], wronglyHit: [] });
  });

  it('hears where the voice pauses', () => {
    const paused: CoachRule = {
      ...rule,
      unlessNear: ['plums , ~2 pears'],
      examplesMatch: ['No plums pears.', 'Pears, no plums.', 'No plums and 2,5 kilos of pears.'],
      examplesNoMatch: ['No plums, pears.', 'No plums; take pears.', 'No plums – we have pears.', 'No “plums”: pears.'],
    };
    expect(tryRule(paused)).toEqual({ kind: 'tried', missed: [], wronglyHit: [] });
  });

  it('softens it in its own paragraph only', () => {
    const found = (text: string) => checkReply(text, english).allHits.map(({ category }) => category);
    const refusal = "We can't change the address now.";
    expect(found(refusal)).toContain('refusal');
    expect(found(`${refusal} Shall I hold the parcel for you?`)).toEqual([]);
    expect(found(`${refusal}\n\nShall I hold the parcel for you?`)).toContain('refusal');
  });
});

describe('own rules', () => {
  const own: OwnRule = {
    id: 'own-cheap',
    lang: 'en',
    category: 'jargon',
    severity: 'medium',
    match: ['cheap', 'low cost'],
    unless: ['not cheap'],
    examplesMatch: ['This is our cheap line.'],
    examplesNoMatch: ['It is not cheap.'],
    suggestions: ['This is our everyday line.'],
    explanation: 'We say everyday line.',
  };

  it('are tried on their examples at once', () => {
    expect(ownRuleSchema.parse(own)).toEqual(own);
    expect(tryOwnRule(own)).toEqual({ kind: 'tried', missed: [], wronglyHit: [] });
    const wrong = { ...own, examplesMatch: ['It is dear.'], examplesNoMatch: ['So cheap!'] };
    expect(tryOwnRule(wrong)).toEqual({ kind: 'tried', missed: ['It is dear.'], wronglyHit: ['So cheap!'] });
    expect(tryOwnRule({ ...own, match: ['( cheap'] })).toEqual({ kind: 'unreadable', pattern: '( cheap' });
    expect(tryOwnRule({ ...own, match: ['@nothing'] })).toEqual({ kind: 'unreadable', pattern: '@nothing' });
    expect(tryOwnRule({ ...own, match: ['~3'] })).toEqual({ kind: 'unreadable', pattern: '~3' });
  });

  it('work beside the built-in ones', () => {
    const { hits } = checkReply('Our cheap chairs leave today.', english, settings({ ownRules: [own] }));
    expect(hits).toMatchObject([{ ruleId: 'own-cheap', isOwnRule: true, start: 4, end: 9 }]);
    expect(asCoachRule(own).kind).toBe('phrase');
  });
});
