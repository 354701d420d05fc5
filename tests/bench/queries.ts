// Seeded searches as people type them: words and beginnings of words, in capitals or without accents, alone or up to three.
import { foldText } from '../../shared/language/fold.ts';
import { seeded } from '../mail/sample-mailbox.ts';
import { voices } from './shop-mailbox.ts';

type Spelling = 'whole' | 'beginning' | 'folded' | 'capitals';

const spellings: readonly Spelling[] = ['whole', 'beginning', 'folded', 'capitals', 'beginning'];
/** How many words a query has, in turn. */
const lengths = [1, 2, 1, 3, 2, 1];
const locales = { tr: 'tr', el: 'el', en: 'en' } as const;

/** `count` different queries over the words of {@link voices}; one in fifteen finds nothing. The same for the same seed. */
export function searches(count: number, seed = 1): string[] {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? list[0]!;
  const found = new Set<string>();
  for (let index = 0; found.size < count; index += 1) {
    if (index % 15 === 14) {
      found.add(`yokböylekelime${index}`);
      continue;
    }
    const language = pick(['tr', 'tr', 'tr', 'el', 'en'] as const);
    const voice = voices[language];
    const length = lengths[index % lengths.length] ?? 1;
    const words = Array.from({ length }, () =>
      spelled(pick(random() < 0.15 ? voice.last : voice.words), pick(spellings), locales[language], random),
    );
    found.add(words.join(' '));
  }
  return [...found];
}

function spelled(word: string, spelling: Spelling, locale: string, random: () => number): string {
  if (spelling === 'beginning') return word.slice(0, 2 + Math.floor(random() * Math.max(1, word.length - 3)));
  if (spelling === 'folded') return foldText(word);
  return spelling === 'capitals' ? word.toLocaleUpperCase(locale) : word;
}
