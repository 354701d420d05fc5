// Finds what a reply promises and by when: a sentence that says something will be done, with a day or a time in it.
import type { BusinessHours } from '../model/business-hours.ts';
import type { Language } from '../model/ids.ts';
import { ownParagraphs } from './coach/own-words.ts';
import { foldWithMap, originalRange, type FoldedText, type TextRange } from './fold.ts';
import { guessLanguage } from './guess-language.ts';
import { promiseMarks, unpromised } from './promise-words.ts';
import { timeCluesOf, timeOf } from './read-time.ts';
import { sentenceRanges } from './sentence-ranges.ts';

export interface FoundPromise {
  /** The sentence, as it stands in the text. */
  text: string;
  /** Where it stands in the text. */
  from: number;
  to: number;
  /** Epoch ms. */
  dueAt: number;
  /** Why this was taken for a promise: the words for doing, and those for the time. */
  because: { doing: string; times: string[] };
}

/**
 * Promises in `text`, in order. Questions, conditions and refusals are none, nor is a time that is past. Only proposes: a person confirms
 * what is recorded.
 * @param now epoch ms: what "today" and "in two hours" count from
 * @param hours the shop's; a day without a time ends when the shop closes
 */
export function findPromises(text: string, language: Language, now: number, hours: BusinessHours): FoundPromise[] {
  return sentenceRanges(text).flatMap(({ from, to }) => {
    const sentence = text.slice(from, to);
    if (sentence.endsWith('?') || sentence.endsWith(';')) return [];
    const folded = foldWithMap(sentence);
    const doing = firstMatch(promiseMarks[language], folded.text);
    if (!doing || firstMatch(unpromised[language], folded.text)) return [];
    const clues = timeCluesOf(folded, language);
    const dueAt = timeOf(
      clues.map(({ word }) => word),
      now,
      hours,
    );
    if (dueAt === null || dueAt <= now) return [];
    const written = writtenIn(sentence, folded);
    return [{ text: sentence, from, to, dueAt, because: { doing: written(doing), times: clues.map(written) } }];
  });
}

/**
 * Promises of a whole reply: every paragraph in its own language, and nothing of what it quotes.
 * @param language of the conversation, where the reply is too short to tell
 */
export function promisesOf(reply: string, language: Language, now: number, hours: BusinessHours): FoundPromise[] {
  const paragraphs = ownParagraphs(reply).map(({ start, end }) => ({ start, text: reply.slice(start, end) }));
  const usual = guessLanguage(paragraphs.map(({ text }) => text).join('\n')) ?? language;
  return paragraphs.flatMap(({ start, text }) =>
    findPromises(text, guessLanguage(text) ?? usual, now, hours).map((promise) => ({
      ...promise,
      from: promise.from + start,
      to: promise.to + start,
    })),
  );
}

/** A range of the folded text as it was written. */
function writtenIn(text: string, folded: FoldedText): (range: TextRange) => string {
  return (range) => {
    const { from, to } = originalRange(folded, range.from, range.to);
    return text.slice(from, to);
  };
}

/** The words of `text` that name a day, a time or a length of time, as they were written. */
export function timeWordsIn(text: string, language: Language): string[] {
  const folded = foldWithMap(text);
  return timeCluesOf(folded, language).map(writtenIn(text, folded));
}

function firstMatch(pattern: RegExp, text: string): TextRange | null {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  pattern.lastIndex = 0;
  return match ? { from: match.index, to: match.index + match[0].length } : null;
}
