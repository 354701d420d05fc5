// The sentences of the app in one language: which there are, and how they are loaded.
import type { Language } from '../../../shared/model/ids.ts';
import type english from './en.json';

/** Ids of all sentences, as the English catalogue has them. */
export type TextId = keyof typeof english;
export type Texts = Readonly<Record<TextId, string>>;

/** Loads one language; a catalogue that lacks a sentence does not compile. */
export async function loadTexts(language: Language): Promise<Texts> {
  switch (language) {
    case 'en':
      return (await import('./en.json')).default;
    case 'tr':
      return (await import('./tr.json')).default;
    case 'el':
      return (await import('./el.json')).default;
  }
}

/** The language of the screens: the chosen one, else the system's where Defter speaks it, else English. */
export function languageOf(chosen: Language | 'system', systemLanguage: string): Language {
  if (chosen !== 'system') return chosen;
  const base = systemLanguage.toLowerCase().split(/[-_]/)[0];
  return base === 'tr' || base === 'el' ? base : 'en';
}
