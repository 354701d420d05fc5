// Labelled sentences and how well the coach finds the negative ones among them.
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { LaunchError } from '../../electron/launch/say.mjs';
import { createCoach, defaultCoachSettings, type CoachHit } from '../../shared/language/coach/check-reply.ts';
import type { Language } from '../../shared/model/ids.ts';

const labelledSchema = z.object({
  lang: z.enum(['en', 'tr', 'el']),
  text: z.string(),
  negative: z.boolean(),
  category: z.string().nullish(),
});
export type Labelled = z.infer<typeof labelledSchema>;

/** @throws LaunchError, naming file and line, for a line that is no labelled sentence */
export function readLabelled(file: string): Labelled[] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    throw new LaunchError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return content
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, `${file}:${index + 1}`)]));
}

function readLine(line: string, place: string): Labelled {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new LaunchError(`${place}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = labelledSchema.safeParse(value);
  if (!read.success) throw new LaunchError(`${place}: ${z.prettifyError(read.error)}`);
  return read.data;
}

export interface Judged extends Labelled {
  hits: CoachHit[];
}

const coach = createCoach(defaultCoachSettings);

/** What the coach says to a sentence in its own language, every hit of every rule. */
export function judge(sentence: Labelled): Judged {
  const { allHits } = coach.check(sentence.text, { language: sentence.lang, isLanguageSure: true });
  return { ...sentence, hits: allHits };
}

/** A sentence counts as flagged when a rule hits it. */
export const isFlagged = ({ hits }: Judged): boolean => hits.length > 0;
export const isFlaggedGravely = ({ hits }: Judged): boolean => hits.some(({ severity }) => severity !== 'low');

export interface Quality {
  precision: number;
  recall: number;
  f1: number;
  /** The same with high and medium rules only: what the composer underlines. */
  recallHighMedium: number;
  precisionHighMedium: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000);

function countsOf(judged: readonly Judged[], flagged: (each: Judged) => boolean) {
  const found = judged.filter(flagged);
  const right = found.filter(({ negative }) => negative).length;
  return { right, found: found.length, negative: judged.filter(({ negative }) => negative).length };
}

/** Shares of sentences, rounded to four places; a share of nothing is 0. */
export function qualityOf(judged: readonly Judged[]): Quality {
  const all = countsOf(judged, isFlagged);
  const grave = countsOf(judged, isFlaggedGravely);
  return {
    precision: share(all.right, all.found),
    recall: share(all.right, all.negative),
    f1: share(2 * all.right, all.found + all.negative),
    recallHighMedium: share(grave.right, grave.negative),
    precisionHighMedium: share(grave.right, grave.found),
  };
}

export const languages: readonly Language[] = ['en', 'tr', 'el'];

/** Quality per language; languages without a sentence in `judged` are there with zeros. */
export function qualityByLanguage(judged: readonly Judged[]): Record<Language, Quality> {
  const of = (language: Language) => qualityOf(judged.filter(({ lang }) => lang === language));
  return { en: of('en'), tr: of('tr'), el: of('el') };
}
