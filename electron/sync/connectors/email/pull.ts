// Everything since a cursor, as batches: the newest of the history first, then news, changed flags and deletions.
import { errorData, throwIfCancelled } from '../../../../shared/errors.ts';
import type { Cursor, Item } from '../../../../shared/model/item.ts';
import type { IncomingMessage } from '../../../../shared/model/message.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import { findBoxChanges, flagBits } from './changes.ts';
import { readCursor, writeCursor, type BoxCursor, type SyncCursor } from './cursor.ts';
import { fetchCarefully, fetchMails, searchUids, weightOf, type Fetched, type MessageItem } from './fetch-mails.ts';
import type { ImapLine, LineUse } from './imap-line.ts';
import type { Mailboxes } from './mailboxes.ts';
import { aliasIn, toMessage, type FetchedMail, type Own } from './to-message.ts';
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
import { markOf, type WatchMarks } from './watch.ts';

export interface PullContext {
  line: ImapLine;
  address: string;
  deps: Pick<ConnectorDeps, 'now' | 'log'>;
  mailboxes: (signal: AbortSignal) => Promise<Mailboxes>;
  marks: WatchMarks;
  signal: AbortSignal;
}

/** UIDs per round of commands: little at first so that something can be read at once, then much, since each command waits for the line. */
const windowSizes = [50, 50, 500, 2000];
const maxBatchItems = 400;
const maxBatchChars = 2_000_000;
/** While a long history is fetched, news is looked for this often. */
const newsEveryMs = 30_000;

/** A mailbox during a pull. */
interface Box {
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

interface Progress {
  done: number;
  total: number;
}

/** See `Session.pull`. */
export async function* pullMail(context: PullContext, start: Cursor | null): AsyncGenerator<Pulled> {
  const { signal } = context;
  const state = readCursor(start);
  const progress: Progress = { done: 0, total: 0 };
  const mailboxes = await context.mailboxes(signal);
  const boxes: Box[] = [];
  const batch = (items: Item[], phase: Pulled['phase']): Pulled => ({
    items,
    cursor: writeCursor(state),
    phase,
    doneCount: progress.done,
    totalCount: progress.total,
  });

  for (const [path, role] of [
    [mailboxes.inbox, 'inbox'],
    [mailboxes.sent, 'sent'],
  ] as const) {
    if (path === undefined) continue;
    const { box, reset } = await openBox(context, state, path, role, progress);
    boxes.push(box);
    if (reset) yield batch([{ kind: 'mailbox-reset', mailbox: path }], 'first');
  }

  if (boxes.some(({ pending, cursor }) => (pending.at(-1) ?? Infinity) < cursor.liveFrom)) {
    const wholeCount = boxes.reduce((sum, box) => sum + box.wholeCount, 0);
    progress.done += wholeCount;
    progress.total += wholeCount;
  }
  yield* fetchPending(context, state, boxes, progress, batch);

  for (const box of boxes) {
    if (box.cursor.isRefetch) {
      box.cursor.isRefetch = false;
      yield batch([{ kind: 'mailbox-whole', mailbox: box.path }], 'live');
    }
    if (!box.isKnown) continue;
    const items = await context.line.run(signal, (use) => findBoxChanges(use, box.path, box.cursor, box.delivered));
    for (const some of chunks(items, maxBatchItems)) yield batch(some, 'live');
  }
  yield* dropLostBoxes(context, state, boxes, batch);
  if (writeCursor(state) !== start) yield batch([], 'live');
}

/** Selects a mailbox and finds out what is to be fetched of it. */
async function openBox(
  { line, signal, deps, marks }: PullContext,
  state: SyncCursor,
  path: string,
  role: BoxCursor['role'],
  progress: Progress,
): Promise<{ box: Box; reset: boolean }> {
  return line.run(signal, async (use) => {
    const selected = await use.select(path);
    if (role === 'inbox') marks.inbox = markOf(selected);
    const uidValidity = String(selected.uidValidity);
    const hasModseq =
      use.client.enabled.has('CONDSTORE') && selected.noModseq !== true && selected.highestModseq !== undefined;
    const modseq = hasModseq ? String(selected.highestModseq) : undefined;
    const saved = state.boxes[path];
    const reset = saved !== undefined && saved.uidValidity !== uidValidity;
    if (reset) deps.log('info', `${path} was made anew by the server: fetching it again`);
    if (saved !== undefined && !reset) {
      const box: Box = {
        path,
        cursor: saved,
        isKnown: true,
        pending: [],
        reachedAt: Infinity,
        wholeCount: 0,
        delivered: new Map(),
      };
      if (selected.exists > 0) {
        if (saved.todo === '') box.wholeCount = selected.exists;
        await findHistory(use, box, progress);
        await findNews(use, box, progress);
      }
      return { box, reset };
    }

    const all = selected.exists === 0 ? [] : await searchUids(use, { all: true });
    const nextUid = (all.at(-1) ?? 0) + 1;
    const cursor: BoxCursor = {
      role,
      uidValidity,
      nextUid,
      todo: nextUid === 1 ? '' : formatUidSet([[1, nextUid - 1]]),
      liveFrom: nextUid,
      isRefetch: reset,
      ...(modseq === undefined ? { unseen: '', answered: '' } : { modseq }),
      ...(use.client.enabled.has('QRESYNC') ? {} : { known: '' }),
    };
    state.boxes[path] = cursor;
    progress.total += all.length;
    return {
      box: {
        path,
        cursor,
        isKnown: false,
        pending: all.reverse(),
        reachedAt: Infinity,
        wholeCount: 0,
        delivered: new Map(),
      },
      reset,
    };
  });
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
  progress.total += sizeOf(all);
  progress.done += sizeOf(all) - box.pending.length;
}

/** Some UIDs of one mailbox on their way. */
interface Window {
  box: Box;
  uids: number[];
  isLive: boolean;
  fetched: Promise<Fetched>;
}

/** While the store takes one window, the next one is already fetched. */
async function* fetchPending(
  context: PullContext,
  state: SyncCursor,
  boxes: readonly Box[],
  progress: Progress,
  batch: (items: Item[], phase: Pulled['phase']) => Pulled,
): AsyncGenerator<Pulled> {
  const { line, signal, deps } = context;
  let newsAt = deps.now();
  let round = 0;
  const startWindow = (): Window | undefined => {
    const window = nextWindow(context, boxes, windowSizes[Math.min(round, windowSizes.length - 1)] ?? 50);
    round += 1;
    // Awaited in its turn; when the pull is given up before, nobody asks how it went.
    window?.fetched.catch(() => undefined);
    return window;
  };
  for (let window = startWindow(), ahead: Window | undefined; window !== undefined; window = ahead) {
    throwIfCancelled(signal);
    const { mails, left } = await window.fetched;
    const { box, isLive } = window;
    const uids = window.uids.slice(0, window.uids.length - left.length);
    box.pending.unshift(...left);
    if (deps.now() - newsAt > newsEveryMs) {
      newsAt = deps.now();
      for (const each of boxes) await line.run(signal, (use) => lookForNews(use, each, progress));
    }
    const items = messagesOf(context, state, mails);
    const oldest = items.at(-1)?.message.receivedAt;
    if (oldest !== undefined) box.reachedAt = oldest;
    if (box.isKnown) for (const { message } of items) remind(box, message);
    progress.done += uids.length - items.length;
    ahead = startWindow();
    const isLastOfBox = box.pending.length === 0 && ahead?.box !== box;
    let first = uids[0] ?? 1;
    for (const { some, isLast } of slices(items)) {
      const lowest = isLast ? (uids.at(-1) ?? 1) : (some.at(-1)?.message.placement?.uid ?? 1);
      markFetched(box, [lowest, first], some, isLast && isLastOfBox);
      first = lowest - 1;
      progress.done += some.length;
      yield batch(some, isLive ? 'live' : 'first');
    }
    if (items.length === 0) markFetched(box, [uids.at(-1) ?? 1, first], [], isLastOfBox);
  }
}

/** Takes the next UIDs off the mailbox whose turn it is and asks for them. */
function nextWindow({ line, signal, deps }: PullContext, boxes: readonly Box[], size: number): Window | undefined {
  const box = nextBox(boxes);
  if (box === undefined) return undefined;
  const isLive = (box.pending[0] ?? 0) >= box.cursor.liveFrom;
  const border = isLive ? box.pending.findIndex((uid) => uid < box.cursor.liveFrom) : -1;
  const uids = box.pending.splice(0, border < 0 ? size : Math.min(size, border));
  const { role, uidValidity } = box.cursor;
  const place = { mailbox: box.path, role, uidValidity };
  const fetchThem = async (): Promise<Fetched> => {
    try {
      return await line.run(signal, (use) => fetchMails(use, place, uids));
    } catch (thrown) {
      if (errorData(thrown).code !== 'bad-data') throw thrown;
      deps.log('warn', `${box.path}: an answer cannot be read, fetching more carefully: ${errorData(thrown).message}`);
      return { mails: await fetchCarefully(line, place, uids, signal), left: [] };
    }
  };
  return { box, uids, isLive, fetched: fetchThem() };
}

async function lookForNews(use: LineUse, box: Box, progress: Progress): Promise<void> {
  const { uidValidity } = await use.select(box.path);
  if (String(uidValidity) === box.cursor.uidValidity) await findNews(use, box, progress);
}

/** The mailbox with news, else the one whose fetched history reaches back least far. */
function nextBox(boxes: readonly Box[]): Box | undefined {
  const waiting = boxes.filter((box) => box.pending.length > 0);
  const live = waiting.find((box) => (box.pending[0] ?? 0) >= box.cursor.liveFrom);
  if (live !== undefined) return live;
  return waiting.reduce<Box | undefined>(
    (best, box) => (best === undefined || box.reachedAt > best.reachedAt ? box : best),
    undefined,
  );
}

/** Messages in order of UID, highest first; learns the account's other addresses on the way. */
function messagesOf({ address, deps }: PullContext, state: SyncCursor, mails: FetchedMail[]): MessageItem[] {
  const aliases = new Set(state.aliases);
  const own: Own = { address, aliases };
  mails.sort((a, b) => b.uid - a.uid);
  const items: MessageItem[] = [];
  for (const mail of mails) {
    try {
      const message = toMessage(mail, own);
      const alias = aliasIn(mail, message, own);
      if (alias !== undefined && aliases.size < 20) aliases.add(alias);
      items.push({ kind: 'message', message });
    } catch (thrown) {
      deps.log('error', `Mail ${mail.mailbox}/${String(mail.uid)} cannot be read: ${errorData(thrown).message}`);
    }
  }
  state.aliases = [...aliases];
  return items;
}

function* slices(items: readonly MessageItem[]): Generator<{ some: MessageItem[]; isLast: boolean }> {
  let some: MessageItem[] = [];
  let chars = 0;
  for (const item of items) {
    const weight = weightOf(item);
    if (some.length > 0 && (some.length >= maxBatchItems || chars + weight > maxBatchChars)) {
      yield { some, isLast: false };
      [some, chars] = [[], 0];
    }
    some.push(item);
    chars += weight;
  }
  if (some.length > 0) yield { some, isLast: true };
}

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

function remind(box: Box, { placement, isSeen, isAnswered }: IncomingMessage): void {
  if (placement !== undefined) box.delivered.set(placement.uid, flagBits(isSeen, isAnswered));
}

/** Takes a stretch of UIDs off what is to do; gaps between stretches go with the last one of the mailbox. */
function markFetched({ cursor }: Box, stretch: UidRange, items: readonly MessageItem[], isAll: boolean): void {
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

/** Mailboxes that were followed and are there no more (a renamed Sent): their placements go. */
async function* dropLostBoxes(
  { line, signal, deps }: PullContext,
  state: SyncCursor,
  boxes: readonly Box[],
  batch: (items: Item[], phase: Pulled['phase']) => Pulled,
): AsyncGenerator<Pulled> {
  for (const path of Object.keys(state.boxes)) {
    if (boxes.some((box) => box.path === path)) continue;
    const isGone = await line.run(signal, async ({ client }) =>
      (await client.list()).every((entry) => entry.path !== path),
    );
    if (!isGone) continue;
    deps.log('info', `${path} is there no more`);
    state.boxes = Object.fromEntries(Object.entries(state.boxes).filter(([name]) => name !== path));
    yield batch(
      [
        { kind: 'mailbox-reset', mailbox: path },
        { kind: 'mailbox-whole', mailbox: path },
      ],
      'live',
    );
  }
}
