// Tells the server what was read here.
import type { ServerChange } from '../../../../shared/contract/store-api.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { ImapLine } from './imap-line.ts';
import { formatUidSet, uidSetOf } from './uid-set.ts';

interface Group {
  mailbox: string;
  uidValidity: string;
  isSeen: boolean;
  uids: number[];
}

/**
 * Sets or takes away \Seen, one command per mailbox. Placements of a mailbox that was made anew or deleted are left: they mean other
 * mails by now, or none.
 * @throws AppError
 */
export async function tellSeen(line: ImapLine, changes: readonly ServerChange[], signal: AbortSignal): Promise<void> {
  const groups = new Map<string, Group>();
  for (const { placements, isSeen } of changes) {
    for (const { mailbox, uidValidity, uid } of placements) {
      const key = JSON.stringify([mailbox, uidValidity, isSeen]);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { mailbox, uidValidity, isSeen, uids: [uid] });
      else group.uids.push(uid);
    }
  }
  for (const group of groups.values()) await tellGroup(line, group, signal);
}

async function tellGroup(
  line: ImapLine,
  { mailbox, uidValidity, isSeen, uids }: Group,
  signal: AbortSignal,
): Promise<void> {
  await line.run(signal, async (use) => {
    try {
      await use.use(mailbox, uidValidity);
    } catch (thrown) {
      if (thrown instanceof AppError && (thrown.code === 'conflict' || thrown.code === 'gone')) return;
      throw thrown;
    }
    const range = formatUidSet(uidSetOf(uids));
    const options = { uid: true, silent: true };
    const isDone = isSeen
      ? await use.client.messageFlagsAdd(range, ['\\Seen'], options)
      : await use.client.messageFlagsRemove(range, ['\\Seen'], options);
    if (!isDone) throw use.refusal('STORE');
  });
}
