// One packed piece of the full-text index: sorted words, the messages of each, and the date of each message.

/** Messages of a segment that is being made, by their place in it. */
export interface SegmentDraft {
  /** Local numbers of the messages. */
  ns: number[];
  /** Date of each (epoch ms). */
  dates: number[];
  /** Word → places in `ns`, rising. */
  words: Map<string, number[]>;
}

export interface Segment {
  ns: Uint32Array;
  /** Seconds since 1970. */
  dates: Uint32Array;
  newestAt: number;
  /** All words in one string, sorted by UTF-16 units. */
  words: string;
  wordOffsets: Uint32Array;
  postings: Uint8Array;
  postingOffsets: Uint32Array;
}

const magic = 0x44534731; // DSG1
const headerLength = 5;

export const emptyDraft = (): SegmentDraft => ({ ns: [], dates: [], words: new Map() });

/** Adds a message with its different words. */
export function addToDraft(draft: SegmentDraft, n: number, at: number, words: Iterable<string>): void {
  const place = draft.ns.length;
  draft.ns.push(n);
  draft.dates.push(at);
  for (const word of words) {
    const places = draft.words.get(word);
    if (places) places.push(place);
    else draft.words.set(word, [place]);
  }
}

/** The bytes of a segment as they are stored: little-endian 32-bit numbers, then the words in UTF-8, then the postings. */
export function packSegment(draft: SegmentDraft): Uint8Array {
  const sorted = [...draft.words.keys()].sort();
  const wordOffsets = new Uint32Array(sorted.length + 1);
  const postingOffsets = new Uint32Array(sorted.length + 1);
  let postings = new Uint8Array(1 << 16);
  let used = 0;
  let units = 0;
  sorted.forEach((word, index) => {
    wordOffsets[index] = units;
    postingOffsets[index] = used;
    units += word.length;
    const places = draft.words.get(word) ?? [];
    const needed = used + places.length * 5;
    if (needed > postings.length) postings = grown(postings, needed);
    let before = 0;
    for (const place of places) {
      let delta = place - before;
      before = place;
      while (delta >= 128) {
        postings[used++] = (delta & 127) | 128;
        delta >>>= 7;
      }
      postings[used++] = delta;
    }
  });
  wordOffsets[sorted.length] = units;
  postingOffsets[sorted.length] = used;
  const text = new TextEncoder().encode(sorted.join(''));
  const header = [magic, sorted.length, draft.ns.length, text.length, used];
  const seconds = draft.dates.map((at) => Math.min(Math.max(Math.floor(at / 1000), 0), 0xffffffff));
  const numbers = Uint32Array.from([...header, ...draft.ns, ...seconds]);
  const parts = [numbers, wordOffsets, postingOffsets, text, postings.subarray(0, used)];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

function grown(bytes: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(bytes.length * 2, needed));
  larger.set(bytes);
  return larger;
}

/** Reads a segment; undefined when these are not the bytes of one (the index is then made anew from the mail). */
export function unpackSegment(stored: Uint8Array): Segment | undefined {
  const bytes = stored.byteOffset % 4 === 0 ? stored : stored.slice();
  const numbers = new Uint32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.byteLength / 4));
  const [head, wordCount = 0, docCount = 0, textLength = 0, postingLength = 0] = numbers;
  const numberCount = headerLength + 2 * docCount + 2 * (wordCount + 1);
  if (head !== magic || bytes.byteLength !== numberCount * 4 + textLength + postingLength) return undefined;
  let next = headerLength;
  const take = (count: number) => numbers.subarray(next, (next += count));
  const ns = take(docCount);
  const dates = take(docCount);
  const wordOffsets = take(wordCount + 1);
  const postingOffsets = take(wordCount + 1);
  const words = new TextDecoder().decode(bytes.subarray(next * 4, next * 4 + textLength));
  const postings = bytes.subarray(next * 4 + textLength);
  const newestAt = dates.reduce((newest, seconds) => Math.max(newest, seconds), 0) * 1000 + 999;
  return { ns, dates, newestAt, words, wordOffsets, postings, postingOffsets };
}

const wordAt = (segment: Segment, index: number): string =>
  segment.words.substring(segment.wordOffsets[index] ?? 0, segment.wordOffsets[index + 1]);

/** First word that does not sort before `word`. */
function lowerBound(segment: Segment, word: string): number {
  let low = 0;
  let high = segment.wordOffsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (wordAt(segment, middle) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Places of the messages that have, for each of `prefixes`, a word that begins with it. At most 255 prefixes. */
export function findInSegment(segment: Segment, prefixes: readonly string[]): number[] {
  const ranges = prefixes.map(
    (prefix) => [lowerBound(segment, prefix), lowerBound(segment, `${prefix}\uffff`)] as const,
  );
  if (ranges.some(([from, to]) => from >= to)) return [];
  const matched = new Uint8Array(segment.ns.length);
  ranges.forEach(([from, to], round) =>
    markPlaces(segment, from, to, (place) => {
      if (matched[place] === round) matched[place] = round + 1;
    }),
  );
  const found: number[] = [];
  for (let place = 0; place < matched.length; place++) if (matched[place] === prefixes.length) found.push(place);
  return found;
}

/** Calls `take` with every place that the words `from`..`to` stand in. */
function markPlaces(segment: Segment, from: number, to: number, take: (place: number) => void): void {
  const { postings, postingOffsets } = segment;
  for (let index = from; index < to; index++) {
    const end = postingOffsets[index + 1] ?? 0;
    let at = postingOffsets[index] ?? 0;
    let place = 0;
    while (at < end) {
      let delta = 0;
      let shift = 0;
      let byte: number;
      do {
        byte = postings[at++] ?? 0;
        delta |= (byte & 127) << shift;
        shift += 7;
      } while (byte & 128);
      place += delta;
      take(place);
    }
  }
}

/** One draft of several segments, without the messages that `isAlive` denies. */
export function draftOf(segments: readonly Segment[], isAlive: (n: number) => boolean): SegmentDraft {
  const draft = emptyDraft();
  for (const segment of segments) {
    const places = new Int32Array(segment.ns.length).fill(-1);
    segment.ns.forEach((n, place) => {
      if (!isAlive(n)) return;
      places[place] = draft.ns.length;
      draft.ns.push(n);
      draft.dates.push((segment.dates[place] ?? 0) * 1000);
    });
    for (let index = 0; index < segment.wordOffsets.length - 1; index++) {
      const word = wordAt(segment, index);
      const kept = draft.words.get(word) ?? [];
      markPlaces(segment, index, index + 1, (place) => {
        const moved = places[place] ?? -1;
        if (moved >= 0) kept.push(moved);
      });
      if (kept.length > 0) draft.words.set(word, kept);
    }
  }
  return draft;
}

/** Places in a draft, like {@link findInSegment}: a walk over its words. */
export function findInDraft(draft: SegmentDraft, prefixes: readonly string[]): number[] {
  const matched = new Uint8Array(draft.ns.length);
  prefixes.forEach((prefix, round) => {
    for (const [word, places] of draft.words) {
      if (!word.startsWith(prefix)) continue;
      for (const place of places) if (matched[place] === round) matched[place] = round + 1;
    }
  });
  const found: number[] = [];
  for (let place = 0; place < matched.length; place++) if (matched[place] === prefixes.length) found.push(place);
  return found;
}
