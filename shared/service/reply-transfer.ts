// Canned replies on their way out to a file and in from one: our own JSON, and tables of other programs.
import * as z from 'zod';
import { cannedReplySchema, type CannedReply, type CannedReplyChange } from '../model/canned-reply.ts';
import { languageSchema, type CannedReplyId, type Language } from '../model/ids.ts';
import { wordsOfHtml } from '../mail/plain-html.ts';
import { foldText } from '../language/fold.ts';

const fileSchema = z.strictObject({
  format: z.literal('defter-replies'),
  version: z.literal(1),
  replies: z.array(z.unknown()).max(20_000),
});

/** The library as a file: every text. The files that go along stay behind: {@link filesLeftOut} names them. */
export function writeReplies(replies: readonly CannedReply[]): string {
  const own = replies.map(({ draftOf: _draftOf, attachments: _attachments, ...reply }) => ({
    ...reply,
    isBuiltIn: false,
  }));
  return `${JSON.stringify({ format: 'defter-replies', version: 1, replies: own }, null, 2)}\n`;
}

/** Names of the files that go along with `replies`, each once. */
export const filesLeftOut = (replies: readonly CannedReply[]): string[] => [
  ...new Set(replies.flatMap(({ attachments = [] }) => attachments.map(({ name }) => name))),
];

/** What could be read of a file, and how many of its replies could not. Null: it is no such file at all. */
export function readReplies(text: string): { replies: CannedReply[]; unread: number } | null {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return null; // most likely a table
  }
  const file = fileSchema.safeParse(content);
  if (!file.success) return null;
  const read = file.data.replies.map((reply) => cannedReplySchema.safeParse(reply));
  const replies = read.flatMap((each) => {
    if (!each.success) return [];
    const { attachments: _elsewhere, ...reply } = each.data;
    return [{ ...reply, isBuiltIn: false }];
  });
  return { replies, unread: read.length - replies.length };
}

/** What a column of a table can be. */
export const columnKinds = ['title', 'body', 'language', 'scenario', 'folder', 'tags', 'whenToUse'] as const;
export type ColumnKind = (typeof columnKinds)[number];
/** For each kind the index of its column. */
export type ColumnMapping = Partial<Record<ColumnKind, number>>;

/** Headers by which other programs, and people, name these columns; folded. */
const headers: Readonly<Record<ColumnKind, readonly string[]>> = {
  title: ['title', 'name', 'subject', 'shortcut', 'baslik', 'ad', 'τιτλοσ', 'ονομα'],
  body: [
    'text',
    'body',
    'content',
    'message',
    'comment',
    'reply',
    'response',
    'metin',
    'icerik',
    'mesaj',
    'κειμενο',
    'μηνυμα',
  ],
  language: ['language', 'lang', 'locale', 'dil', 'γλωσσα'],
  scenario: ['scenario', 'key', 'id', 'code', 'senaryo', 'kod', 'κωδικοσ'],
  folder: ['folder', 'category', 'group', 'klasor', 'kategori', 'φακελοσ', 'κατηγορια'],
  tags: ['tags', 'labels', 'etiketler', 'etiket', 'ετικετεσ'],
  whenToUse: ['when to use', 'whentouse', 'description', 'note', 'aciklama', 'περιγραφη'],
};

/** The columns that can be told by their headers. */
export function guessMapping(header: readonly string[]): ColumnMapping {
  const folded = header.map((name) => foldText(name).trim());
  const mapping: ColumnMapping = {};
  for (const kind of columnKinds) {
    const index = folded.findIndex((name) => headers[kind].includes(name));
    if (index >= 0) mapping[kind] = index;
  }
  return mapping;
}

const languageNames: Readonly<Record<string, Language>> = {
  english: 'en', ingilizce: 'en', αγγλικα: 'en', turkish: 'tr', turkce: 'tr', τουρκικα: 'tr', greek: 'el', yunanca: 'el', ελληνικα: 'el', gr: 'el',
}; // prettier-ignore

function languageOf(written: string, fallback: Language): Language {
  const folded = foldText(written).trim();
  const code = languageSchema.safeParse(folded.slice(0, 2));
  return languageNames[folded] ?? (code.success && /^[a-z]{2}([-_].*)?$/.test(folded) ? code.data : fallback);
}

/** Braces and names of other programs' fields, and ours. */
const foreignFields: readonly [RegExp, string][] = [
  [/\{%\s*customer\.firstName\s*(?:,\s*fallback=([^%]*))?%\}/gi, 'customer.firstName'],
  [
    /\{\{\s*(?:ticket\.requester\.first_name|contact\.first_name|customer\.first_name|first_name)\s*\}\}/gi,
    'customer.firstName',
  ],
  [/\{\{\s*(?:ticket\.requester\.name|contact\.name|customer\.name|ticket\.from_name)\s*\}\}/gi, 'customer.name'],
  [/\{\{\s*(?:order\.name|order\.order_number|order_number)\s*\}\}/gi, 'order.number'],
  [
    /\{\{\s*(?:agent\.first_name|current_user\.first_name|current_user\.name|ticket\.agent\.name)\s*\}\}/gi,
    'agent.name',
  ],
  [/#customer-first-name#/gi, 'customer.firstName'],
  [/#customer-name#/gi, 'customer.name'],
  [/#order-(?:number|id)#/gi, 'order.number'],
];

/** Fields of other programs in our own words. */
export function translateFields(body: string): string {
  return foreignFields.reduce(
    (text, [pattern, name]) =>
      text.replace(pattern, (_found, fallback?: unknown) =>
        typeof fallback === 'string' && fallback.trim() !== '' ? `{{${name}|${fallback.trim()}}}` : `{{${name}}}`,
      ),
    body,
  );
}

/** Some programs keep replies as HTML. */
const isHtml = (body: string): boolean => /<(?:p|br|div|ul|ol|li|b|strong|i|em|a|span)\b[^<>]*>/i.test(body);

const slug = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);

/** Replies of a table without its header; lines without a text are counted as unread. */
export function repliesOfTable(
  rows: readonly (readonly string[])[],
  mapping: ColumnMapping,
  language: Language,
): { replies: CannedReply[]; unread: number } {
  const replies: CannedReply[] = [];
  let unread = 0;
  for (const row of rows) {
    const cell = (kind: ColumnKind): string => (mapping[kind] === undefined ? '' : (row[mapping[kind]] ?? '').trim());
    const written = cell('body').slice(0, 200_000);
    const body = translateFields(isHtml(written) ? wordsOfHtml(written) : written).slice(0, 50_000);
    const title = (cell('title') || body.split('\n')[0] || '').slice(0, 200);
    if (body === '' || title === '') {
      unread += row.some((value) => value.trim() !== '') ? 1 : 0;
      continue;
    }
    const scenario = (slug(cell('scenario')) || `import-${slug(title)}`).slice(0, 120);
    const inLanguage = languageOf(cell('language'), language);
    replies.push({
      id: `${inLanguage}-${scenario}` as CannedReplyId,
      scenario,
      language: inLanguage,
      title,
      whenToUse: cell('whenToUse').slice(0, 500),
      body,
      tags: cell('tags').split(/[,;]/).map((tag) => tag.trim().slice(0, 60)).filter(Boolean), // prettier-ignore
      channels: [],
      isBuiltIn: false,
      ...(cell('folder') === '' ? {} : { folder: cell('folder').slice(0, 60) }),
    });
  }
  return { replies, unread };
}

/** One reply of a file beside what the library has. */
export interface ImportLine {
  reply: CannedReply;
  /** new · same: the library says the same already · other: it says something else under this scenario and language. */
  state: 'new' | 'same' | 'other';
}

const filesOf = ({ attachments }: CannedReply): Pick<CannedReply, 'attachments'> =>
  attachments ? { attachments } : {};

/** Compares by scenario and language; a reply keeps the files it has here; a text that the library has under another name counts as the same. */
export function compareImport(incoming: readonly CannedReply[], library: readonly CannedReply[]): ImportLine[] {
  const key = ({ scenario, language }: CannedReply): string => `${scenario}|${language}`;
  const text = ({ language, body }: CannedReply): string => `${language}|${foldText(body).replace(/\s+/g, ' ').trim()}`;
  const byKey = new Map(library.map((reply) => [key(reply), reply]));
  const texts = new Set(library.map(text));
  const lines = new Map<string, ImportLine>();
  for (const reply of incoming) {
    const known = byKey.get(key(reply));
    const isSame = known ? known.body === reply.body && known.title === reply.title : texts.has(text(reply));
    // Of two in the file the later one counts.
    const here: CannedReply | undefined = known && { ...reply, id: known.id, ...filesOf(known) };
    lines.set(key(reply), { reply: here ?? reply, state: isSame ? 'same' : known ? 'other' : 'new' });
  }
  return [...lines.values()];
}

/** The changes that bring the file in. `keep`: what the library says otherwise stays as it is. */
export function importChanges(lines: readonly ImportLine[], whenOther: 'replace' | 'keep'): CannedReplyChange[] {
  return lines
    .filter(({ state }) => state === 'new' || (state === 'other' && whenOther === 'replace'))
    .map(({ reply }) => ({ id: reply.id, reply }));
}
