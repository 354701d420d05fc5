// Whether a message is praise: kind words and nothing that asks for help.
import type { Language } from '../model/ids.ts';
import { foldText } from './fold.ts';

// Stems on folded text. One strong word, or two of any kind.
const strong: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:love(?:d|ly)?|wonderful|amazing|beautiful|gorgeous|fantastic|perfect|delighted|brilliant|made my day)(?!\p{L})/gu,
  tr: /(?<!\p{L})(?:bayildi\p{L}*|harika\p{L}*|muhtesem\p{L}*|mukemmel\p{L}*|sahane\p{L}*|elinize saglik|ellerinize saglik|emeginize saglik|cok begendi\p{L}*|cok guzel\p{L}*|super)(?!\p{L})/gu,
  el: /(?<!\p{L})(?:υπεροχ\p{L}*|τελει\p{L}*|πανεμορφ\p{L}*|καταπληκτικ\p{L}*|ενθουσιασ\p{L}*|λατρε\p{L}*|ξετρελαθηκ\p{L}*|μπραβο)(?!\p{L})/gu,
};
const weak: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:thanks|thank you|great|happy|pleased|recommend|again soon)(?!\p{L})/gu,
  tr: /(?<!\p{L})(?:tesekkur\p{L}*|sagol\p{L}*|memnun\p{L}*|tavsiye ederim|tekrar alisveris\p{L}*|sevdi\p{L}*)(?!\p{L})/gu,
  el: /(?<!\p{L})(?:ευχαριστ\p{L}*|χαρουμεν\p{L}*|ωραι\p{L}*|συνιστω|ικανοποιημεν\p{L}*)(?!\p{L})/gu,
};
const trouble: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:but|however|broken|damaged|late|missing|wrong|refund|return|not|never|didn't|unfortunately|disappoint\p{L}*|cancel\p{L}*|where is|when will)(?!\p{L})/u,
  tr: /(?<!\p{L})(?:ama|fakat|ancak|kirik|kirildi|hasarli|gec kaldi|gelmedi|eksik|yanlis|iade\p{L}*|degil|maalesef|iptal\p{L}*|nerede|ne zaman|sikayet\p{L}*)(?!\p{L})/u,
  el: /(?<!\p{L})(?:αλλα|ομωσ|σπασμεν\p{L}*|εσπασε|αργησε|λειπει|λαθοσ|επιστροφ\p{L}*|δεν|δυστυχωσ|ακυρω\p{L}*|που ειναι|ποτε θα|παραπονο)(?!\p{L})/u,
};

/** The words that make `text` praise, folded; none when it also asks for something or complains. @param text newly written, without quotes */
export function praiseIn(text: string, language: Language): string[] {
  const folded = foldText(text);
  if (trouble[language].test(folded) || folded.includes('?') || (language === 'el' && folded.includes(';'))) return [];
  const found = [...folded.matchAll(strong[language])].map(([word]) => word);
  const mild = [...folded.matchAll(weak[language])].map(([word]) => word);
  return found.length > 0 || mild.length > 1 ? [...found, ...mild] : [];
}
