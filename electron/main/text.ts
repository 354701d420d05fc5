// The few sentences that main itself shows: menus, tray, dialogs; in all three languages.
import type { Language } from '../../shared/model/ids.ts';
import type { Settings } from '../../shared/model/settings.ts';
import el from './text/el.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import tr from './text/tr.json' with { type: 'json' };

export type TextKey = keyof typeof en;

type Sentences = Record<TextKey, string>;
/** No language misses a sentence; and none has one of its own, for then `never` would be asked of it. */
type Exact<T> = T & Record<Exclude<keyof T, TextKey>, never>;
const exactly = <T extends Sentences>(all: Exact<T>): Sentences => all;

const sentences: Record<Language, Sentences> = { en, tr: exactly(tr), el: exactly(el) };

/** A sentence in one language, `{name}` and the like filled in. */
export type Text = (key: TextKey, values?: Record<string, string | number>) => string;

export function textIn(language: Language): Text {
  return (key, values = {}) =>
    sentences[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The language of the app: the chosen one, or the first of the system's that it speaks, or English. */
export function languageOf(choice: Settings['language'], systemLanguages: readonly string[]): Language {
  if (choice !== 'system') return choice;
  const known = systemLanguages.map((tag) => tag.split(/[-_]/, 1)[0]?.toLowerCase());
  const spoken = known.find((tag): tag is Language => tag === 'en' || tag === 'tr' || tag === 'el');
  return spoken ?? 'en';
}

/** The sentences whose keys begin with `prefix`, by the rest of their keys: for rooms that have no catalogue of their own. */
export function labelsIn(language: Language, prefix: string): Record<string, string> {
  const all = Object.entries(sentences[language]).filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(all.map(([key, value]) => [key.slice(prefix.length), value]));
}
