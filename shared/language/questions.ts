// The questions in a customer's message, and which of them a reply seems to answer: by words of the reply that are told, never by guessing.
import { splitQuoted } from '../mail/quoting.ts';
import type { Language } from '../model/ids.ts';
import { factsIn, type FactKind } from './coach/facts.ts';
import { timeWordsIn } from './find-promises.ts';
import { foldText } from './fold.ts';
import { asks, answers, courtesy, newsOnly, noTopic, type AskedFor } from './question-words.ts';
import { sentenceRanges } from './sentence-ranges.ts';

export interface Question {
  /** The sentence as the customer wrote it. */
  text: string;
  asksFor: AskedFor;
  /** Beginnings of the words that say what it is about, folded. */
  topics: string[];
}

export interface AnsweredQuestion extends Question {
  /** Words of the reply by which it counts as answered; null: none were seen, which need not mean that it is not. */
  because: string | null;
}

/** As many as are shown; a message with more is no list of questions. */
const mostQuestions = 6;
/** Words are compared by their beginnings: Turkish and Greek endings change. */
const stemLength = 5;
const shortestTopic = 4;

const wordsOf = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Questions in the customer's own words, in order: those with a question mark, and without one where the words leave no doubt. */
export function findQuestions(text: string, language: Language): Question[] {
  const { fresh } = splitQuoted(text);
  const questions: Question[] = [];
  for (const { from, to } of sentenceRanges(fresh)) {
    const sentence = fresh.slice(from, to);
    const words = wordsOf(sentence);
    const folded = ` ${words.join(' ')} `;
    const isMarked = /\?\W*$/.test(sentence) || (language === 'el' && /[;\u037e]\W*$/.test(sentence));
    const asksFor = asks[language].find(({ pattern }) => pattern.test(folded))?.asksFor;
    const isPlain =
      asksFor !== undefined &&
      asksFor !== 'yes-or-no' &&
      words.length >= 3 &&
      asks[language].some(({ pattern, isSure }) => isSure === true && pattern.test(folded));
    if ((!isMarked && !isPlain) || words.length < 2 || courtesy[language].test(folded)) continue;
    questions.push({ text: sentence, asksFor: asksFor ?? 'yes-or-no', topics: topicsOf(words, language) });
  }
  return questions.slice(0, mostQuestions);
}

function topicsOf(words: readonly string[], language: Language): string[] {
  const stems = words
    .filter((word) => word.length >= shortestTopic && !noTopic[language].test(` ${word} `))
    .map((word) => word.slice(0, stemLength));
  return [...new Set(stems)];
}

/** Facts of a reply that answer what is asked for. */
const factKinds: Readonly<Partial<Record<AskedFor, readonly FactKind[]>>> = {
  when: ['date', 'time', 'days', 'hours'],
  'how-much': ['amount'],
  'how-many': ['number', 'days', 'hours'],
  where: ['link'],
};

/** What is known of each question beside the reply as it stands. Questions of the reply itself answer nothing. */
export function answersTo(questions: readonly Question[], reply: string, language: Language): AnsweredQuestion[] {
  if (questions.length === 0) return [];
  const { fresh } = splitQuoted(reply);
  const sentences = sentenceRanges(fresh)
    .map(({ from, to }) => fresh.slice(from, to))
    .filter((sentence) => !/[?\u037e]\W*$/.test(sentence) && !(language === 'el' && /;\W*$/.test(sentence)));
  return questions.map((question) => {
    const isAlone = questions.filter(({ asksFor }) => asksFor === question.asksFor).length === 1;
    const found = sentences.map((sentence) => becauseOf(question, sentence, language, isAlone));
    return { ...question, because: found.find((because) => because !== null) ?? null };
  });
}

/**
 * The words of one sentence that answer a question; null where there are none.
 * @param isAlone no other question asks for the same: a date then needs no word about what it is the date of
 */
function becauseOf(
  { asksFor, topics }: Question,
  sentence: string,
  language: Language,
  isAlone: boolean,
): string | null {
  const shared = (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) =>
    topics.some((topic) => foldText(word).startsWith(topic)),
  );
  const fact = factOf(asksFor, sentence, language);
  const isNewsOnly = asksFor === 'when' && newsOnly[language].test(sentence);
  if (fact !== null) return (isAlone && !isNewsOnly) || shared.length > 0 ? fact : null;
  const word = answers[language][asksFor]?.exec(sentence)?.[0].trim();
  if (word !== undefined && (isAlone || shared.length > 0)) return word;
  // what is about the same says something on it; a day or a price that was asked for it does not say
  const needsFact = asksFor === 'when' || asksFor === 'how-much' || asksFor === 'how-many';
  return !needsFact && shared.length >= Math.min(2, topics.length) && shared.length > 0 ? shared.join(' … ') : null;
}

function factOf(asksFor: AskedFor, sentence: string, language: Language): string | null {
  const fact = factsIn(sentence).find(({ kind }) => factKinds[asksFor]?.includes(kind));
  if (fact) return fact.text;
  return asksFor === 'when' ? (timeWordsIn(sentence, language)[0] ?? null) : null;
}
