// What changed in a mailbox since a cursor: flags set by other programs, and mail deleted or moved away.
import { AppError } from '../../../../shared/errors.ts';
import type { Item } from '../../../../shared/model/item.ts';
import type { Placement } from '../../../../shared/model/message.ts';
import type { BoxCursor } from './cursor.ts';
import { searchUids } from './fetch-mails.ts';
import type { LineUse } from './imap-line.ts';
import {
  formatUidSet,
  fromHighest,
  hasUid,
  intersection,
  parseUidSet,
  sizeOf,
  uidSetOf,
  union,
  without,
  type UidSet,
} from './uid-set.ts';

/** UID → {@link flagBits}. */
export type DeliveredFlags = ReadonlyMap<number, number>;

export function flagBits(isSeen: boolean, isAnswered: boolean): number {
  return (isSeen ? 1 : 0) + (isAnswered ? 2 : 0);
}

/**
 * Items for the changes, and `cursor` brought up to date in place. Three kinds of server: QRESYNC tells changed flags and vanished UIDs,
 * CONDSTORE only the flags, the others nothing; what is not told is found by comparing with what the cursor remembers.
 * @param delivered flags of the mails that this pull has just delivered: servers tell those as changed too
 * @throws AppError `conflict` when the mailbox was made anew meanwhile
 */
export async function findBoxChanges(
  use: LineUse,
  path: string,
  cursor: BoxCursor,
  delivered: DeliveredFlags,
): Promise<Item[]> {
  const selected = await use.select(path);
  if (String(selected.uidValidity) !== cursor.uidValidity) {
    throw new AppError('conflict', `The mailbox ${path} was made anew (UIDVALIDITY)`);
  }
  const { enabled } = use.client;
  const modseq =
    enabled.has('CONDSTORE') && selected.noModseq !== true && selected.highestModseq !== undefined
      ? String(selected.highestModseq)
      : undefined;
  const change = new Changes(use, path, cursor, delivered);
  // Without a MODSEQ QRESYNC has nothing to count from.
  const tellsGone = enabled.has('QRESYNC') && modseq !== undefined && cursor.modseq !== undefined;

  if (modseq !== undefined && cursor.modseq !== undefined) {
    if (modseq !== cursor.modseq) await change.askServer(cursor.modseq, tellsGone);
  } else {
    await change.compareFlags();
  }
  if (!tellsGone) await change.compareUids(selected.exists);

  if (modseq === undefined) delete cursor.modseq;
  else {
    cursor.modseq = modseq;
    delete cursor.unseen;
    delete cursor.answered;
    if (enabled.has('QRESYNC')) delete cursor.known;
  }
  return change.items;
}

class Changes {
  readonly items: Item[] = [];
  readonly #use: LineUse;
  readonly #path: string;
  readonly #cursor: BoxCursor;
  readonly #fresh: DeliveredFlags;
  #all: UidSet | undefined;

  constructor(use: LineUse, path: string, cursor: BoxCursor, delivered: DeliveredFlags) {
    this.#fresh = delivered;
    this.#use = use;
    this.#path = path;
    this.#cursor = cursor;
  }

  #placement(uid: number): Placement {
    return { mailbox: this.#path, uidValidity: this.#cursor.uidValidity, uid };
  }

  #flags(uid: number, isSeen: boolean, isAnswered: boolean): void {
    if (this.#fresh.get(uid) === flagBits(isSeen, isAnswered)) return;
    this.items.push({ kind: 'flags', placement: this.#placement(uid), isSeen, isAnswered });
  }

  /** UIDs that the store has been given. */
  #delivered(): UidSet {
    const { nextUid, todo } = this.#cursor;
    return nextUid === 1 ? [] : without([[1, nextUid - 1]], parseUidSet(todo));
  }

  async #allUids(): Promise<UidSet> {
    this.#all ??= uidSetOf(await searchUids(this.#use, { all: true }));
    return this.#all;
  }

  async askServer(since: string, withGone: boolean): Promise<void> {
    const delivered = this.#delivered();
    if (delivered.length === 0) return;
    const { client } = this.#use;
    const vanished = new Set<number>();
    const onExpunge = ({ uid }: { uid?: number | undefined }): void => {
      if (uid !== undefined) vanished.add(uid);
    };
    client.on('expunge', onExpunge);
    try {
      const range = `1:${String(this.#cursor.nextUid - 1)}`;
      for await (const { uid, flags } of client.fetch(
        range,
        { uid: true, flags: true },
        { uid: true, changedSince: BigInt(since) },
      )) {
        if (flags !== undefined && hasUid(delivered, uid))
          this.#flags(uid, flags.has('\\Seen'), flags.has('\\Answered'));
      }
    } finally {
      client.off('expunge', onExpunge);
    }
    if (withGone) this.#gone(intersection(uidSetOf(vanished), delivered));
  }

  async compareFlags(): Promise<void> {
    const { unseen: unseenText, answered: answeredText } = this.#cursor;
    const there = intersection(await this.#allUids(), this.#delivered());
    const unseen = intersection(uidSetOf(await searchUids(this.#use, { seen: false })), there);
    const answered = intersection(uidSetOf(await searchUids(this.#use, { answered: true })), there);
    // Nothing remembered (the server stopped telling): everything is told once.
    const isFresh = unseenText === undefined || answeredText === undefined;
    const changed = isFresh
      ? there
      : union(differing(unseen, parseUidSet(unseenText)), differing(answered, parseUidSet(answeredText)));
    for (const uid of fromHighest(intersection(changed, there))) {
      this.#flags(uid, !hasUid(unseen, uid), hasUid(answered, uid));
    }
    this.#cursor.unseen = formatUidSet(unseen);
    this.#cursor.answered = formatUidSet(answered);
  }

  /** The number of mails tells whether a search is needed; one deletion hidden by one arrival is found the next time. */
  async compareUids(exists: number): Promise<void> {
    const known = this.#cursor.known === undefined ? undefined : parseUidSet(this.#cursor.known);
    if (known !== undefined && this.#all === undefined && sizeOf(known) === exists) return;
    const there = intersection(await this.#allUids(), this.#delivered());
    if (known !== undefined) this.#gone(without(known, there));
    this.#cursor.known = formatUidSet(there);
  }

  #gone(uids: UidSet): void {
    for (const uid of fromHighest(uids)) this.items.push({ kind: 'gone', placement: this.#placement(uid) });
  }
}

function differing(a: UidSet, b: UidSet): UidSet {
  return union(without(a, b), without(b, a));
}
