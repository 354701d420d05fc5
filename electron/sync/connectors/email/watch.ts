// Notices news: IDLE on the Inbox, and now and then a look at Sent, over the same line that pulls.
import type { ImapFlow } from 'imapflow';
import { AppError } from '../../../../shared/errors.ts';
import type { ConnectorDeps } from '../connector.ts';
import type { ImapLine, LineUse } from './imap-line.ts';
import type { Mailboxes } from './mailboxes.ts';

/** Finds a line that died silently, and mail sent with another program. A select and a status: some 200 bytes. */
const lookEveryMs = 120_000;
/** A server that refuses IDLE is asked this often. */
const refusedWaitMs = 30_000;
/** A server whose counters move by themselves must not make us pull without end. */
const looksInARow = 3;
const hurryWaitMs = 30_000;

export interface WatchContext {
  line: ImapLine;
  deps: Pick<ConnectorDeps, 'now' | 'sleep' | 'log'>;
  mailboxes: (signal: AbortSignal) => Promise<Mailboxes>;
  marks: WatchMarks;
}

/** What the mailboxes looked like when they were last pulled or looked at. */
export interface WatchMarks {
  /** Set by the pull, from its SELECT of the Inbox. */
  inbox: string | undefined;
  sent: string | undefined;
  /** How often in a row a look found news, without a moment of rest. */
  inARow: number;
}

export function markOf(counts: {
  exists?: number | undefined;
  uidNext?: number | undefined;
  highestModseq?: bigint | undefined;
}): string {
  return [counts.exists, counts.uidNext, counts.highestModseq].map(String).join('/');
}

type Waited = 'news' | 'ended' | 'refused' | 'time' | 'stopped';

/** See `Session.watch`. Ends quietly when the signal fires, leaving the line to the next work. */
export async function* watchMail(context: WatchContext, signal: AbortSignal): AsyncGenerator<'changed'> {
  try {
    yield* watchUntilStopped(context, signal);
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
  }
}

async function* watchUntilStopped(context: WatchContext, signal: AbortSignal): AsyncGenerator<'changed'> {
  const { line, deps, marks } = context;
  while (!signal.aborted) {
    const { inbox, sent } = await context.mailboxes(signal);
    const { client, failure, idling } = await line.run(signal, async (use) => {
      const hasNews = await look(use, marks, inbox, sent);
      // Not awaited: IDLE ends when the next command is given, on this line or by the server.
      return { client: use.client, failure: use.failure, idling: hasNews ? undefined : use.client.idle() };
    });
    if (idling === undefined) {
      marks.inARow += 1;
      if (marks.inARow > looksInARow) await deps.sleep(hurryWaitMs, signal);
      yield 'changed';
      continue;
    }
    marks.inARow = 0;
    const waited = await waitForNews(client, inbox, idling, deps, signal);
    if (waited === 'stopped') return;
    const broken = failure();
    if (broken !== undefined) throw broken;
    if (!client.usable) throw new AppError('offline', 'The line to the mailbox broke');
    if (waited === 'news') yield 'changed';
    if (waited === 'refused') await deps.sleep(refusedWaitMs, signal);
  }
}

/** Selects the Inbox and asks for Sent; whether either differs from what was last known. */
async function look(use: LineUse, marks: WatchMarks, inbox: string, sent: string | undefined): Promise<boolean> {
  let hasNews = false;
  if (sent !== undefined) {
    const status = await use.client.status(sent, { messages: true, uidNext: true });
    const mark = status === false ? marks.sent : markOf({ exists: status.messages, uidNext: status.uidNext });
    hasNews = marks.sent !== undefined && mark !== marks.sent;
    marks.sent = mark;
  }
  const mark = markOf(await use.select(inbox));
  if (marks.inbox !== undefined && mark !== marks.inbox) hasNews = true;
  marks.inbox = mark;
  return hasNews;
}

async function waitForNews(
  client: ImapFlow,
  inbox: string,
  idling: Promise<boolean | undefined>,
  deps: Pick<ConnectorDeps, 'sleep'>,
  signal: AbortSignal,
): Promise<Waited> {
  const over = new AbortController();
  let onEvent: ((event: { path: string }) => void) | undefined;
  let onClose: (() => void) | undefined;
  const news = new Promise<Waited>((resolve) => {
    onEvent = ({ path }) => {
      if (path === inbox) resolve('news');
    };
    onClose = () => {
      resolve('ended');
    };
    client.on('exists', onEvent).on('expunge', onEvent).on('flags', onEvent).on('close', onClose);
  });
  const time = deps.sleep(lookEveryMs, AbortSignal.any([signal, over.signal])).then(
    (): Waited => 'time',
    (): Waited => 'stopped',
  );
  const ended = idling.then(
    (result): Waited => (result === false ? 'refused' : 'ended'),
    (): Waited => 'ended',
  );
  try {
    return await Promise.race([news, time, ended]);
  } finally {
    over.abort();
    if (onEvent !== undefined) client.off('exists', onEvent).off('expunge', onEvent).off('flags', onEvent);
    if (onClose !== undefined) client.off('close', onClose);
  }
}
