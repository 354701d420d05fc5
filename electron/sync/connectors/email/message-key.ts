// The identity of a mail inside its account: the same wherever it is moved, and after UIDVALIDITY changed.
import { createHash } from 'node:crypto';
import type { HeaderFields } from './header-fields.ts';

/** Fields that some servers write themselves into the stored mail, and change. */
const volatile = /^(status|x-status|x-uid|x-uidl|x-keywords|x-imap|content-length):/i;

/**
 * `g:` and the server's own id where it has one (X-GM-MSGID, OBJECTID's EMAILID); else `h:` and a hash of Message-ID, Date, From,
 * To and Subject as they are written. Without a Message-ID the whole header block is hashed: its trace fields tell apart two
 * forms sent in one second. Size is left out on purpose: servers count line ends differently after a restore.
 */
export function messageKey(serverId: string | undefined, fields: HeaderFields, block: Uint8Array): string {
  if (serverId !== undefined && serverId !== '' && serverId.length <= 150) return `g:${serverId}`;
  const hash = createHash('sha256');
  if (fields.raw('message-id') === '') {
    const lines = Buffer.from(block).toString('latin1').split(/\r?\n/);
    hash.update(lines.filter((line) => line !== '' && !volatile.test(line)).join('\n'), 'latin1');
  } else {
    const values = ['message-id', 'date', 'from', 'to', 'subject'].map((name) => fields.raw(name).replace(/\s+/g, ' '));
    hash.update(values.join('\n'), 'latin1');
  }
  return `h:${hash.digest('hex').slice(0, 40)}`;
}
