// Whether a customer's message sounds like a complaint: then a good reply shows that this was understood.
import { splitQuoted } from '../mail/quoting.ts';
import { foldText } from './fold.ts';

// Folded beginnings of words; two of them, or one with an exclamation, make a complaint.
const stems =
  /(?<![\p{L}])(?:sikayet|kirik|kirild|bozuk|bozul|catla|hasar|gelmedi|ulasmadi|eksik|yanlis (?:urun|beden|renk)|rezalet|magdur|kabul edilemez|memnun degil|hayal kiriklig|bekliyorum hala|hala (?:ses|gelm|yok)|complain|broken|damaged|cracked|disappoint|unacceptable|never arrived|not arrived|still waiting|wrong (?:item|size|colour|color)|missing|terrible|refund|παραπον|σπασμεν|χαλασμεν|ελαττωματικ|απαραδεκτ|απογοητευ|δεν (?:ηρθε|εφτασε|παρελαβα)|λαθος (?:προιον|μεγεθος|χρωμα)|λειπει|ντροπη|περιμενω ακομ)/gu;

export function soundsLikeComplaint(text: string): boolean {
  const { fresh } = splitQuoted(text);
  const count = [...foldText(fresh).matchAll(stems)].length;
  return count >= 2 || (count === 1 && /!/.test(fresh));
}
