// The locale in which each of Defter's languages writes dates, numbers and money.
import type { Language } from '../model/ids.ts';

/** English shops here trade in Europe, so English dates put the day first. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-GB', tr: 'tr-TR', el: 'el-GR' };
