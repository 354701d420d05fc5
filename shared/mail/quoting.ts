// Parts what a customer newly wrote from what is quoted below it, and quotes a message for our reply.
import { cutToLength, onOneLine } from '../language/highlight.ts';
import { localeOf } from '../language/locale.ts';
import type { Language } from '../model/ids.ts';
import { findBoundary, isBlank, isQuotedLine } from './quoting-lines.ts';
import { signatureStart } from './signature.ts';

/** The parts of a plain-text message. Every line of it is in one of them; line breaks are LF. */
export interface SplitText {
  /** What was newly written; '' when the message only forwards or quotes. */
  fresh: string;
  quoted: string | null;
  signature: string | null;
}

function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  let from = 0;
  let to = lines.length;
  while (from < to && isBlank(lines[from] ?? '')) from++;
  while (to > from && isBlank(lines[to - 1] ?? '')) to--;
  return lines.slice(from, to);
}

const textOf = (lines: readonly string[]): string => withoutBlankEnds(lines).join('\n').trimEnd();

/** How the lines of a stretch alternate: the end of its first run of quoted lines, and what comes after. */
interface QuotedRun {
  /** Index after the last quoted line of the first run. */
  to: number;
  hasTextAfter: boolean;
  hasQuoteAfter: boolean;
}

/** Reads from `from` on, where only blank lines may stand before the first quoted one; null when it is not quoted. */
function quotedRunAt(lines: readonly string[], from: number): QuotedRun | null {
  let index = from;
  while (index < lines.length && isBlank(lines[index] ?? '')) index++;
  if (!isQuotedLine(lines[index] ?? '')) return null;
  const run: QuotedRun = { to: index, hasTextAfter: false, hasQuoteAfter: false };
  for (; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (isQuotedLine(line)) {
      if (run.hasTextAfter) run.hasQuoteAfter = true;
      else run.to = index + 1;
    } else if (!isBlank(line)) run.hasTextAfter = true;
  }
  return run;
}

/** The parts of a message as lists of lines; the fresh one may come from above and below the quote. */
interface Parts {
  fresh: readonly string[];
  quoted: readonly string[];
}

/** Below an attribution with `>` lines: a reply on top or at the bottom, or answers between the quoted lines. */
function partsAround(lines: readonly string[], from: number, run: QuotedRun): Parts {
  // Answers between quotes make sense only together with them.
  if (run.hasTextAfter && run.hasQuoteAfter) return { fresh: lines, quoted: [] };
  const above = lines.slice(0, from);
  const quoted = lines.slice(from, run.to);
  if (!run.hasTextAfter) return { fresh: above, quoted: lines.slice(from) };
  return { fresh: withoutBlankEnds(above).concat('', withoutBlankEnds(lines.slice(run.to))), quoted };
}

/** Without an attribution, only quoted lines at the very end are set apart. */
function partsByMarks(lines: readonly string[]): Parts {
  const first = lines.findIndex(isQuotedLine);
  const run = first < 0 ? null : quotedRunAt(lines, first);
  if (run === null || run.hasTextAfter) return { fresh: lines, quoted: [] };
  return { fresh: lines.slice(0, first), quoted: lines.slice(first) };
}

function partsOf(lines: readonly string[]): Parts {
  const boundary = findBoundary(lines);
  if (boundary === null) return partsByMarks(lines);
  const run = boundary.kind === 'attribution' ? quotedRunAt(lines, boundary.bodyFrom) : null;
  const above = partsByMarks(lines.slice(0, boundary.from));
  // Quoted lines above with text below them: answers between quotes, whatever is attached at the end.
  if (run === null) return { fresh: above.fresh, quoted: [...above.quoted, ...lines.slice(boundary.from)] };
  return partsAround(lines, boundary.from, run);
}

/**
 * Splits a plain-text message into fresh text, quoted text and signature. Knows the attribution lines and header blocks
 * of the common mail programs in Turkish, Greek, English, German, French and others. When in doubt text counts as
 * fresh: nothing new may be hidden, and answers between quoted lines keep everything. Linear in the length of the text.
 */
export function splitQuoted(text: string): SplitText {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const { fresh, quoted } = partsOf(lines);
  const signatureFrom = signatureStart(fresh);
  return {
    fresh: textOf(fresh.slice(0, signatureFrom)),
    quoted: textOf(quoted) || null,
    signature: textOf(fresh.slice(signatureFrom)) || null,
  };
}

/** `text` quoted with `>` below an attribution line, for the end of our reply. */
export function quoteForReply(text: string, attribution: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const quoted = lines.map((line) => {
    if (isBlank(line)) return '>';
    return isQuotedLine(line) ? `>${line.trimStart()}` : `> ${line.trimEnd()}`;
  });
  return [onOneLine(attribution), ...quoted].join('\n');
}

const wroteForms: Readonly<Record<Language, (when: string, who: string) => string>> = {
  en: (when, who) => `On ${when}, ${who} wrote:`,
  tr: (when, who) => `${when} tarihinde ${who} şunu yazdı:`,
  el: (when, who) => `Στις ${when}, ο/η ${who} έγραψε:`,
};

/** The line above a quoted message: who wrote it, and when (`at` epoch ms, shown in `timeZone`). */
export function attributionLine(
  from: { name: string; address: string },
  at: number,
  timeZone: string,
  language: Language,
): string {
  const when = new Intl.DateTimeFormat(localeOf[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at);
  const name = onOneLine(from.name.replace(/[<>]/g, ' '));
  return wroteForms[language](when, name === '' ? `<${from.address}>` : `${name} <${from.address}>`);
}

// More than a preview can show, however much of it is quoted.
const previewUnits = 64 * 1024;

/** One line of at most `length` units from the newly written part of a message; from the rest when nothing is new. */
export function snippetOf(text: string, length: number): string {
  const { fresh, quoted, signature } = splitQuoted(text.slice(0, previewUnits));
  const shown = fresh || (quoted ?? '').replace(/^[ >]+/gm, '') || (signature ?? '');
  return cutToLength(onOneLine(shown), length);
}
