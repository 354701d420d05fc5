// Cuts a reply into sentences of words, each with its place in the text as the person typed it.
import type { Language } from '../../model/ids.ts';
import { accentedForm, foldedForm } from './matching-form.ts';

/** A word of a reply. `start` and `end` are UTF-16 positions in the original text. */
export interface Word {
  /** Folded; `§var`, `§url`, `§quote`, `§name` and `§order` stand for what the coach does not read. */
  folded: string;
  accented: string;
  hasDigit: boolean;
  /** A comma, colon, dash or bracket stands between it and the word before it. */
  opensClause: boolean;
  start: number;
  end: number;
}

export interface Sentence {
  words: readonly Word[];
  /** It ends with a question mark. */
  isQuestion: boolean;
  start: number;
  end: number;
}

// Field, link or address, word with inner apostrophes, line break, end of a sentence. Marks and invisible joints
// belong to the word, so that text typed with combining accents needs no other form first.
const pieces =
  /(\{\{[^}\n]*\}\}|\{[^{}\n]*\})|((?:https?:\/\/|www\.)\S+|(?!no-?reply|do-?not-?reply)[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)|([\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]*(?:['’ʼ][\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]*)*)|(\n+)|([.!?…;·\u0387\u037e]+(?=[\s"'»”)\]]|$))/gu;
const endsAnywhere = /[.!?…]/;
// In Greek a semicolon asks, also as the sign of its own that looks like it.
const asks: Readonly<Record<Language, RegExp>> = { en: /\?/, tr: /\?/, el: /[?;\u037e]/ };
// A comma in a price and the colon in an hour have no space after them.
const clauseMark = /[,:;)]\s|[(\u2013\u2014]|\s-\s/;
const digit = /\p{N}/u;

// Five digits are no day, hour or price a person waits for; letters and digits mixed are a number of something.
const longNumber = /^\p{N}{5,}$/u;
const mixedNumber = /^(?=.*\p{L})(?=(?:.*\p{N}){3})[\p{L}\p{N}]+$/u;

const noName: ReadonlySet<string> = new Set();

/** A word that nobody placed in its sentence yet. */
type LooseWord = Omit<Word, 'opensClause'>;

function wordAt(language: Language, raw: string, start: number, names: ReadonlySet<string>): LooseWord {
  const end = start + raw.length;
  const folded = foldedForm(raw);
  if (longNumber.test(raw) || mixedNumber.test(raw)) {
    return { folded: '§order', accented: '§order', hasDigit: false, start, end };
  }
  const [stem = folded] = folded.split("'");
  if (names.has(folded) || names.has(stem)) {
    return { folded: '§name', accented: '§name', hasDigit: false, start, end };
  }
  return { folded, accented: accentedForm(language, raw), hasDigit: digit.test(folded), start, end };
}

const stand = (sign: string, start: number, length: number): LooseWord => ({
  folded: sign,
  accented: sign,
  hasDigit: false,
  start,
  end: start + length,
});

/**
 * The sentences of `text` that have words. A sentence ends at . ! ? … before white space, at a line break, and in Greek
 * at ; and · too. `names` are folded words that are somebody's or something's name. `quotes` are stretches, in order,
 * that are read as one word `§quote`.
 */
export function sentencesOf(
  language: Language,
  text: string,
  names: ReadonlySet<string> = noName,
  quotes: readonly { start: number; end: number }[] = [],
): Sentence[] {
  const sentences: Sentence[] = [];
  let words: Word[] = [];
  const flush = (isQuestion: boolean): void => {
    const first = words[0];
    const last = words.at(-1);
    if (first !== undefined && last !== undefined)
      sentences.push({ words, isQuestion, start: first.start, end: last.end });
    words = [];
  };
  const push = (word: LooseWord): void => {
    const before = words.at(-1);
    words.push({ ...word, opensClause: before !== undefined && clauseMark.test(text.slice(before.end, word.start)) });
  };
  let quote = 0;
  for (const match of text.matchAll(pieces)) {
    const start = match.index;
    while ((quotes[quote]?.end ?? Infinity) <= start) quote++;
    const around = quotes[quote];
    if (around !== undefined && start >= around.start) {
      if (words.at(-1)?.start !== around.start) push(stand('§quote', around.start, around.end - around.start));
      continue;
    }
    const [raw, field, link, word, lineBreak, stop] = match;
    if (word !== undefined) push(wordAt(language, word, start, names));
    else if (field !== undefined) push(stand('§var', start, raw.length));
    else if (link !== undefined) push(stand('§url', start, raw.length));
    else if (lineBreak !== undefined) flush(false);
    else if (stop !== undefined && (language === 'el' || endsAnywhere.test(stop))) flush(asks[language].test(stop));
  }
  flush(false);
  return sentences;
}
