// The line to a mailbox server: one connection, opened when it is needed, used by one piece of work at a time.
import type { ImapFlow, MailboxObject } from 'imapflow';
import { AppError, throwIfCancelled } from '../../../../shared/errors.ts';
import { onAbort } from '../../../../shared/on-abort.ts';
import { imapError, imapRefusal } from './error.ts';
import type { ImapConnection } from './imap-client.ts';

/** What a piece of work gets. */
export interface LineUse {
  readonly client: ImapFlow;
  /** The AppError for a call that imapflow answered with `false` or `undefined`. */
  refusal(what: string): AppError;
  /** What ended the connection; undefined while it lives. */
  failure(): AppError | undefined;
  /** Selects a mailbox anew, so that what the server says of it is fresh. @throws AppError `gone` when there is none */
  select(path: string): Promise<MailboxObject>;
  /**
   * Selects a mailbox unless it is the selected one.
   * @throws AppError `conflict` when its UIDVALIDITY is another one than `uidValidity`
   */
  use(path: string, uidValidity: string): Promise<void>;
}

export interface ImapLine {
  /**
   * Runs `work` alone on the connection. A line found dead is opened anew first; one that breaks meanwhile fails the work. When the signal
   * fires during the work the connection is given up, since a command cannot be taken back.
   * @throws AppError
   */
  run<T>(signal: AbortSignal, work: (use: LineUse) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Longest goodbye; a server that does not answer LOGOUT is left. */
const logoutMs = 1_000;

export function makeImapLine(open: (signal: AbortSignal) => Promise<ImapConnection>): ImapLine {
  let connection: ImapConnection | undefined;
  let before: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const connected = async (signal: AbortSignal): Promise<ImapConnection> => {
    if (isClosed) throw new AppError('cancelled', 'The session is closed');
    if (connection?.client.usable !== true || connection.failure() !== undefined) connection = await open(signal);
    return connection;
  };

  const work = async <T>(signal: AbortSignal, job: (use: LineUse) => Promise<T>): Promise<T> => {
    throwIfCancelled(signal);
    const current = await connected(signal);
    const { client } = current;
    const unlisten = onAbort(signal, () => {
      client.close();
    });
    try {
      return await job(useOf(current));
    } catch (thrown) {
      if (signal.aborted) throw new AppError('cancelled', 'The work was stopped', { cause: thrown });
      const error = imapError(thrown);
      // The line knows better than the command that it broke under.
      throw error.code === 'offline' ? (current.failure() ?? error) : error;
    } finally {
      unlisten();
    }
  };

  return {
    async run(signal, job) {
      const turn = before.then(() => work(signal, job));
      before = turn.catch(() => undefined);
      return untilAborted(turn, signal);
    },
    async close() {
      isClosed = true;
      const client = connection?.client;
      connection = undefined;
      if (client?.usable !== true) {
        client?.close();
        return;
      }
      const goodbye = client.logout().catch(() => undefined); // it is gone either way
      const timer = setTimeout(() => {
        client.close();
      }, logoutMs);
      await goodbye;
      clearTimeout(timer);
      client.close();
    },
  };
}

/** Work that waits for its turn must not keep a stopped caller. */
async function untilAborted<T>(turn: Promise<T>, signal: AbortSignal): Promise<T> {
  let unlisten = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    unlisten = onAbort(signal, () => {
      reject(new AppError('cancelled', 'The work was stopped'));
    });
  });
  try {
    return await Promise.race([turn, aborted]);
  } finally {
    unlisten();
  }
}

function useOf({ client, lastWords, failure }: ImapConnection): LineUse {
  const select = async (path: string): Promise<MailboxObject> => {
    try {
      return await client.mailboxOpen(path);
    } catch (thrown) {
      throw imapError(thrown);
    }
  };
  return {
    client,
    refusal: (what) => imapRefusal(what, lastWords()),
    failure,
    select,
    async use(path, uidValidity) {
      const open = client.mailbox !== false && client.mailbox.path === path ? client.mailbox : await select(path);
      if (String(open.uidValidity) === uidValidity) return;
      throw new AppError('conflict', `The mailbox ${path} was made anew (UIDVALIDITY)`);
    },
  };
}
