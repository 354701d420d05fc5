// Reads the patterns of the coach's rules into elements that the matcher can run.
import { AppError } from '../../errors.ts';
import type { Language } from '../../model/ids.ts';
import { accentedForm, foldedForm } from './matching-form.ts';
import type { WordLists } from './rule-format.ts';

/** One word of a pattern: `before…after` where a star stands between, or a whole word where `parts` is one piece. */
export interface Glob {
  /** What stands between the stars; `['yap', 'iyor', '']` is `yap*iyor*`. */
  parts: readonly string[];
  /** Compared with the accented form instead of the folded one. */
  isAccented: boolean;
}

export type Element =
  | {
      kind: 'edge';
      at: 'sentence-start' | 'sentence-end' | 'question-end' | 'message-start' | 'message-end' | 'clause-start';
    }
  | { kind: 'gap'; most: number; staysInClause: boolean; without: readonly Glob[] }
  | { kind: 'any'; isOptional: boolean }
  | { kind: 'number'; isOptional: boolean }
  | { kind: 'words'; alternatives: readonly Glob[]; isOptional: boolean; isNegated: boolean };

const edges: Readonly<Record<string, Extract<Element, { kind: 'edge' }>['at']>> = {
  '^': 'sentence-start',
  $: 'sentence-end',
  '$?': 'question-end',
  '^^': 'message-start',
  $$: 'message-end',
  ',': 'clause-start',
};

/** What a capital stands for in a Turkish pattern: vowel harmony and the softening of consonants, after folding. */
const turkishClasses: Readonly<Record<string, readonly string[]>> = {
  A: ['a', 'e'],
  I: ['i', 'u'],
  D: ['d', 't'],
  K: ['k', 'g'],
};

/** More spellings than this would mean that somebody wrote a sentence in capitals. */
const maxSpellings = 512;

function spellingsOf(language: Language, word: string): string[] {
  if (language !== 'tr' || !/[AIDK]/.test(word)) return [word];
  let spellings = [''];
  for (const letter of word) {
    const choices = turkishClasses[letter] ?? [letter];
    spellings = spellings.flatMap((begun) => choices.map((choice) => begun + choice));
    if (spellings.length > maxSpellings) throw new AppError('bad-data', `Too many spellings: ${word}`);
  }
  return spellings;
}

function globsOf(language: Language, alternative: string): Glob[] {
  const isAccented = alternative.startsWith('=') && alternative.length > 1;
  const word = isAccented ? alternative.slice(1) : alternative;
  if (isAccented) return [{ parts: word.split('*').map((part) => accentedForm(language, part)), isAccented }];
  if (word.startsWith('§')) return [{ parts: [word], isAccented }];
  return spellingsOf(language, word).map((spelling) => ({ parts: spelling.split('*').map(foldedForm), isAccented }));
}

/** Word lists that were read: the longest has thousands of spellings and stands in a dozen patterns. */
const readLists = new WeakMap<readonly string[], Glob[]>();

function globsOfList(language: Language, name: string, lists: WordLists): Glob[] {
  const list = lists[name];
  if (list === undefined) throw new AppError('bad-data', `There is no word list @${name}`);
  const known = readLists.get(list);
  if (known !== undefined) return known;
  const globs = list.flatMap((each) => alternativesOf(language, each, lists));
  readLists.set(list, globs);
  return globs;
}

function alternativesOf(language: Language, text: string, lists: WordLists): Glob[] {
  return text
    .split('|')
    .flatMap((alternative) =>
      alternative.startsWith('@') ? globsOfList(language, alternative.slice(1), lists) : globsOf(language, alternative),
    );
}

function elementOf(language: Language, piece: string, lists: WordLists): Element {
  const edge = edges[piece];
  if (edge !== undefined) return { kind: 'edge', at: edge };
  const [, most, comma, without] = /^~(\d+)(,)?(?:!(.+))?$/.exec(piece) ?? [];
  if (most !== undefined) {
    return {
      kind: 'gap',
      most: Number(most),
      staysInClause: comma !== undefined,
      without: without === undefined ? [] : alternativesOf(language, without, lists),
    };
  }
  const isOptional = piece.endsWith('?') && piece.length > 1;
  const bare = isOptional ? piece.slice(0, -1) : piece;
  if (bare === '_') return { kind: 'any', isOptional };
  if (bare === '#') return { kind: 'number', isOptional };
  const isNegated = bare.startsWith('!') && bare.length > 1;
  const alternatives = alternativesOf(language, isNegated ? bare.slice(1) : bare, lists);
  return { kind: 'words', alternatives, isOptional, isNegated };
}

const isPlainWord = (row: readonly string[]): boolean => row.length === 1 && !/^[~^$#_!,]|[?]$/.test(row[0] ?? '');

/** The choices of a group; all that are one word become one choice, so that a pattern stands for few rows. */
function choicesOf(inner: readonly string[], isOptional: boolean): string[][] {
  const choices: string[][] = [[]];
  for (const piece of inner) {
    if (piece === '/') choices.push([]);
    else choices.at(-1)?.push(piece);
  }
  const words = choices.filter(isPlainWord).flat();
  const rows = choices.filter((choice) => !isPlainWord(choice));
  return [...(words.length > 0 ? [[words.join('|')]] : []), ...rows, ...(isOptional ? [[]] : [])];
}

/** Rows of pieces with every `( a / b )` written out. */
function rowsOf(pieces: readonly string[]): string[][] {
  let rows: string[][] = [[]];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? '';
    if (piece !== '(') {
      rows = rows.map((row) => [...row, piece]);
      continue;
    }
    const length = pieces.slice(index).findIndex((each) => each === ')' || each === ')?');
    if (length < 0) throw new AppError('bad-data', `A group is not closed: ${pieces.join(' ')}`);
    const choices = choicesOf(pieces.slice(index + 1, index + length), pieces[index + length] === ')?');
    rows = rows.flatMap((row) => choices.map((choice) => [...row, ...choice]));
    index += length;
  }
  return rows;
}

/**
 * The rows of elements that a pattern stands for: one, or several where it has groups.
 * @throws AppError bad-data for an unknown word list, an open group or a pattern that matches nothing but emptiness
 */
export function parsePattern(language: Language, pattern: string, lists: WordLists): Element[][] {
  const rows = rowsOf(pattern.split(/\s+/).filter((piece) => piece !== ''));
  return rows.map((row) => {
    const elements = row.map((piece) => elementOf(language, piece, lists));
    const hasWord = elements.some(
      (element) => element.kind === 'any' || element.kind === 'number' || element.kind === 'words',
    );
    if (!hasWord) throw new AppError('bad-data', `The pattern matches no word: ${pattern}`);
    return elements;
  });
}
