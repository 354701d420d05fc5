// Looks for the server's copy of a reply: by our own id, by Message-ID, and by what it says where servers rewrite both.
import type { OutboxItem } from '../../../../shared/model/outbox.ts';
import { fetchMails } from './fetch-mails.ts';
import { parseAddresses, parseDate, parseHeader, parseMessageIds, type HeaderFields } from './header-fields.ts';
import type { LineUse } from './imap-line.ts';
import { decodeQuotedPrintable } from './mime-text.ts';
import { toMessage } from './to-message.ts';
import { formatUidSet, uidSetOf } from './uid-set.ts';

/** A copy lies among the newest. */
const newestCount = 100;
/** Clocks of servers that write their own Date. */
const maxApartMs = 300_000;
/** Date has whole seconds. */
const sameInstantMs = 2_000;
const comparedChars = 200;

const fieldNames = ['x-defter-id', 'message-id', 'date', 'to', 'subject'];

interface Candidate {
  uid: number;
  fields: HeaderFields;
}

/** The UID of the copy in `mailbox`, undefined when there is none. @throws AppError */
export async function findCopy(use: LineUse, mailbox: string, item: OutboxItem): Promise<number | undefined> {
  const selected = await use.select(mailbox);
  if (selected.exists === 0) return undefined;
  const wanted = parseHeader(Buffer.from(headOf(item.frozen.payload), 'latin1'), 'utf-8', 'windows-1254');

  const hits = new Set<number>();
  for (const header of [{ 'X-Defter-Id': wanted.raw('x-defter-id') }, { 'Message-ID': wanted.raw('message-id') }]) {
    const found = await use.client.search({ header }, { uid: true });
    // Servers that cannot search for such a header are asked in the other way below.
    if (Array.isArray(found)) for (const uid of found) hits.add(uid);
  }
  if (hits.size > 0) {
    const byId = (await candidates(use, formatUidSet(uidSetOf(hits)), true)).find(
      ({ fields }) => idsAgree(fields, wanted) === true,
    );
    if (byId !== undefined) return byId.uid;
  }
  const newest = await candidates(use, `${String(Math.max(1, selected.exists - newestCount + 1))}:*`, false);
  const byId = newest.find(({ fields }) => idsAgree(fields, wanted) === true);
  if (byId !== undefined) return byId.uid;
  for (const candidate of newest) {
    if (idsAgree(candidate.fields, wanted) === undefined && (await saysTheSame(use, mailbox, candidate, wanted, item)))
      return candidate.uid;
  }
  return undefined;
}

async function candidates(use: LineUse, range: string, isUid: boolean): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for await (const { uid, headers } of use.client.fetch(range, { uid: true, headers: fieldNames }, { uid: isUid })) {
    if (headers !== undefined) found.push({ uid, fields: parseHeader(headers, undefined, 'windows-1254') });
  }
  return found;
}

/** true: it is ours. false: it is the copy of another reply. undefined: the ids tell nothing. */
function idsAgree(fields: HeaderFields, wanted: HeaderFields): boolean | undefined {
  const id = fields.raw('x-defter-id');
  if (id !== '') return id === wanted.raw('x-defter-id');
  const [messageId] = parseMessageIds(fields.raw('message-id'));
  return messageId !== undefined && messageId === parseMessageIds(wanted.raw('message-id'))[0] ? true : undefined;
}

/**
 * Same recipients, subject and instant; a Date that the server wrote anew needs the same words too, since somebody may have written
 * to the same customer twice within minutes.
 */
async function saysTheSame(
  use: LineUse,
  mailbox: string,
  { uid, fields }: Candidate,
  wanted: HeaderFields,
  item: OutboxItem,
): Promise<boolean> {
  if (recipientsOf(fields) !== recipientsOf(wanted) || subjectOf(fields) !== subjectOf(wanted)) return false;
  const [at, wantedAt] = [parseDate(fields.raw('date')), parseDate(wanted.raw('date'))];
  if (at === undefined || wantedAt === undefined || Math.abs(at - wantedAt) > maxApartMs) return false;
  if (Math.abs(at - wantedAt) <= sameInstantMs) return true;
  const uidValidity = use.client.mailbox === false ? '' : String(use.client.mailbox.uidValidity);
  const {
    mails: [mail],
  } = await fetchMails(use, { mailbox, role: 'sent', uidValidity }, [uid]);
  if (mail === undefined) return false;
  const { text } = toMessage(mail, { address: item.frozen.envelope.from, aliases: new Set() });
  const words = squeezed(textOfFrozen(item.frozen.payload));
  return words !== '' && squeezed(text) === words;
}

const recipientsOf = (fields: HeaderFields): string =>
  parseAddresses(fields.raw('to'), 'utf-8', 'windows-1254')
    .map(({ address }) => address.toLowerCase())
    .sort()
    .join(',');
const subjectOf = (fields: HeaderFields): string => fields.text('subject').replace(/\s+/g, ' ');
const squeezed = (text: string): string => text.replace(/\s+/g, '').slice(0, comparedChars);
const headOf = (payload: string): string => payload.slice(0, payload.indexOf('\r\n\r\n'));

/** The plain text of a reply that `freezeReply` made: its only part, or the first of the first, quoted-printable. */
export function textOfFrozen(payload: string): string {
  const part = firstPart(payload);
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  const isQuoted = /^Content-Transfer-Encoding:\s*quoted-printable/im.test(headOf(part));
  const bytes = Buffer.from(body, 'latin1');
  return (isQuoted ? decodeQuotedPrintable(bytes) : bytes).toString('utf8');
}

/** With files the alternatives stand inside the mixed parts. */
function firstPart(part: string): string {
  const boundary = /^Content-Type: multipart\/[^]*?boundary="?([^"\s;]+)/im.exec(headOf(part))?.[1];
  return boundary === undefined ? part : firstPart((part.split(`--${boundary}`)[1] ?? '').trimStart());
}
