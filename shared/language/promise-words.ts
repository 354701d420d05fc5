// How English, Turkish and Greek say that something will be done; on folded text.
import type { Language } from '../model/ids.ts';
import { begin, end, whole } from './time-rule.ts';

/** What shops promise in the present tense: gönderiyorum, ararım; στέλνω, σας γράφω. Other verbs in it tell a habit or a wish. */
const turkishPresent =
  '(?:(?:gonder|yoll|ar|yaz|don|ver|ilet|kargol|ulastir|hazirl|bildir|getir|cikar|paylas)[iu]yor|gonderir|yollar|arar|yazar|doner|verir|iletir|bildirir|getirir|paylasir|ulastirir|hazirlar)(?:im|iz|um|uz)|al[iu]rsiniz|(?<=elinizde |kapinizda |yaninizda |kargoda )olur';
const greekPresent =
  '(?:σασ|σου|το|τα|την?) (?:(?:ξανα)?στελν|γραφ|τηλεφων|ενημερων|απαντ|επιστρεφ)(?:ω|ουμε|αω|αμε)|(?:σασ|σου) (?:(?:ξανα)?παιρν|καλ)(?:ω|ουμε)';
const englishPresent = String.raw`(?:i|we)(?:'m|'re| am| are) (?:sending|shipping|posting|calling|writing|refunding|replacing|getting back)|(?:it|your \p{L}+|the \p{L}+) (?:ships|leaves|arrives|goes out)|(?:may|can) expect (?:my|our|an|a|it|the|your)`;

/** Words by which the shop says that it, or what it sends, will do something. */
export const promiseMarks: Readonly<Record<Language, RegExp>> = {
  en: whole(
    `(?:i|we)(?:'ll| will| shall| am going to| are going to| promise to)|(?:you|it|your \\p{L}+|the \\p{L}+|my answer)(?:'ll| will) (?:have|get|receive|hear|be|arrive|reach|leave|ship|go)|i promise|we promise|${englishPresent}`,
  ),
  tr: new RegExp(
    `${begin}(?:\\p{L}+(?:aca[gk]|ece[gk])(?:im|iz|tir|siniz|)|soz veriyor(?:um|uz)|${turkishPresent})${end}`,
    'gu',
  ),
  el: whole(`θα \\p{L}+|υποσχομαι|υποσχομαστε|σασ υποσχ\\p{L}+|${greekPresent}`),
};

/** Says that nothing is certain or nothing will be done: no promise. */
export const unpromised: Readonly<Record<Language, RegExp>> = {
  en: whole(`(?:will|'ll|shall) not|won't|cannot|can't|if you|unless`),
  tr: whole(`\\p{L}+m(?:a|e)ya?ca\\p{L}+|\\p{L}+m(?:a|e)ye?ce\\p{L}+|eger`),
  el: whole('δεν θα|εαν|αν'),
};
