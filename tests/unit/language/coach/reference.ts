// The meaning of the rule format in its plainest form: slow, with a regular expression per word, and without any index.
import type { CoachRule } from '../../../../shared/language/coach/rule-format.ts';
import type { Language } from '../../../../shared/model/ids.ts';

const turkish: Readonly<Record<string, string>> = {
  ı: 'i',
  ş: 's',
  ç: 'c',
  ğ: 'g',
  ö: 'o',
  ü: 'u',
  â: 'a',
  î: 'i',
  û: 'u',
};

function lower(language: Language, text: string): string {
  const dotted = language === 'tr' ? text.replaceAll('İ', 'i').replaceAll('I', 'ı') : text;
  return dotted.toLowerCase().replaceAll('\u0307', '').normalize('NFC');
}

function fold(language: Language, text: string): string {
  const small = lower(language, text).replace(/[’ʼ]/g, "'");
  if (language === 'tr') return small.replace(/\p{L}/gu, (letter) => turkish[letter] ?? letter);
  if (language === 'en') return small;
  return small.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').replaceAll('ς', 'σ');
}

interface Token {
  low: string;
  key: string;
  start: number;
  end: number;
}

const tokens =
  /(\{\{[^}]*\}\}|\{[^{}]*\})|((?:https?:\/\/|www\.)\S+)|([\p{L}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*)|(\n+)|([.!?…;·]+(?=[\s"'»”)\]]|$))/gu;

function readSentences(language: Language, text: string): Token[][] {
  const sentences: Token[][] = [];
  let current: Token[] = [];
  const flush = () => {
    if (current.length > 0) sentences.push(current);
    current = [];
  };
  for (const match of text.matchAll(tokens)) {
    const [raw, field, link, word, lineBreak, stop] = match;
    const place = { start: match.index, end: match.index + raw.length };
    if (lineBreak !== undefined) flush();
    else if (stop !== undefined) {
      if (language === 'el' || /[.!?…]/.test(stop)) flush();
    } else if (field !== undefined) current.push({ low: '§var', key: '§var', ...place });
    else if (link !== undefined) current.push({ low: '§url', key: '§url', ...place });
    else if (word !== undefined) current.push({ low: lower(language, raw), key: fold(language, raw), ...place });
  }
  flush();
  return sentences;
}

const read = new Map<string, Token[][]>();

function referenceSentences(language: Language, text: string): Token[][] {
  const key = `${language} ${text}`;
  const known = read.get(key) ?? readSentences(language, text);
  read.set(key, known);
  return known;
}

const expressions = new Map<string, RegExp>();

function globs(glob: string): RegExp {
  const known = expressions.get(glob);
  if (known !== undefined) return known;
  const made = new RegExp(`^${glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[\\s\\S]*')}$`, 'u');
  expressions.set(glob, made);
  return made;
}

function meets(element: string, token: Token): boolean {
  if (element === '_') return true;
  if (element === '#') return /\p{N}/u.test(token.key);
  return element
    .split('|')
    .some((each) => (each.startsWith('=') ? globs(each.slice(1)).test(token.low) : globs(each).test(token.key)));
}

interface Place {
  isFirst: boolean;
  isLast: boolean;
}

function matchAt(elements: readonly string[], sentence: readonly Token[], from: number, place: Place): number {
  const go = (index: number, word: number): number => {
    const element = elements[index];
    if (element === undefined) return word;
    const isEnd = word === sentence.length;
    if (element === '^') return word === 0 ? go(index + 1, word) : -1;
    if (element === '^^') return word === 0 && place.isFirst ? go(index + 1, word) : -1;
    if (element === '$') return isEnd ? go(index + 1, word) : -1;
    if (element === '$$') return isEnd && place.isLast ? go(index + 1, word) : -1;
    if (element.startsWith('~')) {
      for (let gap = 0; gap <= Number(element.slice(1)) && word + gap <= sentence.length; gap++) {
        const end = go(index + 1, word + gap);
        if (end >= 0) return end;
      }
      return -1;
    }
    const isOptional = element.endsWith('?') && element.length > 1;
    const token = sentence[word];
    if (token !== undefined && meets(isOptional ? element.slice(0, -1) : element, token)) {
      const end = go(index + 1, word + 1);
      if (end >= 0) return end;
    }
    return isOptional ? go(index + 1, word) : -1;
  };
  return go(0, from);
}

function find(patterns: readonly string[] | undefined, sentence: readonly Token[], place: Place): [number, number][] {
  const found: [number, number][] = [];
  for (const pattern of patterns ?? []) {
    const elements = pattern.split(' ');
    for (let from = 0; from <= sentence.length; from++) {
      const to = matchAt(elements, sentence, from, place);
      if (to > from) found.push([from, to]);
    }
  }
  return found;
}

function surfaceHits(rule: CoachRule, text: string): [number, number][] {
  const all = (patterns: readonly string[] | undefined) =>
    (patterns ?? []).flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'gu'))]);
  const exceptions = all(rule.unless);
  return all(rule.match)
    .map((hit): [number, number] => [hit.index, hit.index + hit[0].length])
    .filter(([from, to]) => !exceptions.some((each) => each.index < to && from < each.index + each[0].length));
}

/** The stretches that a rule finds in a text. */
export function referenceHits(rule: CoachRule, text: string): [number, number][] {
  if (rule.kind === 'surface') return surfaceHits(rule, text);
  const sentences = referenceSentences(rule.lang, text);
  if (rule.kind === 'absent') {
    if (sentences.reduce((sum, sentence) => sum + sentence.length, 0) < (rule.minWords ?? 0)) return [];
    let seen = 0;
    for (const [index, sentence] of sentences.entries()) {
      const part = sentence.slice(0, Math.max(0, (rule.window ?? 0) - seen));
      if (part.length > 0 && find(rule.match, part, { isFirst: index === 0, isLast: false }).length > 0) return [];
      seen += part.length;
    }
    return [[sentences[0]![0]!.start, sentences[0]!.at(-1)!.end]];
  }
  const hits = new Map<string, [number, number]>();
  for (const [index, sentence] of sentences.entries()) {
    const place = { isFirst: index === 0, isLast: index === sentences.length - 1 };
    if (find(rule.unlessSentence, sentence, place).length > 0) continue;
    const exceptions = find(rule.unless, sentence, place);
    for (const [from, to] of find(rule.match, sentence, place)) {
      if (exceptions.some(([start, end]) => start < to && from < end)) continue;
      const hit: [number, number] = [sentence[from]!.start, sentence[to - 1]!.end];
      hits.set(hit.join('-'), hit);
    }
  }
  const ordered = [...hits.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (rule.kind !== 'count') return ordered;
  const apart: [number, number][] = [];
  for (const hit of ordered) if (hit[0] >= (apart.at(-1)?.[1] ?? 0)) apart.push(hit);
  return apart.length >= (rule.min ?? 1) ? apart : [];
}
