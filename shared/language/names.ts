// Names of people: the first name to greet with, its Greek vocative, and initials for a badge.
import type { Language } from '../model/ids.ts';
import { foldText } from './fold.ts';
import { localeOf } from './locale.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Titles that stand before a name, folded and without dots. */
const titles =
  list(`mr mrs ms miss mx dr prof sir madam bay bayan sn sayin av doc uzm op muh ogr gor hr fr herr frau mme mlle
  monsieur madame κ κος κα κυρ κυριοσ κυρια κυριε δρ καθ δισ`);

/** Words by which a shop, a department or a machine is recognised: nobody to greet by first name. */
const companyWords =
  list(`ltd sti as inc llc gmbh ag co corp company limited sirketi sirket ticaret san tic magaza magazasi
  store shop team support destek musteri hizmetleri info sales satis admin noreply no-reply newsletter notification
  notifications service services kargo courier express bank bankasi holding group αε επε ικε οε εε εταιρεια καταστημα
  ομαδα εξυπηρετηση υποστηριξη market bot system mailer daemon postmaster`);

/** How connectors name a customer of whom a marketplace tells only a number. */
const shortenedId = /^…/;
const nameWord = /^\p{L}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*$/u;
const upper = (text: string, language: Language): string => text.toLocaleUpperCase(localeOf[language]);
const lower = (text: string, language: Language): string => text.toLocaleLowerCase(localeOf[language]);

/** Capital first letter and the rest small, part by part (Jean-Pierre); names in mixed case are left as their owner writes them. */
function nameCase(name: string, language: Language): string {
  const isMixed = name !== upper(name, language) && name !== lower(name, language);
  if (isMixed) return name;
  return name
    .split('-')
    .map((part) => {
      const first = String.fromCodePoint(part.codePointAt(0) ?? 0x20);
      return part === '' ? '' : upper(first, language) + lower(part.slice(first.length), language);
    })
    .join('-');
}

/** The words of a display name in the order they are spoken: "Yılmaz, Ayşe" begins with Ayşe; brackets and quotes are gone. */
function spokenWords(displayName: string): string[] {
  const plain = displayName.normalize('NFC').replace(/\([^()]*\)|\[[^[\]]*\]|["“”„«»]/g, ' ');
  const [beforeComma = '', afterComma] = plain.split(',');
  const ordered = afterComma === undefined ? plain : `${afterComma} ${beforeComma}`;
  return ordered.split(/[\s_]+/).filter((word) => word !== '');
}

const withoutDots = (word: string): string => foldText(word).replaceAll('.', '');
const isTitle = (word: string): boolean => titles.has(withoutDots(word));
const isCompanyWord = (word: string): boolean => companyWords.has(withoutDots(word));

/**
 * The first name to greet a person with, in the casing rules of `language`; '' when the display name has none to
 * offer: an address, a company, initials only, a masked or numbered name.
 */
export function firstNameOf(displayName: string, language: Language): string {
  if (displayName.includes('@')) return '';
  const words = spokenWords(displayName);
  if (words.some(isCompanyWord) || words.some((word) => shortenedId.test(word))) return '';
  const first = words.find((word) => !isTitle(word));
  if (first === undefined || !nameWord.test(first) || foldText(first).length < 2) return '';
  return nameCase(first, language);
}

// Vowels that sound together and count as one syllable. A γι before a vowel is one sound too (Γιώργος, Γιάννης).
const vowelPairs = ['αι', 'ει', 'οι', 'υι', 'ου', 'αυ', 'ευ', 'ηυ'];
const acute = /[\u0300\u0301\u0342]/;
const dialytika = /\u0308/;
const greekVowel = /[αεηιουω]/;

/** For each syllable of a Greek word, whether the stress stands on it. */
function syllableStress(word: string): boolean[] {
  const letters =
    word
      .toLowerCase()
      .normalize('NFD')
      .match(/\p{L}\p{M}*/gu) ?? [];
  const syllables: boolean[] = [];
  for (let index = 0; index < letters.length; index++) {
    const letter = letters[index] ?? '';
    const next = letters[index + 1] ?? '';
    if (!greekVowel.test(letter)) continue;
    const isGlide = index === 1 && letters[0] === 'γ' && letter === 'ι' && greekVowel.test(next);
    if (isGlide) continue;
    // άι and αϊ are two syllables, αί is one.
    const isPair =
      vowelPairs.includes(letter.charAt(0) + next.charAt(0)) && !acute.test(letter) && !dialytika.test(next);
    syllables.push(acute.test(letter) || (isPair && acute.test(next)));
    if (isPair) index++;
  }
  return syllables;
}

const greekOnly = /^[\p{Script=Greek}\p{M}]+$/u;
/** First names without an accent mark whose stress is known all the same: third from the end (Μάριος, Αλέξανδρος), or nearer to it. */
const earlyStress = /(?:[^αο]ιοσ|.ανδροσ|στεφανοσ|αγγελοσ|.δωροσ|νικολαοσ|φιλιπποσ|χαραλαμποσ|αποστολοσ|λαζαροσ)$/u;
const lateStress = /(?:κωνσταντινοσ|αλεκοσ)$/u;
const masculine = /^(.+)([οό]σ|[ηή]σ|[αά]σ)$/u;

function vocativeOfWord(word: string): string {
  const name = word.normalize('NFC');
  if (!greekOnly.test(name)) return word;
  const isUpper = name === name.toUpperCase();
  const small = name.toLowerCase().replaceAll('ς', 'σ');
  const ending = masculine.exec(small)?.[2];
  if (ending === undefined || small.endsWith('ουσ') || small.endsWith('ούσ')) return word;

  const syllables = syllableStress(small);
  const stressed = syllables.lastIndexOf(true);
  const fromEnd = stressed < 0 ? null : syllables.length - stressed;
  const isOs = ending === 'οσ' || ending === 'όσ';
  const withoutSigma = name.slice(0, -1);
  if (!isOs) return withoutSigma;
  // Without an accent mark the stress is not known; two syllables in -ος leave only one answer, and so do -ιος and a few endings.
  const isEarly = fromEnd === null ? earlyStress.test(small) : fromEnd === 3;
  if (fromEnd === null && !isEarly && syllables.length !== 2 && !lateStress.test(small)) return word;
  if (!isEarly) return withoutSigma;
  return withoutSigma.slice(0, -1) + (isUpper ? 'Ε' : 'ε');
}

/**
 * A Greek name as it is called out: Γιώργος → Γιώργο, Αλέξανδρος → Αλέξανδρε, Γιάννης → Γιάννη, Κώστας → Κώστα.
 * Feminine names and names in Latin letters stay, and names in -ος without an accent mark whose stress cannot be told; the parts
 * of a double name are taken one by one.
 */
export function greekVocative(name: string): string {
  return name
    .split(/([\s-]+)/)
    .map((part, index) => (index % 2 === 0 ? vocativeOfWord(part) : part))
    .join('');
}

const firstLetter = /\p{L}/u;

/**
 * One or two capital letters for a badge: of the first and the last word of a name, or of an address when that is all
 * there is; '' when there is no letter. Greek capitals stand without accent; `language` tr makes i into İ.
 */
export function initialsOf(name: string, language: Language = 'en'): string {
  const [beforeAt = ''] = name.split('@');
  const words = spokenWords(beforeAt.replaceAll('.', ' ')).filter((word) => firstLetter.test(word));
  const named = words.filter((word) => !isTitle(word));
  const spoken = named.length > 0 ? named : words;
  const chosen = spoken.length > 1 ? [spoken[0], spoken.at(-1)] : [spoken[0]];
  return chosen
    .map((word) => {
      const letter = firstLetter.exec(word ?? '')?.[0] ?? '';
      const capital = upper(letter, language);
      return /\p{Script=Greek}/u.test(capital) ? capital.normalize('NFD').replace(/\p{M}/gu, '') : capital;
    })
    .join('');
}
