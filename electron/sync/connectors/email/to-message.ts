// One mail as Defter knows it, made from what IMAP gave; pure, and where all knowledge of odd senders ends.
import type { Address, IncomingMessage } from '../../../../shared/model/message.ts';
import { outboxIdSchema, rfcMessageIdSchema } from '../../../../shared/model/ids.ts';
import type { BodyPlan, TextPart } from './body-plan.ts';
import { fallbackCharsetOf } from './charset.ts';
import { parseAddresses, parseDate, parseHeader, parseMessageIds, type HeaderFields } from './header-fields.ts';
import { textOfHtml } from './html-text.ts';
import { messageKey } from './message-key.ts';
import { partText } from './mime-text.ts';
import { withRelay } from './with-relay.ts';

/** What is known of the account whose mail this is. */
export interface Own {
  address: string;
  /** Other addresses that mail in Sent was written from; lower case. */
  aliases: ReadonlySet<string>;
  /** The server that took the mail in: only its word about a sender counts. */
  imapHost?: string;
}

/** One mail as fetched. */
export interface FetchedMail {
  mailbox: string;
  role: 'inbox' | 'sent';
  uidValidity: string;
  uid: number;
  flags: ReadonlySet<string>;
  /** INTERNALDATE in epoch ms. */
  internalDate: number | undefined;
  sizeBytes: number;
  /** X-GM-MSGID or EMAILID. */
  serverId: string | undefined;
  /** The fields that are read, as they are written. */
  header: Uint8Array;
  /** The whole block, for mails that have no Message-ID and for those of marketplaces. */
  wholeHeader?: Uint8Array | undefined;
  plan: BodyPlan;
  /** Part number → bytes as on the wire. */
  bodies: ReadonlyMap<string, Uint8Array>;
}

const dayMs = 86_400_000;
const maxBodyChars = 1024 * 1024;

/** The mail as a message. Never fails: what cannot be read is left empty. */
export function toMessage(mail: FetchedMail, own: Own): IncomingMessage {
  const fallback = fallbackCharsetOf(own.address);
  const { charset } = mail.plan;
  const fields = parseHeader(mail.header, charset, fallback);
  const addresses = (name: string): Address[] => parseAddresses(fields.raw(name), charset, fallback);

  const from = addresses('from')[0] ?? { name: '', address: '' };
  const people = { from, to: addresses('to'), cc: addresses('cc'), replyTo: addresses('reply-to') };
  const receivedAt = mail.internalDate ?? parseDate(fields.raw('date')) ?? 0;
  const written = parseDate(fields.raw('date')) ?? receivedAt;
  const references = parseMessageIds(fields.raw('references'));
  const rfcMessageId = parseMessageIds(fields.raw('message-id'))[0];
  // Only the server's copy of what we sent: in received mail anyone could have put it.
  const outboxId = mail.role === 'sent' ? outboxIdSchema.safeParse(fields.raw('x-defter-id')).data : undefined;

  const join = (parts: readonly TextPart[]): string =>
    parts.map((part) => partText(mail.bodies.get(part.part) ?? new Uint8Array(), part, fallback)).join('\n');
  const [plainWhole, htmlWhole] = [join(mail.plan.texts), join(mail.plan.htmls)];
  const [plain, unsafeHtml] = [plainWhole.slice(0, maxBodyChars), htmlWhole.slice(0, maxBodyChars)];
  const isCut = plain.length < plainWhole.length || unsafeHtml.length < htmlWhole.length;

  const message: IncomingMessage = {
    key: messageKey(mail.serverId, fields, mail.wholeHeader ?? mail.header),
    direction: directionOf(mail.role, people, own),
    placement: { mailbox: mail.mailbox, uidValidity: mail.uidValidity, uid: mail.uid },
    ...(rfcMessageId === undefined ? {} : { rfcMessageId: rfcMessageIdSchema.parse(rfcMessageId) }),
    inReplyTo: parseMessageIds(fields.raw('in-reply-to')).map((id) => rfcMessageIdSchema.parse(id)),
    references: references.map((id) => rfcMessageIdSchema.parse(id)),
    ...(outboxId === undefined ? {} : { outboxId }),
    ...people,
    subject: fields.text('subject').slice(0, 2000),
    sentAt: written > receivedAt + 2 * dayMs ? receivedAt : written,
    receivedAt,
    text: plain.trim() === '' && unsafeHtml !== '' ? textOfHtml(unsafeHtml) : plain,
    ...(unsafeHtml === '' ? {} : { unsafeHtml }),
    attachments: mail.plan.attachments,
    isSeen: mail.flags.has('\\Seen'),
    isAnswered: mail.flags.has('\\Answered'),
    isAutomatic: isAutomatic(fields, mail.plan, from, people.replyTo),
    sizeBytes: mail.sizeBytes,
    isTruncated: mail.plan.isTruncated || isCut,
  };
  return message.direction === 'in' ? withRelay(message, mail, own.imapHost ?? '') : message;
}

/** Whether the address is the account's own. */
export function isOwn(address: string, own: Own): boolean {
  const lower = address.toLowerCase();
  return lower === own.address.toLowerCase() || own.aliases.has(lower);
}

/**
 * Out: all that lies in Sent, and copies of our own mail to others. Web shops send their contact forms from the shop's own address,
 * to itself or with the customer in Reply-To: those are in.
 */
function directionOf(
  role: FetchedMail['role'],
  { from, to, cc, replyTo }: { from: Address; to: Address[]; cc: Address[]; replyTo: Address[] },
  own: Own,
): 'in' | 'out' {
  if (role === 'sent') return 'out';
  if (!isOwn(from.address, own)) return 'in';
  const isForm = replyTo.some(({ address }) => address !== '' && !isOwn(address, own));
  const goesToOthers = [...to, ...cc].some(({ address }) => address !== '' && !isOwn(address, own));
  return goesToOthers && !isForm ? 'out' : 'in';
}

/** RFC 3834, RFC 2919, RFC 2369, and addresses that nobody reads. */
function isAutomatic(fields: HeaderFields, plan: BodyPlan, from: Address, replyTo: readonly Address[]): boolean {
  const submitted = fields.raw('auto-submitted').toLowerCase();
  if (submitted !== '' && !submitted.startsWith('no')) return true;
  if (/^(bulk|list|junk|auto_reply)\b/i.test(fields.raw('precedence'))) return true;
  if (fields.has('list-id') || fields.has('list-unsubscribe')) return true;
  if (plan.isReport || fields.raw('return-path').replace(/\s/g, '') === '<>') return true;
  if (/^(mailer-daemon|postmaster)@/i.test(from.address)) return true;
  const answersElsewhere = replyTo.some(
    ({ address }) => address !== '' && address.toLowerCase() !== from.address.toLowerCase(),
  );
  return /^(no-?reply|do-?not-?reply|noreply[.+-].*)@/i.test(from.address) && !answersElsewhere;
}

/**
 * The address that a mail in Sent was written from, when it shows that the account writes under another name too. Mail that came in and
 * was moved to Sent bears the mark of delivery (Return-Path) and teaches nothing.
 */
export function aliasIn(mail: FetchedMail, message: IncomingMessage, own: Own): string | undefined {
  if (mail.role !== 'sent' || isOwn(message.from.address, own) || !message.from.address.includes('@')) return undefined;
  const fields = parseHeader(mail.header, undefined, fallbackCharsetOf(own.address));
  return fields.has('return-path') ? undefined : message.from.address.toLowerCase();
}
