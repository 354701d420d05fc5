// Folds text to one plain form, so that search and matching ignore case, accents and the four Turkish i.

/** A half-open range of UTF-16 positions in a text. */
export interface TextRange {
  from: number;
  to: number;
}

/** Folded text, and for each of its positions where that letter began in the original. */
export interface FoldedText {
  text: string;
  /** One entry per UTF-16 unit of `text`, and one more holding the length of the original. */
  starts: Uint32Array;
}

// What Unicode compatibility decomposition leaves alone but people type in a plainer way.
const plainLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ς: 'σ',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ə: 'e',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‐': '-',
  '‒': '-',
  '–': '-',
  '−': '-',
  '\u00a0': ' ',
};

// Soft hyphen, zero-width characters and direction marks: invisible, and mail programs put them inside words.
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const mark = /\p{M}/gu;
const notAscii = /[^\0-\x7f]/;

function foldCharacter(character: string): string {
  if (invisible.test(character)) return '';
  const bare = character.normalize('NFKD').replace(mark, '').toLowerCase().replace(mark, '');
  let folded = '';
  for (const letter of bare) folded += plainLetters[letter] ?? letter;
  return folded;
}

// Per UTF-16 unit: 0 not met yet, `longer` look in `manyUnits`, else the folded unit plus one.
const longer = 0x1ffff;
const oneUnit = new Uint32Array(0x10000);
const manyUnits = new Map<string, string>();
// Characters outside the basic plane are rare; past this many different ones a text is noise and is not worth memory.
const manyUnitsLimit = 4096;

function learn(character: string): string {
  const unit = character.charCodeAt(0);
  // Half a surrogate pair stays unknown, or the table would answer for every pair that begins with it.
  if (character.length === 1 && (unit & 0xf800) === 0xd800) return character;
  const folded = foldCharacter(character);
  if (character.length === 1 && folded.length === 1) {
    oneUnit[unit] = folded.charCodeAt(0) + 1;
  } else if (character.length === 1) {
    oneUnit[unit] = longer;
    manyUnits.set(character, folded);
  } else if (manyUnits.size < manyUnitsLimit) {
    manyUnits.set(character, folded);
  }
  return folded;
}

const isHighSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLowSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

/** The whole character at `index`: one UTF-16 unit, or the two of a surrogate pair. */
function characterAt(text: string, index: number): string {
  const paired =
    isHighSurrogate(text.charCodeAt(index)) && index + 1 < text.length && isLowSurrogate(text.charCodeAt(index + 1));
  return paired ? text.slice(index, index + 2) : text.charAt(index);
}

// Folded units are gathered here and turned into a string piece by piece. One character folds to at most 18 units.
const scratch = new Uint16Array(4096);
const scratchRoom = scratch.length - 32;

/**
 * The form of `text` that search and matching compare: lower case whatever the system's locale, `İ I ı i` as one
 * letter, no accents or other marks, `ς` as `σ`, ligatures and `ß` spelled out, typographic quotes and hyphens plain.
 * Folding twice changes nothing, and each character folds by itself, so a text can be folded in pieces.
 */
export function foldText(text: string): string {
  // V8 lower-cases plain ASCII without looking at letters one by one.
  if (!notAscii.test(text)) return text.toLowerCase();
  let result = '';
  let used = 0;
  for (let index = 0; index < text.length; index++) {
    const known = oneUnit[text.charCodeAt(index)] ?? 0;
    if (known !== 0 && known !== longer) {
      scratch[used++] = known - 1;
    } else {
      const character = characterAt(text, index);
      const folded = manyUnits.get(character) ?? learn(character);
      for (let unit = 0; unit < folded.length; unit++) scratch[used++] = folded.charCodeAt(unit);
      index += character.length - 1;
    }
    if (used >= scratchRoom) {
      result += String.fromCharCode.apply(null, scratch.subarray(0, used) as unknown as number[]);
      used = 0;
    }
  }
  return result + String.fromCharCode.apply(null, scratch.subarray(0, used) as unknown as number[]);
}

/** Folds like `foldText` and remembers where each folded letter came from. Slower: for the texts on the screen. */
export function foldWithMap(text: string): FoldedText {
  const starts: number[] = [];
  let folded = '';
  for (let index = 0; index < text.length; index++) {
    const character = characterAt(text, index);
    const piece = foldText(character);
    for (let unit = 0; unit < piece.length; unit++) starts.push(index);
    folded += piece;
    index += character.length - 1;
  }
  starts.push(text.length);
  return { text: folded, starts: Uint32Array.from(starts) };
}

/**
 * The part of the original that folded to `from`..`to`. Marks that follow the last letter belong to it, and a letter
 * that folds to two (ß) is taken whole. An empty range stays empty.
 */
export function originalRange(folded: FoldedText, from: number, to: number): TextRange {
  const start = folded.starts[from] ?? 0;
  if (to <= from) return { from: start, to: start };
  const last = folded.starts[to - 1] ?? start;
  let end = to;
  while (end < folded.starts.length - 1 && folded.starts[end] === last) end++;
  return { from: start, to: folded.starts[end] ?? start };
}
