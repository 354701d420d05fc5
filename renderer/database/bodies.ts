// The texts of mails as they are stored: several in one record, and as UTF-8 where that is shorter.
import type { Table } from 'dexie';

/** What a message says; `n` is the message's. Read one at a time, so apart from the messages. */
export interface Body {
  n: number;
  text: string;
  unsafeHtml?: string;
}

type StoredText = string | Uint8Array;
export interface StoredBody {
  n: number;
  text: StoredText;
  unsafeHtml?: StoredText;
}

/** Bodies of messages that came together. Key: the highest number that it had when it was made. */
export interface BodyPackRow {
  n: number;
  bodies: StoredBody[];
}

/** Numbers from a pack's first to its last: a record costs both processes some 0.1 ms, whatever is in it. */
export const packSpan = 8;

const beyondLatin1 = /[^\0-\xff]/;
/** With the u flag only a surrogate that stands alone matches. */
const halfPair = /\p{Surrogate}/u;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** V8 writes a text with a single ş or α in it as two bytes for every letter. Half a surrogate pair is not UTF-8. */
function packText(text: string): StoredText {
  return beyondLatin1.test(text) && !halfPair.test(text) ? encoder.encode(text) : text;
}

const unpackText = (stored: StoredText): string => (typeof stored === 'string' ? stored : decoder.decode(stored));

/** As it is stored. */
export function packBody({ n, text, unsafeHtml }: Body): StoredBody {
  return { n, text: packText(text), ...(unsafeHtml === undefined ? {} : { unsafeHtml: packText(unsafeHtml) }) };
}

function unpackBody({ n, text, unsafeHtml }: StoredBody): Body {
  return { n, text: unpackText(text), ...(unsafeHtml === undefined ? {} : { unsafeHtml: unpackText(unsafeHtml) }) };
}

/** What a pack holds, as texts. */
export const bodiesOf = (pack: BodyPackRow): Body[] => pack.bodies.map(unpackBody);

export type Bodies = Table<BodyPackRow, BodyPackRow['n']>;

/** The packs that may hold these numbers: near ones with one request. */
export async function packsWith(table: Bodies, numbers: readonly number[]): Promise<BodyPackRow[]> {
  const stretches: [first: number, last: number][] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const stretch = stretches.at(-1);
    if (stretch && n - stretch[1] < packSpan) stretch[1] = n;
    else stretches.push([n, n]);
  }
  const found = await Promise.all(
    stretches.map(([first, last]) => {
      const packs = table.where(':id').between(first, last + packSpan - 1, true, true);
      return (first === last ? packs.limit(1) : packs).toArray();
    }),
  );
  return [...new Map(found.flat().map((pack) => [pack.n, pack])).values()];
}

/** The bodies of these messages by number, those that are there. */
export async function readBodies(table: Bodies, numbers: readonly number[]): Promise<Map<number, Body>> {
  const wanted = new Set(numbers);
  const packs = await packsWith(table, [...wanted]);
  return new Map(
    packs.flatMap(({ bodies }) => bodies.filter(({ n }) => wanted.has(n)).map((body) => [body.n, unpackBody(body)])),
  );
}
