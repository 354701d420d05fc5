// Which commands fit what was typed into the palette.
import { foldText } from '../../../../shared/language/fold.ts';

const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Of a word with endings as many letters as two forms of it have in common in Turkish and Greek, more or less. */
const stemOf = (word: string): string => word.slice(0, Math.max(4, word.length - 3));

/**
 * Those of `items` whose title has every typed word in it. When there are none: those that have each word in another form
 * (müşteri, müşterileri; πελατών, πελάτες).
 */
export function fittingWords<Item>(items: readonly Item[], titleOf: (item: Item) => string, typed: string): Item[] {
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  const exact = items.filter((item) => {
    const title = foldText(titleOf(item));
    return words.every((word) => title.includes(word));
  });
  if (exact.length > 0) return exact;
  return items.filter((item) => {
    const stems = wordsOf(titleOf(item)).map(stemOf);
    return words.every((word) => stems.some((stem) => word.startsWith(stem)));
  });
}
