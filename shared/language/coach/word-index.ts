// Tells at once which of all the words in all patterns of a language a word of the text meets.
import type { Glob } from './pattern.ts';
import type { Word } from './sentences.ts';

/** One bit per word set: whether the word is in it. */
export type Membership = Uint32Array;

export const isMember = (membership: Membership, set: number): boolean =>
  ((membership[set >>> 5] ?? 0) & (1 << (set & 31))) !== 0;

// A shop's replies share a few thousand words; past this many the memory is worth more than the time.
const rememberedWords = 8000;

/** Whether a word meets a glob: each part in order, the first at its beginning and the last at its end. */
export function meets(word: string, { parts }: Glob): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return word === first;
  if (!word.startsWith(first) || !word.endsWith(last) || word.length < first.length + last.length) return false;
  let from = first.length;
  const to = word.length - last.length;
  // By number: every word typed is asked of hundreds of globs, and a copy of their parts each time is work for the collector.
  for (let index = 1; index < parts.length - 1; index++) {
    const part = parts[index] ?? '';
    const found = word.indexOf(part, from);
    if (found < 0 || found + part.length > to) return false;
    from = found + part.length;
  }
  return true;
}

export interface WordIndex {
  /** The number of the word set with these globs; the same globs give the same number. Only before the first `look`. */
  setOf(globs: readonly Glob[]): number;
  look(word: Word): Membership;
}

const into = (map: Map<string, number[]>, key: string, set: number): void => {
  const sets = map.get(key);
  if (sets === undefined) map.set(key, [set]);
  else sets.push(set);
};

/** An empty index. Whole words, beginnings and endings are looked up; only globs with a star inside are tried one by one. */
export function createWordIndex(): WordIndex {
  const numbers = new Map<string, number>();
  const whole = new Map<string, number[]>();
  const beginnings = new Map<string, number[]>();
  const endings = new Map<string, number[]>();
  const others: { glob: Glob; set: number }[] = [];
  let longest = 0;
  let remembered = new Map<string, Membership>();

  const add = (glob: Glob, set: number): void => {
    const [first = '', last = ''] = glob.parts;
    longest = Math.max(longest, first.length, last.length);
    if (glob.isAccented || glob.parts.length > 2) others.push({ glob, set });
    else if (glob.parts.length === 1) into(whole, first, set);
    else if (last === '') into(beginnings, first, set);
    else if (first === '') into(endings, last, set);
    else others.push({ glob, set });
  };

  const compare = ({ folded, accented }: Word): Membership => {
    const membership = new Uint32Array((numbers.size + 31) >>> 5);
    const join = (sets: readonly number[] | undefined): void => {
      for (const set of sets ?? []) membership[set >>> 5] = (membership[set >>> 5] ?? 0) | (1 << (set & 31));
    };
    join(whole.get(folded));
    const most = Math.min(longest, folded.length);
    for (let length = 0; length <= most; length++) {
      join(beginnings.get(folded.slice(0, length)));
      join(endings.get(folded.slice(folded.length - length)));
    }
    for (const { glob, set } of others) if (meets(glob.isAccented ? accented : folded, glob)) join([set]);
    return membership;
  };

  return {
    setOf(globs) {
      const key = JSON.stringify(globs);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const set = numbers.size;
      numbers.set(key, set);
      for (const glob of globs) add(glob, set);
      return set;
    },
    look(word) {
      const found = remembered.get(word.accented);
      if (found !== undefined) return found;
      const membership = compare(word);
      if (remembered.size >= rememberedWords) remembered = new Map();
      remembered.set(word.accented, membership);
      return membership;
    },
  };
}
