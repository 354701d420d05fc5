// Sets of UIDs as IMAP writes them (`1:5,9`), kept as ranges: what a cursor remembers of a mailbox.

/** First and last UID, both in. */
export type UidRange = readonly [first: number, last: number];
/** Rising, apart from each other. */
export type UidSet = readonly UidRange[];

/** Reads `1:5,9`; '' is empty. What is not a number is left out. */
export function parseUidSet(text: string): UidSet {
  const ranges: UidRange[] = [];
  for (const part of text.split(',')) {
    const [first = NaN, last = first] = part.split(':').map(Number);
    if (Number.isSafeInteger(first) && Number.isSafeInteger(last) && first > 0) {
      ranges.push([Math.min(first, last), Math.max(first, last)]);
    }
  }
  return normalise(ranges);
}

export function formatUidSet(set: UidSet): string {
  return set.map(([first, last]) => (first === last ? String(first) : `${String(first)}:${String(last)}`)).join(',');
}

function normalise(ranges: readonly UidRange[]): UidSet {
  const out: [number, number][] = [];
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = out.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else out.push([first, last]);
  }
  return out;
}

/** The set of these UIDs, in any order. */
export function uidSetOf(uids: Iterable<number>): UidSet {
  const out: [number, number][] = [];
  for (const uid of [...uids].sort((a, b) => a - b)) {
    const before = out.at(-1);
    if (before !== undefined && uid <= before[1] + 1) before[1] = Math.max(before[1], uid);
    else out.push([uid, uid]);
  }
  return out;
}

export function union(a: UidSet, b: UidSet): UidSet {
  return normalise([...a, ...b]);
}

/** What is in `a` but not in `b`. */
export function without(a: UidSet, b: UidSet): UidSet {
  const out: UidRange[] = [];
  let at = 0;
  for (const [first, last] of a) {
    let from = first;
    while ((b[at]?.[1] ?? Infinity) < from) at += 1;
    for (let next = at; ; next += 1) {
      const range = b[next];
      if (range === undefined || range[0] > last) break;
      if (range[0] > from) out.push([from, range[0] - 1]);
      from = Math.max(from, range[1] + 1);
    }
    if (from <= last) out.push([from, last]);
  }
  return out;
}

export function intersection(a: UidSet, b: UidSet): UidSet {
  return without(a, without(a, b));
}

export function hasUid(set: UidSet, uid: number): boolean {
  let [low, high] = [0, set.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = set[middle];
    if (range === undefined) return false;
    if (uid < range[0]) high = middle - 1;
    else if (uid > range[1]) low = middle + 1;
    else return true;
  }
  return false;
}

/** How many UIDs are in the set. */
export function sizeOf(set: UidSet): number {
  return set.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/** All UIDs, highest first. */
export function* fromHighest(set: UidSet): Generator<number> {
  for (let at = set.length - 1; at >= 0; at -= 1) {
    const range = set[at];
    if (range === undefined) continue;
    for (let uid = range[1]; uid >= range[0]; uid -= 1) yield uid;
  }
}
