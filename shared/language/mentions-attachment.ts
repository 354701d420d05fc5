// Whether a reply speaks of a file that goes with it: asked before one is sent without any.
import { splitQuoted } from '../mail/quoting.ts';
import { foldText } from './fold.ts';

// Folded forms: without accents, İ and ı as i, final sigma as σ.
const english =
  /\b(?:attached|attaching|attachments?|i(?:'|’)?(?: have| ve|m| am|'ve|’ve|'ll|’ll| will)? (?:also )?attach(?:ed|ing)?|(?:see|find|in) (?:the )?enclosed|enclosed (?:is|are|please|you)|please find)\b/;
const turkish =
  /(?<![\p{L}])(?:ekte(?:ki|dir|yim)?|ektedir|ekteki\p{L}*|ekli(?:dir)?|ilisikte\p{L}*|ekliyorum|ekledim|ekliyoruz|ekledik|eke koydu\p{L}*|dosya(?:yi|sini)? ek(?:liyorum|ledim)|ekimde|ek olarak gonder\p{L}*)(?![\p{L}])/u;
const greek =
  /(?<![\p{L}])(?:επισυναπτ\p{L}*|επισυναψ\p{L}*|επισυνημμεν\p{L}*|συνημμεν\p{L}*|συναπτω|σας επισυναπτουμε|εσωκλει\p{L}*)(?![\p{L}])/u;

/** In fresh text of any of the three languages; what is quoted is the other side's. */
export function mentionsAttachment(text: string): boolean {
  const folded = foldText(splitQuoted(text).fresh);
  return english.test(folded) || turkish.test(folded) || greek.test(folded);
}
