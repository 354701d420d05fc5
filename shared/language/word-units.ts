// Tells letters, digits and everything else apart, one UTF-16 unit at a time and without regular expressions per unit.

export type UnitKind = 'other' | 'letter' | 'digit';

const other = 1;
const letter = 2;
const digit = 3;
const kinds: readonly UnitKind[] = ['other', 'other', 'letter', 'digit'];
// 0: not met yet.
const known = new Uint8Array(0x10000);

const isLetter = /^\p{L}$/u;
const isDigit = /^\p{N}$/u;

function lookUp(character: string): number {
  if (isLetter.test(character)) return letter;
  return isDigit.test(character) ? digit : other;
}

function codeAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if ((unit & 0xf800) === 0xd800) {
    // Both halves of a pair are of the kind of the whole.
    const isLow = (unit & 0x0400) !== 0;
    return lookUp(String.fromCodePoint(text.codePointAt(isLow ? Math.max(index - 1, 0) : index) ?? unit));
  }
  const found = known[unit] ?? 0;
  return found === 0 ? (known[unit] = lookUp(String.fromCharCode(unit))) : found;
}

/** The kind of the character that the UTF-16 unit at `index` belongs to; `other` beyond the text. */
export function unitKind(text: string, index: number): UnitKind {
  return index >= 0 && index < text.length ? (kinds[codeAt(text, index)] ?? 'other') : 'other';
}

/** Whether the unit at `index` belongs to a letter or a digit. */
export function isWordUnit(text: string, index: number): boolean {
  return index >= 0 && index < text.length && codeAt(text, index) !== other;
}
