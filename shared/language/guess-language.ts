// Guesses whether a customer wrote English, Turkish or Greek, offline and without a model to load.
import type { Language } from '../model/ids.ts';
import { foldText } from './fold.ts';
import {
  englishAfterApostrophe,
  englishEnding,
  englishMaybe,
  englishWords,
  greeklishEnding,
  greeklishMaybe,
  greeklishWords,
  otherWords,
  turkishAfterApostrophe,
  turkishEnding,
  turkishMaybe,
  turkishWords,
} from './language-words.ts';

// The language shows in the first lines; the rest only costs time.
const readUnits = 4000;

// Numbers below were set on the sentences of tests/unit/language/guess-language.test.ts.
const wholeWord = 1;
const sharedWord = 0.45;
const ending = 0.7;
const weakEnding = 0.35;
// ğ ş ı İ are written in no neighbour's mail but Azerbaijani and Romanian ones.
const turkishLetter = 0.8;
const turkishLikeLetter = 0.15;
// Letters none of the three alphabets has; a café now and then does no harm.
const foreignLetter = 0.6;
const foreignLetters = /[áéíóúàèìòùñãõåäëïøæßýěščřžůąęłńśźżțșăêôəő]/gi;
// Longer ones are pasted data.
const longestWord = 40;
/** A guess needs at least a good word's worth of evidence, or a good ending where nothing speaks for another language, … */
const leastScore = 0.9;
const leastScoreAlone = 0.65;
/** … at least this much per word of the text, or it is a foreign text with a stray word … */
const leastShare = 0.16;
/** … and as much more than the next best language. */
const leastLead = 1.3;
// Greek messages name products and couriers in Latin letters.
const greekShare = 0.35;
const foreignShare = 0.4;

const addresses = /(?:https?:\/\/|www\.)\S+|[^\s@]{1,64}@\S+/g;
const anyLetter = /\p{L}/u;
const greekLetter = /\p{Script=Greek}/u;
const latinLetter = /\p{Script=Latin}/u;
const word = /[\p{L}\p{N}]+(?:'\p{L}+)?/gu;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

interface Scores {
  en: number;
  tr: number;
  el: number;
  other: number;
}

function scoreWord(scores: Scores, found: string): void {
  const [stem = '', suffix] = found.split("'");
  if (suffix !== undefined) {
    if (englishAfterApostrophe.has(suffix)) scores.en += wholeWord;
    // l'ordine, n'a, j'ai
    else if (stem.length === 1) scores.other += wholeWord;
    else if (turkishAfterApostrophe.has(suffix)) scores.tr += ending;
  }
  scoreStem(scores, stem);
}

function scoreStem(scores: Scores, stem: string): void {
  if (otherWords.has(stem)) scores.other += wholeWord;
  const isEnglish = englishWords.has(stem);
  const isTurkish = turkishWords.has(stem);
  const isGreeklish = greeklishWords.has(stem);
  if (isEnglish) scores.en += englishMaybe.has(stem) ? sharedWord : wholeWord;
  if (isTurkish) scores.tr += turkishMaybe.has(stem) ? sharedWord : wholeWord;
  if (isGreeklish) scores.el += greeklishMaybe.has(stem) ? sharedWord : wholeWord;
  if (isEnglish || isTurkish || isGreeklish || stem.length < 5 || stem.length > longestWord) return;
  if (turkishEnding.test(stem)) scores.tr += ending;
  if (englishEnding.test(stem)) scores.en += weakEnding;
  if (greeklishEnding.test(stem)) scores.el += weakEnding;
}

function guessLatin(text: string): Language | null {
  const words = foldText(text).match(word) ?? [];
  const spoken = words.filter((found) => !/^\p{N}+$/u.test(found));
  if (spoken.length === 0) return null;
  const scores: Scores = { en: 0, tr: 0, el: 0, other: 0 };
  for (const found of spoken) scoreWord(scores, found);
  scores.tr += turkishLetter * count(text, /[ğĞşŞıİ]/g) + turkishLikeLetter * count(text, /[çÇöÖüÜâÂ]/g);
  scores.other += foreignLetter * count(text, foreignLetters);

  const ranking = (['en', 'tr', 'el'] as const).toSorted((a, b) => scores[b] - scores[a]);
  const [best = 'en', second = 'tr'] = ranking;
  const rival = Math.max(scores[second], scores.other);
  const least = rival === 0 ? leastScoreAlone : leastScore;
  if (scores[best] < least || scores[best] < leastShare * spoken.length) return null;
  return scores[best] >= leastLead * rival ? best : null;
}

/** Every new mail comes through here, and most of its letters are plain: only others are looked up. */
function countLetters(text: string): { all: number; greek: number; latin: number } {
  const letters = { all: 0, greek: 0, latin: 0 };
  let plain = 0;
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code < 0x80) {
      if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) plain += 1;
      continue;
    }
    if (anyLetter.test(char)) letters.all += 1;
    if (greekLetter.test(char)) letters.greek += 1;
    else if (latinLetter.test(char)) letters.latin += 1;
  }
  return { all: letters.all + plain, greek: letters.greek, latin: letters.latin + plain };
}

/**
 * The language a message is written in, from its first 4,000 units; null when unsure, too short to tell, or another
 * language. Knows Turkish typed without Turkish letters and Greek typed in Latin ones.
 */
export function guessLanguage(text: string): Language | null {
  const prose = text.slice(0, readUnits).normalize('NFC').replace(addresses, ' ');
  const { all, greek, latin } = countLetters(prose);
  if (all === 0) return null;
  if (greek >= greekShare * (greek + latin) && greek >= greekShare * all) return 'el';
  if (all - greek - latin >= foreignShare * all) return null;
  return guessLatin(prose);
}
