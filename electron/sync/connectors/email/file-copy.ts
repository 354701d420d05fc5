// Makes sure that exactly one copy of a sent reply lies in Sent: waits for servers that keep one by themselves, else puts it there.
import { AppError, errorData } from '../../../../shared/errors.ts';
import type { OutboxItem, SendOutcome } from '../../../../shared/model/outbox.ts';
import type { ConnectorDeps } from '../connector.ts';
import { findCopy } from './find-copy.ts';
import type { ImapLine, LineUse } from './imap-line.ts';
import type { Mailboxes } from './mailboxes.ts';
import { retryTime } from './send.ts';

/** Providers whose SMTP server keeps the copy: putting another one there makes the doubles that people complain of. */
const savingHosts =
  /(^|\.)(gmail|googlemail|outlook|office365|hotmail|live|icloud|me|mac|163|126|qq|foxmail|yahoo|aol)\.(com|net)$/i;
/** After sending, and after the first and second look; then an unknown server is taken to keep none. */
const looksAfterMs = [10_000, 60_000, 300_000];
/** A provider that keeps copies does so within this, or not at all. */
const savingHostMs = 1_800_000;

export interface FilingContext {
  line: ImapLine;
  smtpHost: string;
  deps: Pick<ConnectorDeps, 'now' | 'log'>;
  mailboxes: (signal: AbortSignal) => Promise<Mailboxes>;
  /** Asked again after a mailbox was made. */
  forgetMailboxes: () => void;
}

/** What one session has learnt; kept in memory, since a wrong memory would cost a copy. */
export interface FilingMemory {
  /** Whether the server was seen to keep copies by itself; undefined: not known yet. */
  savesSent: boolean | undefined;
  firstLooks: Map<string, number>;
  appended: Set<string>;
}

export function newFilingMemory(): FilingMemory {
  return { savesSent: undefined, firstLooks: new Map(), appended: new Set() };
}

/** See `Session.file`. */
export async function fileCopy(
  context: FilingContext,
  memory: FilingMemory,
  item: OutboxItem,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { line, deps } = context;
  const now = deps.now();
  const { sent } = await context.mailboxes(signal);
  const copy = sent === undefined ? undefined : await line.run(signal, (use) => findCopy(use, sent, item));
  if (copy !== undefined) {
    if (!memory.appended.has(item.id)) memory.savesSent = true;
    memory.firstLooks.delete(item.id);
    return { kind: 'filed' };
  }

  const firstLook = memory.firstLooks.get(item.id) ?? now;
  memory.firstLooks.set(item.id, firstLook);
  // A look after a restart: the reply was sent long ago.
  const waitedMs = now - item.queuedAt > savingHostMs ? Infinity : now - firstLook;
  const isSavingHost = savingHosts.test(context.smtpHost);
  const patienceMs =
    isSavingHost || memory.savesSent === true
      ? savingHostMs
      : memory.savesSent === false
        ? 0
        : (looksAfterMs.at(-1) ?? 0);
  if (waitedMs < patienceMs) {
    const next = looksAfterMs.find((ms) => ms > waitedMs) ?? savingHostMs;
    const error = new AppError('gone', 'No copy in Sent yet');
    return { kind: 'retry', error: errorData(error), retryAt: firstLook + next };
  }
  if (isSavingHost) {
    deps.log('warn', `${context.smtpHost} should keep sent mail, but no copy of ${item.id} was found`);
    return { kind: 'filed' };
  }
  return append(context, memory, item, sent, signal);
}

async function append(
  context: FilingContext,
  memory: FilingMemory,
  item: OutboxItem,
  sent: string | undefined,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const { line, deps } = context;
  try {
    await line.run(signal, async (use) => {
      const path = sent ?? (await makeSent(use));
      const bytes = Buffer.from(item.frozen.payload, 'latin1');
      const stored = await use.client.append(path, bytes, ['\\Seen'], new Date(deps.now()));
      if (typeof stored !== 'object') throw use.refusal('APPEND');
    });
  } catch (thrown) {
    if (
      !(thrown instanceof AppError) ||
      ['cancelled', 'auth-failed', 'auth-expired', 'tls-untrusted', 'bug'].includes(thrown.code)
    )
      throw thrown;
    // Also when the line broke after the copy was stored: the next look finds it first.
    deps.log('warn', `Filing ${item.id}: ${thrown.code}: ${thrown.message}`);
    return { kind: 'retry', error: errorData(thrown), retryAt: retryTime(deps.now(), 2, thrown) };
  } finally {
    if (sent === undefined) context.forgetMailboxes();
  }
  memory.appended.add(item.id);
  memory.savesSent ??= false;
  memory.firstLooks.delete(item.id);
  return { kind: 'filed' };
}

/** imapflow puts the server's prefix before the name. */
async function makeSent(use: LineUse): Promise<string> {
  const made = await use.client.mailboxCreate('Sent');
  return made.path;
}
