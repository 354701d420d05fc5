// Everything since a cursor, as batches: the newest of the history first, then news, changed flags and deletions.
import { errorData, throwIfCancelled } from '../../../../shared/errors.ts';
import type { Cursor, Item } from '../../../../shared/model/item.ts';
import type { ConnectorDeps, Pulled } from '../connector.ts';
import { chunks, maxBatchItems, slices } from './batches.ts';
import { lookForNews, markFetched, markRefused, nextBox, openBox, remind, type Box, type Progress } from './box.ts';
import { findBoxChanges } from './changes.ts';
import { readCursor, writeCursor, type BoxCursor, type SyncCursor } from './cursor.ts';
import { fetchCarefully, fetchMails, type Fetched, type MessageItem } from './fetch-mails.ts';
import type { ImapLine } from './imap-line.ts';
import type { Mailboxes } from './mailboxes.ts';
import { aliasIn, toMessage, type FetchedMail, type Own } from './to-message.ts';
import { markOf, type WatchMarks } from './watch.ts';

export interface PullContext {
  line: ImapLine;
  address: string;
  imapHost: string;
  deps: Pick<ConnectorDeps, 'now' | 'log'>;
  mailboxes: (signal: AbortSignal) => Promise<Mailboxes>;
  marks: WatchMarks;
  signal: AbortSignal;
}

/** UIDs per round of commands: little at first so that something can be read at once, then much, since each command waits for the line. */
const windowSizes = [50, 50, 500, 2000];
/** While a long history is fetched, news is looked for this often. */
const newsEveryMs = 30_000;

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
    const { box, isReset } = await open(context, state, path, role, progress);
    boxes.push(box);
    if (isReset) yield batch([{ kind: 'mailbox-reset', mailbox: path }], 'first');
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

function open(
  { line, signal, deps, marks }: PullContext,
  state: SyncCursor,
  path: string,
  role: BoxCursor['role'],
  progress: Progress,
): ReturnType<typeof openBox> {
  return line.run(signal, async (use) => {
    const selected = await use.select(path);
    if (role === 'inbox') marks.inbox = markOf(selected);
    const opened = await openBox(use, { ...selected, path }, state, role, progress, deps.now());
    if (opened.isReset) deps.log('info', `${path} was made anew by the server: fetching it again`);
    return opened;
  });
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
    const { mails, left, refused } = await window.fetched;
    const { box, isLive } = window;
    const uids = window.uids.slice(0, window.uids.length - left.length);
    box.pending.unshift(...left);
    markRefused(box, refused, deps.now());
    if (deps.now() - newsAt > newsEveryMs) {
      newsAt = deps.now();
      for (const each of boxes) await line.run(signal, (use) => lookForNews(use, each, progress));
    }
    const items = messagesOf(context, state, mails);
    const oldest = items.at(-1)?.message.receivedAt;
    if (oldest !== undefined) box.reachedAt = oldest;
    remind(box, items);
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
      return { mails: await fetchCarefully(line, place, uids, signal), left: [], refused: [] };
    }
  };
  return { box, uids, isLive, fetched: fetchThem() };
}

/** Messages in order of UID, highest first; learns the account's other addresses on the way. */
function messagesOf({ address, imapHost, deps }: PullContext, state: SyncCursor, mails: FetchedMail[]): MessageItem[] {
  const aliases = new Set(state.aliases);
  const own: Own = { address, aliases, imapHost };
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
