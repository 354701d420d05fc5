// Subjects: their base without reply and forward prefixes in many languages, and the subject of a reply.
import { foldText } from '../language/fold.ts';

const list = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word !== '');

/**
 * Prefixes as mail programs write them, folded. Sources: Thunderbird's and Outlook's translations and the public list
 * of e-mail subject abbreviations.
 */
const replyPrefixes = new Set(
  list(`re res rif r aw antw antwort sv svar vs odp ynt yan yanit yanitla cvp cevap απ απαντ απαντηση σχετ va atb bls rv
    hs ha на отв ответ vast ats atsk odg rasp vl 回复 回覆 答复 答覆 返信 답장 رد השב`),
);
const forwardPrefixes = new Set(
  list(`fwd fw fyi wg vb vs vl tr trs rv rvi reenv enc enm doorst pd ilt iletildi iletilen πρθ πρω προω προωθ tov tovabb
    fs fwrd wtr пер пересл fp edasi 转发 轉寄 転送 전달 העבר`),
);

const maxPrefixLength = 12;
const maxTagLength = 60;

interface Parsed {
  tags: string[];
  rest: string;
  hasPrefix: boolean;
}

/** Length of the prefix at `from` with its counter (`Re[2]`, `Re(3)`, `Re^2`, `Re 2`) and colon; 0 when there is none. */
function prefixLength(subject: string, from: number): number {
  const window = subject.slice(from, from + maxPrefixLength + 10);
  const match = /^([\p{L}\p{M}]{1,12}) ?(?:\[\d{1,4}\]|\(\d{1,4}\)|\^\d{1,4}|\d{1,3})? ?[:：]/u.exec(window);
  const letters = foldText(match?.[1] ?? '');
  return match !== null && (replyPrefixes.has(letters) || forwardPrefixes.has(letters)) ? match[0].length : 0;
}

const isSpace = (character: string): boolean => character === ' ';

/** Takes prefixes and [tags] from the front; tags are kept, each once. */
function parse(subject: string): Parsed {
  const line = subject.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const tags: string[] = [];
  let hasPrefix = false;
  let from = 0;
  for (;;) {
    while (isSpace(line.charAt(from))) from++;
    const length = prefixLength(line, from);
    if (length > 0) {
      hasPrefix = true;
      from += length;
      continue;
    }
    const tag =
      line[from] === '[' ? /^\[[^[\]]{1,60}\]/.exec(line.slice(from, from + maxTagLength + 2))?.[0] : undefined;
    if (tag === undefined) break;
    from += tag.length;
    if (!tags.includes(tag)) tags.push(tag);
  }
  let rest = line.slice(from).trim();
  // RFC 5256 2.1: "(fwd)" at the end is a forward mark too.
  while (/\(fwd\)$/i.test(rest)) {
    hasPrefix = true;
    rest = rest.slice(0, -'(fwd)'.length).trimEnd();
  }
  return { tags, rest, hasPrefix };
}

/**
 * The subject without what mail programs put before it (Re, Fwd, AW, SV, RE[2], Ynt, Yan, İlt, Cvp, ΑΠ, ΣΧΕΤ, ΠΡΘ, …),
 * on one line. Tags in square brackets stay, in front and each once.
 */
export function baseSubject(subject: string): string {
  const { tags, rest } = parse(subject);
  return [...tags, rest].filter((part) => part !== '').join(' ');
}

/** Whether the subject carries a reply or forward prefix of any known language. */
export function hasReplyPrefix(subject: string): boolean {
  return parse(subject).hasPrefix;
}

/** The subject of a forwarded message: `Fwd: ` once before the base. Never with a line break. */
export function forwardSubject(subject: string): string {
  return `Fwd: ${baseSubject(subject)}`.trim();
}

/** The subject of a reply: `Re: ` once before the base, whatever stood there. Never with a line break. */
export function replySubject(subject: string): string {
  return `Re: ${baseSubject(subject)}`.trim();
}
