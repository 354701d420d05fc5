// One mail account at work: the line to its mailboxes, and what was learnt of its server.
import { AppError, errorData } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import type { OutboxItem, SendOutcome } from '../../../../shared/model/outbox.ts';
import type { ConnectorDeps, Session } from '../connector.ts';
import { fetchAttachment } from './attachment.ts';
import { fileCopy, newFilingMemory } from './file-copy.ts';
import { findCopy } from './find-copy.ts';
import { connectImap } from './imap-client.ts';
import { makeImapLine, type ImapLine } from './imap-line.ts';
import { findMailboxes, type Mailboxes } from './mailboxes.ts';
import { pullMail } from './pull.ts';
import { sendReply } from './send.ts';
import { tellSeen } from './tell-seen.ts';
import { watchMail, type WatchMarks } from './watch.ts';

/** Folders are renamed rarely. */
const mailboxesForMs = 600_000;

/**
 * Opens nothing yet: the one IMAP connection and each SMTP connection are made when they are needed.
 * @throws AppError `bad-data` when the account has no mail servers
 */
export function openSession(account: Account, deps: ConnectorDeps): Session {
  const servers = account.email;
  if (servers === undefined) throw new AppError('bad-data', `The account ${account.id} has no mail servers`);
  const line = makeImapLine((signal) => connectImap(servers, deps, signal));
  const folders = rememberMailboxes(line, deps);
  const marks: WatchMarks = { inbox: undefined, sent: undefined, inARow: 0 };
  const memory = newFilingMemory();
  const filing = {
    line,
    smtpHost: servers.smtp.host,
    deps,
    mailboxes: folders.get,
    forgetMailboxes: folders.forget,
  };

  return {
    pull: (cursor, signal) =>
      pullMail(
        { line, address: account.address, imapHost: servers.imap.host, deps, mailboxes: folders.get, marks, signal },
        cursor,
      ),
    watch: (signal) => watchMail({ line, deps, mailboxes: folders.get, marks }, signal),
    async send(item, beforeBytes, signal) {
      if (item.state !== 'ambiguous') return sendReply(servers, deps, item, beforeBytes, signal);
      return lookForProof(line, await folders.get(signal), item, signal);
    },
    file: (item, signal) => fileCopy(filing, memory, item, signal),
    tellSeen: (changes, signal) => tellSeen(line, changes, signal),
    fetchAttachment: (_key, placements, attachment, sink, signal) =>
      fetchAttachment(line, placements, attachment, sink, signal),
    close: () => line.close(),
  };
}

/** A reply that may have been sent: a copy in Sent, or in the Inbox of those who write to themselves, proves that it was. */
async function lookForProof(
  line: ImapLine,
  { inbox, sent }: Mailboxes,
  item: OutboxItem,
  signal: AbortSignal,
): Promise<SendOutcome> {
  for (const mailbox of [sent, inbox]) {
    if (mailbox === undefined) continue;
    const copy = await line.run(signal, (use) => findCopy(use, mailbox, item));
    if (copy !== undefined) return { kind: 'accepted', serverWords: `A copy was found in ${mailbox}` };
  }
  return { kind: 'ambiguous', error: errorData(new AppError('ambiguous', 'No copy was found in Sent or the Inbox')) };
}

function rememberMailboxes(line: ImapLine, deps: Pick<ConnectorDeps, 'now'>) {
  let known: { at: number; mailboxes: Mailboxes } | undefined;
  return {
    async get(signal: AbortSignal): Promise<Mailboxes> {
      if (known === undefined || known.mailboxes.sent === undefined || deps.now() - known.at > mailboxesForMs) {
        const mailboxes = await line.run(signal, findMailboxes);
        known = { at: deps.now(), mailboxes };
      }
      return known.mailboxes;
    },
    forget(): void {
      known = undefined;
    },
  };
}
