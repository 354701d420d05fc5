// Finds what a message is about by the words in it, and tells which words those were.
import type { Language } from '../../model/ids.ts';
import { foldText } from '../fold.ts';
import { topicPhrases, topics, type Topic } from './message-topics.ts';

export interface FoundTopic {
  topic: Topic;
  /** Larger means surer; a phrase of several words weighs more than one of one. */
  weight: number;
  /** The message's own words by which it was found. */
  words: string[];
}

interface Word {
  written: string;
  folded: string;
}

type Phrase = readonly { folded: string; isWhole: boolean }[];

const apostrophe = /['’‘ʼ]/g;
const sentenceEnd = /[.!?;…\n]+/;

/** The words of each sentence, as written and folded. */
function sentencesOf(text: string): Word[][] {
  return text
    .split(sentenceEnd)
    .map((sentence) =>
      sentence
        .replace(apostrophe, '')
        .split(/[^\p{L}\p{N}\p{M}-]+/u)
        .filter((word) => word !== '')
        .map((written) => ({ written, folded: foldText(written) })),
    )
    .filter((words) => words.length > 0);
}

/** Reads phrases as they stand in `topicPhrases`, or as a shop wrote its own words. */
export function readPhrases(list: string): Phrase[] {
  return list
    .split(',')
    .map((phrase) =>
      phrase
        .trim()
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word) => ({
          folded: foldText(word.replace(/^=/, '').replace(apostrophe, '')),
          isWhole: word.startsWith('='),
        })),
    )
    .filter((phrase) => phrase.length > 0);
}

/** The words of a sentence that a phrase stands on; null where it does not. */
function match(phrase: Phrase, sentence: readonly Word[]): string[] | null {
  const found: string[] = [];
  const used = new Set<number>();
  for (const { folded, isWhole } of phrase) {
    const index = sentence.findIndex(
      (word, at) => !used.has(at) && (isWhole ? word.folded === folded : word.folded.startsWith(folded)),
    );
    if (index < 0) return null;
    used.add(index);
    found.push(sentence[index]?.written ?? '');
  }
  return found;
}

const maxWords = 4;

function findIn(sentences: readonly Word[][], phrases: readonly Phrase[]): { weight: number; words: string[] } {
  let weight = 0;
  const words = new Set<string>();
  for (const phrase of phrases) {
    const found = sentences.map((sentence) => match(phrase, sentence)).find((each) => each !== null);
    if (!found) continue;
    const isNew = found.some((word) => !words.has(word));
    weight += !isNew ? 0.5 : phrase.length > 1 ? 2 : 1.5;
    for (const word of found) words.add(word);
  }
  return { weight, words: [...words].slice(0, maxWords) };
}

const allPhrases = new Map<string, Phrase[]>();

function phrasesOf(topic: Topic, language: Language): Phrase[] {
  const key = `${topic}/${language}`;
  const known = allPhrases.get(key);
  if (known) return known;
  const read = readPhrases(topicPhrases[topic][language]);
  allPhrases.set(key, read);
  return read;
}

/** The topics of a message in `language`, the surest first. */
export function findTopics(text: string, language: Language): FoundTopic[] {
  const sentences = sentencesOf(text);
  return topics
    .map((topic) => ({ topic, ...findIn(sentences, phrasesOf(topic, language)) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

const languages: readonly Language[] = ['en', 'tr', 'el'];
/** Fewer letters begin too many words. */
const fewestTyped = 4;

/** The topics that a searched word names in any language, also while it is being typed. */
export function topicsNamed(word: string): Topic[] {
  const searched = foldText(word);
  const isNamed = ({ folded, isWhole }: Phrase[number]): boolean =>
    isWhole
      ? folded === searched
      : searched.startsWith(folded) || (searched.length >= fewestTyped && folded.startsWith(searched));
  return topics.filter((topic) =>
    languages.some((language) =>
      phrasesOf(topic, language).some(([one, more]) => !more && one !== undefined && isNamed(one)),
    ),
  );
}

/** Those of the shop's own words (each may be several) that the message has; in the message's own spelling. */
export function findOwnWords(text: string, words: readonly string[]): string[] {
  const sentences = sentencesOf(text);
  const found = words.flatMap((word) => {
    const [phrase] = readPhrases(word.replaceAll(',', ' '));
    if (!phrase) return [];
    return sentences.map((sentence) => match(phrase, sentence)).find((each) => each !== null) ?? [];
  });
  return [...new Set(found)].slice(0, maxWords);
}
