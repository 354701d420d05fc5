// Recognises, line by line, where the quoted part of a mail begins: separators, quoted headers, attribution lines.
import { foldText } from '../language/fold.ts';
import { forwardOpenings, headerKind, separatorPhrases, wroteVerb, type HeaderKind } from './quoting-marks.ts';

/** Where a quoted part begins, and the first line of the quoted text itself. */
export interface Boundary {
  kind: 'separator' | 'headers' | 'attribution';
  from: number;
  bodyFrom: number;
}

// Longer lines are prose: attribution lines hold a name, an address and a date.
const maxLineLength = 300;
const maxWrappedLines = 4;
const maxHeaderLines = 14;

export const isBlank = (line: string): boolean => line.trim() === '';

/** Whether a line is quoted with `>`; up to three spaces may stand before it. A lone `>:` is the end of a wrapped address. */
export function isQuotedLine(line: string): boolean {
  let index = 0;
  while (index < 3 && line.charAt(index) === ' ') index++;
  return line.charAt(index) === '>' && line.slice(index, index + 10).trim() !== '>:';
}

/** Index of the next line that is not blank, looking at most `reach` lines ahead; -1 when there is none. */
function nextFilled(lines: readonly string[], from: number, reach: number): number {
  for (let index = from; index < Math.min(lines.length, from + reach); index++) {
    if (!isBlank(lines[index] ?? '')) return index;
  }
  return -1;
}

const startsQuoted = (lines: readonly string[], from: number): boolean =>
  isQuotedLine(lines[nextFilled(lines, from, 5)] ?? '');

/** `-----Original Message-----`, `Begin forwarded message:` and the same in other languages. */
function isSeparator(line: string): boolean {
  if (line.length > maxLineLength) return false;
  const trimmed = line.trim();
  const hasDashes = /^[-_–—*]{2}/.test(trimmed);
  if (!hasDashes && !/[:：]$/.test(trimmed)) return false;
  const phrase = foldText(trimmed)
    .replace(/^[-_—* ]+/, '')
    .replace(/[-_—* :]+$/, '');
  return hasDashes ? separatorPhrases.has(phrase) : forwardOpenings.has(phrase);
}

const isRule = (line: string): boolean => /^ {0,4}[-_=*–—]{3,200}\s*$/.test(line);

/** Where a label's colon may stand at most: what the pattern below lets come before it. */
const maxLabelUnits = 12 + 24 + 4;

function headerAt(line: string): { kind: HeaderKind; value: string } | null {
  if (line.length > 2 * maxLineLength) return null;
  const start = line.slice(0, maxLabelUnits + 1);
  if (!start.includes(':') && !start.includes('：')) return null; // nearly every line of every mail
  const match = /^[\s*]{0,12}([\p{L}\p{M}/ ]{1,24}?)[\s*]{0,4}[:：][\s*]{0,4}(.*)$/u.exec(line);
  const kind = match === null ? undefined : headerKind(foldText((match[1] ?? '').trim()));
  return kind === undefined ? null : { kind, value: (match?.[2] ?? '').trim() };
}

/** A label's value may continue on one more line: `From: Long Name` / `<address>`. */
const isContinuation = (line: string): boolean => /^\s*(?:<|\S+@|mailto:)/.test(line.slice(0, maxLineLength));

/**
 * Headers of the original as Outlook and others write them above it. Certain are three different ones with From, or
 * From with an address and a date. Without text above, it could be a filled-in form: there To is asked for as well.
 */
function headerBlockAt(lines: readonly string[], from: number, isTop: boolean): Boundary | null {
  const first = headerAt(lines[from] ?? '');
  if (first?.kind !== 'from' && !(first?.kind === 'date' && /\d/.test(first.value))) return null;
  const seen = new Map<HeaderKind, string>();
  let bodyFrom = from;
  for (let index = from; index < Math.min(lines.length, from + maxHeaderLines); index++) {
    const line = lines[index] ?? '';
    const header = headerAt(line);
    if (header !== null) {
      if (!seen.has(header.kind)) seen.set(header.kind, header.value);
      bodyFrom = index + 1;
    } else if (isBlank(line) ? headerAt(lines[index + 1] ?? '') === null : !isContinuation(line)) break;
  }
  if (!seen.has('from')) return null;
  const hasSender = (seen.get('from') ?? '').includes('@') || isContinuation(lines[from + 1] ?? '');
  const isDated = /\d/.test(seen.get('date') ?? '');
  const isCertain = isTop ? seen.size >= 4 && seen.has('to') : seen.size >= 3 || (hasSender && isDated);
  return isCertain ? { kind: 'headers', from, bodyFrom } : null;
}

const date = /(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2}/;
const time = /\d{1,2}[:.]\d\d/;
const bracketed = /<[^<>]{0,200}@[^<>]{0,200}>/;
const attributionEnd = /[:：]$/;

/** Whether a joined, folded line says who wrote the following, and when or from which address. */
function saysWhoWrote(line: string, isQuoteNext: boolean, isDashed: boolean): boolean {
  const hasDate = date.test(line);
  const hasTime = time.test(line);
  const hasSender = bracketed.test(line) || (line.includes('@') && (hasDate || hasTime));
  const verb = wroteVerb.exec(line);
  if (verb === null) return attributionEnd.test(line) && bracketed.test(line) && hasDate && hasTime;
  const isAtEnd = verb.index + verb[0].length === line.length;
  if (!attributionEnd.test(line) && !isAtEnd) return false;
  // A sentence of the writer's own may look just like it ("3 Mart 10:11'de şunu yazdı:"): some proof is needed.
  return hasSender || isQuoteNext || (isDashed && (hasDate || hasTime));
}

const endsSentence = (line: string): boolean =>
  /[.!?;…]\s*$/.test(line.slice(-20)) && !/\b[ap]\.?m\.\s*$|π\.μ\.\s*$|μ\.μ\.\s*$/.test(line.slice(-20));

const count = (text: string, character: string): number => text.split(character).length - 1;

/** Whether the line before still belongs to an attribution that begins with `joined`. */
function continuesFrom(previous: string, joined: string): boolean {
  if (joined.startsWith('<') || count(joined, '>') > count(joined, '<')) return true;
  if (!joined.includes('@') && previous.includes('@')) return true;
  return !date.test(joined) && (date.test(previous) || time.test(previous));
}

const verbUnits = 20;

/** Looks at the end alone: folding every line of every mail whole would cost more than all that is asked of it. */
function endsLikeAttribution(line: string): boolean {
  const end = foldText(line.slice(-3 * verbUnits)); // letters with their accents apart shrink to a third at most
  const folded = end.length < verbUnits ? foldText(line) : end;
  return attributionEnd.test(folded) || wroteVerb.test(folded.slice(-verbUnits));
}

/** An attribution whose last line is `last`; mail programs wrap it over up to four lines. */
function attributionEndingAt(lines: readonly string[], last: number): Boundary | null {
  const line = (lines[last] ?? '').trim();
  const isDashed = /^-{2,}|-{2,}$/.test(line);
  const bare = isDashed ? line.replace(/^-+ */, '').replace(/ *-+$/, '') : line;
  if (bare === '' || bare.length > maxLineLength) return null;
  if (!endsLikeAttribution(bare)) return null;
  let joined = foldText(bare);
  const isQuoteNext = startsQuoted(lines, last + 1);
  let found = saysWhoWrote(joined, isQuoteNext, isDashed) ? last : -1;
  for (let index = last - 1; index >= 0 && index > last - maxWrappedLines; index--) {
    const previous = lines[index] ?? '';
    if (isBlank(previous) || previous.length > maxLineLength || isQuotedLine(previous) || endsSentence(previous)) break;
    const folded = foldText(previous.trim());
    if (found >= 0 && !continuesFrom(folded, joined)) break;
    joined = `${folded} ${joined}`;
    // What was already an attribution stays one with the line it continues.
    if (found >= 0 || saysWhoWrote(joined, isQuoteNext, isDashed)) found = index;
  }
  return found >= 0 ? { kind: 'attribution', from: found, bodyFrom: last + 1 } : null;
}

function boundaryAt(lines: readonly string[], index: number, isTop: boolean): Boundary | null {
  const line = lines[index] ?? '';
  if (line === '' || isQuotedLine(line)) return null;
  if (isSeparator(line)) return { kind: 'separator', from: index, bodyFrom: index + 1 };
  if (isRule(line)) {
    const next = nextFilled(lines, index + 1, 3);
    const block = next < 0 ? null : headerBlockAt(lines, next, false);
    return block && { ...block, from: index };
  }
  return headerBlockAt(lines, index, isTop) ?? attributionEndingAt(lines, index);
}

// No one writes more than this above a quote; it also bounds the work on hostile mails.
const maxSearchedLines = 20_000;

/** The first place where something quoted begins without `>` marks; null when there is none. */
export function findBoundary(lines: readonly string[]): Boundary | null {
  let isTop = true;
  for (let index = 0; index < Math.min(lines.length, maxSearchedLines); index++) {
    const boundary = boundaryAt(lines, index, isTop);
    if (boundary !== null) return boundary;
    if (isTop && !isBlank(lines[index] ?? '')) isTop = false;
  }
  return null;
}
