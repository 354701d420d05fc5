// Makes the bytes of a reply once: every try sends exactly these, so that receivers which drop duplicates can.
import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import { AppError } from '../../../../shared/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { rfcMessageIdSchema, type FileId } from '../../../../shared/model/ids.ts';
import type { Address } from '../../../../shared/model/message.ts';
import type { FrozenReply, ReplyContent } from '../../../../shared/model/outbox.ts';

/** Receivers need the first and the latest; servers refuse header fields that grow without end. */
const maxReferences = 30;

/** RFC 3834 section 5, and what the large mail programs look at beside it: no machine answers such a mail. */
const automaticHeaders = [
  { key: 'Auto-Submitted', value: 'auto-replied' },
  { key: 'X-Auto-Response-Suppress', value: 'All' },
  { key: 'Precedence', value: 'auto_reply' },
];

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Letters only that are safe in a header and in a Message-ID. */
function safeId(id: string): string {
  return /^[A-Za-z0-9._-]{1,64}$/.test(id) ? id : hash(id).slice(0, 40);
}

/** One line, without controls: what is typed into a subject or a name must not become a header. */
function oneLine(value: string): string {
  return value.replace(/\p{Cc}+/gu, ' ').trim();
}

/**
 * An address that can stand in a 7-bit header and envelope; a domain with letters beyond ASCII becomes punycode.
 * @throws AppError `bad-data` for what is no address, `unsupported` for letters beyond ASCII before the @
 */
function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).trim();
  const domain = domainToASCII(address.slice(at + 1).trim());
  if (at < 1 || domain === '' || /[\s<>(),;:"\p{Cc}]/u.test(local)) {
    throw new AppError('bad-data', `Not an e-mail address: ${oneLine(address).slice(0, 100)}`);
  }
  if (!isAscii(local))
    throw new AppError('unsupported', `Letters before the @ cannot be sent: ${oneLine(address).slice(0, 100)}`);
  return `${local}@${domain}`;
}

function isAscii(text: string): boolean {
  return !/[^\p{ASCII}]/u.test(text);
}

function references(content: ReplyContent): string[] {
  const ids = [...new Set([...content.references, ...(content.inReplyTo === undefined ? [] : [content.inReplyTo])])];
  const safe = ids.filter((id) => id.length <= 300 && isAscii(id) && !/[\s<>\p{Cc}]/u.test(id));
  const kept = safe.length <= maxReferences ? safe : [...safe.slice(0, 1), ...safe.slice(1 - maxReferences)];
  return kept.map((id) => `<${id}>`);
}

/**
 * The reply as an RFC 5322 message in 7-bit ASCII with CRLF, deterministic: the same content gives the same bytes. Text and HTML become
 * multipart/alternative; without HTML plain text. X-Defter-Id and the Message-ID come from the outbox id, Date from `writtenAt`.
 * Attachments stand in base64 after the text.
 * @throws AppError `bad-data` (no recipient, not an address), `unsupported` (letters beyond ASCII before the @), what `readFile` throws
 */
export async function freezeReply(
  account: Account,
  content: ReplyContent,
  readFile: (fileId: FileId) => Promise<Uint8Array>,
): Promise<FrozenReply> {
  const sender = asciiAddress(account.address);
  const mailbox = ({ name, address }: Address) => ({ name: oneLine(name), address: asciiAddress(address) });
  const to = content.to.map(mailbox);
  const cc = content.cc.map(mailbox);
  const recipients = [...new Set([...to, ...cc].map(({ address }) => address))];
  if (recipients.length === 0) throw new AppError('bad-data', 'A reply needs somebody to go to');

  const id = safeId(content.outboxId);
  const messageId = `${id}@${sender.slice(sender.lastIndexOf('@') + 1)}`;
  const thread = references(content);
  const composer = new MailComposer({
    from: { name: oneLine(account.senderName), address: sender },
    to,
    ...(cc.length === 0 ? {} : { cc }),
    subject: oneLine(content.subject),
    messageId: `<${messageId}>`,
    date: new Date(content.writtenAt),
    ...(content.inReplyTo !== undefined && thread.includes(`<${content.inReplyTo}>`)
      ? { inReplyTo: `<${content.inReplyTo}>` }
      : {}),
    ...(thread.length === 0 ? {} : { references: thread }),
    headers: [
      { key: 'X-Defter-Id', value: isAscii(content.outboxId) ? oneLine(content.outboxId) : id },
      ...(content.isAutomatic === true ? automaticHeaders : []),
    ],
    text: plainBody(content.text),
    ...(content.html === '' ? {} : { html: plainBody(content.html) }),
    attachments: await attachmentsOf(content, readFile),
    textEncoding: 'quoted-printable',
    baseBoundary: hash(content.outboxId).slice(0, 24),
    boundaryPrefix: 'defter',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const payload = crlf((await composer.compile().build()).toString('latin1'));
  if (!isAscii(payload) || payload.includes('\0')) throw new AppError('bug', 'The frozen reply is not 7-bit');
  return {
    payload,
    sha256: hash(payload),
    rfcMessageId: rfcMessageIdSchema.parse(messageId),
    envelope: { from: sender, to: recipients },
  };
}

async function attachmentsOf(content: ReplyContent, readFile: (fileId: FileId) => Promise<Uint8Array>) {
  const made = [];
  for (const { fileId, name, mimeType } of content.attachments ?? []) {
    made.push({
      filename: oneLine(name).replaceAll(/[/\\]/g, '_'),
      content: Buffer.from(await readFile(fileId)),
      contentType: safeType(mimeType),
      contentDisposition: 'attachment' as const,
      encoding: 'base64' as const,
    });
  }
  return made;
}

/** A type that can stand in a header; a mail inside a mail may not be in base64 (RFC 2046 5.2.1) and goes as plain bytes. */
function safeType(mimeType: string): string {
  const isSafe = /^[a-z0-9][\w.+-]{0,60}\/[a-z0-9][\w.+-]{0,100}$/i.test(mimeType);
  return isSafe && !/^(message|multipart)\//i.test(mimeType) ? mimeType.toLowerCase() : 'application/octet-stream';
}

/** Every line end becomes CRLF: a bare CR could be read as the end of the message by another server (SMTP smuggling). */
function crlf(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n');
}

/** What a person typed, as the composer wants it: \n, no NUL, at least one letter so that the part is there. */
function plainBody(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replaceAll('\0', '');
  return clean === '' ? '\n' : clean;
}
