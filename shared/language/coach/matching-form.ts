// The two forms in which the coach compares words: folded like all search here, and lower case with accents.
import type { Language } from '../../model/ids.ts';
import { foldText } from '../fold.ts';

/** What a pattern's word is compared with: no case, no accents, the four Turkish i as one letter. */
export const foldedForm = foldText;

/**
 * Lower case by the rules of the language and with accents: ποτέ (never) is not πότε (when). Never by the system's
 * locale, so that every computer finds the same.
 */
export function accentedForm(language: Language, word: string): string {
  const dotted = language === 'tr' ? word.replaceAll('İ', 'i').replaceAll('I', 'ı') : word;
  return dotted.toLowerCase().replaceAll('\u0307', '').normalize('NFC').replaceAll(/[’ʼ]/g, "'");
}
