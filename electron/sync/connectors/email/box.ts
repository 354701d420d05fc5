// One mailbox during a pull: what is to be fetched of it, in which order, and what of that is done.
import type { MailboxObject } from 'imapflow';
import { flagBits } from './changes.ts';
import type { BoxCursor, SyncCursor } from './cursor.ts';
import { searchUids, type MessageItem } from './fetch-mails.ts';
import type { LineUse } from './imap-line.ts';
import {
  formatUidSet,
  fromHighest,
  intersection,
  parseUidSet,
  sizeOf,
  uidSetOf,
  union,
  without,
  type UidRange,
} from './uid-set.ts';

const askAgainMs = 86_400_000;

export interface Box {
  path: string;
  cursor: BoxCursor;
  /** There before this pull, so that its flags may have changed. */
  isKnown: boolean;
  /** To fetch, highest first. */
  pending: number[];
  /** When the oldest message fetched so far came: the next window is taken from the mailbox that is behind. */
  reachedAt: number;
  /** Mails of a history that is complete: part of the progress while another mailbox is still being fetched. */
  wholeCount: number;
  /** Flags of what this pull has delivered, by UID. */
  delivered: Map<number, number>;
}

/** Messages fetched and to fetch, over all mailboxes of a pull. */
export interface Progress {
  done: number;
  total: number;
}

function boxOf(path: string, cursor: BoxCursor, isKnown: boolean, pending: number[]): Box {
  return { path, cursor, isKnown, pending, reachedAt: Infinity, wholeCount: 0, delivered: new Map() };
}

/**
 * Finds out what is to be fetched of a mailbox that was just selected; its part of `state` is made or brought up to date.
 * `isReset`: the server made it anew since the last pull (UIDVALIDITY).
 */
export async function openBox(
  use: LineUse,
  selected: MailboxObject,
  state: SyncCursor,
  role: BoxCursor['role'],
  progress: Progress,
  now: number,
): Promise<{ box: Box; isReset: boolean }> {
  const { path } = selected;
  const uidValidity = String(selected.uidValidity);
  const hasModseq =
    use.client.enabled.has('CONDSTORE') && selected.noModseq !== true && selected.highestModseq !== undefined;
  const saved = state.boxes[path];
  const isReset = saved !== undefined && saved.uidValidity !== uidValidity;
  if (saved !== undefined && !isReset) {
    const box = boxOf(path, saved, true, []);
    if (selected.exists > 0) {
      askAgain(saved, now);
      if (saved.todo === '') box.wholeCount = selected.exists;
      await findHistory(use, box, progress);
      await findNews(use, box, progress);
    }
    return { box, isReset };
  }

  const all = selected.exists === 0 ? [] : await searchUids(use, { all: true });
  const nextUid = (all.at(-1) ?? 0) + 1;
  const cursor: BoxCursor = {
    role,
    uidValidity,
    nextUid,
    todo: nextUid === 1 ? '' : formatUidSet([[1, nextUid - 1]]),
    liveFrom: nextUid,
    isRefetch: isReset,
    ...(hasModseq ? { modseq: String(selected.highestModseq) } : { unseen: '', answered: '' }),
    // Without a MODSEQ nothing tells what vanished since.
    ...(hasModseq && use.client.enabled.has('QRESYNC') ? {} : { known: '' }),
  };
  state.boxes[path] = cursor;
  progress.total += all.length;
  return { box: boxOf(path, cursor, false, all.reverse()), isReset };
}

/** What the server refused a day ago is to be fetched again: it may have been a mood of the server. */
function askAgain(cursor: BoxCursor, now: number): void {
  if (cursor.refused === undefined || now - (cursor.refusedAt ?? 0) < askAgainMs) return;
  cursor.todo = formatUidSet(union(parseUidSet(cursor.todo), parseUidSet(cursor.refused)));
  delete cursor.refused;
  delete cursor.refusedAt;
}

/** Notes what the server refused to give, to ask again later. */
export function markRefused({ cursor }: Box, uids: readonly number[], now: number): void {
  if (uids.length === 0) return;
  cursor.refused = formatUidSet(union(parseUidSet(cursor.refused ?? ''), uidSetOf(uids)));
  cursor.refusedAt ??= now;
}

/** Puts what came since the cursor in front. */
async function findNews(use: LineUse, box: Box, progress: Progress): Promise<void> {
  const { cursor } = box;
  // `n:*` always names the last message too, even one below n (RFC 3501, 6.4.8). UIDNEXT is not asked: some servers get it wrong.
  const found = await searchUids(use, { uid: `${String(cursor.nextUid)}:*` });
  const news = found.filter((uid) => uid >= cursor.nextUid);
  const last = news.at(-1);
  if (last === undefined) return;
  cursor.todo = formatUidSet(union(parseUidSet(cursor.todo), [[cursor.nextUid, last]]));
  cursor.nextUid = last + 1;
  progress.total += news.length;
  box.pending = [...news.reverse(), ...box.pending];
}

/** On a resumed pull: what is left of the history. */
async function findHistory(use: LineUse, box: Box, progress: Progress): Promise<void> {
  const todo = parseUidSet(box.cursor.todo);
  if (todo.length === 0) return;
  const all = uidSetOf(await searchUids(use, { all: true }));
  box.pending = [...fromHighest(intersection(all, todo))];
  if (box.pending.length === 0) box.cursor.todo = ''; // the rest was deleted meanwhile
  progress.total += sizeOf(all);
  progress.done += sizeOf(all) - box.pending.length;
}

/** Selects the mailbox and puts what came meanwhile in front. @throws AppError */
export async function lookForNews(use: LineUse, box: Box, progress: Progress): Promise<void> {
  const { uidValidity } = await use.select(box.path);
  if (String(uidValidity) === box.cursor.uidValidity) await findNews(use, box, progress);
}

/** The mailbox with news, else the one whose fetched history reaches back least far. */
export function nextBox(boxes: readonly Box[]): Box | undefined {
  const waiting = boxes.filter((box) => box.pending.length > 0);
  const live = waiting.find((box) => (box.pending[0] ?? 0) >= box.cursor.liveFrom);
  if (live !== undefined) return live;
  return waiting.reduce<Box | undefined>(
    (best, box) => (best === undefined || box.reachedAt > best.reachedAt ? box : best),
    undefined,
  );
}

/** Remembers the flags of what this pull delivers. */
export function remind(box: Box, items: readonly MessageItem[]): void {
  if (!box.isKnown) return;
  for (const { message } of items) {
    const { placement, isSeen, isAnswered } = message;
    if (placement !== undefined) box.delivered.set(placement.uid, flagBits(isSeen, isAnswered));
  }
}

/** Takes a stretch of UIDs off what is to do; gaps between stretches go with the last one of the mailbox. */
export function markFetched({ cursor }: Box, stretch: UidRange, items: readonly MessageItem[], isAll: boolean): void {
  cursor.todo = isAll ? '' : formatUidSet(without(parseUidSet(cursor.todo), [stretch]));
  remember(cursor, items);
}

/** For servers that do not tell what changed: what the store has now. */
function remember(cursor: BoxCursor, items: readonly MessageItem[]): void {
  const uidsOf = (some: readonly MessageItem[]): number[] =>
    some.flatMap(({ message }) => message.placement?.uid ?? []);
  const add = (text: string, some: readonly MessageItem[]): string =>
    formatUidSet(union(parseUidSet(text), uidSetOf(uidsOf(some))));
  if (cursor.known !== undefined) cursor.known = add(cursor.known, items);
  if (cursor.unseen !== undefined)
    cursor.unseen = add(
      cursor.unseen,
      items.filter(({ message }) => !message.isSeen),
    );
  if (cursor.answered !== undefined)
    cursor.answered = add(
      cursor.answered,
      items.filter(({ message }) => message.isAnswered),
    );
}
