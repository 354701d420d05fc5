// Finds the parts of a reply that the shop wrote now: not the customer's quoted lines, not the signature, not quotations.
import { findBoundary, isQuotedLine } from '../../mail/quoting-lines.ts';
import { signatureStart } from '../../mail/signature.ts';
import { foldText } from '../fold.ts';

/** A stretch of a text in UTF-16 positions. */
export interface Stretch {
  start: number;
  end: number;
}

// A sign-off stands on a line of its own; what follows it is names, titles and numbers.
const signOffs =
  /^(?:(?:with )?(?:kind|best|warm|warmest)(?: regards| wishes)?|(?:many )?thanks|regards|sincerely|(?:yours|best) (?:sincerely|truly|faithfully)|cheers|(?:en icten )?(?:saygilarimla|saygilarimizla|sevgilerimle|sevgilerimizle|sevgiler|saygilar)|(?:iyi|guzel) (?:gunler|aksamlar|haftalar|calismalar)(?: dileriz| dilerim| dilerim\.)?|(?:με )?(?:εκτιμηση|φιλικα|φιλικουσ χαιρετισμουσ)|φιλικα|χαιρετισμουσ)[\s,.!]*$/u;
const maxLinesBelowSignOff = 8;
const maxSignatureLineLength = 80;

/** Index of the first line below a sign-off at the end of the text; `lines.length` when there is none. */
function belowSignOff(lines: readonly string[]): number {
  for (let index = lines.length - 2; index >= Math.max(0, lines.length - maxLinesBelowSignOff - 1); index--) {
    const line = lines[index] ?? '';
    if (line.length > maxSignatureLineLength || !signOffs.test(foldText(line.trim()))) continue;
    const below = lines.slice(index + 1);
    return below.every((each) => each.length <= maxSignatureLineLength) ? index + 1 : lines.length;
  }
  return lines.length;
}

/**
 * The paragraphs of a reply that are to be read, in order: runs of lines between blank ones, without quoted lines, what
 * follows an attribution line with a quote below it, and the signature.
 */
export function ownParagraphs(text: string): Stretch[] {
  const lines = text.split('\n');
  const boundary = lines.length > 1 ? findBoundary(lines) : null;
  const above = lines.slice(0, boundary?.from ?? lines.length);
  const end = Math.min(above.length, signatureStart(above), belowSignOff(above));
  const paragraphs: Stretch[] = [];
  let open: Stretch | null = null;
  let start = 0;
  for (let index = 0; index < end; index++) {
    const line = lines[index] ?? '';
    const isRead = line.trim() !== '' && !line.trimStart().startsWith('>') && !isQuotedLine(line);
    if (isRead && open !== null) open.end = start + line.length;
    else if (isRead) paragraphs.push((open = { start, end: start + line.length }));
    else open = null;
    start += line.length + 1;
  }
  return paragraphs;
}

// Both marks on one line, and not longer than a person quotes. A plain ' opens only before a word and closes only after one.
const quotations =
  /“[^“”\n]{1,300}”|„[^„“”\n]{1,300}[“”]|«[^«»\n]{1,300}»|"[^"\n]{1,300}"|(?<![\p{L}\p{N}])[‘'][^‘’'\n]{3,300}[’'](?![\p{L}\p{N}])/gu;

/** The quotations in a text, in order: somebody else's words, which the coach does not judge. */
export function quotationsIn(text: string): Stretch[] {
  return Array.from(text.matchAll(quotations), ({ index, 0: quotation }) => ({
    start: index,
    end: index + quotation.length,
  }));
}
