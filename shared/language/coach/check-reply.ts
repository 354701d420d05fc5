// The positive-language coach: what in a reply may hurt, why, how to say it better, and what the reply already has.
import type { Language } from '../../model/ids.ts';
import { guessLanguage } from '../guess-language.ts';
import {
  compileInSteps,
  compileRules,
  inTurn,
  sentencesNear,
  type CompiledRules,
  type Found,
  type SentenceFindings,
} from './compiled-rules.ts';
import { foldedForm } from './matching-form.ts';
import type { OwnRule } from './own-rule.ts';
import { asCoachRule } from './own-rules.ts';
import { ownParagraphs, quotationsIn, type Stretch } from './own-words.ts';
import { createRecent } from './recent.ts';
import { rewritesOf, type Rewrite } from './rewrite.ts';
import { categoryLabels, ruleBooks } from './rule-book.ts';
import type { CoachCategory, CoachRule, Severity, SignalName } from './rule-format.ts';
import { adviceFor, checklistOf, scoreOf, type Advice, type ChecklistItem, type ScoreReason } from './score.ts';
import { sentencesOf, type Sentence } from './sentences.ts';

/** What the shop set for its coach. */
export interface CoachSettings {
  /** formal: siz and πληθυντικός, and no mixing; any: no rule about it. */
  formality: 'formal' | 'any';
  /** Rules that are off. Shouting and blame are only lowered to hints: courtesy cannot be switched off (NX-30). */
  mutedRules: readonly string[];
  ownRules: readonly OwnRule[];
  /** Names of the shop and its people, which are never judged. */
  names: readonly string[];
}

/** What is known about the reply that is written. */
export interface ReplyContext {
  /** The conversation's language: for paragraphs that are too short to tell. */
  language: Language;
  /** Every paragraph is in `language`; nothing is guessed. */
  isLanguageSure?: boolean;
  /** The customer complains: empathy belongs on the checklist. */
  isComplaint?: boolean;
  /** Names of the customer and of products. */
  names?: readonly string[];
}

/** A stretch of the reply that a rule found. All positions are UTF-16 units of the text as it was given. */
export interface CoachHit extends Stretch {
  ruleId: string;
  category: CoachCategory;
  severity: Severity;
  /** Of the rule, and so of the sentence. */
  language: Language;
  /** Why, in the three languages of the app. */
  explanation: Readonly<Record<Language, string>>;
  rewrites: Rewrite[];
  isOwnRule: boolean;
}

export interface SignalFound extends Stretch {
  signal: SignalName;
  language: Language;
}

export interface CoachReport {
  /** Of the first paragraph; the context's where there is none. */
  language: Language;
  /** What to underline (high, medium) and hint at (low), in order; of hits that overlap, only the gravest, then the longest. */
  hits: CoachHit[];
  /** Every hit of every rule. */
  allHits: CoachHit[];
  signals: SignalFound[];
  checklist: ChecklistItem[];
  advice: Advice[];
  /** 0 to 100. */
  score: number;
  reasons: ScoreReason[];
  /** Words that were read: for the density of hits per 100 words. */
  words: number;
}

export interface Coach {
  /** Checks a reply as it stands. Remembers sentences: asking again after each keystroke costs what was changed. */
  check(text: string, context: ReplyContext): CoachReport;
  /** Makes it ready for a language in steps of a few milliseconds at most, to be taken while nothing is typed; `check` does all at once where they were not taken to the end. */
  prepare(language: Language): Generator<undefined, void>;
}

/** What was found in a sentence; positions count from its start. */
interface ReadSentence extends SentenceFindings {
  words: number;
}

interface ReadParagraph {
  language: Language;
  sentences: Sentence[];
  raw: Found<CoachRule>[];
}

const gravity: Readonly<Record<Severity, number>> = { high: 3, medium: 2, low: 1 };
const cannotBeMuted: ReadonlySet<CoachCategory> = new Set(['shouting', 'blame']);

function explanationOf(rule: CoachRule): Readonly<Record<Language, string>> {
  const { meaning } = categoryLabels[rule.category];
  const english = rule.lang === 'en' ? rule.explanation : (rule.explanationEn ?? meaning.en);
  const own = rule.explanation || meaning[rule.lang];
  return { tr: meaning.tr, el: meaning.el, en: english, [rule.lang]: own };
}

/** Hits without those that overlap a graver or, if equally grave, a longer one. */
function mostGrave(hits: readonly CoachHit[]): CoachHit[] {
  const ranked = hits.toSorted(
    (a, b) => gravity[b.severity] - gravity[a.severity] || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: CoachHit[] = [];
  for (const hit of ranked) {
    if (!kept.some((other) => other.start < hit.end && hit.start < other.end)) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where the sentence around `start` ends, with its closing mark. */
function withStop(text: string, end: number): number {
  return end + (/^[.!?…;·]+/u.exec(text.slice(end, end + 8))?.[0].length ?? 0);
}

/** An expression over raw text has no word boundaries in the three alphabets and takes the character beside its word along. */
function withoutNeighbours(text: string, { start, end }: Stretch): Stretch {
  const found = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(found)) return { start, end };
  const before = /^[^\p{L}\p{N}%]*/u.exec(found)?.[0].length ?? 0;
  const after = /[^\p{L}\p{N}%]*$/u.exec(found)?.[0].length ?? 0;
  return { start: start + before, end: end - after };
}

// A reply has some 25 sentences; this many keep also the versions that a person goes back to.
const rememberedSentences = 400;

/**
 * A coach with the shop's settings. Making one compiles all its rules (a few milliseconds per language, when it is first
 * met): keep it as long as the settings stay.
 */
export function createCoach(settings: CoachSettings): Coach {
  const muted = new Set(settings.mutedRules);
  const own = settings.ownRules.map(asCoachRule);
  const ownIds = new Set(own.map(({ id }) => id));
  const compiled = new Map<Language, CompiledRules>();
  let names: ReadonlySet<string> = new Set();
  let namesKey = '';
  let sentences = createRecent<ReadSentence>(rememberedSentences);
  let paragraphs = createRecent<ReadParagraph>(rememberedSentences);
  const rewrites = createRecent<readonly Rewrite[]>(rememberedSentences);
  const guesses = createRecent<{ language: Language | null }>(rememberedSentences);

  const isOn = (rule: CoachRule): boolean =>
    (rule.setting === undefined || settings.formality === 'formal') &&
    (!muted.has(rule.id) || cannotBeMuted.has(rule.category));
  const severityOf = (rule: CoachRule): Severity => (muted.has(rule.id) ? 'low' : rule.severity);

  const sourcesOf = (language: Language) => {
    const { words, rules, signals } = ruleBooks[language];
    return { words, rules: [...rules, ...own.filter(({ lang }) => lang === language)].filter(isOn), signals };
  };

  const rulesOf = (language: Language): CompiledRules => {
    const known = compiled.get(language);
    if (known !== undefined) return known;
    const made = compileRules(language, sourcesOf(language));
    compiled.set(language, made);
    return made;
  };

  const useNames = (contextNames: readonly string[]): void => {
    const all = [...settings.names, ...contextNames];
    const key = all.join('\n');
    if (key === namesKey) return;
    namesKey = key;
    names = new Set(
      all.flatMap((name) => foldedForm(name).split(/[^\p{L}\p{N}']+/u)).filter((word) => word.length > 2),
    );
    sentences = createRecent(rememberedSentences);
    paragraphs = createRecent(rememberedSentences);
  };

  const readParagraph = (language: Language, paragraph: string): ReadParagraph =>
    paragraphs.get(`${language}\n${paragraph}`, () => {
      const quotes = quotationsIn(paragraph);
      // What is not judged must not join what is around it: an underscore is neither letter nor space.
      const judged = quotes.reduce(
        (text, { start, end }) => text.slice(0, start) + '_'.repeat(end - start) + text.slice(end),
        paragraph,
      );
      return {
        language,
        sentences: sentencesOf(language, paragraph, names, quotes),
        raw: rulesOf(language).inRawText(judged),
      };
    });

  const readSentence = (language: Language, sentence: Sentence, raw: string, isFirst: boolean, isLast: boolean) =>
    sentences.get(
      `${language}${isFirst ? '^' : ''}${isLast ? '$' : ''}${sentence.isQuestion ? '?' : ''}\n${raw}`,
      () => {
        const { rules, signals, softeners } = rulesOf(language).inSentence(sentence, { isFirst, isLast });
        const shift = <Source>(found: Found<Source>): Found<Source> => ({
          source: found.source,
          start: found.start - sentence.start,
          end: found.end - sentence.start,
        });
        return { rules: rules.map(shift), signals: signals.map(shift), softeners, words: sentence.words.length };
      },
    );

  /** The rewrites of a hit in a sentence; positions count from its start. */
  const rewritesIn = (rule: CoachRule, sentence: string, start: number, end: number): readonly Rewrite[] =>
    rewrites.get(`${rule.id} ${start} ${end}\n${sentence}`, () =>
      rewritesOf(rule, sentence, { start, end, sentenceStart: 0, sentenceEnd: sentence.length }),
    );

  const isSoftened = (rule: CoachRule, near: readonly { found: SentenceFindings }[]): boolean =>
    rulesOf(rule.lang).isSoftened(
      rule,
      near.map(({ found }) => found),
    );

  const languagesOf = (text: string, stretches: readonly Stretch[], context: ReplyContext): Language[] => {
    if (context.isLanguageSure === true) return stretches.map(() => context.language);
    return stretches.map(({ start, end }) => {
      const paragraph = text.slice(start, end);
      return guesses.get(paragraph, () => ({ language: guessLanguage(paragraph) })).language ?? context.language;
    });
  };

  return {
    *prepare(language) {
      if (compiled.has(language)) return;
      const made = yield* compileInSteps(language, sourcesOf(language));
      if (!compiled.has(language)) compiled.set(language, made);
    },
    check(text, context) {
      useNames(context.names ?? []);
      const stretches = ownParagraphs(text);
      const languages = languagesOf(text, stretches, context);
      const read = stretches.map(({ start, end }, index) =>
        readParagraph(languages[index] ?? context.language, text.slice(start, end)),
      );
      const placed = read.flatMap(({ language, sentences: inParagraph }, index) =>
        inParagraph.map((sentence) => ({ language, sentence, offset: stretches[index]?.start ?? 0 })),
      );
      const all = placed.map(({ language, sentence, offset }, index) => {
        const raw = text.slice(offset + sentence.start, offset + sentence.end);
        const found = readSentence(language, sentence, raw, index === 0, index === placed.length - 1);
        return { language, sentence, offset, found };
      });
      const words = all.reduce((sum, { found }) => sum + found.words, 0);
      const allHits: CoachHit[] = [];
      const signals: SignalFound[] = [];
      const counted = new Map<CoachRule, (Stretch & { sentence: Stretch })[]>();

      const report = (rule: CoachRule, { start, end }: Stretch, sentence: Stretch): void => {
        const stop = withStop(text, sentence.end);
        allHits.push({
          ruleId: rule.id,
          category: rule.category,
          severity: severityOf(rule),
          language: rule.lang,
          start,
          end,
          explanation: explanationOf(rule),
          rewrites: rewritesIn(
            rule,
            text.slice(sentence.start, stop),
            start - sentence.start,
            end - sentence.start,
          ).map((rewrite) => ({
            ...rewrite,
            start: rewrite.start + sentence.start,
            end: rewrite.end + sentence.start,
          })),
          isOwnRule: ownIds.has(rule.id),
        });
      };

      for (const [index, { language, sentence, offset, found }] of all.entries()) {
        const whole = { start: offset + sentence.start, end: offset + sentence.end };
        const near = sentencesNear(all, index).filter((each) => each.offset === offset);
        for (const { source, start, end } of found.rules) {
          if (words > (source.maxWords ?? Infinity) || isSoftened(source, near)) continue;
          const stretch = { start: whole.start + start, end: whole.start + end };
          if (source.kind !== 'count') report(source, stretch, whole);
          else counted.set(source, [...(counted.get(source) ?? []), { ...stretch, sentence: whole }]);
        }
        for (const { source, start, end } of found.signals) {
          signals.push({ signal: source.signal, language, start: whole.start + start, end: whole.start + end });
        }
      }
      for (const [rule, found] of counted) {
        const kept = inTurn(found);
        if (kept.length >= (rule.min ?? 1)) for (const each of kept) report(rule, each, each.sentence);
      }
      const whole = all.map(({ sentence, offset }) => ({ start: offset + sentence.start, end: offset + sentence.end }));
      for (const [index, { raw }] of read.entries()) {
        const offset = stretches[index]?.start ?? 0;
        for (const { source, start, end } of raw) {
          const stretch = withoutNeighbours(text, { start: offset + start, end: offset + end });
          const around = whole.find((each) => each.start <= stretch.start && stretch.end <= each.end);
          report(source, stretch, around ?? stretch);
        }
      }
      const language = languages[0] ?? context.language;
      const first = all[0];
      if (first !== undefined) {
        const inLanguage = all.filter((each) => each.language === language);
        const start = first.offset + first.sentence.start;
        const stretch = { start, end: first.offset + first.sentence.end };
        for (const rule of rulesOf(language).missingIn(inLanguage.map(({ sentence }) => sentence))) {
          if (!isSoftened(rule, inLanguage)) report(rule, stretch, stretch);
        }
      }

      allHits.sort((a, b) => a.start - b.start || a.end - b.end);
      const hits = mostGrave(allHits);
      const present = new Set(signals.map(({ signal }) => signal));
      const checklist = checklistOf(present, context.isComplaint === true);
      return {
        language,
        hits,
        allHits,
        signals,
        checklist,
        advice: adviceFor(present, context.isComplaint === true),
        ...scoreOf(hits, checklist),
        words,
      };
    },
  };
}

export const defaultCoachSettings: CoachSettings = { formality: 'formal', mutedRules: [], ownRules: [], names: [] };
const coaches = new WeakMap<CoachSettings, Coach>();

/** Checks one reply. The coach of a settings object is kept as long as the object: pass the same one while nothing changed. */
export function checkReply(
  text: string,
  context: ReplyContext,
  settings: CoachSettings = defaultCoachSettings,
): CoachReport {
  const known = coaches.get(settings);
  const coach = known ?? createCoach(settings);
  if (known === undefined) coaches.set(settings, coach);
  return coach.check(text, context);
}
