// Packed segments: what goes in is found by every prefix, after packing, joining and dropping; broken bytes are refused.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addToDraft,
  draftOf,
  emptyDraft,
  findInDraft,
  findInSegment,
  packSegment,
  unpackSegment,
  type Segment,
} from '../../../renderer/store/search/segment.ts';

const unpacked = (bytes: Uint8Array): Segment => {
  const segment = unpackSegment(bytes);
  if (!segment) throw new Error('The bytes of a segment were refused');
  return segment;
};
const word = fc.stringMatching(/^[abcğşπ1]{1,4}$/);
const documents = fc.uniqueArray(
  fc.record({ n: fc.integer({ min: 1, max: 1e6 }), words: fc.uniqueArray(word, { maxLength: 8 }) }),
  {
    selector: ({ n }) => n,
    maxLength: 300,
  },
);
const draftOfDocuments = (given: { n: number; words: string[] }[]) => {
  const draft = emptyDraft();
  for (const { n, words } of given) addToDraft(draft, n, n * 1000, words);
  return draft;
};
const expected = (given: { n: number; words: string[] }[], prefixes: string[]) =>
  given
    .filter(({ words }) => prefixes.every((prefix) => words.some((one) => one.startsWith(prefix))))
    .map(({ n }) => n);

it('finds what was put in, packed or not', () => {
  fc.assert(
    fc.property(documents, fc.array(word, { minLength: 1, maxLength: 3 }), (given, prefixes) => {
      const draft = draftOfDocuments(given);
      const segment = unpacked(packSegment(draft));
      const found = findInSegment(segment, prefixes).map((place) => segment.ns[place]);
      expect(found).toEqual(expected(given, prefixes));
      expect(findInDraft(draft, prefixes).map((place) => draft.ns[place])).toEqual(found);
    }),
  );
});

it('joins segments and drops what is gone', () => {
  fc.assert(
    fc.property(documents, documents, word, (one, other, prefix) => {
      const others = other.filter(({ n }) => !one.some((taken) => taken.n === n));
      const segments = [one, others].map((given) => unpacked(packSegment(draftOfDocuments(given))));
      const joined = unpacked(packSegment(draftOf(segments, (n) => n % 3 !== 0)));
      const kept = [...one, ...others].filter(({ n }) => n % 3 !== 0);
      expect(findInSegment(joined, [prefix]).map((place) => joined.ns[place])).toEqual(expected(kept, [prefix]));
      expect([...joined.dates]).toEqual(kept.map(({ n }) => n));
    }),
  );
});

it('reads bytes that do not begin at a multiple of four, and refuses what is no segment', () => {
  const bytes = packSegment(draftOfDocuments([{ n: 7, words: ['abc', 'πσ'] }]));
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(findInSegment(unpacked(shifted.subarray(1)), ['π'])).toEqual([0]);
  expect(unpackSegment(bytes.subarray(0, bytes.length - 1))).toBeUndefined();
  expect(unpackSegment(new Uint8Array(40))).toBeUndefined();
  expect(unpackSegment(new Uint8Array(3))).toBeUndefined();
});
