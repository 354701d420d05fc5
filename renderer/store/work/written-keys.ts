// Which keys of a table cannot be there, without asking the database: while history is fetched nearly every key is new.

/** 1 MB of bits: over 400,000 keys one in three hundred is looked up for nothing, over more of them ever more. */
const bitCount = 2 ** 23;
const hashCount = 3;

/**
 * Remembers (as a Bloom filter) every key written since the table held none with a prefix. Such a look-up costs the browser's process
 * and this one 45 µs, and each new mail has five. Everything that writes the table must `note` it.
 */
export class WrittenKeys {
  private readonly filters = new Map<string, Uint8Array>();

  /** There is no key with `prefix` in the table now. */
  begin(prefix: string): void {
    this.filters.set(prefix, new Uint8Array(bitCount / 8));
  }

  /** No longer worth its memory. */
  end(prefix: string): void {
    this.filters.delete(prefix);
  }

  /** A row with this key is about to be written. */
  note(key: string): void {
    for (const [prefix, bits] of this.filters) {
      if (!key.startsWith(prefix)) continue;
      for (const bit of bitsOf(key)) bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }

  /** Surely not in the table. False says nothing. */
  isAbsent(key: string): boolean {
    for (const [prefix, bits] of this.filters) {
      if (key.startsWith(prefix) && bitsOf(key).some((bit) => ((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0)) {
        return true;
      }
    }
    return false;
  }
}

/** What {@link bitsOf} answers, filled anew each time: with every mail it is asked some twenty times. */
const bitsOfLast = new Uint32Array(hashCount);

/** Places of a key: two hashes, combined as Kirsch and Mitzenmacher have shown to be as good as many. */
function bitsOf(key: string): Uint32Array {
  let one = 0x811c9dc5;
  let two = 0x2545f491;
  for (let index = 0; index < key.length; index++) {
    const unit = key.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x5bd1e995);
  }
  one ^= one >>> 15;
  two = (two ^ (two >>> 13)) | 1;
  for (let round = 0; round < hashCount; round++) bitsOfLast[round] = (one + Math.imul(round, two)) & (bitCount - 1);
  return bitsOfLast;
}
