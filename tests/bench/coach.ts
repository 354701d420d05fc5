// The bench "coach": what a keystroke costs while a reply of 2,000 characters is typed, and what a first look at it costs.
import { createCoach, defaultCoachSettings, type ReplyContext } from '../../shared/language/coach/check-reply.ts';
import { builtInRules, ruleBooks } from '../../shared/language/coach/rule-book.ts';
import type { Language } from '../../shared/model/ids.ts';
import { readLabelled } from '../coach/labelled.ts';
import { plainFigure, quantile, type Figure, type Outcome } from './figures.ts';

/** The limit of one keystroke, of issue 3: a page draws a frame in 16 ms and has other things to do in it. */
const limitMs = 5;
const languages: readonly Language[] = ['en', 'tr', 'el'];

/** A reply of about `length` characters made of labelled sentences, half of them unkind, in paragraphs of five. */
function replyOf(language: Language, length: number): string {
  const sentences = readLabelled(`tests/fixtures/coach/dev.${language}.jsonl`).map(({ text }) => text);
  const step = 7;
  let text = '';
  for (let index = 0; text.length < length; index++) {
    const sentence = sentences[(index * step) % sentences.length] ?? '';
    text += sentence + (index % 5 === 4 ? '\n\n' : ' ');
  }
  return text.slice(0, length);
}

interface Cost {
  medianMs: number;
  p95Ms: number;
  maxMs: number;
  /** The costliest keystroke by the cheapest of three typings: without the pauses that come anywhere. */
  maxOfLeastMs: number;
  /** Median and largest as shares of the limit. */
  medianOfLimit: number;
  maxOfLimit: number;
  /** A check of the whole reply by a coach that has read no word of it yet. */
  fullMs: number;
  /** Reading and sorting the patterns of all rules, once per settings and language. */
  compileMs: number;
  /** The longest of the steps in which that is done. */
  stepMs: number;
  rules: number;
}

const timed = (work: () => void): number => {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
};

/** What each keystroke costs a coach that was prepared and has read no word yet. */
function type(text: string, context: ReplyContext): number[] {
  const typist = createCoach(defaultCoachSettings);
  typist.check('a', context);
  const keystrokesMs: number[] = [];
  for (let end = 1; end <= text.length; end++) {
    const typed = text.slice(0, end);
    keystrokesMs.push(timed(() => void typist.check(typed, context)));
  }
  // And in the middle of the finished reply, where most of the words come after the cursor.
  const middle = Math.floor(text.length / 2);
  for (let more = 1; more <= 200; more++) {
    const typed = text.slice(0, middle) + 'abc de '.repeat(30).slice(0, more) + text.slice(middle);
    keystrokesMs.push(timed(() => void typist.check(typed, context)));
  }
  return keystrokesMs;
}

/** The longest of the steps in which the page prepares the coach while nothing is typed. */
function longestStepMs(language: Language): number {
  const steps = createCoach(defaultCoachSettings).prepare(language);
  let longestMs = 0;
  for (;;) {
    const startedAt = performance.now();
    const { done } = steps.next();
    longestMs = Math.max(longestMs, performance.now() - startedAt);
    if (done === true) return longestMs;
  }
}

function measure(language: Language, length: number): Cost {
  const text = replyOf(language, length);
  const context = { language };
  // The second coach: the first one warms the engine up, as the first reply of a day does.
  createCoach(defaultCoachSettings).check(text, context);
  const coach = createCoach(defaultCoachSettings);
  const compileMs = timed(() => void coach.check('a', context));
  const fullMs = timed(() => void coach.check(text, context));
  const typings = [1, 2, 3].map(() => type(text, context));
  const keystrokesMs = typings.flat();
  const leastMs = (typings[0] ?? []).map((_, index) => Math.min(...typings.map((typing) => typing[index] ?? Infinity)));
  const medianMs = quantile(keystrokesMs, 0.5, 3);
  const maxMs = quantile(keystrokesMs, 1, 3);
  return {
    medianMs,
    p95Ms: quantile(keystrokesMs, 0.95, 3),
    maxMs,
    maxOfLeastMs: quantile(leastMs, 1, 3),
    medianOfLimit: Math.round((medianMs / limitMs) * 1000) / 1000,
    maxOfLimit: Math.round((maxMs / limitMs) * 1000) / 1000,
    fullMs: Math.round(fullMs * 1000) / 1000,
    compileMs: Math.round(compileMs * 1000) / 1000,
    stepMs: Math.round(longestStepMs(language) * 1000) / 1000,
    rules: ruleBooks[language].rules.length,
  };
}

export function coach({ characters = 2000 }: Readonly<Record<string, number>>): Promise<Outcome> {
  const costs = Object.fromEntries(languages.map((language) => [language, measure(language, characters)]));
  const figures = Object.entries(costs).flatMap(([language, cost]): Figure[] => [
    plainFigure(`${language}: keystroke, median`, cost.medianMs, 'ms', { atMost: limitMs }),
    plainFigure(`${language}: keystroke, p95`, cost.p95Ms, 'ms', { atMost: limitMs }),
    plainFigure(`${language}: keystroke, longest`, cost.maxMs, 'ms'),
    plainFigure(`${language}: keystroke, longest without pauses`, cost.maxOfLeastMs, 'ms', { atMost: limitMs }),
    plainFigure(`${language}: whole reply at once`, cost.fullMs, 'ms'),
    plainFigure(`${language}: making the coach`, cost.compileMs, 'ms'),
    plainFigure(`${language}: longest step of making it`, cost.stepMs, 'ms'),
  ]);
  return Promise.resolve({
    report: { bench: 'coach', characters, limitMs, rules: builtInRules.length, ...costs },
    figures,
    notes: [
      `A reply of ${characters} characters typed letter by letter, then 200 letters in its middle, three times; ${builtInRules.length} rules.`,
      'The longest keystroke includes pauses of the collector and of other work; without pauses: by the cheapest of the three typings.',
    ],
  });
}
